"""Rates of currencies: the years an article may use, and pairs that go over the euro."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck import Document, check
from claimcheck.checks.conversion import _rate


def _low_high(one: str, two: str, *years: int) -> tuple[Decimal, Decimal]:
    found = _rate(one, two, frozenset(12 * year + month for year in years for month in range(12)))
    assert found is not None
    return found[:2]


def test_rate_of_one_year() -> None:
    low, high = _low_high("EUR", "USD", 2021)
    assert Decimal("1.0") < low < Decimal("1.13") and Decimal("1.23") < high < Decimal("1.35")


def test_rate_goes_over_the_euro() -> None:
    low, high = _low_high("GBP", "USD", 2021)
    assert low < Decimal("1.38") < high


def test_fixed_rate_of_an_old_currency() -> None:
    low, high = _low_high("DEM", "EUR")
    assert low < Decimal("0.5113") < high


def test_unknown_currency_has_no_rate() -> None:
    assert _rate("XXX", "EUR", frozenset()) is None


@pytest.mark.parametrize(("published", "found"), [("2021-06-15", True), (None, False)])
def test_year_the_article_names_counts(published: str | None, found: bool) -> None:
    text = "Der Vergleich kostete 200 Millionen Dollar (etwa 230 Millionen Euro)."
    rules = {each.rule for each in check(Document.from_text(text, language="de", published=published)).findings}
    assert ("core/currency-wrong" in rules) is found
    named = check(Document.from_text(f"{text} Das war 2002.", language="de", published=published)).findings
    assert "core/currency-wrong" not in {each.rule for each in named}
