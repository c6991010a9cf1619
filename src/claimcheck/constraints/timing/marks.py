"""One time where it stands: a date, a length or an age."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from claimcheck.constraints.timing.days import Days, age_of, days
from claimcheck.model import Claim, Duration, Measure, Period

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
