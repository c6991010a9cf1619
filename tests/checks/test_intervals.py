"""The interval algebra, and what a wording allows."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model import Measure
from claimcheck.model.interval import Interval, bounds, exactly, percent_change, possible, share

numbers = st.decimals(min_value=1, max_value=10**9, allow_nan=False, allow_infinity=False, places=2)


def d(text: str) -> Decimal:
    return Decimal(text)


def percent(text: str, **more: object) -> Measure:
    return Measure(d(text), "percent", **more)  # type: ignore[arg-type]


def test_open_ends_do_not_meet_in_one_point() -> None:
    assert not Interval(d("50"), None, low_open=True).meets(exactly(d("50")))
    assert Interval(d("50"), None).meets(exactly(d("50")))


@given(numbers, numbers, numbers, numbers)
def test_results_contain_the_result_of_any_two_members(a: Decimal, b: Decimal, c: Decimal, e: Decimal) -> None:
    first, second = Interval(min(a, b), max(a, b)), Interval(min(c, e), max(c, e))
    room = d("1E-15") * (a + b + c + e)
    assert first.plus(second).meets(exactly(a + e))
    assert first.minus(second).meets(exactly(b - c))
    quotient, product = first.over(second), first.product(second)
    assert quotient is not None and quotient.widened(room).meets(exactly(a / e))
    assert product is not None and product.meets(exactly(b * c))


def test_division_by_what_may_be_zero_is_no_result() -> None:
    assert exactly(d("1")).over(Interval(d("0"), d("2"))) is None
    assert percent_change(exactly(d("0")), exactly(d("2"))) is None
    assert percent_change(Interval(d("1999"), d("0")), exactly(d("2"))) is None


def test_change_and_share() -> None:
    assert percent_change(exactly(d("400")), exactly(d("500"))) == Interval(d("25"), d("25"))
    assert share(exactly(d("120")), exactly(d("480"))) == Interval(d("25"), d("25"))


@pytest.mark.parametrize(
    ("measure", "inside", "outside"),
    [
        (Measure(d("190")), ["190"], ["189.9", "194"]),
        (Measure(d("6.4E+9"), rounded=True), ["6.35E+9", "6.499E+9"], ["6.3E+9", "6.6E+9"]),
        (Measure(d("160E+9"), rounded=True), ["160.4E+9"], ["162E+9"]),
        (percent("25"), ["24.6", "25.9"], ["24", "26.5"]),
        (percent("3.9", hedge="about", rounded=True), ["3.81", "4"], ["3.4"]),
        (Measure(d("60000"), hedge="about"), ["62900", "52000"], ["81000"]),
        (percent("75", hedge="about"), ["73.3"], ["70"]),
        (percent("33.3333", fraction=(1, 3)), ["30", "36.6"], ["25", "40"]),
        (percent("33.3333", fraction=(1, 3), hedge="nearly"), ["32", "28"], ["36", "20"]),
        (percent("50", fraction=(1, 2), hedge="over"), ["51"], ["50", "48.9"]),
        (Measure(d("80E+6"), hedge="nearly", rounded=True), ["79E+6", "72E+6"], ["81E+6"]),
        (percent("27", hedge="good"), ["27.2", "26.6"], ["26.4", "33"]),
        (percent("87", hedge="nearly"), ["86.8", "87.2"], ["87.6"]),
        (Measure(None, low=d("3"), high=d("4")), ["3", "4", "3.5"], ["2", "5"]),
    ],
)
def test_what_a_wording_allows(measure: Measure, inside: list[str], outside: list[str]) -> None:
    interval = bounds(measure)
    assert [each for each in inside if not interval.meets(exactly(d(each)))] == []
    assert [each for each in outside if possible(measure).meets(exactly(d(each)))] == []


def test_over_is_open_for_what_is_possible_and_closed_for_what_is_meant() -> None:
    over = Measure(d("30E+6"), hedge="over", rounded=True)
    assert possible(over).meets(exactly(d("30E+9")))
    assert not bounds(over).meets(bounds(Measure(d("30E+9"), hedge="over", rounded=True)))


def test_a_negative_number_mirrors_the_positive_one() -> None:
    assert bounds(percent("-25")) == -bounds(percent("25"))
