"""Times that do not exist: a day that no month has, an hour that no clock has, an end before its beginning."""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Iterator
from datetime import timedelta
from functools import cache

from claimcheck.constraints.timing.calendar import YEAR_DIGITS
from claimcheck.constraints.timing.days import ends
from claimcheck.constraints.timing.marks import Mark
from claimcheck.constraints.timing.times import Times
from claimcheck.model import Span
from claimcheck.model.timing import Timed

MOST_BACK = timedelta(45)
LEAP = 29
HOURS, MINUTES = 24, 60


def impossible(times: Times) -> Iterator[Timed]:
    """Every date that names a day; "this year" beside it says which February it is."""
    for line in times.lines:
        for at, mark in enumerate(line.dates):
            if mark.period is not None and mark.period.grain == "day":
                following = line.dates[at + 1] if at + 1 < len(line.dates) else None
                wrong = mark.period.impossible or _no_leap_day(mark, following)
                yield Timed(
                    "impossible", (("date", mark.claim),), not wrong, (("date", (mark.claim.text,)),),
                    (mark.period.edtf,), evidence="calendar",
                )  # fmt: skip


def _no_leap_day(mark: Mark, following: Mark | None) -> bool:
    """Whether "February 29" stands right before words for a year that has no such day: "this year", "last year"."""
    if following is None or following.first - mark.last > 1 or mark.start is None or following.start is None:
        return False
    leap = (mark.start.month, mark.start.day) == (2, LEAP)
    return leap and following.grain == "year" and following.relative and not isleap(following.start.year)


def reversed_ranges(times: Times) -> Iterator[Timed]:
    """Every range of days without a year: its end lies before its start where it would have to last a year."""
    for line in times.lines:
        for mark in line.dates:
            both = ends(mark.claim) if mark.range and mark.grain == "day" and not mark.relative else None
            if both is not None and not YEAR_DIGITS.search(mark.claim.text):
                first, last = both[0].first, both[1].first
                turn = last.year == first.year + 1 and last.day < LEAP
                wrong = turn and timedelta(0) < first - last.replace(year=first.year) <= MOST_BACK
                yield Timed(
                    "from_to", (("range", mark.claim),), not wrong,
                    (("first", (mark.claim.text,)), ("last", (last.isoformat(),))),
                    (f"{first.isoformat()}/{last.isoformat()}",), evidence="wording",
                )  # fmt: skip


def no_such_times(times: Times) -> Iterator[Timed]:
    """Every time of day behind its word: no clock has an hour 25 or a minute 65."""
    clock = times.table["clock"]
    marks = [mark for mark, half in clock["marks"].items() if not half]
    if not marks:
        return
    prose = times.article.document.prose
    for match in _digital(tuple(marks)).finditer(prose):
        fits = int(match[1]) <= HOURS and int(match[2]) < MINUTES
        part = times.part(Span(*match.span()))
        yield Timed("impossible", (("date", part),), fits, (("date", (part.text,)),), (part.text,), evidence="calendar")


@cache
def _digital(marks: tuple[str, ...]) -> re.Pattern[str]:
    after = "|".join(re.escape(each) for each in marks)
    return re.compile(rf"(?<![\w.,:–-])(\d{{1,2}})[.:](\d\d) ?(?:{after})(?!\w)", re.IGNORECASE)
