"""Dates a source only counts on to: "in August 2021 … three months later" for "November 2021"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from claimcheck.extract.dates.calendar import months
from claimcheck.ground.figures import Number
from claimcheck.ground.match import Index
from claimcheck.ground.text import Text
from claimcheck.model import Period

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
    if said.start is None or said.end is None:
        return None
    for text in (index.text for index in indexes):
        for length in text.numbers:
            if length.kind != "time" or not _later(text, length):
                continue
            base = _base(text, length)
            if base is None or not isinstance(base.claim.value, Period):
                continue
            on = _count(base.claim.value, length)
            if on is not None and said.start <= on < said.end:
                return Counted(text, (base, length), f"{base.claim.text} + {length.claim.text}")
    return None


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


def _count(base: Period, length: Number) -> date | None:
    """The day that many months or days later; None where the one is too rough for the other."""
    size = length.size
    if base.start is None or size is None or size.measure.number is None or size.measure.hedge is not None:
        return None
    number, unit = size.measure.number, size.measure.unit or ""
    if number != number.to_integral_value() or number > LONGEST:
        return None
    if unit in DAYS:
        return base.start + timedelta(int(number) * DAYS[unit]) if base.grain == "day" else None
    if unit not in MONTHS or (base.grain not in ("day", "month") and unit != "year"):
        return None
    return months(base.start, int(number) * MONTHS[unit])
