"""Counting in years, months and days between dates that are only as exact as the text makes them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from claimcheck.checks.comparison import Mend
from claimcheck.model import Claim, Duration, Measure, Period, Span
from claimcheck.model.period import shifted

YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
NUMBER = re.compile(r"(?<![0-9])[0-9]{1,3}(?![0-9])")


class Days(NamedTuple):
    """The first and the last day that a date may mean, both included."""

    first: date
    last: date


def days(claim: Claim | None) -> Days | None:
    """The days of a date claim; None where it has none that are known."""
    value = claim.value if claim is not None else None
    if not isinstance(value, Period) or value.start is None or value.end is None:
        return None
    return Days(value.start, shifted(value.end, -1))


def ends(claim: Claim) -> tuple[Days, Days] | None:
    """The first and the last member of a range of dates: of "2012 to 2019" the years 2012 and 2019."""
    whole = days(claim)
    value = claim.value
    if whole is None or not isinstance(value, Period):
        return None
    first, last = whole
    if value.grain == "year":
        return Days(first, date(first.year, 12, 31)), Days(date(last.year, 1, 1), last)
    if value.grain == "month":
        return Days(first, first.replace(day=monthrange(first.year, first.month)[1])), Days(last.replace(day=1), last)
    return (Days(first, first), Days(last, last)) if value.grain == "day" else None


def full_years(start: date, end: date) -> int:
    """How many birthdays lie between two days."""
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))


def ages(born: Days, on: Days) -> tuple[int, int]:
    """The least and the greatest age of somebody born then on such a day."""
    return full_years(born.last, on.first), full_years(born.first, on.last)


def age_of(claim: Claim) -> int | None:
    """The whole number of an age or of a length in years; None where it is none."""
    value = claim.value.measure if isinstance(claim.value, Duration) else claim.value
    if not isinstance(value, Measure) or value.number is None or value.number != value.number.to_integral_value():
        return None
    return int(value.number)


def either(low: int, high: int) -> str:
    """Two neighbouring numbers, or the one they are: "63–64"."""
    return f"{low}" if low == high else f"{low}–{high}"


def new_year(claim: Claim, year: int) -> tuple[Mend, ...]:
    """The replacement of the only year in a claim's words."""
    return _replaced(claim, YEAR, str(year))


def new_number(claim: Claim, number: int) -> tuple[Mend, ...]:
    """The replacement of the only short number in digits in a claim's words."""
    return _replaced(claim, NUMBER, str(number))


def _replaced(claim: Claim, part: re.Pattern[str], written: str) -> tuple[Mend, ...]:
    found = list(part.finditer(claim.text[:200]))
    if len(found) != 1:
        return ()
    start = claim.span.start
    return (Mend(Span(start + found[0].start(), start + found[0].end()), written),)
