"""A length of time and what it lies between: two dates, a period, or a date and today.

A length counts only where its own words say that it is the whole time; its two ends are told by the words of their
clauses. It is wrong only if no two dates in reach lie as far apart: who writes a length has counted it somehow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from claimcheck.constraints.timing.days import UNITS, Days, Mark, apart, count_between, ends, lasts, new_number
from claimcheck.constraints.timing.gaps import ago, ended_after, gap, is_compound, is_free, is_whole, looks_back
from claimcheck.constraints.timing.lines import Line
from claimcheck.constraints.timing.times import Times
from claimcheck.languages.word_roles import COMMA, DASH, OPEN
from claimcheck.model import Duration
from claimcheck.model.comparison import Count, Timed
from claimcheck.model.measure import shifted

LONG = ("year", "month", "week", "day")
GRAINS = ("day", "month", "year", "season", "quarter", "half")
LIGHT = ("apposed", "also", "from_", "lasts", "on", "pronoun")
TELLING = ("also", "since", "lasts")
FAR, MOST_TIMES, MOST_DATES = 9, 3, 4


class End(NamedTuple):
    """A date that a length may begin or end with."""

    days: Days
    mark: Mark
    line: Line

    @property
    def opens(self) -> bool:
        """Whether its words say that something begins then."""
        first = self.mark.first
        if self.line.has("from_", first - 2, first) or self.line.has("since", first - 5, first):
            return True
        return self.line.plays(self.mark, "begins", "ends")

    def closes(self, length: Mark, line: Line) -> bool:
        """Whether its words say that something ends then: also "after ten years" in its clause."""
        if self.line.has("until", self.mark.first - 2, self.mark.first):
            return True
        until_then = ended_after(line, length) or looks_back(line, length)
        if self.line is line and until_then and line.together(self.mark, length):
            return True
        return self.line.plays(self.mark, "ends", "begins")


def durations(times: Times) -> Iterator[Timed]:
    """Every length with its two ends."""
    for line in times.lines:
        lengths = [*line.of_kind("length"), *_of_nouns(line)]
        for stated in lengths:
            mark = _unhedged(line, stated)
            found = None
            if mark.unit in LONG and is_free(line, mark):
                found = _in_line(line, mark, times) or _around(line, mark, times)
            found = found or (gap(line, mark, times) if len(lengths) == 1 else None)
            if found is not None:
                yield found
        yield from ago(line, times)


def _of_nouns(line: Line) -> list[Mark]:
    """Numbers of years that are no age but how long the noun behind them lasted: "the 38-year reign"."""
    found = []
    for mark in line.of_kind("age"):
        if mark.unit == "year" and "-" in mark.claim.text and "lasts" in line.said(mark.last):
            length = Duration(f"P{mark.years}Y", measure=mark.measure)
            found.append(mark._replace(kind="length", claim=mark.claim._replace(value=length)))
    return found


def _unhedged(line: Line, mark: Mark) -> Mark:
    """The length without the hedge that is part of a verb: "zog sich über vier Jahre hin"."""
    value = mark.claim.value
    if not line.has("spans", mark.first - 3, mark.first) or not isinstance(value, Duration) or value.measure is None:
        return mark
    return mark._replace(claim=mark.claim._replace(value=value._replace(measure=value.measure._replace(hedge=None))))


# beside each other


def _in_line(line: Line, mark: Mark, times: Times) -> Timed | None:
    """A length with a period beside it, or with a date since which it lasts, where the sentence has no other date."""
    if len(line.dates) != 1 or len(line.of_kind("length")) != 1 or not line.dates[0].fixed:
        return None
    date = line.dates[0]
    if date.grain not in GRAINS or (date.grain != "day" and mark.unit in ("day", "week")):
        return None
    return _within(line, mark, date) if date.range else _since_then(line, mark, date, times)


def _within(line: Line, mark: Mark, period: Mark) -> Timed | None:
    """The length with the period beside it; None where it is, or may be, that of something else."""
    both = ends(period.claim) if _of_range(line, mark, period) else None
    if both is None or (not lasts(mark.claim, *both) and _another_thing(mark, *both)):
        return None
    return _held(mark, (period,), *both)


def _of_range(line: Line, mark: Mark, period: Mark) -> bool:
    """Whether a length is that of the period beside it."""
    between = line.between(mark, period)
    if any(each.kind == "age" and each.first in between for each in line.marks) or len(between) > FAR:
        return False
    if line.light(between, LIGHT) and len(between) <= 4:
        return _side_by_side(line, mark, period)
    lasting = line.has("lasts", min(mark.first, period.first) - 4, max(mark.last, period.last) + 3)
    return lasting and not any("listing" in line.said(at) for at in between)


def _since_then(line: Line, mark: Mark, date: Mark, times: Times) -> Timed | None:
    """A length up to today with the date it counts from: "since 2019, that is for six years"."""
    if date.days is None or times.published is None or not _is_since(line, mark, date):
        return None
    today = Days(times.published, times.published)
    return _held(mark, (date,), date.days, today) if date.days.first < today.last else None


def _side_by_side(line: Line, mark: Mark, period: Mark) -> bool:
    """Whether a length and a period with at most light words between them are one told twice."""
    between = line.between(mark, period)
    joined = len(between) > 1 or is_whole(line, mark) or line.is_mark(between[0] if between else -1)
    return joined and (line.has("lasts") or line.is_mark(max(mark.last, period.last)))


def _is_since(line: Line, mark: Mark, date: Mark) -> bool:
    """Whether a length and the date behind "since" are one beginning told twice, whichever stands first."""
    if not line.has("since", date.first - 2, date.first) or line.has("ends"):
        return False
    between = line.between(mark, date)
    if mark.first > date.first:
        return (line.has("passed") and len(between) <= 2) or _told_since(line, between, range(date.last, mark.last + 2))
    return "for_" in line.said(mark.first - 1) and line.is_mark(date.last) and _told_since(line, between, between)


def _told_since(line: Line, between: range, said: range) -> bool:
    """Whether a mark or a word of explanation and one for "since" or "already" tie the second to the first."""
    if len(between) > 5 or not line.light(between, TELLING):
        return False
    tied = any(line.is_mark(at, COMMA | OPEN | DASH) or "also" in line.said(at) for at in between)
    return tied and any(not line.said(at).isdisjoint(TELLING) for at in said)


# two ends


def _around(line: Line, mark: Mark, times: Times) -> Timed | None:
    """The length with its ends in this sentence, in this and the one before, or in this and the next one."""
    if not is_whole(line, mark):
        return None
    reach = [(0, 0), (1, 0), (0, 1), *([(2, 0), (3, 0)] if ended_after(line, mark) else [])]
    for group in ([*times.near(line, back, on)] for back, on in reach):
        found = None if _other_lengths(group, mark) else _ends_in(group, line, mark)
        if found is not None:
            return _between(line, mark, *found, times)
    return None


def _between(line: Line, mark: Mark, first: End, last: End, times: Times) -> Timed | None:
    """The length with its ends; None where it does not fit and may be that of something else."""
    fits = lasts(mark.claim, first.days, last.days)
    told = first.line is last.line is line and first.opens and last.closes(mark, line)
    if not fits and (_admissible(line, mark, times, today=not told) or _another_thing(mark, first.days, last.days)):
        return None
    dates = (first.mark,) if first.mark == last.mark else (first.mark, last.mark)
    return _held(mark, dates, first.days, last.days)


def _other_lengths(group: Sequence[Line], mark: Mark) -> bool:
    """Whether another length of the same kind stands in the sentences."""
    return any(each.unit == mark.unit and each.first != mark.first for line in group for each in line.of_kind("length"))


def _ends(group: Sequence[Line]) -> list[tuple[Line, Mark]]:
    return [(each, date) for each in group for date in each.dates if _is_end(date)]


def _ends_in(group: Sequence[Line], line: Line, mark: Mark) -> tuple[End, End] | None:
    """The first and the last date of some sentences, as the words of their clauses say."""
    places = _ends(group)
    if len(places) == 1 and places[0][1].range:
        return _opened(*places[0])
    single = (End(date.days, date, each) for each, date in places if not date.range and date.days is not None)
    found = sorted(single, key=lambda end: end.days)
    if not 2 <= len(found) <= MOST_DATES:
        return None
    pair = _told(found, line, mark) or _only_two(found, line, mark)
    return _of_one_week(*pair) if pair is not None and pair[0].days.last < pair[1].days.first else None


def _of_one_week(first: End, last: End) -> tuple[End, End]:
    """Two days of the week follow each other within one, whichever of each would be the nearest."""
    if not (first.mark.relative and last.mark.relative) or None in (first.mark.weekday, last.mark.weekday):
        return first, last
    day = shifted(first.days.last, (last.days.first - first.days.last).days % 7)
    return first, last._replace(days=Days(day, day))


def _told(found: list[End], line: Line, mark: Mark) -> tuple[End, End] | None:
    """The first date that opens and the last that closes something."""
    opening = [end for end in found if end.opens]
    closing = [end for end in found if end.closes(mark, line)]
    if not 0 < len(opening) <= 2 or not 0 < len(closing) <= 2:
        return None
    return (opening[0], closing[-1]) if opening[0].days.last < closing[-1].days.first else None


def _is_end(date: Mark) -> bool:
    """Whether a length may begin or end with a date: a named one, or a single day that counts from today."""
    return date.grain in ("day", "month", "year") and (date.fixed or date.day is not None)


def _opened(line: Line, mark: Mark) -> tuple[End, End] | None:
    """A period that "from" or "between" opens."""
    both = ends(mark.claim) if line.has("from_", mark.first - 2, mark.first) else None
    return None if both is None or not mark.fixed else (End(both[0], mark, line), End(both[1], mark, line))


def _only_two(found: list[End], line: Line, mark: Mark) -> tuple[End, End] | None:
    """The only two dates of another sentence, each in its clause, with the length of something that it names first."""
    if len(found) != 2 or line.dates or not (is_compound(mark) or mark.first <= 1):
        return None
    first, last = found
    if first.mark.grain != last.mark.grain or not first.mark.fixed or not last.mark.fixed:
        return None
    return (first, last) if _follow(first, last) else None


def _follow(first: End, last: End) -> bool:
    """Whether two dates stand in their order, and each in its clause."""
    if first.line is not last.line:
        return first.line.number < last.line.number
    return first.mark.first < last.mark.first and not first.line.together(first.mark, last.mark)


def _admissible(line: Line, mark: Mark, times: Times, *, today: bool) -> bool:
    """Whether the length lies between any two dates in reach, or between one and today, where that may be meant."""
    known = [Days(times.published, times.published)] if today and times.published is not None else []
    for near in times.near(line, 2, 2):
        for date in near.dates:
            both = ends(date.claim) if date.range else None
            known.extend(both or (() if date.days is None else (date.days,)))
    return any(lasts(mark.claim, *sorted(pair)) for pair in combinations(known, 2) if pair[0] != pair[1])


def _another_thing(mark: Mark, first: Days, last: Days) -> bool:
    """Whether the dates lie so much farther apart, or nearer, that the length is that of something else."""
    if mark.measure is None or mark.measure.number is None:
        return True
    low, high = apart(first, last)
    return not low / MOST_TIMES <= mark.measure.number * UNITS[mark.unit] <= high * MOST_TIMES


def _held(mark: Mark, dates: tuple[Mark, ...], first: Days, last: Days) -> Timed | None:
    fits = lasts(mark.claim, first, last)
    if fits is None:
        return None
    count = count_between(mark.unit, first, last)
    return Timed(
        "duration",
        (("length", mark.claim), *(("date", each.claim) for each in dates)),
        fits,
        (
            ("length", (mark.claim.text,)),
            ("dates", (" – ".join(each.claim.text for each in dates),)),
            ("real", (Count(count, mark.unit),)),
        ),
        (f"{first.first.isoformat()} – {last.last.isoformat()} = {count}",),
        new_number(mark.claim, count) if count > 0 else (),
        "calendar",
    )
