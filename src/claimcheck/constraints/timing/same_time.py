"""One time said twice, the second time beside the first: "yesterday, Monday", "ten years ago, in 2014"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from claimcheck.constraints.timing.days import Days, age_of, months_of, new_year
from claimcheck.constraints.timing.lines import Line
from claimcheck.constraints.timing.marks import Mark
from claimcheck.constraints.timing.times import Times
from claimcheck.extract.dates.calendar import holiday
from claimcheck.languages.word_roles import COLON, COMMA, DASH, OPEN
from claimcheck.model import Claim, Span
from claimcheck.model.timing import DayName, MonthName, Shown, Timed, TimeKind

MOST_BETWEEN, MOST_APART = 4, 9
SMALL = ("apposed", "also", "since", "from_", "before_ago", "ago", "on")
NEARLY, ROUGHLY = timedelta(110), timedelta(185)
SHARE = 50
YEAR = timedelta(365, 5 * 3600)
MOST_YEARS = date.max.year
HEDGED = {
    "over": (0, 6), "at_least": (0, 6), "good": (0, 1), "under": (1, 0), "nearly": (1, 0), "up_to": (1, 0),
    "about": (1, 1),
}  # fmt: skip
"""How many fifths of a number of years less or more a word allows."""
Meant = tuple[Shown, ...]


def said_twice(times: Times) -> Iterator[Timed]:
    """Every pair of times of a sentence of which the one explains the other."""
    entry = _first_entry(times)
    for line in times.lines:
        published = times.published if entry is None or line.sentence.span.end <= entry else None
        if published is not None:
            yield from _with_weekday(line)
        yield from _falling(line, times)
        for here, there in pairwise(line.of_kind("date", "length")):
            if _is_beside(line, here, there):
                found = _pair(line, here, there, times, published) or _pair(line, there, here, times, published)
                if found is not None:
                    yield found


def _first_entry(times: Times) -> int | None:
    """Where a running blog begins: a line that opens with another day than that of the publication.

    Below it "yesterday" counts from the day of the entry.
    """
    prose = times.article.document.prose
    for line in times.lines:
        for mark in line.dates:
            start = mark.claim.span.start
            if mark.relative or mark.grain != "day" or mark.start in (None, times.published):
                continue
            if start == 0 or prose[start - 1] == "\n":
                return start
    return None


def _with_weekday(line: Line) -> Iterator[Timed]:
    """A relative day that names its weekday: "am gestrigen Montag"."""
    for mark in line.dates:
        if mark.relative and mark.start is not None and mark.weekday is not None:
            fits = mark.start.weekday() == mark.weekday
            if not fits or " " in mark.claim.text:
                yield _twice("day", mark.claim, None, None if fits else (DayName(mark.start.weekday()),))


def _is_beside(line: Line, here: Mark, there: Mark) -> bool:
    """Whether only a comma or a bracket and small words lie between two dates, and no list goes on around them."""
    between = line.between(here, there)
    if len(between) == 1 and "equal" in line.said(between[0]) and here.first <= 1 and line.is_mark(there.last):
        return True
    if any(line.is_mark(at, COLON) for at in between):
        return _explains(line, there, between)
    if not line.beside(here, there, SMALL, MOST_BETWEEN):
        return False
    if line.is_mark(between[0], OPEN):
        return line.low(between[0]) == "("  # in others an editor explains what somebody said on another day
    return _ended(line, there) and not _listed(line, here, there)


def _ended(line: Line, there: Mark) -> bool:
    """Whether a mark that joins nothing stands behind the second date."""
    if line.is_mark(there.last):
        return not line.is_mark(there.last, DASH) and line.low(there.last) != "/"
    return "ago" in line.said(there.last)


def _explains(line: Line, there: Mark, between: range) -> bool:
    """Whether a date opens what a colon announces: "am Pfingstmontag bringen: Am 18. Mai hält er"."""
    marks = [at for at in between if line.is_mark(at)]
    behind = range(marks[0] + 1, there.first)
    return len(marks) == 1 and len(between) <= MOST_BETWEEN and line.light(behind, ("on",)) and len(behind) <= 1


def _listed(line: Line, here: Mark, there: Mark) -> bool:
    """Whether more dates stand before or behind the two."""
    before = line.said(here.first - 1)
    if line.is_mark(here.first - 1, DASH) or (
        line.is_mark(there.last, COMMA) and line.dated(there.last, there.last + 2)
    ):
        return True
    if "listing" in before and "also" not in before:
        return True
    return line.is_mark(here.first - 1, COMMA) and any(mark.last == here.first - 1 for mark in line.dates)


def _pair(line: Line, one: Mark, other: Mark, times: Times, published: date | None) -> Timed | None:
    """How the one time explains the other; None where it does not, or where that is not certain."""
    if other.kind != "date":
        return None
    if one.kind == "length":
        told = "before_ago" in line.said(one.first - 1) or "ago" in line.said(one.last)
        return _ago(one, other, published) if told else None
    if one.relative and one.start is not None and one.grain in ("day", "year"):
        return _relative(one, other, one.start, times, published)
    feast = _feast(one.claim.text, times)
    if feast is not None and not other.relative and _feast(other.claim.text, times) is None:
        return None if _shifted(line, one) else _holiday(one, other, feast)
    if one.grain in ("quarter", "half", "season") and other.grain == "month":
        return _quarter(line, one, other)
    return None


def _relative(one: Mark, other: Mark, start: date, times: Times, published: date | None) -> Timed | None:
    """A day or a year that counts from the day of publication, beside another date."""
    if published is None:
        return None
    if one.grain == "day":
        return _day(one, other, start) if one.weekday is None and abs((start - published).days) <= 2 else None
    if _counts_back(one.claim.text, times):
        return _ago(one, other, published)
    return _year(one, other, start)


def _year(one: Mark, other: Mark, start: date) -> Timed | None:
    """A year that counts from the day of publication, beside another one."""
    if other.relative or other.start is None or other.grain != "year" or other.range or one.part is not None:
        return None
    real = None if other.start.year == start.year else (str(start.year),)
    return _twice("year", one.claim, other.claim, real, new_year(other.claim, start.year))


def _counts_back(text: str, times: Times) -> bool:
    """Whether the words of a relative date count back: "vor zehn Jahren", "ten years ago"."""
    phrases = times.table["phrases"]
    names = {
        name for word in text.lower().split() for rest, names in phrases.get(word, ()) if not rest for name in names
    }
    return not names.isdisjoint(("ago", "before_ago"))


def _day(one: Mark, other: Mark, start: date) -> Timed | None:
    """A relative day, such as "yesterday", beside a single other day."""
    if other.day is None:
        return None
    if other.weekday is not None and other.relative:
        fits = other.weekday == start.weekday()
        return _twice("day", one.claim, other.claim, None if fits else (DayName(start.weekday()),))
    fits = (other.day.month, other.day.day) == (start.month, start.day)
    return _twice("day", one.claim, other.claim, None if fits else (DayName(start.weekday()), ", ", start))


def _ago(one: Mark, other: Mark, published: date | None) -> Timed | None:
    """So many years ago with the year itself: a stated year counts, and so does the time that has gone by."""
    then = other.days if other.named else None
    if published is None or then is None or then.first > published:
        return None
    back = _years_back(one, published)
    if back is None or back[0] <= 0 or back[1] > MOST_YEARS:
        return None
    low, high = back
    fits = low <= published.year - then.first.year <= high or _gone_by(then, published, low, high)
    real = f"{published.year - low}" if low == high else f"{published.year - high}–{published.year - low}"
    mends = () if one.start is None else new_year(other.claim, one.start.year)
    return _twice("ago", one.claim, other.claim, None if fits else (real,), mends)


def _years_back(one: Mark, published: date) -> tuple[int, int] | None:
    """The least and the greatest number of years that the words count back."""
    if one.start is not None:
        years = published.year - one.start.year
        return years, years
    number = age_of(one.claim) if one.unit == "year" and one.kind == "length" else None
    if number is None or one.measure is None:
        return None
    more = max(1, number // 5)
    least, most = HEDGED.get(one.measure.hedge or "", (0, 0))
    return max(1, number - least * more), number + most * more


def _gone_by(then: Days, published: date, low: int, high: int) -> bool:
    """Whether about so many years have gone by, to the day."""
    room = max(ROUGHLY if then.last - then.first < NEARLY else NEARLY, YEAR * high / SHARE)
    return published - then.last <= YEAR * high + room and published - then.first >= YEAR * low - room


def _feast(text: str, times: Times) -> list[Any] | None:
    """The rule of a claim that is nothing but the name of a day of the year."""
    words = times.calendar["words"]
    symbols = words.get(text.lower()) or words.get(text.lower().partition(" ")[2])
    name = symbols.get("holiday") if symbols else None
    rule: list[Any] | None = times.calendar["holidays"].get(name) if name else None
    return rule


def _holiday(one: Mark, other: Mark, rule: list[Any], year: int | None = None) -> Timed | None:
    """A holiday beside a date: the day it has in the year of that date, or in another one that is told."""
    if other.day is None:
        return None
    day = _day_of(one, rule, year or other.day.year)
    if day is None:
        return None
    fits = (other.day.month, other.day.day) == (day.month, day.day)
    return _twice("holiday", one.claim, other.claim, None if fits else (day,))


def _shifted(line: Line, one: Mark) -> bool:
    """Whether another day is told by a holiday: "the day before Christmas Eve"."""
    return not line.said(one.first - 1).isdisjoint(("after", "before_event", "before_ago"))


def _day_of(one: Mark, rule: list[Any], year: int) -> date | None:
    """The only day of a holiday in a year; of a row, such as the Sundays in Advent, the one that was counted."""
    if rule[3]:
        return one.day if one.day is not None and one.day.year == year and " " in one.claim.text else None
    start, end = holiday(rule, year, 0)
    return start if end - start == timedelta(1) else None


def _falling(line: Line, times: Times) -> Iterator[Timed]:
    """Such as "Good Friday falls on April 18 in 2025": the feast, the verb, the day, and perhaps the year."""
    dates = line.dates
    if not 2 <= len(dates) <= 3 or dates[-1].first - dates[0].last > MOST_APART:
        return
    feasts = [(mark, rule) for mark in dates if (rule := _feast(mark.claim.text, times)) is not None]
    if len(feasts) != 1 or not line.has("falls", dates[0].last, dates[0].last + 2):
        return
    feast, rule = feasts[0]
    dated = _day_and_year([mark for mark in dates if mark is not feast])
    found = None if dated is None else _holiday(feast, dated[0], rule, dated[1])
    if found is not None:
        yield found


def _day_and_year(marks: Sequence[Mark]) -> tuple[Mark, int] | None:
    """The only named day among one or two dates, and its year, which may be the other date."""
    single = [(mark, mark.day.year) for mark in marks if mark.day is not None and not mark.relative]
    years = [mark.start.year for mark in marks if mark.grain == "year" and mark.start is not None]
    if len(single) != 1 or len(single) + len(years) != len(marks):
        return None
    mark, own = single[0]
    if not years and str(own) not in mark.claim.text:
        return None
    return mark, years[0] if years else own


def _quarter(line: Line, one: Mark, other: Mark) -> Timed | None:
    """A quarter, half or season beside months."""
    if one.part or other.part or line.has("fiscal") or line.has("south") or not _same_kind(one, other):
        return None
    wanted, said = months_of(one.claim), months_of(other.claim)
    if wanted is None or said is None:
        return None
    inside = {(wanted[0] - 1 + i) % 12 + 1 for i in range((wanted[1] - wanted[0]) % 12 + 1)}
    fits = said == wanted or (said[0] == said[1] and said[0] in inside)
    fits = fits or (one.grain == "season" and (said[0] - wanted[0]) % 12 in (1, 11))
    real: Meant | None = None if fits else (MonthName(wanted[0]), " – ", MonthName(wanted[1]))
    return _twice("quarter", one.claim, other.claim, real)


def _same_kind(one: Mark, other: Mark) -> bool:
    """Whether both have known days, or neither has and both name parts of a year by its months."""
    if one.start is not None and other.start is not None:
        return True
    return one.start is None and other.start is None and one.grain != "season" and not (one.relative or other.relative)


def _twice(
    kind: TimeKind, one: Claim, other: Claim | None, real: Meant | None, mends: tuple[tuple[Span, Shown], ...] = ()
) -> Timed:
    """One time said twice; `real` is what the first comes to where the second says something else."""
    second = other or one
    return Timed(
        kind,
        (("claim", one),) if other is None else (("claim", one), ("other", other)),
        real is None,
        (("claim", (one.text,)), ("other", (second.text,)), ("real", real or (second.text,))),
        (f"{one.text} = ", *(real or (second.text,))),
        mends,
        "wording" if other is None else "apposition",
    )
