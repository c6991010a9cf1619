"""What a wording allows: from a stated number to the interval of all values it may stand for.

Two questions, two intervals. `bounds` is what the writer may have meant: "more than 30 million" is not said of 300
million, so it ends about 15 percent above. `possible` is what the words leave open: "more than 20 percent" is
consistent with 24 and with 60. Inputs of a computation take `bounds`, the figure it is held against `possible`.

Rounding and truncation are both allowed: 6.4 stands for 6.35 up to, but not including, 6.5.
Source: the interval of a rounded number as in statcheck's error test; the widths of hedges are our own, chosen so
that a conflict is a proof and not a matter of taste.
"""

from __future__ import annotations

from decimal import Decimal

from claimcheck.model.interval import Interval, exactly
from claimcheck.model.measure import Hedge, Measure

ZERO, HALF, ONE = Decimal(0), Decimal("0.5"), Decimal(1)
FIFTH, TENTH, BEYOND = Decimal("0.2"), Decimal("0.1"), Decimal("0.15")
POINTS = Decimal(5)
SHARES = ("percent", "percentage_point")


def bounds(measure: Measure) -> Interval:
    """The values the writer may have meant, in the claim's unit; both ends are finite for every stated number."""
    return _allowed(measure, open_ended=False)


def possible(measure: Measure) -> Interval:
    """The values the words leave open; "over" has no upper end, "under" and "up to" none below."""
    return _allowed(measure, open_ended=True)


def step(number: Decimal) -> Decimal:
    """The value of the last digit that is not a trailing zero: 100 for 6500, 0.1 for 6.4, 10 for 60."""
    normal = number.normalize()
    exponent = normal.as_tuple().exponent
    return Decimal((0, (1,), exponent)) if isinstance(exponent, int) else ONE


def _last_digit(measure: Measure, number: Decimal) -> Decimal:
    """The value of the last stated digit where the number may be a rounding, else 0: a bare count is exact."""
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int) or not number:
        return ZERO
    if measure.rounded and exponent == 0:
        return step(number)  # a scale word behind a number in words: "two million"
    if measure.unit in SHARES or measure.rounded or exponent != 0:
        return Decimal((0, (1,), exponent))
    return ZERO


def _allowed(measure: Measure, *, open_ended: bool) -> Interval:
    number = measure.number
    if number is None:
        return _range(measure)
    if number < 0:
        return -_allowed_positive(measure, -number, open_ended=open_ended)
    return _allowed_positive(measure, number, open_ended=open_ended)


def _range(measure: Measure) -> Interval:
    low, high = measure.low, measure.high
    return Interval(
        None if low is None else low - _last_digit(measure, low) * HALF,
        None if high is None else high + _last_digit(measure, high),
    )


def _allowed_positive(measure: Measure, number: Decimal, *, open_ended: bool) -> Interval:
    hedge = measure.hedge
    digit = _last_digit(measure, number)
    if measure.fraction is not None:
        return _fraction(number, hedge, open_ended=open_ended)
    room, near = max(number * BEYOND, digit), max(number * TENTH, digit)
    about = _about(number)
    low, high = {
        None: (number - digit * HALF, number + digit),
        "about": (number - about, number + max(about, digit)),
        "over": (number, None if open_ended else number + room),
        "at_least": (number, None if open_ended else number + room),
        "under": (None if open_ended else number - room, number),
        "up_to": (None if open_ended else ZERO, number),
        "nearly": (number - near, number),
        "good": (number, number + near),
    }[hedge]
    return Interval(low, high, low_open=hedge == "over", high_open=hedge == "under")


def _about(number: Decimal) -> Decimal:
    """One step either way, two and a half where the last digit is a five ("about 75" for 73.3), at most a fifth."""
    if not number:
        return ONE
    last = step(number)
    wide = last * Decimal("2.5") if (number / last) % 10 == 5 else last
    return min(wide, number * FIFTH)


def _fraction(percent: Decimal, hedge: Hedge | None, *, open_ended: bool) -> Interval:
    """A fraction in words is loose: "a third" is said of 30 to 37 percent, "three quarters" of 70 to 80."""
    room = min(percent * TENTH, POINTS)
    if hedge is None or hedge == "about":
        return exactly(percent).widened(room if hedge is None else room * 2)
    if hedge in ("over", "at_least"):
        return Interval(percent, None if open_ended else percent + room * 2, low_open=hedge == "over")
    if hedge in ("under", "up_to"):
        return Interval(None if open_ended else ZERO, percent, high_open=hedge == "under")
    near = percent / 50
    return (
        Interval(percent - room * 2, percent + near)
        if hedge == "nearly"
        else Interval(percent - near, percent + room * 2)
    )


def centre(measure: Measure) -> Decimal | None:
    """The one number to show in a computation; None for an open range."""
    if measure.number is not None:
        return measure.number
    if measure.low is None or measure.high is None:
        return measure.low if measure.high is None else measure.high
    return (measure.low + measure.high) / 2
