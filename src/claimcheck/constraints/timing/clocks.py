"""A length in hours or minutes and the two times of day it lies between, and hours that no clock has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from claimcheck.constraints.timing.days import Mark
from claimcheck.constraints.timing.gaps import is_free, is_whole
from claimcheck.constraints.timing.lines import Line
from claimcheck.constraints.timing.times import Times
from claimcheck.extract.clocks import DAY, HALF_DAY, HOUR, Time, times_in
from claimcheck.languages.word_roles import PREPOSITION
from claimcheck.model import Claim, Duration, Span
from claimcheck.model.comparison import Count, Shown, Timed
from claimcheck.statements.agreement import slip

SHORT = ("hour", "minute")
LATER = frozenset({"later"})
TURNS = frozenset({"later", "earlier"})
MOST_OFF, BESIDE, EARLIER = 2, 4, 6 * HOUR
"""How many hours a slip may be, how near a word stands, and how much earlier a time is that should be later."""
JOINTS = ("–", "-", "/")
ISO_TIME = re.compile(r"PT(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?\Z")


class Clock(NamedTuple):
    """A time of day in minutes after midnight; `sure`: which half of the day it is, too."""

    span: Span
    minutes: int
    sure: bool
    line: Line
    first: int
    last: int


def on_the_clock(times: Times) -> Iterator[Timed]:
    """Every length in hours or minutes with the only two times of day in reach, which its words and theirs tell of."""
    if not times.table["clock"]["marks"]:
        return
    for line in times.lines:
        for mark in _lengths(line):
            beside = _zones if _is_difference(line, mark) else _around
            found = _after_event(line, mark, times) or _from_before(line, mark, times) or beside(line, mark, times)
            if found is not None:
                yield found
    for number in _clocked(times):
        if times.may_name(number, LATER):
            yield from _told_later(times.line(number), times)


def _clocked(times: Times) -> list[int]:
    """The sentences that tell a time of day."""
    prose = times.article.document.prose
    told = times_in(prose, Span(0, len(prose)), times.table["clock"])
    return sorted({times.analysis.number(each.span.start) for each in told} - {-1})


def _told_later(line: Line, times: Times) -> Iterator[Timed]:
    """A time right behind a word such as "later", with the one told last: "at 2.30pm … Later, at 1.50pm,"."""
    clocks = _of_one_day([*times.near(line, 1, 0)], times)
    if clocks is None or clocks[1].line is not line or not _is_later(line, clocks[1]):
        return
    one, two = clocks
    minutes = (two.minutes - one.minutes) % DAY
    if (one.sure and two.sure) or max(one.minutes, two.minutes) > HALF_DAY + HOUR - 1:
        first, last = times.part(one.span), times.part(two.span)
        sign = "≥" if minutes < DAY - EARLIER else "<"
        yield Timed(
            "from_to",
            (("first", first), ("last", last)),
            sign == "≥",
            (("first", (first.text,)), ("last", (last.text,))),
            (f"{last.text} {sign} {first.text}",),
            evidence="anaphor",
        )


def _is_later(line: Line, clock: Clock) -> bool:
    """Whether "later" stands before a time by itself, with a mark and a preposition between at most."""
    at = next((at for at in range(clock.first - 1, max(-1, clock.first - BESIDE), -1) if _says_later(line, at)), None)
    if at is None or any(mark.last == at for mark in line.of_kind("length")):
        return False
    return all(line.is_mark(each) or line.tokens[each].roles & PREPOSITION for each in range(at + 1, clock.first))


def _says_later(line: Line, at: int) -> bool:
    return "later" in line.said(at) and not line.tokens[at].roles & PREPOSITION


def _lengths(line: Line) -> list[Mark]:
    """The lengths of a sentence that may lie between two times of day: the only one, or those that last, or hours."""
    found = [mark for mark in line.of_kind("length") if _is_short(mark)]
    if len(found) <= 1:
        return found
    lasting = [mark for mark in found if line.has("lasts", mark.first - 3, mark.first)]
    return lasting or [mark for mark in found if mark.unit == "hour"][:1]


def _after_event(line: Line, mark: Mark, times: Times) -> Timed | None:
    """A time so long after or before something definite: "at 9.12, nine minutes after the alarm", told in reach."""
    behind = line.said(mark.last)
    own = _times_of_day([line], times)
    if "definite" not in line.said(mark.last + 1) or len(own) != 1 or own[0].last > mark.first:
        return None
    others = [clock for clock in _times_of_day([*times.near(line, 1, 1)], times) if clock.span != own[0].span]
    if len(others) != 1 or behind.isdisjoint(("after", "before_event")):
        return None
    first, last = (others[0], own[0]) if "after" in behind else (own[0], others[0])
    found = _between(mark.claim, first, last, times)
    return None if found is None else found._replace(evidence="anaphor")


def _from_before(line: Line, mark: Mark, times: Times) -> Timed | None:
    """A time so long later or earlier than the only one of the sentence before: "at 9.20am, seven hours earlier"."""
    own, behind = _times_of_day([line], times), line.said(mark.last)
    if len(own) != 1 or behind.isdisjoint(TURNS) or not line.is_mark(mark.last + 1):
        return None
    told = [clock for clock in _times_of_day([*times.near(line, 1, 0)], times) if clock.span != own[0].span]
    if len(told) != 1:
        return None
    first, last = (told[0], own[0]) if "later" in behind else (own[0], told[0])
    found = _between(mark.claim, first, last, times)
    return None if found is None else found._replace(evidence="anaphor")


def _is_whole(line: Line, mark: Mark) -> bool:
    """Whether a length is that of something whole: "took three hours", "after an hour", "five hours later"."""
    if not is_free(line, mark, later=True):
        return False
    if is_whole(line, mark) or mark.first <= 1 or "later" in line.said(mark.last):
        return True
    return "after" in line.said(mark.first - 1) or line.has("also", mark.first - 2, mark.first)


def _is_short(mark: Mark) -> bool:
    return mark.measure is not None and mark.measure.unit in SHORT


def _around(line: Line, mark: Mark, times: Times) -> Timed | None:
    """The length with the two times of the nearest sentences that have any."""
    if line.has("compared", mark.first - 3, mark.first) or line.has("compared", mark.last, mark.last + 2):
        return None
    if "later" in line.said(mark.last):
        return _among([line], mark, times)
    for lines in ([line], [*times.near(line, 1, 0)], [*times.near(line, 0, 1)], [*times.near(line, 2, 0)]):
        others = any(_is_short(each) for near in lines if near is not line for each in near.of_kind("length"))
        if not others and len(_times_of_day(lines, times)) >= 2:
            return _among(lines, mark, times)
    return None


def _is_difference(line: Line, mark: Mark) -> bool:
    """Whether a length says how far the clocks of two places are apart: "three hours behind"."""
    return "zones" in line.said(mark.last) or line.has("zones", mark.first - 4, mark.first)


def _zones(line: Line, mark: Mark, times: Times) -> Timed | None:
    """The difference between two places with the only two times of the nearest sentences, which are one in both."""
    for lines in ([line], [*times.near(line, 1, 0)], [*times.near(line, 0, 1)]):
        clocks = _of_one_day(lines, times)
        if clocks is not None and clocks[0].line is clocks[1].line and len(line.of_kind("length")) == 1:
            apart = (clocks[1].minutes - clocks[0].minutes) % DAY
            return _between(mark.claim, *(clocks if apart <= HALF_DAY else clocks[::-1]), times)
    return None


def _of_one_day(lines: Sequence[Line], times: Times) -> tuple[Clock, Clock] | None:
    """The only two times of day of some sentences, which name no two days."""
    clocks = _times_of_day(lines, times)
    days = {date.claim.text for near in lines for date in near.dates}
    return (clocks[0], clocks[1]) if len(clocks) == 2 and len(days) <= 1 else None


def _line_of(lines: Sequence[Line], mark: Mark) -> Line:
    return next(each for each in lines if mark in each.marks)


def _among(lines: Sequence[Line], mark: Mark, times: Times) -> Timed | None:
    """The length with the only two times of some sentences, of one day.

    Where no words say that they are a beginning and an end, only a slip in one of hours and minutes makes it wrong.
    """
    clocks = _of_one_day(lines, times)
    found = None if clocks is None else _between(mark.claim, *clocks, times)
    if clocks is None or found is None or _told(_line_of(lines, mark), mark, *clocks, times):
        return found
    return found._replace(evidence="unique") if found.fits or _near(mark.claim, *clocks) else None


def _told(line: Line, mark: Mark, first: Clock, last: Clock, times: Times) -> bool:
    """Whether words say that a length is all that lies between two times: "… by 1.10am, four hours later"."""
    later = "later" in line.said(mark.last) and last.line is line and last.last <= mark.first
    return _is_whole(line, mark) and (later or _first_and_last(first, last, times))


def _near(length: Claim, first: Clock, last: Clock) -> bool:
    """Whether a slip in hours or minutes makes a length that between two times, and it fits in no order."""
    allowed = _minutes(length)
    if allowed is None or allowed[1] is None:
        return False
    stated, real = int(allowed[0] + allowed[1]) // 2, (last.minutes - first.minutes) % DAY
    (hours, minutes), (real_hours, real_minutes) = divmod(stated, HOUR), divmod(real, HOUR)
    if minutes == real_minutes:  # the same half-hour is no chance
        one_off = slip(hours, real_hours) or (minutes > 0 and abs(hours - real_hours) <= MOST_OFF)
    else:
        one_off = hours == real_hours and slip(minutes, real_minutes)
    return one_off and not allowed[0] <= DAY - real <= allowed[1]


def _between(length: Claim, first: Clock, last: Clock, times: Times) -> Timed | None:
    """The length and the minutes between two times; of half a day where nothing tells which half they lie in."""
    allowed = _minutes(length)
    if allowed is None or allowed[0] > DAY:  # two times of one day are not so far apart
        return None
    sure = (first.sure and last.sure) or max(first.minutes, last.minutes) > HALF_DAY + HOUR - 1
    whole = DAY if sure else HALF_DAY
    minutes = (last.minutes - first.minutes) % whole or whole
    one, two = (times.part(each.span) for each in (first, last))
    real = _written(minutes)
    return Timed(
        "clock",
        (("length", length), ("start", one), ("end", two)),
        allowed[0] <= minutes and (allowed[1] is None or minutes <= allowed[1]),
        (("length", (length.text,)), ("start", (one.text,)), ("end", (two.text,)), ("real", real)),
        (f"{one.text} – {two.text} = ", *real),
        evidence="calendar",
    )


def _written(minutes: int) -> tuple[Shown, ...]:
    """Hours and minutes, as far as there are any."""
    parts = [Count(number, unit) for number, unit in zip(divmod(minutes, HOUR), SHORT, strict=True) if number]
    return tuple(each for part in parts for each in (" ", part))[1:]


def _first_and_last(one: Clock, two: Clock, times: Times) -> bool:
    """Whether words say that the first time is a beginning and the second an end."""
    prose = times.article.document.prose
    joint = prose[one.span.end : two.span.start].strip().lower()
    if joint in JOINTS:
        return True
    until = two.line.has("until", two.first - 2, two.first)
    if until and (one.line.has("from_", one.first - 2, one.first) or len(joint.split()) <= 2):
        return True
    begins = one.line.plays(one, "begins", "ends") or one.line.has("from_", one.first - 2, one.first)
    closes = two.line.plays(two, "ends", "begins")
    return begins and (closes or until)


def _times_of_day(lines: Sequence[Line], times: Times) -> list[Clock]:
    """The times of day of some sentences, in their order."""
    prose, clock = times.article.document.prose, times.table["clock"]
    return [_placed(line, each) for line in lines for each in times_in(prose, line.sentence.span, clock)]


def _placed(line: Line, time: Time) -> Clock:
    """A time of day with the words of the sentence that it is."""
    first, last = line.sentence.token_at(time.span.start), line.sentence.token_at(time.span.end - 1) + 1
    return Clock(*time, line, first, last)


def _minutes(claim: Claim) -> tuple[Decimal, Decimal | None] | None:
    """The least and the greatest number of minutes that the words allow; None for a length without a number."""
    value = claim.value
    if not isinstance(value, Duration) or value.measure is None:
        return None
    match = ISO_TIME.match(value.iso or "")
    if match is None or not any(match.groups()):
        return None
    hours, minutes = map(Decimal, match.groups("0"))
    stated = hours * HOUR + minutes
    room = Decimal(5)
    if not all(match.groups()):
        room = max(room, stated / 10) if match.group(1) is None else Decimal(HOUR) / 2
    return _allowed(stated, value.measure.hedge or "", room)


def _allowed(stated: Decimal, hedge: str, room: Decimal) -> tuple[Decimal, Decimal | None]:
    """The bounds of a number of minutes that a word softens."""
    more = max(Decimal(HOUR) / 2, stated / 4)
    less, most = room / 3, max(Decimal(HOUR), more)
    bounds: dict[str, tuple[Decimal, Decimal | None]] = {
        "over": (stated - less, None), "at_least": (stated - less, None), "good": (stated - less, stated + most),
        "nearly": (stated - most, stated + less), "under": (Decimal(0), stated + less),
        "up_to": (Decimal(0), stated + less), "about": (stated - room - more, stated + room + more),
    }  # fmt: skip
    return bounds.get(hedge, (stated - room, stated + room))
