"""The times of a sentence as they stand in it, and arithmetic of days: dates, ages and lengths of time."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from claimcheck.model import Claim, Duration, Measure, Period, Span
from claimcheck.model.comparison import Shown
from claimcheck.model.measure import shifted

OLDEST = 125
MarkKind = Literal["date", "length", "age"]


class Mark(NamedTuple):
    """One time where it stands; `first` and `last` are its tokens, the end exclusive."""

    kind: MarkKind
    claim: Claim
    first: int
    last: int

    @property
    def period(self) -> Period | None:
        """Its value, of a date."""
        return self.claim.value if isinstance(self.claim.value, Period) else None

    @property
    def grain(self) -> str:
        """How exact a date is; "" of what is none."""
        return self.period.grain if self.period is not None else ""

    @property
    def start(self) -> date | None:
        """The first day of a date, if that is known."""
        return self.period.start if self.period is not None else None

    @property
    def part(self) -> str | None:
        """The part of a date that is meant: "Anfang", "Mitte", "Ende"."""
        return self.period.part if self.period is not None else None

    @property
    def weekday(self) -> int | None:
        """The weekday that a date states."""
        return self.period.weekday if self.period is not None else None

    @property
    def relative(self) -> bool:
        """Whether it is a date that counts from the day of publication."""
        return self.period is not None and self.period.relative

    @property
    def fixed(self) -> bool:
        """Whether it is a date that the text itself names, with known days and no part of it only."""
        value = self.period
        return value is not None and value.start is not None and not value.relative and value.part is None

    @property
    def range(self) -> bool:
        """Whether it is a date with a first and a last member."""
        return self.period is not None and "/" in self.period.edtf

    @property
    def named(self) -> bool:
        """Whether it is one day, month or year that the text itself names."""
        return self.fixed and not self.range and self.grain in ("day", "month", "year")

    @property
    def with_year(self) -> bool:
        """Whether its words tell its year."""
        year, text = None if self.start is None else self.start.year, self.claim.text
        return year is not None and (str(year) in text or f".{year % 100:02d}" in text)

    @property
    def day(self) -> date | None:
        """The day of a date that is a single one in the calendar, named or relative."""
        value = self.period
        if value is None or value.grain != "day" or self.range or value.impossible or value.start is None:
            return None
        return value.start

    @property
    def days(self) -> Days | None:
        """The days that a date may mean, where they are known."""
        return days(self.claim)

    @property
    def measure(self) -> Measure | None:
        """How much it is, of a length or an age."""
        value = self.claim.value
        said = value.measure if isinstance(value, Duration) else value
        return said if isinstance(said, Measure) else None

    @property
    def unit(self) -> str:
        """The unit of a length or an age; "" without one."""
        return (self.measure.unit or "") if self.measure is not None else ""

    @property
    def years(self) -> int | None:
        """The whole number of a length or an age that no word softens."""
        return age_of(self.claim) if self.measure is not None and self.measure.hedge is None else None


def kind_of(claim: Claim) -> MarkKind | None:
    """What a claim is as a time; None where it is none."""
    value = claim.value
    if isinstance(value, Period):
        return "date"
    if isinstance(value, Duration):
        return "length"
    return "age" if isinstance(value, Measure) and is_age(value) else None


def is_age(value: Measure) -> bool:
    """Whether a number without a noun may be somebody's age."""
    number = value.number
    if value.unit not in (None, "year") or value.noun is not None or value.per is not None or number is None:
        return False
    return 0 < number <= OLDEST and number == number.to_integral_value()


def unit_of(claim: Claim, units: dict[str, str]) -> str | None:
    """The unit that what a number counts is a length in: of "41 Dienstjahre" years; None where it is no time."""
    value = claim.value
    if not isinstance(value, Measure) or value.noun is None or value.unit is not None or value.number is None:
        return None
    noun = value.noun.lower()
    ends = (unit for word, unit in units.items() if unit == "year" and noun.endswith(word))
    return units.get(noun) or next(ends, None)


YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
NUMBER = re.compile(r"(?<![0-9])[0-9]{1,3}(?![0-9])")
UNITS = {"year": Decimal("365.2425"), "month": Decimal("30.44"), "week": Decimal(7), "day": Decimal(1)}
HALF = Decimal("0.5")
ROOMS: dict[str, tuple[str | None, str | None]] = {
    "about": ("wide", "wide"), "over": ("exact", None), "at_least": ("exact", None), "good": ("exact", "more"),
    "under": (None, "exact"), "up_to": (None, "exact"), "nearly": ("more", "exact"),
}  # fmt: skip
"""How far a length may fall short and go beyond, by the word that softens it; None without a bound."""
UNDATED = re.compile(r"XXXX-([0-9]{2})(?:/XXXX-([0-9]{2}))?")
"""The EDTF of a month (1–12), a quarter (33–36), a half (40, 41) or a row of months without a year."""
QUARTER, HALF_YEAR, DECEMBER = 33, 40, 12
LONGEST = 200
"""Longer words than these are searched for no number."""


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


def months_of(claim: Claim) -> tuple[int, int] | None:
    """The first and the last month of a date, which may have no year; None where it has no months."""
    value, whole = claim.value, days(claim)
    if not isinstance(value, Period):
        return None
    if whole is not None:
        both = ends(claim) if value.grain == "month" else (whole, whole)
        return None if both is None else (both[0].first.month, both[1].last.month)
    codes = UNDATED.fullmatch(value.edtf)
    if codes is None:
        return None
    first, last = int(codes[1]), int(codes[2] or codes[1])
    if first < QUARTER:
        return (first, last) if last <= DECEMBER else None
    size, begin = (3, QUARTER) if first < HALF_YEAR else (6, HALF_YEAR)
    return (first - begin) * size + 1, (first - begin) * size + size


def in_year(day: date, year: int) -> date | None:
    """The same day of another year; None where that has no February 29."""
    try:
        return day.replace(year=year)
    except ValueError:
        return None


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


def apart(first: Days, last: Days) -> tuple[int, int]:
    """How many days lie between two dates at least and, both ends counted, at most."""
    return (last.first - first.last).days, (last.last - first.first).days + 1


def in_days(claim: Claim) -> tuple[Decimal | None, Decimal | None] | None:
    """The least and the greatest number of days that the words of a length allow, both just outside.

    None for a length without a number, or in hours.
    """
    measure = claim.value.measure if isinstance(claim.value, Duration) else None
    if measure is None:
        return None
    unit = UNITS.get(measure.unit or "")
    low, high = (measure.number,) * 2 if measure.number is not None else (measure.low, measure.high)
    if unit is None or low is None or high is None:
        return None
    room = HALF if measure.unit != "day" else Decimal(1)
    below, above = ROOMS.get(measure.hedge or "", ("exact", "exact"))
    return _moved(low, below, -room, unit), _moved(high, above, room, unit)


def _moved(stated: Decimal, kind: str | None, room: Decimal, unit: Decimal | int) -> Decimal | None:
    """A softened number moved by its room, down where that is below zero, in days; None where it has no such end."""
    return None if kind is None else (stated + _room(kind, stated, abs(room)).copy_sign(room)) * unit


def _room(kind: str, number: Decimal, room: Decimal) -> Decimal:
    """How far a softened number may be off to one side."""
    if kind == "wide":
        return room + max(HALF, number / 5)
    return max(Decimal(1), number / 4) if kind == "more" else room


def lasts(length: Claim, first: Days, last: Days) -> bool | None:
    """Whether a length may lie between two dates, however they are counted; None for a length without a number."""
    stated = in_days(length)
    if stated is None:
        return None
    low, high = apart(first, last)
    return (stated[1] is None or stated[1] > low) and (stated[0] is None or stated[0] < high)


def count_between(unit: str, first: Days, last: Days) -> int:
    """How many units lie between two dates, to show."""
    low, high = apart(first, last)
    return low if unit == "day" else round((Decimal(low) + Decimal(high)) / 2 / UNITS[unit])


def new_year(claim: Claim, year: int) -> tuple[tuple[Span, Shown], ...]:
    """The replacement of the only year in a claim's words."""
    return _replaced(claim, YEAR, str(year))


def new_number(claim: Claim, number: int) -> tuple[tuple[Span, Shown], ...]:
    """The replacement of the only short number in digits in a claim's words."""
    return _replaced(claim, NUMBER, str(number))


def _replaced(claim: Claim, part: re.Pattern[str], written: str) -> tuple[tuple[Span, Shown], ...]:
    found = list(part.finditer(claim.text[:LONGEST]))
    if len(found) != 1:
        return ()
    start = claim.span.start
    return ((Span(start + found[0].start(), start + found[0].end()), written),)
