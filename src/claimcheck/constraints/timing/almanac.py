"""What the calendar alone decides: the day of a holiday, a day no month has, an hour no clock has, a century."""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

from claimcheck.constraints.timing.calendar import YEAR_DIGITS
from claimcheck.constraints.timing.days import Mark, ends
from claimcheck.constraints.timing.gaps import CLASSES
from claimcheck.constraints.timing.lines import Line
from claimcheck.constraints.timing.times import Times, twice
from claimcheck.extract.dates.calendar import holiday as day_of_rule
from claimcheck.languages.word_roles import COORDINATOR
from claimcheck.model import Span
from claimcheck.model.comparison import Timed
from claimcheck.model.measure import shifted

MOST_APART, REACH, WEEK, MOST_DAYS, CENTURY = 9, 2, 7, 14, 100
SETTLED = 1950
"""Before, some holidays lay on other days."""


def feast(text: str, times: Times) -> list[Any] | None:
    """The rule of a claim that is nothing but the name of a day of the year."""
    words = times.calendar["words"]
    symbols = words.get(text.lower()) or words.get(text.lower().partition(" ")[2])
    name = symbols.get("holiday") if symbols else None
    rule: list[Any] | None = times.calendar["holidays"].get(name) if name else None
    return rule


def holiday(one: Mark, other: Mark, rule: list[Any], year: int | None = None, shift: int = 0) -> Timed | None:
    """A holiday, or the day before or after, beside a date: its day in the year of that date, or in one told."""
    feast_day = None if other.day is None else _day_of(one, rule, year or other.day.year)
    if feast_day is None or other.day is None:
        return None
    day = shifted(feast_day, shift)
    fits = (other.day.month, other.day.day) == (day.month, day.day)
    return twice("holiday", one.claim, other.claim, None if fits else (day,))


def shifted_feast(line: Line, one: Mark) -> bool:
    """Whether another day is told by a holiday: "the day before Christmas Eve"."""
    return not line.said(one.first - 1).isdisjoint(("after", "before_event", "before_ago"))


def days_from(line: Line, one: Mark, times: Times) -> int | None:
    """How many days another day that is told by a holiday lies from it: "the day before Christmas Eve"; else none."""
    if not shifted_feast(line, one):
        return 0
    noun, units = line.low(one.first - 2), times.table["units"]
    if not noun or not any(unit == "day" and each.startswith(noun) for each, unit in units.items()):
        return None
    if noun in units:
        return None  # "two days before Christmas Eve"
    return 1 if "after" in line.said(one.first - 1) else -1


def _day_of(one: Mark, rule: list[Any], year: int) -> date | None:
    """The only day of a holiday in a year; of a row, such as the Sundays in Advent, the one that was counted."""
    if rule[3]:
        return one.day if one.day is not None and one.day.year == year and " " in one.claim.text else None
    start, end = day_of_rule(rule, year, 0)
    return start if end - start == timedelta(1) else None


def _feasts(dates: Sequence[Mark], times: Times) -> list[tuple[Mark, list[Any]]]:
    return [(mark, rule) for mark in dates if (rule := feast(mark.claim.text, times)) is not None]


def falling(line: Line, times: Times) -> Iterator[Timed]:
    """Such as "Good Friday falls on April 18 in 2025": the feast, the verb, the day, and perhaps the year."""
    dates = line.dates
    if not 2 <= len(dates) <= 3 or dates[-1].first - dates[0].last > MOST_APART:
        return
    feasts = _feasts(dates, times)
    if len(feasts) != 1 or not line.has("falls", dates[0].last, dates[0].last + 2):
        return
    day, rule = feasts[0]
    dated = _day_and_year([mark for mark in dates if mark is not day])
    found = None if dated is None else holiday(day, dated[0], rule, dated[1])
    if found is not None:
        yield found


def _years(marks: Sequence[Mark]) -> list[int]:
    return [mark.start.year for mark in marks if mark.grain == "year" and mark.start is not None]


def _day_and_year(marks: Sequence[Mark]) -> tuple[Mark, int] | None:
    """The only named day among one or two dates, and its year, which may be the other date."""
    single = [(mark, mark.day.year) for mark in marks if mark.day is not None and not mark.relative]
    years = _years(marks)
    if len(single) != 1 or len(years) != len(marks) - 1:
        return None
    mark, own = single[0]
    if years:
        return mark, years[0]
    return (mark, own) if str(own) in mark.claim.text else None


def feasts_elsewhere(line: Line, times: Times) -> Iterator[Timed]:
    """A holiday, or "the first Sunday in May", with the only date in reach, if that is its own or a week or two off.

    A date of another weekday is that of something else.
    """
    for mark in line.dates:
        rule = feast(mark.claim.text, times)
        if (rule is not None or _is_nth(mark)) and not shifted_feast(line, mark) and not _is_end(line, mark):
            other = _only_day(line, times)
            if other is not None and other.day is not None:
                yield from _weeks_off(mark, other, other.day, rule)


def _only_day(line: Line, times: Times) -> Mark | None:
    """The only day in reach of a sentence, if it is no end of a time."""
    lines = times.near(line, REACH, REACH)
    days = [(near, each) for near in lines for each in near.dates if _is_day(each, times)]
    return days[0][1] if len(days) == 1 and not _is_end(*days[0]) else None


def _is_end(line: Line, mark: Mark) -> bool:
    """Whether a day is the end of a time: "until Sunday, April 19", "between the last day of school and Christmas"."""
    before = line.tokens[mark.first - 1] if mark.first else None
    return "until" in line.said(mark.first - 1) or (before is not None and bool(before.roles & COORDINATOR))


def _is_nth(mark: Mark) -> bool:
    """Whether a date is told as a weekday with its number in a month, without a date."""
    plain = not any(char.isdigit() for char in mark.claim.text) and " " in mark.claim.text
    return plain and mark.fixed and not mark.range and mark.grain == "day" and mark.weekday is not None


def _is_day(mark: Mark, times: Times) -> bool:
    """Whether a date is a single named day, and neither a holiday nor told by its weekday."""
    return mark.day is not None and not mark.relative and not _is_nth(mark) and feast(mark.claim.text, times) is None


def _weeks_off(one: Mark, other: Mark, told: date, rule: list[Any] | None) -> Iterator[Timed]:
    """A holiday or weekday with a date, if no days or whole weeks lie between."""
    day = _day_of(one, rule, told.year) if rule is not None else one.day
    off = abs((told - day).days) if day is not None else 1
    if day is not None and off <= MOST_DAYS and off % WEEK == 0 and day.year >= SETTLED:
        yield twice("holiday", one.claim, other.claim, None if not off else (day,))._replace(evidence="unique")


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
    """Every range of days without a year: its end lies before its start where it would have to last a year.

    One that ends before the day of the article and begins on it or later is the season that is over.
    """
    for line in times.lines:
        for mark in line.dates:
            both = ends(mark.claim) if mark.range and mark.grain == "day" and not mark.relative else None
            if both is not None and not YEAR_DIGITS.search(mark.claim.text):
                first, last = both[0].first, both[1].first
                wrong = _are_reversed(first, last, times.published)
                yield Timed(
                    "from_to", (("range", mark.claim),), not wrong,
                    (("first", (mark.claim.text,)), ("last", (last.isoformat(),))),
                    (f"{first.isoformat()}/{last.isoformat()}",), evidence="wording",
                )  # fmt: skip


def _are_reversed(first: date, last: date, published: date | None) -> bool:
    if last.year != first.year + 1 or last.day >= LEAP:
        return False
    end = last.replace(year=first.year)
    day = None if published is None else (published.month, published.day)
    over = day is not None and (last.month, last.day) < day <= (first.month, first.day)
    return not over and timedelta(0) < first - end <= MOST_BACK


def no_such_times(times: Times) -> Iterator[Timed]:
    """Every time of day behind its word: no clock has an hour 25 or a minute 65; and no season has other years than two
    that follow each other: "Saison 2025/27".
    """
    yield from _no_such_seasons(times)
    marks = times.table["clock"]["marks"]
    if not marks:
        return
    prose = times.article.document.prose
    for match in _digital(tuple(marks)).finditer(prose):
        fits = int(match[1]) <= HOURS and int(match[2]) < MINUTES
        part = times.part(Span(*match.span()))
        yield Timed("impossible", (("date", part),), fits, (("date", (part.text,)),), (part.text,), evidence="calendar")


def _no_such_seasons(times: Times) -> Iterator[Timed]:
    phrases = times.table["phrases"].items()
    words = tuple(" ".join((first, *rest)) for first, each in phrases for rest, names in each if "two_years" in names)
    for match in _two_years(words).finditer(times.article.document.prose) if words else ():
        first, last = (int(each) % CENTURY for each in (match[1] or match[3], match[2] or match[4]))
        part = times.part(Span(*match.span()))
        fits = last == (first + 1) % CENTURY
        yield Timed("impossible", (("date", part),), fits, (("date", (part.text,)),), (part.text,), evidence="wording")


@cache
def _two_years(words: tuple[str, ...]) -> re.Pattern[str]:
    """The years of a season behind its word, or before it."""
    years, word = r"((?:19|20)\d\d)[/–-]((?:19|20)?\d\d)", "|".join(re.escape(each) for each in words)
    return re.compile(rf"(?<!\w)(?:(?:{word}) {years}(?![\w/–-])|{years} (?:{word})(?!\w))", re.IGNORECASE)


@cache
def _digital(marks: tuple[str, ...]) -> re.Pattern[str]:
    after = "|".join(re.escape(each) for each in marks)
    return re.compile(rf"(?<![\w.,:–-])(\d{{1,2}})[.:](\d\d) ?(?:{after})(?!\w)", re.IGNORECASE)


def centuries(times: Times) -> Iterator[Timed]:
    """A century with the only year that something was built in, in its sentence or the ones beside it."""
    for line in times.lines:
        for mark in line.dates:
            built = _built_near(line, mark, times) if mark.grain == "century" and not mark.range else None
            if built is not None and mark.part is None and not _lasts(line, mark):
                yield from _century(line, mark, built)


def _lasts(line: Line, mark: Mark) -> bool:
    """Whether something has gone on since then, so that nothing need have been built in it."""
    chunk = line.sentence.chunk_at(line.tokens[mark.first].span.start)
    return chunk is not None and chunk.preposition is not None and "since" in line.said(chunk.preposition)


def _built_near(line: Line, mark: Mark, times: Times) -> Mark | None:
    """The only other date in reach, if something was built then."""
    near = [(each, date) for each in times.near(line, 1, 1) for date in each.dates if date != mark]
    found = [date for each, date in near if each.nearest(date, CLASSES, across=True) == "founded"]
    return found[0] if len(near) == len(found) == 1 and found[0].named else None


def _century(line: Line, mark: Mark, built: Mark) -> Iterator[Timed]:
    """The century with the year; only those beside the right one are slips."""
    whole, when = mark.days, built.days
    if whole is None or when is None or abs(when.first.year - whole.first.year - CENTURY / 2) > CENTURY * 3 / 2:
        return
    fits = whole.first <= when.first and when.first.year <= whole.first.year + CENTURY
    real = (f"{whole.first.year + 1}", " – ", f"{whole.first.year + CENTURY}")
    found = twice("century", mark.claim, built.claim, None if fits else real)
    here = built in line.dates and line.together(mark, built)
    yield found._replace(evidence="construction" if here else "unique")
