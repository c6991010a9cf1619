"""Intervals of numbers: the one algebra under every arithmetic check.

An end is None where the interval is unbounded. Whether an end belongs to the interval matters only where two
intervals touch in one point: "over half" and "50 percent" do not meet, "at least half" and "50 percent" do.
Division works in 28 digits; its error is far below any stated digit and always far below a tolerance.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from claimcheck.model.measure import Hedge, Measure

HUNDRED = Decimal(100)
DIGITS = 26


def rounded_to(value: Decimal, place: int) -> Decimal:
    """The number rounded to a power of ten, -1 for one decimal, ties away from zero.

    One of so many digits that this would need more than are worked with stays as it is.
    """
    if value.adjusted() - place > DIGITS:
        return value
    return value.quantize(Decimal((0, (1,), place)), ROUND_HALF_UP)


class Interval(NamedTuple):
    """All numbers between `low` and `high`; an open end is not part of it."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False

    def meets(self, other: Interval) -> bool:
        """Whether some number lies in both."""
        return not (self._below(other) or other._below(self))

    def _below(self, other: Interval) -> bool:
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and (self.high_open or other.low_open))

    def widened(self, amount: Decimal) -> Interval:
        """The interval with `amount` more room on either side."""
        return Interval(
            None if self.low is None else self.low - amount,
            None if self.high is None else self.high + amount,
            self.low_open,
            self.high_open,
        )

    def __neg__(self) -> Interval:
        return Interval(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            self.high_open,
            self.low_open,
        )

    def plus(self, other: Interval) -> Interval:
        """Every sum of a number of the one and a number of the other."""
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def minus(self, other: Interval) -> Interval:
        """Every difference, this less the other."""
        return self.plus(-other)

    def times(self, factor: Decimal) -> Interval:
        """Every number multiplied by a factor above zero."""
        return Interval(
            None if self.low is None else self.low * factor,
            None if self.high is None else self.high * factor,
            self.low_open,
            self.high_open,
        )

    def positive(self) -> bool:
        """Whether every number of it is above zero; a range told the wrong way round may end at nothing."""
        if self.low is None or (self.high is not None and self.high <= 0):
            return False
        return self.low > 0 or (self.low == 0 and self.low_open)

    def product(self, other: Interval) -> Interval | None:
        """Every product of two numbers not below zero; None where one may be negative."""
        if self.low is None or other.low is None or self.low < 0 or other.low < 0:
            return None
        high = None if self.high is None or other.high is None else self.high * other.high
        return Interval(self.low * other.low, high, self.low_open or other.low_open, self.high_open or other.high_open)

    def over(self, other: Interval) -> Interval | None:
        """Every quotient of a number not below zero and one above zero; None where that is not certain."""
        if self.low is None or self.low < 0 or not other.positive():
            return None
        low = Decimal(0) if other.high is None else self.low / other.high
        high = None if self.high is None or not other.low else self.high / other.low
        return Interval(low, high, self.low_open or other.high_open, self.high_open or other.low_open)


def exactly(number: Decimal) -> Interval:
    """The interval of one number."""
    return Interval(number, number)


def percent_change(old: Interval, new: Interval) -> Interval | None:
    """The change from old to new in percent of old: 400 to 500 gives +25."""
    quotient = new.over(old)
    return None if quotient is None else quotient.minus(exactly(Decimal(1))).times(HUNDRED)


def share(part: Interval, whole: Interval) -> Interval | None:
    """The part in percent of the whole."""
    quotient = part.over(whole)
    return None if quotient is None else quotient.times(HUNDRED)


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
    rounded = digit * HALF if measure.unit in SHARES else ZERO  # "knapp 87 Prozent" is said of 87.2 too
    low, high = {
        None: (number - digit * HALF, number + digit),
        "about": (number - about, number + max(about, digit)),
        "over": (number, None if open_ended else number + room),
        "at_least": (number, None if open_ended else number + room),
        "under": (None if open_ended else number - room, number),
        "up_to": (None if open_ended else ZERO, number),
        "nearly": (number - near, number + rounded),
        "good": (number - rounded, number + near),
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
