"""What lies before what: so long after another date, or from one day to another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from claimcheck.constraints.timing.days import Days, Mark, count_between, in_days, lasts, new_number
from claimcheck.constraints.timing.lines import NONE, Line
from claimcheck.constraints.timing.times import Times
from claimcheck.languages.word_roles import COMMA, DASH, OPEN
from claimcheck.model import Claim
from claimcheck.model.analysis import Clause
from claimcheck.model.comparison import Count, DayName, Timed

LONG = ("year", "month", "week", "day")
MOST_BETWEEN, MOST_BEFORE, MOST_BEHIND = 4, 7, 12
NEAR, WEEK = timedelta(45), 7
WAYS = ("later", "earlier")
BEGUN = frozenset(("found", "build"))
BEFORE_TARGET = ("on", "from_", "apposed", "also", *WAYS)


def orders(times: Times) -> Iterator[Timed]:
    """Every length with the two dates of which the one lies so long after or before the other."""
    for line in times.lines:
        lengths = [mark for mark in line.of_kind("length") if mark.unit in LONG]
        for mark in lengths if len(lengths) == 1 else ():
            behind = line.said(mark.last)
            if not behind.isdisjoint(WAYS):
                yield from _weekdays_apart(line, mark, times)
                yield from _away_from(line, mark, times, later="later" in behind)
            elif not behind.isdisjoint(("after", "before_event")):
                yield from _of_event(line, mark, after="after" in behind)
                yield from _of_before(line, mark, times, after="after" in behind)


def _weekdays_apart(line: Line, mark: Mark, times: Times) -> Iterator[Timed]:
    """As in "on Monday … Three days later, on Thursday": two days of the week, so many days from each other."""
    target, number = _target(line, mark), mark.years or 0
    if target is None or target.named or mark.unit != "day" or not 0 < number < WEEK:
        return
    dates = _told_beside(line, mark, target, times)
    days = {_weekday(each) for each in dates}
    if len(days) == 1 and None not in days | {_weekday(target)}:
        yield _so_many_days(mark, target, dates[-1], number if "later" in line.said(mark.last) else -number)


def _told_beside(line: Line, mark: Mark, target: Mark, times: Times) -> list[Mark]:
    """The dates before a length in its sentence, and those of the sentence before."""
    near = (
        each for part in times.near(line, 1, 0) for each in part.dates if part is not line or each.last <= mark.first
    )
    return [each for each in near if each != target]


def _so_many_days(mark: Mark, target: Mark, anchor: Mark, step: int) -> Timed:
    """One day of the week with another and how many days lie between."""
    real = DayName(((_weekday(anchor) or 0) + step) % WEEK)
    return Timed(
        "day",
        (("claim", mark.claim), ("other", target.claim), ("since", anchor.claim)),
        _weekday(target) == real.weekday,
        (("claim", (anchor.claim.text, " + ", mark.claim.text)), ("other", (target.claim.text,)), ("real", (real,))),
        (f"{anchor.claim.text} + {step} = ", real),
        evidence="anaphor",
    )


def _weekday(mark: Mark) -> int | None:
    """The day of the week of a date that is one day."""
    return mark.weekday if mark.day is None else mark.day.weekday()


def _away_from(line: Line, mark: Mark, times: Times, *, later: bool) -> Iterator[Timed]:
    """As in "2012 … seven years later, in 2019": the date beside the length, and the one told last before."""
    target = _target(line, mark)
    if target is None or not target.named or (when := target.days) is None:
        return
    before = _told_before(line, min(mark.first, target.first), when, times, later=later)
    if not before or not _is_anchor(before[-1][0], line, times):
        return
    anchor, start = before[-1]
    fits = lasts(mark.claim, *sorted((start, when)))
    others = (lasts(mark.claim, *sorted((found, when))) for _, found in before)
    if fits or (fits is not None and not any(others)):
        yield _away(mark, target.claim, anchor.claim, *sorted((start, when)), fits=fits)


def _told_before(line: Line, at: int, when: Days, times: Times, *, later: bool) -> list[tuple[Mark, Days]]:
    """The dates told before a place, in this sentence and the two before, that lie before a day, or behind it."""
    dates = [date for each in times.near(line, 2, 0) for date in each.dates if each is not line or date.last <= at]
    told = [(date, found) for date in dates if (found := date.days) is not None]
    return [each for each in told if (each[1].last < when.first if later else when.last < each[1].first)]


def _target(line: Line, mark: Mark) -> Mark | None:
    """The date that stands beside a length "later"."""
    behind = [each for each in line.dates if 0 < each.first - mark.last <= MOST_BETWEEN]
    if behind and line.light(range(mark.last, behind[0].first), BEFORE_TARGET):
        return behind[0]
    ahead = [each for each in line.dates if 0 <= mark.first - each.last <= 2]
    closed = line.is_mark(mark.last + 1) and ahead and line.is_mark(ahead[-1].last, COMMA | DASH | OPEN)
    return ahead[-1] if closed else None


def _is_anchor(date: Mark, line: Line, times: Times) -> bool:
    """Whether a date told before is one from which "later" may count: one of the same or the last sentence."""
    number = times.analysis.number(date.claim.span.start)
    whole = date.period is not None and date.period.part is None and date.grain in ("day", "month", "year")
    return whole and not date.range and number >= line.number - 1


def _of_event(line: Line, mark: Mark, *, after: bool) -> Iterator[Timed]:
    """A length that is told of one date, before it or behind both, and counts from that behind "after" or "before"."""
    if len(line.dates) != 2:
        return
    here, there = line.dates
    if not _between(line, here, there, mark):
        here, there = there, here
        if not _opens(line, here, there, mark):
            return
    event, other = here.days, there.days
    if event is not None and other is not None and in_days(mark.claim) is not None:
        first, last = (other, event) if after else (event, other)
        yield _away(
            mark, here.claim, there.claim, first, last, fits=first < last and bool(lasts(mark.claim, first, last))
        )


def _counts_from(line: Line, mark: Mark, here: Mark, there: Mark) -> bool:
    """Whether a length may count from a date right behind it, and be told of another."""
    near = 0 < there.first - mark.last < MOST_BEHIND and here.named and there.named
    unbroken = not any(line.is_mark(at) for at in range(mark.last, there.first))
    return near and unbroken and not line.has("compared", mark.first - 3, mark.first)


def _opens(line: Line, here: Mark, there: Mark, mark: Mark) -> bool:
    """As in "Three days after the crash of 3 March, on 6 March", "… of 3 March he died on 6 March"."""
    between = range(there.last, here.first)
    beside = 0 < len(between) <= 2 and line.is_mark(there.last, COMMA) and line.light(between, BEFORE_TARGET)
    told = mark.first <= 1 and line.together(here, mark) and line.together(there, mark) and here.grain == there.grain
    return (beside or told) and _counts_from(line, mark, here, there)


def _between(line: Line, here: Mark, there: Mark, mark: Mark) -> bool:
    """Whether a length stands between two dates, told of the first and counted from the second."""
    ahead = 0 <= mark.first - here.last < MOST_BEFORE
    return ahead and _counts_from(line, mark, here, there) and _told_of(line, here, mark)


def _told_of(line: Line, here: Mark, mark: Mark) -> bool:
    """Whether the length is told of the date before it: a comma lies between, or nothing does."""
    places = range(here.last, mark.first)
    if not places:
        return True
    if any(line.is_mark(at) and not line.is_mark(at, COMMA | DASH) for at in places):
        return False
    small = "apposed" in line.said(places[-1]) and len(places) > 1
    return line.is_mark(places[-1 - small], COMMA | DASH)


def _of_before(line: Line, mark: Mark, times: Times, *, after: bool) -> Iterator[Timed]:
    """Such as "Three days after the crash, on 6 September," where the sentence before has the only other date, the
    day of what the words behind "after" speak of. Only days that lie the wrong way round tell, unless that sentence
    names it: "The crash happened on 3 September."
    """
    before = times.line(max(line.number - 1, 0))
    here, other = _only_day(line), _only_day(before)
    if before is line or here is None or other is None or not _of_definite(line, mark, here[0]):
        return
    days = [Days(each[1], each[1]) for each in (here, other)]
    fits = (days[0] > days[1]) is after
    if _names(before, other[0], line.low(mark.last + 2)):
        fits = fits and bool(lasts(mark.claim, *sorted(days)))
    elif not _may_be_so(mark, days, before, fits=fits):
        return
    yield _away(mark, here[0].claim, other[0].claim, *sorted(days), fits=fits)


def _names(line: Line, date: Mark, noun: str) -> bool:
    """Whether the clause of a date names a thing."""
    return any(token.low == noun and line.clause(date).holds(at) for at, token in enumerate(line.tokens))


def _may_be_so(mark: Mark, days: list[Days], before: Line, *, fits: bool) -> bool:
    """Whether two days are near, and lie so far apart as told, or the wrong way round and both in the past."""
    one, two = days[0].first, days[1].first
    near = mark.unit in ("day", "week") and one != two and abs(one - two) <= NEAR
    past = not (before.has("planned") or before.has("shall"))
    return near and (bool(lasts(mark.claim, *sorted(days))) if fits else past)


def _only_day(line: Line) -> tuple[Mark, date] | None:
    """The only date of a sentence, with its day."""
    only = line.dates[0] if len(line.dates) == 1 else None
    return None if only is None or only.day is None or not only.fixed else (only, only.day)


def _of_definite(line: Line, mark: Mark, here: Mark) -> bool:
    """Whether a length counts from something definite, with the date beside it: "after the crash, on 6 May", "on 6
    May, two weeks after the crash".
    """
    between = range(mark.last + 3, here.first)
    behind = 0 < len(between) <= 2 and line.is_mark(between[0], COMMA | OPEN | DASH)
    ahead = 0 < mark.first - here.last <= 2 and line.is_mark(here.last, COMMA | OPEN | DASH)
    return (behind or ahead) and "definite" in line.said(mark.last + 1)


def _away(mark: Mark, event: Claim, other: Claim, first: Days, last: Days, *, fits: bool) -> Timed:
    count = abs(count_between(mark.unit, first, last))
    return Timed(
        "order",
        (("length", mark.claim), ("event", event), ("other", other)),
        fits,
        (
            ("event", (event.text,)),
            ("length", (mark.claim.text,)),
            ("other", (other.text,)),
            ("real", (Count(count, mark.unit),)),
        ),
        (f"{first.first.isoformat()} – {last.last.isoformat()} = {count}",),
        new_number(mark.claim, count) if count > 0 else (),
        "calendar",
    )


def periods(times: Times) -> Iterator[Timed]:
    """Two dates of one kind that follow each other, the first behind "from", the second right behind "until"."""
    for line in times.lines:
        for first, last in pairwise(line.dates):
            opened = line.has("from_", first.first - 2, first.first) and _until(line, first, last)
            if opened and first.named and last.named and first.grain == last.grain:
                yield _from_to(first, last)


def joined(times: Times) -> Iterator[Timed]:
    """Two clauses that "before" or "after" joins, each with its one date."""
    for line in times.lines:
        named = [mark for mark in line.dates if mark.named and _by_itself(line, mark)]
        if len(line.dates) == len(named) == 2:
            yield from _joined(line, named[0], named[1])
            yield from _joined(line, named[1], named[0])


def _joined(line: Line, own: Mark, other: Mark) -> Iterator[Timed]:
    """The date of a subordinate clause, or of when something began, with that of the clause it belongs to."""
    clause = line.clause(own)
    if clause.parent != line.sentence.owners[other.first]:
        return
    if clause.kind == "participle" and _has_begun(clause, line.clause(other)):
        yield from _in_order(own, other)
    said = line.said(clause.connective) if clause.connective is not None else NONE
    if clause.kind == "subordinate":
        if "before_event" in said:
            yield from _in_order(other, own)
        elif not said.isdisjoint(("after", "after_that")):
            yield from _in_order(own, other)


def _has_begun(clause: Clause, told: Clause) -> bool:
    """Whether a participle says when that began of which its clause tells what was: "formed in 1987, the band …"."""
    begun = not BEGUN.isdisjoint(clause.senses) and told.tense == "past"
    return begun and not (told.passive and BEGUN.intersection(told.senses))


def _by_itself(line: Line, mark: Mark) -> bool:
    """Whether a date tells when something is, and belongs to no noun: "1985's profits"."""
    chunk = line.sentence.chunk_at(line.tokens[mark.first].span.start)
    return chunk is None or chunk.last <= mark.last


def _in_order(first: Mark, last: Mark) -> Iterator[Timed]:
    if first.days is None or last.days is None or first.grain != last.grain:
        return
    if first.with_year == last.with_year:
        yield _from_to(first, last)._replace(fits=first.days.first <= last.days.last, evidence="construction")


def _until(line: Line, first: Mark, last: Mark) -> bool:
    """Whether nothing but marks and a word such as "until" stands between two dates."""
    between = [at for at in line.between(first, last) if not line.is_mark(at)]
    return len(between) in (1, 2) and "until" in line.said(between[0]) and all(line.said(at) for at in between)


def _from_to(first: Mark, last: Mark) -> Timed:
    start, end = first.start, last.start
    assert start is not None
    assert end is not None
    dated = first.with_year and last.with_year
    wrong = end < start and (dated or start - end <= NEAR)
    return Timed(
        "from_to",
        (("first", first.claim), ("last", last.claim)),
        not wrong,
        (("first", (first.claim.text,)), ("last", (last.claim.text,))),
        (f"{end.isoformat()} {'<' if end < start else '≥'} {start.isoformat()}",),
    )
