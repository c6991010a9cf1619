"""Times of one article of which each follows from the others: dates, lengths of time, ages, weekdays, times of day."""

from datetime import date
from typing import Literal, NamedTuple

from claimcheck.model.attribution import Part
from claimcheck.model.claim import Claim
from claimcheck.model.comparison import Evidence, RoleName
from claimcheck.model.span import Span

TimeKind = Literal[
    "age", "age_at_death", "age_at_event", "ages_differ", "ago", "century", "clock", "day", "duration", "from_to",
    "gap", "holiday", "impossible", "jubilee", "life_order", "order", "quarter", "service", "tense", "tense_loose",
    "weekday", "year",
]  # fmt: skip


class Count(NamedTuple):
    """A length of time to show: "7 Jahre"."""

    number: int
    unit: str


class DayName(NamedTuple):
    """A weekday to show, 0 for Monday."""

    weekday: int


class MonthName(NamedTuple):
    """A month to show, 1 for January."""

    month: int


Shown = str | date | Count | DayName | MonthName
"""What a message quotes, or what it writes in the reader's notation."""


class Timed(NamedTuple):
    """Places that an equation of time joins, and whether it holds.

    `values` are what a message may name, `shown` is the computation in parts, `mends` are replacements that would make
    it hold.
    """

    kind: TimeKind
    places: tuple[tuple[RoleName, Claim | Part], ...]
    fits: bool
    values: tuple[tuple[str, tuple[Shown, ...]], ...]
    shown: tuple[Shown, ...]
    mends: tuple[tuple[Span, Shown], ...] = ()
    evidence: Evidence | None = None
