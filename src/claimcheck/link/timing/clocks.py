"""Hours between two times of day: "began at 9.40pm … was over at 1.15am: after more than three hours"."""

from __future__ import annotations

import re
from collections.abc import Iterator
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

    def beside(number: int) -> Row | None:
        if not 0 <= number < len(article.document.sentences):
            return None
        return by_number.get(number) or plain_row(article, number, table["phrases"])

    for row in rows:
        lengths = [at for at in row.places("length") if _short(row.claim(at))]
        if len(lengths) != 1 or len(row.places("length")) != 1 or not _whole(row, lengths[0]):
            continue
        earlier, following = beside(row.number - 1), beside(row.number + 1)
        for near in ([row], [each for each in (earlier, row) if each], [each for each in (row, following) if each]):
            if any(_short(each.claim(at)) for each in near if each is not row for at in each.places("length")):
                continue
            stretch = Span(near[0].sentence.start, near[-1].sentence.end)
            found = _times(prose, stretch, table["clock"])
            if len(found) > 2:
                break
            if len(found) == 2 and len({each.claim(at).text for each in near for at in each.places("date")}) <= 1:
                if _first_and_last(near, found[0], found[1], prose):
                    one, two = (Part(each.span, prose[each.span.start : each.span.end]) for each in found)
                    sure = (found[0].sure and found[1].sure) or max(each.minutes for each in found) > HALF_DAY + 59
                    minutes = (found[1].minutes - found[0].minutes) % (DAY if sure else HALF_DAY)
                    yield OnClock(row.claim(lengths[0]), one, two, minutes, "a length between two times of day")
                break


def _short(claim: Claim) -> bool:
    value = claim.value
    return isinstance(value, Duration) and value.measure is not None and value.measure.unit in SHORT


def _whole(row: Row, at: int) -> bool:
    """Whether the length is that of something whole: "took three hours", "the three-hour sale", "after an hour"."""
    other = row.has("compared", at - 3, at + 4) or row.role(at + 1, "ago") or row.role(at - 1, "before_ago")
    if other and not row.role(at - 1, "after"):
        return False
    after = row.role(at - 1, "after") or row.role(at + 1, "later")
    if row.role(at - 1, "not_length") and not after:
        return False
    if row.role(at + 1, "before_event") or row.role(at + 1, "after"):
        return False
    whole = " " not in row.claim(at).text.strip() or row.has("also", at - 2, at)
    return whole or after or at == 0 or row.has("lasts", at - 3, at) or row.has("lasts", at + 1, at + 5)


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
    found: list[tuple[Span, int, str | None]] = []
    for match in _pattern(tuple(marks), tuple(clock["names"])).finditer(prose, stretch.start, stretch.end):
        hour, minute, mark, behind, name = match.groups()
        span = Span(match.start(), match.end())
        if name is not None:
            found.append((span, clock["names"][name.lower()] % DAY, "named"))
        elif int(hour) <= 24 and int(minute or behind or 0) < 60:
            found.append((span, int(hour) * 60 + int(minute or behind or 0), None if mark is None else mark.lower()))
    return [_read(found, at, marks) for at in range(len(found))]


def _read(found: list[tuple[Span, int, str | None]], at: int, marks: dict[str, str]) -> Clock:
    """One time with the half of the day it lies in; in "from 9 to 11.30am" the last word is that of both."""
    span, minutes, mark = found[at]
    half = marks.get(mark or "", "")
    if mark is None and at + 1 < len(found):
        _, later, shared = found[at + 1]
        half = marks.get(shared or "", "")
        if half and minutes > later % HALF_DAY:
            half = "am" if half == "pm" else "pm"
    shift = HALF_DAY if half == "pm" else 0
    return Clock(span, minutes % HALF_DAY + shift if half else minutes, bool(half) or mark == "named")


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
    for row in near:
        if not row.sentence.start <= clock.span.start < row.sentence.end:
            continue
        at = next((n for n, item in enumerate(row.items) if item.end > clock.span.start), len(row.items))
        best: tuple[int, bool] | None = None
        for place in range(max(0, at - NEAR - 2), min(len(row.items), at + NEAR)):
            roles = row.items[place].roles
            if role in roles or other in roles:
                cost = abs(place - at)
                if best is None or cost < best[0]:
                    best = (cost, role in roles)
        return best is not None and best[1]
    return False


def _before(near: list[Row], clock: Clock, role: str) -> bool:
    """Whether the word right before a time of day plays the part."""
    for row in near:
        if row.sentence.start <= clock.span.start < row.sentence.end:
            ahead = [item for item in row.items if item.end <= clock.span.start]
            return any(role in item.roles for item in ahead[-2:])
    return False
