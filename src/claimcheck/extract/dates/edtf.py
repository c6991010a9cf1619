"""The written form of a date: Extended Date/Time Format (ISO 8601-2), the subset the contract names."""

from __future__ import annotations

from claimcheck.extract.dates.calendar import DAY, Bounds
from claimcheck.model.period import Grain


def edtf(grain: Grain, bounds: Bounds) -> str:
    """The EDTF string of a date whose days are known; a week or any odd stretch is an interval of days."""
    start, end = bounds
    year = f"{start.year:04d}"
    if grain == "day" and end - start == DAY:
        return start.isoformat()
    if start.day == 1 and end.day == 1 and grain not in ("day", "week"):
        size = (end.year - start.year) * 12 + end.month - start.month
        if grain == "season":
            return f"{year}-{20 + start.month // 3}"
        if size == 1:
            return f"{year}-{start.month:02d}"
        if grain == "quarter" and size == 3:
            return f"{year}-{33 + start.month // 3}"
        if grain == "half" and size == 6:
            return f"{year}-{40 + start.month // 7}"
        if start.month == 1 and size == 12:
            return year
        if start.month == 1 and size == 120:
            return f"{start.year // 10:03d}X"
        if grain == "century":
            return f"{start.year // 100:02d}XX"
        last = end - DAY
        return (
            f"{year}/{last.year:04d}"
            if (start.month, end.month) == (1, 1)
            else f"{year}-{start.month:02d}/{last.year:04d}-{last.month:02d}"
        )
    return f"{start.isoformat()}/{(end - DAY).isoformat()}"
