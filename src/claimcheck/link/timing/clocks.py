"""Hours between two times of day: "began at 9.40pm … was over at 1.15am: after more than three hours"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from claimcheck.link.timing.row import Row, plain_row
from claimcheck.model import Claim, Duration, Span
from claimcheck.model.attribution import Part
from claimcheck.model.report import Article
from claimcheck.model.timing import OnClock

SHORT = ("hour", "minute")
NEAR = 6
HALF_DAY = 720
DAY = 1440
JOINTS = ("–", "-", "/")


Written = tuple[Span, int, str | None]
"""A time as written: its place, the minutes after midnight that the digits say, the word behind them."""


class Clock(NamedTuple):
    """A time of day in minutes after midnight; `sure`: which half of the day it is, too."""

    span: Span
    minutes: int
    sure: bool


def clocks(article: Article, rows: list[Row], table: dict[str, Any]) -> Iterator[OnClock]:
    """Every length in hours or minutes with the only two times of day of its sentence and of those beside it."""
    if not table["clock"]["marks"]:
        return
    prose = article.document.prose
    by_number = {row.number: row for row in rows}

    def beside(number: int) -> list[Row]:
        if not 0 <= number < len(article.document.sentences):
            return []
        return [by_number.get(number) or plain_row(article, number, table["phrases"])]

    for row in rows:
        lengths = row.places("length")
        if len(lengths) == 1 and _short(row.claim(lengths[0])) and _whole(row, lengths[0]):
            near = ([row], [*beside(row.number - 1), row], [row, *beside(row.number + 1)])
            yield from _on_clock(row, row.claim(lengths[0]), near, prose, table["clock"])


def _on_clock(
    row: Row, length: Claim, near: Sequence[list[Row]], prose: str, clock: dict[str, Any]
) -> Iterator[OnClock]:
    """The length with the two times of the nearest sentences that have any."""
    for rows in near:
        if any(_short(each.claim(at)) for each in rows if each is not row for at in each.places("length")):
            continue
        found = _times(prose, Span(rows[0].sentence.start, rows[-1].sentence.end), clock)
        if len(found) > 2:
            return
        if len(found) == 2 and len({each.claim(at).text for each in rows for at in each.places("date")}) <= 1:
            if _first_and_last(rows, found[0], found[1], prose):
                yield _between(length, found[0], found[1], prose)
            return


def _between(length: Claim, first: Clock, last: Clock, prose: str) -> OnClock:
    """The length and the minutes between two times; of half a day where nothing tells which half they lie in."""
    one, two = (Part(each.span, prose[each.span.start : each.span.end]) for each in (first, last))
    sure = (first.sure and last.sure) or max(first.minutes, last.minutes) > HALF_DAY + 59
    minutes = (last.minutes - first.minutes) % (DAY if sure else HALF_DAY)
    return OnClock(length, one, two, minutes, "a length between two times of day")


def _short(claim: Claim) -> bool:
    value = claim.value
    return isinstance(value, Duration) and value.measure is not None and value.measure.unit in SHORT


def _whole(row: Row, at: int) -> bool:
    """Whether the length is that of something whole: "took three hours", "the three-hour sale", "after an hour"."""
    if row.role(at + 1, "before_event") or row.role(at + 1, "after") or _other_length(row, at):
        return False
    after = row.role(at - 1, "after") or row.role(at + 1, "later")
    whole = " " not in row.claim(at).text.strip() or row.has("also", at - 2, at)
    return whole or after or at == 0 or row.has("lasts", at - 3, at) or row.has("lasts", at + 1, at + 5)


def _other_length(row: Row, at: int) -> bool:
    """Whether the words beside a length make it a difference, a limit or a time gone by."""
    if row.role(at - 1, "after"):
        return False
    if row.has("compared", at - 3, at + 4) or row.role(at + 1, "ago") or row.role(at - 1, "before_ago"):
        return True
    return row.role(at - 1, "not_length") and not row.role(at + 1, "later")


@cache
def _pattern(marks: tuple[str, ...], names: tuple[str, ...]) -> re.Pattern[str]:
    """Hours and minutes with the word behind them, two hours that share it, or a time that is a word."""
    after = "|".join(re.escape(each) for each in sorted(marks, key=len, reverse=True))
    named = "|".join(re.escape(each) for each in sorted(names, key=len, reverse=True)) or "(?!)"
    return re.compile(
        rf"(?<![\w.,:])(?:(\d{{1,2}})(?:[.:](\d\d))?(?:[ ]?({after})(?!\w)(?:[ ](\d\d)(?!\w))?"
        rf"|(?=[ ](?:\w{{2,5}}[ ]){{1,2}}\d{{1,2}}(?:[.:]\d\d)?[ ]?(?:{after})(?!\w)))|({named})(?!\w))",
        re.IGNORECASE,
    )


def _times(prose: str, stretch: Span, clock: dict[str, Any]) -> list[Clock]:
    """The times of day of a stretch of text, in its order."""
    marks: dict[str, str] = clock["marks"]
    found: list[Written] = []
    for match in _pattern(tuple(marks), tuple(clock["names"])).finditer(prose, stretch.start, stretch.end):
        hour, minute, mark, behind, name = match.groups()
        span = Span(match.start(), match.end())
        minutes = int(minute or behind or 0)
        if name is not None:
            found.append((span, clock["names"][name.lower()] % DAY, "named"))
        elif int(hour) <= 24 and minutes < 60:
            found.append((span, int(hour) * 60 + minutes, None if mark is None else mark.lower()))
    return [_read(time, found[at + 1] if at + 1 < len(found) else None, marks) for at, time in enumerate(found)]


def _read(time: Written, following: Written | None, marks: dict[str, str]) -> Clock:
    """One time with the half of the day it lies in; in "from 9 to 11.30am" the last word is that of both."""
    span, minutes, mark = time
    half = marks.get(mark or "", "")
    if mark is None and following is not None:
        half = marks.get(following[2] or "", "")
        if half and minutes > following[1] % HALF_DAY:
            half = "am" if half == "pm" else "pm"
    if not half:
        return Clock(span, minutes, mark == "named")
    return Clock(span, minutes % HALF_DAY + (HALF_DAY if half == "pm" else 0), True)


def _first_and_last(near: list[Row], one: Clock, two: Clock, prose: str) -> bool:
    """Whether words say that the first time is a beginning and the second an end."""
    joint = prose[one.span.end : two.span.start].strip().lower()
    if joint in JOINTS:
        return True
    first, last = _around(near, one, "begins", "ends"), _around(near, two, "ends", "begins")
    spoken = _before(near, two, "until") and (_before(near, one, "from_") or len(joint.split()) <= 2)
    return spoken or (first and (last or _before(near, two, "until")))


def _around(near: list[Row], clock: Clock, role: str, other: str) -> bool:
    """Whether the nearest word of the two roles around a time of day plays the first one."""
    row = next((row for row in near if row.sentence.start <= clock.span.start < row.sentence.end), None)
    if row is None:
        return False
    at = next((n for n, item in enumerate(row.items) if item.end > clock.span.start), len(row.items))
    places = range(max(0, at - NEAR - 2), min(len(row.items), at + NEAR))
    either = [place for place in places if not row.items[place].roles.isdisjoint((role, other))]
    return bool(either) and role in row.items[min(either, key=lambda place: abs(place - at))].roles


def _before(near: list[Row], clock: Clock, role: str) -> bool:
    """Whether the word right before a time of day plays the part."""
    for row in near:
        if row.sentence.start <= clock.span.start < row.sentence.end:
            ahead = [item for item in row.items if item.end <= clock.span.start]
            return any(role in item.roles for item in ahead[-2:])
    return False
