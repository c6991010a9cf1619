"""A date as the words give it, before a year that nobody wrote is filled in; and how it becomes a Period."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

from claimcheck.extract.dates.calendar import DAY, FIRST_YEAR, LAST_YEAR, Bounds, exists, holiday, indexed, month_start
from claimcheck.model.measure import Grain, Part, Period


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


HALF_YEAR = timedelta(183)
FEW_MONTHS = timedelta(122)
AHEAD = {2: 0, 1: 0, 0: 90, -1: 200, -2: 2000}
"""How many days a date ahead is put farther off, by what the sentence speaks of."""


class When(NamedTuple):
    """What the words say.

    `code` is a month (1–12) or the EDTF code of a season, quarter or half. `bounds` are set where the words gave the
    days at once ("last week"). `lean` is -1 where only the past fits, +1 where only the future does. `until` is the
    other end of a range. `weekday` is the stated one; alone it is all that is known. `back` counts years from the one
    that the text named last.
    """

    grain: Grain
    year: int | None = None
    code: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: Part | None = None
    bounds: Bounds | None = None
    relative: bool = False
    holiday: tuple[Any, ...] | None = None
    lean: int = 0
    until: When | None = None
    open: str | None = None
    back: int | None = None


def settle(when: When, published: date | None, lean: int) -> Period | None:
    """The period, its missing year chosen to fit the day of publication; None where the words make no sense.

    `lean` is what the sentence speaks of: -1 the past, +1 the future, 0 unknown.
    """
    if (last := when.until) is not None:
        if last.weekday is not None and last.day is None and last.bounds is None and when.bounds is not None:
            last = last._replace(bounds=_weekday(last.weekday, when.bounds[0], 1))
        return _range(when._replace(until=None), last, published, lean)
    if when.lean:
        lean = when.lean
    if when.bounds is None and when.open is None:
        when = _dated(when, published, lean)
    return _period(when)


def _range(first: When, last: When, published: date | None, lean: int) -> Period | None:
    """From the one date to the other; what the one leaves open follows from the other."""
    first = _in_year_of(first, last)
    b = _end(first, last, published, lean)
    if b is None:
        return None
    if first.year is None and first.bounds is None and b.start is not None:
        first = _last_before(first, b.start, last)
    a = settle(first, published, lean)
    if a is None or a.impossible or b.impossible:
        return None
    if first.year is not None and last.year is None and last.code is not None and last.bounds is None:
        year = first.year + ((last.code, last.day or 0) < (first.code or 0, first.day or 0))
        b = settle(last._replace(year=year), published, lean) or b
    return _joined(a, b)


def _in_year_of(first: When, last: When) -> When:
    """The first date with the year of the last one, or the year before: "28. Dezember bis 2. Januar 2031"."""
    if first.year is not None or first.bounds is not None or first.code is None or last.year is None:
        return first
    backwards = last.code is not None and max(first.code, last.code) <= 12 and _later(first, last)
    return first._replace(year=last.year - 1 if backwards else last.year)


def _later(one: When, other: When) -> bool:
    return (one.code or 0, one.day or 0) > (other.code or 0, other.day or 0)


def _lacks_year(when: When) -> bool:
    """Whether a date has a month, and only its year is open."""
    return when.year is None and when.bounds is None and when.code is not None


def _end(first: When, last: When, published: date | None, lean: int) -> Period | None:
    """The last date of a range; a range without a year is the one that is going on, if one may be."""
    if all(map(_lacks_year, (first, last))) and published is not None and lean >= 0:
        for year in (published.year, published.year + 1):
            begin, end = _bounds(first, year - _later(first, last)), _bounds(last, year)
            if begin is not None and end is not None and begin[0] <= published < end[1]:
                return settle(last._replace(year=year), published, lean)
    return settle(last, published, first.lean or lean)


def _last_before(first: When, day: date, last: When) -> When:
    """The first date as the last such one before a day."""
    if first.code is not None or first.holiday is not None:
        return _dated(first, day, -1)
    if first.weekday is not None and first.day is None and last.grain == "day":
        return first._replace(bounds=_weekday(first.weekday, day, -1))
    return first


def _joined(a: Period, b: Period) -> Period | None:
    if a.start is not None and b.end is not None and a.start >= b.end:
        return None
    edtf = f"{a.edtf.split('/')[0]}/{b.edtf.split('/')[-1]}"
    grain = b.grain if b.grain == a.grain else "day" if "day" in (a.grain, b.grain) else "month"
    return Period(a.start, b.end, grain, edtf, relative=a.relative or b.relative)


def _dated(when: When, published: date | None, lean: int) -> When:
    """The same with its days worked out, as far as they can be."""
    if when.year is not None:
        return when._replace(bounds=_bounds(when, when.year))
    if published is None:
        return when
    if when.code is None and when.holiday is None:
        if when.weekday is not None:
            return when._replace(bounds=_weekday(when.weekday, published, lean), relative=True)
        return when
    years = range(published.year - 8, published.year + 9) if when.day == 29 else _near(published)
    dated = [when._replace(year=year, bounds=bounds) for year in years if (bounds := _bounds(when, year)) is not None]
    return min(dated, key=lambda each: (_cost(each, published, lean), each.year), default=when)


def _near(published: date) -> range:
    return range(published.year - 1, published.year + 2)


def _cost(when: When, published: date, lean: int) -> timedelta:
    """How far from the day of publication; the direction that the sentence does not speak of counts more.

    A `lean` of -2 ("seit") leaves no future at all. The widths were chosen on news of all months of a year. A weekday
    beside the date speaks for another year, if that is nearly as near.
    """
    assert when.bounds is not None
    start, end = when.bounds
    other = FEW_MONTHS if when.weekday is not None and start.weekday() != when.weekday else timedelta(0)
    if start <= published < end:
        return other
    if start > published:
        return (start - published) + timedelta(AHEAD[lean]) + other
    return (published - end) + (HALF_YEAR * lean if lean > 0 else timedelta(0)) + other


def _weekday(weekday: int, published: date, lean: int) -> Bounds:
    """The nearest such day up to today, or from today on where the sentence speaks of the future."""
    if lean > 0:
        day = published + timedelta((weekday - published.weekday()) % 7)
    else:
        day = published - timedelta((published.weekday() - weekday) % 7)
    return day, day + DAY


def _bounds(when: When, year: int) -> Bounds | None:
    if not FIRST_YEAR <= year < LAST_YEAR:
        return None
    if when.holiday is not None:
        rule, which, weekend = when.holiday
        start, end = holiday(rule, year, which)
        if weekend:
            start += DAY * ((8 - start.weekday()) % 7 - 3)
            end = start + 2 * DAY
        return start, end
    if when.code is None:
        size = {"decade": 10, "century": 100}.get(when.grain, 1)
        return month_start(max(year, 1), 1), month_start(year + size, 1)
    if when.day is not None:
        if not exists(year, when.code, when.day):
            return None
        day = date(year, when.code, when.day)
        return day, day + DAY
    return indexed(year, when.code)


def _period(when: When) -> Period | None:
    if when.open is not None:
        return Period(None, None, when.grain, when.open, part=when.part, relative=True)
    if when.bounds is None:
        return _unknown(when)
    start, end = when.bounds
    return Period(start, end, when.grain, edtf(when.grain, when.bounds), when.weekday, when.part, when.relative)


def _unknown(when: When) -> Period | None:
    """A date whose days cannot be told: its known parts with X for the others."""
    year = "XXXX" if when.year is None else f"{when.year:04d}"
    if when.holiday is not None:
        kind, numbers = when.holiday[0][:2]
        known = f"{numbers[0]:02d}-{numbers[1]:02d}" if kind == "fixed" and not when.holiday[0][3] else "XX-XX"
        return Period(None, None, "day", f"{year}-{known}", None, when.part)
    if when.code is None:
        if when.weekday is None:
            return None
        return Period(None, None, "day", "XXXX-XX-XX", when.weekday, when.part)
    if when.day is None:
        return Period(None, None, when.grain, f"{year}-{when.code:02d}", None, when.part)
    written = f"{year}-{when.code:02d}-{when.day:02d}"
    return Period(
        None, None, "day", written, when.weekday, when.part, impossible=not exists(when.year, when.code, when.day)
    )
