"""Dates of reduced precision, as claims give them: 2024, 2024-03, 2024-03-27, 2024?, 2019/2023."""

from __future__ import annotations

import re
from datetime import date

from claimcheck.model.period import Grain, Period, shifted, year_start

_DATE = r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\??"


def period(written: str) -> Period:
    """The period an EDTF string names, its end exclusive; ValueError says what would be right.

    Of an interval the grain is that of its coarser end. An uncertain date ("2024?") is the same period.
    """
    first, slash, second = written.partition("/")
    start, end, grain = _one(first, written)
    if slash:
        begun, end, other = _one(second, written)
        if begun < start:
            raise ValueError(f"{written!r} ends before it begins")
        grain = max(grain, other, key=("day", "month", "year").index)
    return Period(start, end, grain, written)


def ends_before(last: str, first: str) -> bool:
    """Whether a stretch that ends with the one date is over before the other begins."""
    end, start = period(last).end, period(first).start
    return end is not None and start is not None and end <= start


def _one(text: str, written: str) -> tuple[date, date, Grain]:
    match = re.fullmatch(_DATE, text)
    if match is None:
        raise ValueError(f"{written!r} is no date; write 2024, 2024-03, 2024-03-27 or 2023/2024")
    year, month, day = match.groups()
    try:
        if month is None:
            return date(int(year), 1, 1), year_start(int(year) + 1), "year"
        if day is None:
            start = date(int(year), int(month), 1)
            following = shifted(start, 31)
            return start, following if following == date.max else following.replace(day=1), "month"
        start = date(int(year), int(month), int(day))
        return start, shifted(start, 1), "day"
    except ValueError:
        raise ValueError(f"{written!r} is in no calendar; write a date that exists") from None
