"""The written form of a date: Extended Date/Time Format (ISO 8601-2), the subset the contract names."""

from __future__ import annotations

from datetime import date

from claimcheck.extract.dates.calendar import DAY, Bounds
from claimcheck.model.period import Grain


def edtf(grain: Grain, bounds: Bounds) -> str:
    """The EDTF string of a date whose days are known; a week or any odd stretch is an interval of days."""
    start, end = bounds
    if grain == "day" and end - start == DAY:
        return start.isoformat()
    if start.day != 1 or end.day != 1 or grain in ("day", "week"):
        return f"{start.isoformat()}/{(end - DAY).isoformat()}"
    size = (end.year - start.year) * 12 + end.month - start.month
    if grain == "century" and size != 120:
        return f"{start.year // 100:02d}XX"
    return _named(grain, start, size) or _months(start, end)


def _named(grain: Grain, start: date, size: int) -> str | None:
    """A stretch of some months that has a name: a season, quarter or half, a month, a year, a decade."""
    year = f"{start.year:04d}"
    if grain == "season":
        return f"{year}-{20 + start.month // 3}"
    if size == 1:
        return f"{year}-{start.month:02d}"
    if (grain, size) == ("quarter", 3):
        return f"{year}-{33 + start.month // 3}"
    if (grain, size) == ("half", 6):
        return f"{year}-{40 + start.month // 7}"
    if start.month == 1:
        return {12: year, 120: f"{start.year // 10:03d}X"}.get(size)
    return None


def _months(start: date, end: date) -> str:
    """An interval of whole months, of years where it has nothing else."""
    last = end - DAY
    if (start.month, end.month) == (1, 1):
        return f"{start.year:04d}/{last.year:04d}"
    return f"{start.year:04d}-{start.month:02d}/{last.year:04d}-{last.month:02d}"
