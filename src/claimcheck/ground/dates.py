"""Whether two stated dates may be one, and dates a source only counts on to: “three months later”."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from claimcheck.extract.dates.calendar import months
from claimcheck.ground.figures import Number
from claimcheck.ground.match import Index
from claimcheck.ground.text import Text
from claimcheck.model import Claim, Period
from claimcheck.model.measure import shifted
from claimcheck.model.report import Reason
from claimcheck.statements import agreement

GRAINS = ("day", "week", "month", "quarter", "season", "half", "year", "decade", "century")
Standing = Literal["same", "inside", "around", "apart", "open"]


def standing(said: Period, source: Period) -> Standing:
    """How the draft's date lies to the source's: the same, inside it, around it, apart from it, or not to be told."""
    if said.start is None or said.end is None or source.start is None or source.end is None:
        return _partly(said, source)
    mine, theirs = (said.start, said.end), (source.start, source.end)
    if mine == theirs:
        return "same"
    if said.end <= source.start or source.end <= said.start:
        return "apart"
    if "/" in said.edtf:
        return "apart" if "/" in source.edtf else "open"
    return _overlapping(mine, theirs)


def _overlapping(said: tuple[date, date], source: tuple[date, date]) -> Standing:
    if said[0] <= source[0] and source[1] <= said[1]:
        return "around"
    return "inside" if source[0] <= said[0] and said[1] <= source[1] else "open"


def agree(said: Period, source: Period) -> Reason | None:
    """ "same", "rounded" for a date said less exactly, or None."""
    how = standing(said, source)
    if how == "same":
        return "same"
    if how == "around":
        return "rounded"
    return None


def rival(said: Period, source: Period) -> bool:
    """Whether the source's date would make the draft's wrong if both are of one event: as exact, and apart."""
    return standing(said, source) == "apart" and abs(GRAINS.index(said.grain) - GRAINS.index(source.grain)) <= 1


def slipped(said: Period, source: Period) -> bool:
    """Whether a slip of the pen makes one of the other: stretches that share one end, years that differ in a digit."""
    if said.grain == source.grain == "year" and said.start is not None and source.start is not None:
        return agreement.digit_off(str(said.start.year), str(source.start.year))
    if "/" not in said.edtf or "/" not in source.edtf or None in (said.start, said.end, source.start, source.end):
        return False
    return (said.start == source.start) != (said.end == source.end)


def ends_stated(said: Period, sources: list[Claim]) -> bool:
    """Whether both ends of the draft's stretch are stated in the source on their own ("in May and June")."""
    if "/" not in said.edtf or said.start is None or said.end is None:
        return False
    periods = [each.value for each in sources if isinstance(each.value, Period)]
    return any(each.start == said.start for each in periods) and any(each.end == said.end for each in periods)


def is_issue(said: Period, published: date | None) -> bool:
    """Whether it is the day, month or year the source itself came out."""
    if published is None or said.start is None or said.end is None:
        return False
    return said.start <= published < said.end and said.grain != "day"


def is_soft(said: Period) -> bool:
    """A date that only says "a year before", or whose parts are not known: nothing to look for."""
    return said.start is None or (said.relative and GRAINS.index(said.grain) >= GRAINS.index("month"))


def _partly(said: Period, source: Period) -> Standing:
    if said.edtf == source.edtf:
        return "same"
    one, two = said.edtf.split("-"), source.edtf.split("-")
    if len(one) != 3 or len(two) != 3 or "/" in said.edtf + source.edtf:
        return "open"
    known = [(a, b) for a, b in zip(one, two, strict=True) if "X" not in a + b]
    if len(known) < 2:
        return "open"
    return "same" if all(a == b for a, b in known) else "apart"


BEFORE = 2
BEHIND = 2
MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
DAYS = {"day": 1, "week": 7}
LONGEST = 1000


class Counted(NamedTuple):
    """Where a date follows from: the date that is counted from and the length of time."""

    text: Text
    numbers: tuple[Number, Number]
    working: str


def counted(said: Period, indexes: Sequence[Index]) -> Counted | None:
    """The first place of the sources from which the date follows."""
    for text in (index.text for index in indexes):
        for length in text.numbers:
            base = _base(text, length) if length.kind == "time" and _later(text, length) else None
            on = None if base is None else _count(base, length)
            if base is not None and on is not None and _covers(said, on):
                return Counted(text, (base, length), f"{base.claim.text} + {length.claim.text}")
    return None


def _covers(said: Period, day: date) -> bool:
    return said.start is not None and said.end is not None and said.start <= day < said.end


def _later(text: Text, length: Number) -> bool:
    last = text.at(length.claim.span).stop
    words = text.words[last : last + BEHIND]
    return any(word.low in text.language.later for word in words)


def _base(text: Text, length: Number) -> Number | None:
    """The date told last before the length of time."""
    dates = [
        each
        for each in text.numbers
        if each.kind == "date" and each.at < length.at and length.sentence - each.sentence <= BEFORE
    ]
    return dates[-1] if dates else None


def _count(base: Number, length: Number) -> date | None:
    """The day that many months or days later; None where the one is too rough for the other."""
    value, measure = base.claim.value, length.size and length.size.measure
    if not isinstance(value, Period) or value.start is None or not measure or measure.hedge is not None:
        return None
    number, unit = measure.number, measure.unit or ""
    if number is None or number != number.to_integral_value() or number > LONGEST:
        return None
    return _later_by(value, int(number), unit)


def _later_by(base: Period, number: int, unit: str) -> date | None:
    if base.start is None:
        return None
    if unit in DAYS and base.grain == "day":
        return shifted(base.start, number * DAYS[unit])
    exact = base.grain in ("day", "month") or unit == "year"
    return months(base.start, number * MONTHS[unit]) if unit in MONTHS and exact else None
