"""Intervals of numbers: the one algebra under every arithmetic check.

An end is None where the interval is unbounded. Whether an end belongs to the interval matters only where two
intervals touch in one point: "over half" and "50 percent" do not meet, "at least half" and "50 percent" do.
Division works in 28 digits; its error is far below any stated digit and always far below a tolerance.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

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
        """Whether every number of it is above zero."""
        return self.low is not None and (self.low > 0 or (self.low == 0 and self.low_open))

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
