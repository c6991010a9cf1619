"""Dates against the calendar: the weekday that stands beside a date, and days, weeks and hours that do not exist."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from claimcheck.constraints.timing.days import Mark, ends, in_year
from claimcheck.constraints.timing.lines import Line
from claimcheck.constraints.timing.times import Times
from claimcheck.languages.word_roles import COMMA, OPEN, PREPOSITION, PRESENT
from claimcheck.model import Claim, Period, Span
from claimcheck.model.claim import Part
from claimcheck.model.comparison import DayName, RoleName, Shown, Timed
from claimcheck.model.measure import shifted

AROUND = timedelta(30)
WITHIN = timedelta(120)
LEAP = 29
BESIDE = 6
LONG_AGO = 3
NUMBER = re.compile(r"(?<![0-9])[0-9]{1,2}(?![0-9])")
NAMELESS = re.compile(r"[^0-9]*[0-9]*\.?")
"""A date names its month; "Friday, the 1." may be the beginning of a name."""
YEAR_DIGITS = re.compile(r"[0-9]{4}|[0-9]\.[0-9]{1,2}\.[0-9]{2}")


def weekdays(times: Times) -> Iterator[Timed]:
    """Every weekday with the date it is told of, whose year is certain."""
    for line in times.lines:
        for mark in line.dates:
            yield from _in_claim(line, mark, times)
            yield from _ends_of_range(line, mark, times)
        yield from _apposed(line, times)
        yield from _night(line, times)
        for one, other in pairwise(line.dates):
            yield from _elsewhere(line, one, other, times)


def _in_claim(line: Line, mark: Mark, times: Times) -> Iterator[Timed]:
    """A weekday that is one with its date: "am Montag, dem 13. Mai"; the date of a night may be that of its evening."""
    if mark.weekday is None or mark.grain != "day" or mark.relative or mark.range or not _names_month(mark.claim.text):
        return
    if _opens_another(line, mark):
        return  # "said on Wednesday, on 3 October there had been …"
    at_night = line.has("night", mark.first - BESIDE, mark.first)
    yield from _told(line, mark, (None, mark.weekday), _meant(line, mark, times), times, at_night=at_night)


def _opens_another(line: Line, mark: Mark) -> bool:
    """Whether the day behind a weekday begins a clause of its own, whose verb follows."""
    owners = line.sentence.owners
    again = any(line.tokens[at].roles & PREPOSITION for at in range(mark.first + 1, mark.last))
    verb = line.sentence.clauses[owners[mark.last - 1]].verb
    return again and owners[mark.first] != owners[mark.last - 1] and verb is not None and verb >= mark.last


def _names_month(text: str) -> bool:
    """Whether a date names its month: "Friday, the 1." may be the beginning of a name."""
    return NAMELESS.fullmatch(text) is None or text[-1:].isdigit()


def _told(
    line: Line,
    mark: Mark,
    stated: tuple[Part | None, int],
    days: Sequence[date],
    times: Times,
    *,
    at_night: bool = False,
) -> Iterator[Timed]:
    """A weekday with the days that its date may be, the likeliest first; none where it may be no day."""
    word, weekday = stated
    allowed = {weekday, (weekday - 1) % 7} if at_night else {weekday}
    day = next((each for each in days if each.weekday() in allowed), days[0] if days else None)
    if day is None:
        return
    fits = day.weekday() in allowed
    if fits or not _of_other_year(line, mark, day, allowed, times):
        yield _weekday(mark.claim, word, weekday, day, times, fits=fits)


def _of_other_year(line: Line, mark: Mark, day: date, stated: Collection[int], times: Times) -> bool:
    """Whether a date of something over may be that of a year long past of which the article tells, by its weekday."""
    verb = line.clause(mark).verb
    if YEAR_DIGITS.search(mark.claim.text) or verb is None or line.tokens[verb].roles & PRESENT:
        return False
    others = (in_year(day, year) for year in times.years_before(line.number) if year <= day.year - LONG_AGO)
    return any(other is not None and other.weekday() in stated for other in others)


def _meant(line: Line, mark: Mark, times: Times) -> list[date]:
    """The days that a date may be, the likeliest first; none where its year is not certain."""
    value, published = mark.period, times.published
    if value is None or value.impossible:
        return []
    if value.start is not None and f"{value.start.year % 100:02d}" in mark.claim.text:
        return [value.start]
    near = _candidates(value, published) if published is not None else []
    if published is None or not near or abs(near[0] - published) > WITHIN:
        return []
    year = _carried(line, mark, times, published)
    return near if year is None else _told_over(line, mark, near, in_year(near[0], year), published)


def _told_over(line: Line, mark: Mark, near: list[date], then: date | None, published: date) -> list[date]:
    """The days near the publication and the one of a year told before; what is over is no day to come."""
    over = line.clause(mark).tense in ("past", "perfect")
    days = [each for each in (*near, then) if each is not None and not (over and each > published)]
    return days if then is not None else []


def _candidates(value: Period, published: date) -> list[date]:
    """The day and month of the date in the year that brings it closest to the publication, and in the year before."""
    try:
        month, day = int(value.edtf[5:7]), int(value.edtf[8:10])
        candidates = [date(published.year + shift, month, day) for shift in (-1, 0, 1)]
        near = min(candidates, key=lambda candidate: abs((candidate - published).days))
        if abs(near - published) <= AROUND:
            return [near]  # nobody looks back a year on a day of these weeks without saying so
        return [near, near.replace(year=near.year - 1)]
    except ValueError:
        return []


def _carried(line: Line, mark: Mark, times: Times, published: date) -> int | None:
    """The only year long past that the sentences up to a date name, if it goes on from there."""
    years = {
        each.start.year
        for near in times.near(line, 2, 0)
        for each in near.dates
        if each is not mark and not each.relative and each.start is not None and YEAR_DIGITS.search(each.claim.text)
    }
    return min(years) if len(years) == 1 and min(years) <= published.year - LONG_AGO else None


def _ends_of_range(line: Line, mark: Mark, times: Times) -> Iterator[Timed]:
    """The weekdays within a range of days: "Friday 2 to Sunday 5 May 2025", "Freitag, 3., bis Sonntag, 5. Mai"."""
    both = ends(mark.claim) if mark.range and mark.grain == "day" and not mark.relative else None
    for at, weekday, last in _weekdays_of(line, mark, times) if both is not None else ():
        day = both[last].first if both is not None else None
        if day is not None and _sure(mark, day, times):
            yield from _told(line, mark, (line.part(at, at + 1), weekday), [day], times)


def _weekdays_of(line: Line, mark: Mark, times: Times) -> list[tuple[int, int, bool]]:
    """The places of the weekdays of a range, with whether each is that of its end."""
    opened = line.is_mark(mark.first - 1, OPEN) or line.is_mark(mark.first - 2, OPEN)
    places = range(mark.first if opened else max(0, mark.first - 2), mark.last)
    named = [(at, weekday) for at in places if (weekday := _named(line, at, times)) is not None]
    if len(named) > 2:
        return []
    return [
        (at, weekday, len(named) == 2 == number + 1 or at > mark.first + 1)
        for number, (at, weekday) in enumerate(named)
    ]


def _sure(mark: Mark, day: date, times: Times) -> bool:
    """Whether the year of a day is written, or that of the publication because it lies close."""
    if str(day.year) in mark.claim.text or f".{day.year % 100:02d}" in mark.claim.text:
        return True
    return times.published is not None and abs(day - times.published) <= AROUND


def _named(line: Line, at: int, times: Times) -> int | None:
    """The weekday that a word is, 0 for Monday."""
    known = times.calendar["words"].get(line.low(at))
    return known.get("weekday") if known else None


def _apposed(line: Line, times: Times) -> Iterator[Timed]:
    """A weekday behind an article that says what a date is: "Jan. 1, a Friday", "it fell on a Friday"."""
    inside = {at for mark in line.dates for at in range(mark.first, mark.last)}
    for at in range(2, len(line.tokens)):
        weekday = _named(line, at, times) if at not in inside and "indefinite" in line.said(at - 1) else None
        mark = _date_before(line, at) if weekday is not None else None
        if weekday is not None and mark is not None and _explains(line, at):
            yield from _told(line, mark, (line.part(at, at + 1), weekday), _meant(line, mark, times), times)


def _date_before(line: Line, at: int) -> Mark | None:
    """The date that stands not far before a place, if it is a single day that the text names."""
    ahead = [mark for mark in line.dates if mark.last < at and at - mark.last <= BESIDE]
    mark = ahead[-1] if ahead else None
    return mark if mark is not None and mark.grain == "day" and not mark.range and not mark.relative else None


def _explains(line: Line, at: int) -> bool:
    """Whether a weekday says what the date before it is: behind a mark or a verb, and with no noun that follows."""
    before = line.said(at - 2)
    falls = "falls" in before or ("falls" in line.said(at - 3) and bool(line.tokens[at - 2].roles & PREPOSITION))
    again = line.is_mark(at - 3, COMMA | OPEN) and not line.capital(at - 2)  # ", ebenfalls einem Dienstag"
    told = falls or again or bool(before.intersection(("also", "on", "equal"))) or line.is_mark(at - 2, COMMA | OPEN)
    return told and (line.is_mark(at + 1) or bool(line.said(at + 1)) or falls)


def _elsewhere(line: Line, one: Mark, other: Mark, times: Times) -> Iterator[Timed]:
    """A weekday by itself with the date behind it that is its own."""
    both = _alone_with_date(one, other)
    if both is None or not _sure(other, both[0], times):
        return
    stated = one.weekday if not one.range else _as_long(one, other)
    if stated is not None:
        day = _day_beside(line, one, other, both)
        if day is not None:
            yield from _told(line, other, (times.part(one.claim.span), stated), [day], times)


def _alone_with_date(one: Mark, other: Mark) -> tuple[date, date] | None:
    """The first and the last day of a named date without a weekday, behind weekdays without a date."""
    if one.grain != "day" or other.grain != "day" or not one.relative or not other.fixed or other.weekday is not None:
        return None
    both = ends(other.claim)
    return None if both is None else (both[0].first, both[1].first)


def _day_beside(line: Line, one: Mark, other: Mark, both: tuple[date, date]) -> date | None:
    """The day whose weekday stands alone before a date, as the words between them say."""
    between = line.between(one, other)
    if one.range:
        return None if any(line.is_mark(at, OPEN) for at in between) else both[0]
    if other.range:
        night = line.has("night", one.first - BESIDE, one.first) and line.beside(one, other, ("apposed", "on"))
        return both[1] if night else None
    return both[0] if _of_week(line, between) else None


def _night(line: Line, times: Times) -> Iterator[Timed]:
    """The weekday that a night leads to, with the only two dates told of it, which follow each other."""
    for mark in line.dates:
        if mark.relative and mark.weekday is not None and line.has("night", mark.first - BESIDE, mark.first):
            day = _morning([date for near in times.near(line, 0, 1) for date in near.dates if date.fixed], times)
            if day is not None and day.day is not None:
                yield from _told(line, day, (times.part(mark.claim.span), mark.weekday), [day.day], times)


def _morning(dates: list[Mark], times: Times) -> Mark | None:
    """The second of the only two dates, if it is the day after the first."""
    days = [day for date in dates if (day := date.day) is not None]
    follow = len(days) == len(dates) == 2 and days[1] - days[0] == timedelta(1)
    return dates[1] if follow and _sure(dates[1], days[1], times) else None


def _of_week(line: Line, between: range) -> bool:
    """Whether words such as "der Folgewoche" and a mark stand between a weekday and its date."""
    if not 2 <= len(between) <= BESIDE or not line.has("week", between[0], between[-1] + 1):
        return False
    marks = [at for at in between if line.is_mark(at)]
    return len(marks) == 1 and line.is_mark(marks[0], COMMA | OPEN) and between[-1] - marks[0] <= 1


def _as_long(one: Mark, other: Mark) -> int | None:
    """The first weekday of a range of weekdays that has as many days as a range of dates."""
    if one.days is None or other.days is None or one.weekday is not None:
        return None
    same = one.days.last - one.days.first == other.days.last - other.days.first
    return one.days.first.weekday() if same else None


def _weekday(claim: Claim, word: Part | None, stated: int, day: date, times: Times, *, fits: bool) -> Timed:
    dates: tuple[RoleName, Claim] = ("date", claim)
    whole = claim.text if word is None or word.text in claim.text else f"{claim.text} … {word.text}"
    return Timed(
        "weekday",
        (dates,) if word is None else (dates, ("word", word)),
        fits,
        (
            ("date", (whole,)),
            ("stated", (DayName(stated),)),
            ("real", (DayName(day.weekday()),)),
            ("day", (day.isoformat(),)),
        ),
        (f"{day.isoformat()} = ", DayName(day.weekday())),
        _mends(claim, word, day, stated, times),
        "calendar",
    )


def _mends(claim: Claim, word: Part | None, day: date, weekday: int, times: Times) -> tuple[tuple[Span, Shown], ...]:
    """The right weekday, where the text writes the stated one in full, and the nearest day that has the stated one."""
    found: list[tuple[Span, Shown]] = []
    where = word or Part(claim.span, claim.text)
    names: list[str] = times.notation["weekdays"]
    if names[weekday] in where.text:
        start = where.span.start + where.text.index(names[weekday])
        found.append((Span(start, start + len(names[weekday])), names[day.weekday()]))
    other = shifted(day, (weekday - day.weekday() + 3) % 7 - 3)
    number = next((each for each in NUMBER.finditer(claim.text) if int(each.group()) == day.day), None)
    if number is not None and other.month == day.month:
        span = Span(claim.span.start + number.start(), claim.span.start + number.end())
        found.append((span, f"{other.day:0{len(number.group())}d}"))
    return tuple(found)
