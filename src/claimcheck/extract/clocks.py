"""Times of day, in digits and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest
from typing import Any, NamedTuple

from claimcheck.model import Span

HALF_DAY, DAY, HOUR = 720, 1440, 60


def clocks(
    prose: str, sentences: Sequence[Span], clock: dict[str, Any], words: dict[str, Any]
) -> Iterator[tuple[Span, int]]:
    """The times of day of a text, in minutes after midnight."""
    for sentence in sentences if clock.get("marks") else ():
        for each in times_in(prose, sentence, clock):
            if prose[each.span.start].isdigit():
                yield each.span, each.minutes
        yield from _spoken(prose, sentence, words["spoken"])


def _spoken(prose: str, sentence: Span, words: dict[str, Any]) -> Iterator[tuple[Span, int]]:
    """ "halb drei", "a quarter to three", "six o'clock", "kurz nach vier in der Früh"; a bare hour is a number."""
    hours, shifts, parts = words["hours"], words["shifts"], words["parts"]
    groups = tuple(words["before"]), tuple(shifts), tuple(hours), tuple(words["marks"]), tuple(parts)
    for match in _words(*groups).finditer(prose, *sentence):
        before, _, shift, hour, mark, part = (None if each is None else each.lower() for each in match.groups())
        moved, half = shifts.get(shift, 0), parts.get(part)
        if moved or mark or (before and (shift or part)):
            minutes = hours[hour] * HOUR + moved + (HALF_DAY if half == "pm" else 0)
            yield Span(match.start("time"), match.end()), minutes % DAY


@cache
def _words(*groups: tuple[str, ...]) -> re.Pattern[str]:
    before, shift, hour, mark, part = (
        "|".join(re.escape(each) for each in sorted(words, key=len, reverse=True)) or "(?!)" for words in groups
    )
    return re.compile(
        rf"(?<!\w)(?:({before}) )?(?P<time>(?:({shift}) )?({hour})(?: ({mark}))?(?: ({part}))?)(?!\w)", re.IGNORECASE
    )


class Time(NamedTuple):
    """A time of day in minutes after midnight; `sure`: which half of the day it is, too."""

    span: Span
    minutes: int
    sure: bool


def times_in(prose: str, span: Span, clock: dict[str, Any]) -> list[Time]:
    """The times of day in a stretch of the text; in "from 9 to 11.30am" the last word is that of both."""
    marks: dict[str, str] = clock["marks"]
    found: list[tuple[Span, int, str | None]] = []
    for match in _pattern(tuple(marks), tuple(clock["names"])).finditer(prose, span.start, span.end):
        hour, minute, mark, behind, name = match.groups()
        minutes = int(minute or behind or 0)
        if name is not None:
            found.append((Span(*match.span()), clock["names"][name.lower()] % DAY, "named"))
        elif int(hour) <= DAY // HOUR and minutes < HOUR:
            found.append((Span(*match.span()), int(hour) * HOUR + minutes, None if mark is None else mark.lower()))
    return [_time(time, after, marks) for time, after in zip_longest(found, found[1:])]


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


def _time(
    time: tuple[Span, int, str | None], following: tuple[Span, int, str | None] | None, marks: dict[str, str]
) -> Time:
    span, minutes, mark = time
    half = marks.get(mark or "", "")
    if mark is None and following is not None:
        half = marks.get(following[2] or "", "")
        if half and minutes > following[1] % HALF_DAY:
            half = "am" if half == "pm" else "pm"
    if not half:
        return Time(span, minutes, mark == "named")
    return Time(span, minutes % HALF_DAY + (HALF_DAY if half == "pm" else 0), sure=True)
