"""A length of time that names neither of its ends, and the only dates in reach that it can lie between.

Whatever the words are, that is meant; but only a slip of the pen makes it wrong: unlike numbers are seldom near.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations
from typing import NamedTuple

from claimcheck.constraints.timing.days import Days, Mark, count_between, ends, lasts, new_number
from claimcheck.constraints.timing.lines import Line
from claimcheck.constraints.timing.times import Times
from claimcheck.languages.word_roles import COMMA, DASH, OPEN
from claimcheck.model import Claim, Duration
from claimcheck.model.comparison import Count, Evidence, Timed
from claimcheck.statements.agreement import slip

OTHER = frozenset(("later", "ago", "before_event", "not_length"))


def is_free(line: Line, mark: Mark, *, later: bool = False) -> bool:
    """Whether the words beside a length make it no limit, part or count back and, but for `later`, no difference."""
    if line.has("compared", mark.first - 3, mark.first) or line.has("compared", mark.last, mark.last + 2):
        return False
    behind = line.said(mark.last) - {"later" if later else ""}
    if not behind.isdisjoint(OTHER) or "before_ago" in line.said(mark.first - 1):
        return False
    ahead = mark.first - 1 - (not line.is_mark(mark.first - 1))
    return "after" in line.said(opening(line, mark)) or not line.has("not_length", ahead, mark.first)


def opening(line: Line, mark: Mark) -> int:
    """Where the word stands that a length hangs on: right before it, or before the name of whose length it is."""
    before = mark.first - 1
    for at in (mark.first, before):
        chunk = line.sentence.chunk_at(line.tokens[at].span.start) if at >= 0 else None
        if chunk is None or chunk.preposition is None or chunk.determiner is not None:
            continue
        if chunk.last > mark.first or (chunk.name and chunk.last == mark.first):
            return chunk.preposition
    return before


def is_whole(line: Line, mark: Mark) -> bool:
    """Whether the words of a length say that it is all the time that something takes or took."""
    one = is_compound(mark) and not _of_several(line, mark)
    if one or line.of_something(mark) or line.said(mark.first - 1).intersection(("these", "definite")):
        return True
    if line.has("lasts", mark.first - 3, mark.first) or line.has("lasts", mark.last, mark.last + 4):
        return True
    return _takes_all(line, mark) or ("at_age" in line.said(mark.first - 1) and not line.people)


def _of_several(line: Line, mark: Mark) -> bool:
    """Whether a length is that of each of several: "mit mehrstündigen Lesungen", "mit halb- bis einstündigen"."""
    chunk = line.sentence.chunk_at(line.tokens[mark.first].span.start)
    several = chunk is not None and chunk.plural and chunk.determiner is None
    return bool(several) or line.low(mark.first - 2).endswith("-")


def _takes_all(line: Line, mark: Mark) -> bool:
    """Whether its clause says that something lasts or lasted so long, as in "Neun Jahre mussten sie warten"."""
    clause = line.clause(mark)
    opens = clause.first == mark.first and clause.verb == mark.last
    return opens or ended_after(line, mark) or looks_back(line, mark)


def looks_back(line: Line, mark: Mark) -> bool:
    """Whether a length is that up to the date of its clause: "looks back on 87 years"."""
    clause = line.clause(mark)
    return clause.predicate is not None and "looks_back" in line.said(clause.predicate)


def is_compound(mark: Mark) -> bool:
    """Whether a length is one word, and so that of the noun behind it: "the 27-day walkout"."""
    return " " not in mark.claim.text.strip()


def ended_after(line: Line, mark: Mark) -> bool:
    """Whether something ends after this length: "after 31 years with the department", no date and no event behind.

    By itself at the head of its sentence, "After ten years she moved on", it counts on from what was told last.
    """
    start = opening(line, mark)
    if "after" not in line.said(start) or line.said(mark.last).intersection(("after", "definite")):
        return False
    alone = start == 0 and (line.is_mark(mark.last, COMMA) or line.clause(mark).verb == mark.last)
    return not alone and not line.dated(mark.last, mark.last + 4)


GRAINS = {"year": ("day", "month", "year"), "month": ("day", "month"), "week": ("day",), "day": ("day",)}
"""How exact a date must be for something counted in these units."""
LEAST = {"year": 3, "month": 3, "week": 3, "day": 5}
BACK, ON, LASTING = 2, 1, ("lasts", "jubilee")
CLASSES = ("born", "died", "wedding", "founded")


class Told(NamedTuple):
    """A length as told, whether it goes up to now, what ties it to a date; `loose`: it may be a part of the time."""

    claim: Claim
    unit: str
    number: int
    now: bool
    evidence: Evidence = "unique"
    loose: bool = False


class Pair(NamedTuple):
    """Two dates a length may lie between; the second is none where it is today."""

    first: Days
    last: Days
    marks: tuple[Mark, ...]


def gap(line: Line, mark: Mark, times: Times) -> Timed | None:
    """A length whose ends are told elsewhere, with the only two dates in reach."""
    told = _told(line, mark)
    return None if told is None or told.number < LEAST[told.unit] else _between(told, line, times)


def ago(line: Line, times: Times) -> Iterator[Timed]:
    """Every year that counts back from today, with the only other date in reach."""
    for mark in line.dates:
        start = mark.start
        counted = (
            mark.relative
            and mark.grain == "year"
            and not mark.range
            and times.plays(mark.claim.text, "ago", "before_ago")
        )
        if counted and start is not None and times.published is not None:
            told = Told(mark.claim, "year", times.published.year - start.year, now=True)
            found = None if told.number < LEAST["year"] else _between(told, line, times, back=1)
            if found is not None:
                yield found


def _told(line: Line, mark: Mark) -> Told | None:
    """A length that counts from something."""
    number = mark.years
    if number is None or mark.unit not in GRAINS or _is_age(line, mark):
        return None
    if line.has("passed", mark.last, mark.last + 3) and len(line.dates) == 1:
        return Told(mark.claim, mark.unit, number, now=True, evidence="construction")
    if _after_event(line, mark):
        return Told(mark.claim, mark.unit, number, now=False, evidence="anaphor")
    now = _up_to_now(line, mark)
    return _of_a_time(line, mark, number, now) if now or is_free(line, mark, later=line.of_something(mark)) else None


def _of_a_time(line: Line, mark: Mark, number: int, now: bool) -> Told | None:
    """A length of no part of a time; years that are neither all of it nor somebody's may be those of many a thing."""
    loose = not now and not is_whole(line, mark)
    often = loose and mark.unit == "year" and not line.owned(mark)
    return None if often else Told(mark.claim, mark.unit, number, now, loose=loose)


def _is_age(line: Line, mark: Mark) -> bool:
    """Whether a length in one word is somebody's age: "the 23-year-old", but not "the 23-year reign"."""
    chunk = line.sentence.chunk_at(line.tokens[mark.first].span.start)
    alone = chunk is None or chunk.last == mark.last
    return is_compound(mark) and mark.unit == "year" and (alone or line.said(mark.last).isdisjoint(LASTING))


def _up_to_now(line: Line, mark: Mark) -> bool:
    """Whether a length is told as one that has gone on up to today: "for 40 years"."""
    if "compared" in line.said(mark.last) or "definite" in line.said(mark.first - 2):
        return False
    before = line.said(mark.first - 1)
    return "for_" in before and ("since" in before or line.clause(mark).tense == "perfect")


def _after_event(line: Line, mark: Mark) -> bool:
    """Whether something dated is told of so long after something definite: "two decades after the disaster"."""
    behind = line.said(mark.last)
    told = bool(behind.intersection(("after", "before_event"))) and "definite" in line.said(mark.last + 1)
    return told and len(line.dates) == 1


def _between(told: Told, line: Line, times: Times, back: int = BACK) -> Timed | None:
    """The length with the one pair of dates it can lie between, if that makes it right or a slip of it."""
    near = [*times.near(line, back, ON)]
    if any(_other(each, told) for each in near):
        return None
    fixed = _apart(_pairs(mark for each in near for mark in _dates(each, told)), told)
    today = _apart(_up_to_today(near, told, times.published), told)
    meant = today if told.now else _ended(fixed, _end(line, told))
    if len(meant) != 1 or (told.loose and not meant[0].marks[0].range):
        return None
    return _judged(told, meant[0], _admissible(told, fixed, today, _end(line, told)))


def _admissible(told: Told, fixed: list[Pair], today: list[Pair], end: Mark | None) -> list[Pair]:
    """The pairs that a length may lie between: what is told to last up to a date does not last up to today."""
    return fixed if end is not None and not told.now else [*fixed, *today]


def _apart(pairs: Iterable[Pair], told: Told) -> list[Pair]:
    """The pairs between which at least one of the units lies."""
    return [pair for pair in pairs if count_between(told.unit, pair.first, pair.last) > 0]


def _ended(pairs: list[Pair], end: Mark | None) -> list[Pair]:
    """The pairs that end with a date, if one is told."""
    return [pair for pair in pairs if end is None or pair.marks[-1] == end]


def _judged(told: Told, pair: Pair, admissible: Iterable[Pair]) -> Timed | None:
    """The length with the pair that is meant: silent where another one makes it right, or nothing explains it."""
    if _holds(told, pair):
        return _timed(told, pair, fits=True)
    count = count_between(told.unit, pair.first, pair.last)
    near = _near(told, pair, count)
    other = any(_holds(told, each) or (_roughly(told, each) and not (near and each is pair)) for each in admissible)
    explained = told.evidence != "unique" or near or slip(told.number, count)
    return _timed(told, pair, fits=False) if explained and not other else None


def _near(told: Told, pair: Pair, count: int) -> bool:
    """Whether a length is near that of the only period there is: of another thing it is seldom so."""
    often = told.loose and told.unit == "year"
    return pair.marks[0].range and not told.now and not often and count <= 2 * told.number <= 4 * count


def _dates(line: Line, told: Told) -> list[Mark]:
    """The dates of a sentence that are exact enough for the unit of a length."""
    dates = (mark for mark in line.dates if mark.claim.span != told.claim.span)
    fine = (mark for mark in dates if mark.fixed and mark.grain in GRAINS[told.unit] and mark.days is not None)
    return [mark for mark in fine if any(char.isdigit() for char in mark.claim.text)]  # no feast, no month alone


def _up_to_today(near: Iterable[Line], told: Told, published: date | None) -> Iterator[Pair]:
    """Every date of something but a life with the day of publication."""
    if published is not None:
        today = Days(published, published)
        for line in near:
            for mark in _dates(line, told):
                life = line.nearest(mark, CLASSES) in ("born", "died")
                if mark.days is not None and mark.named and not life and mark.days.last < published:
                    yield Pair(mark.days, today, (mark,))


def _holds(told: Told, pair: Pair) -> bool:
    """Whether the length may lie between two dates."""
    if isinstance(told.claim.value, Duration) and lasts(told.claim, pair.first, pair.last):
        return True
    return abs(count_between(told.unit, pair.first, pair.last) - told.number) <= (told.unit == "year")


def _roughly(told: Told, pair: Pair) -> bool:
    """Whether a round length may be meant of about the time between two dates."""
    off = abs(count_between(told.unit, pair.first, pair.last) - told.number)
    return told.evidence == "unique" and told.number % 10 == 0 and off <= told.number // 5


def _end(line: Line, told: Told) -> Mark | None:
    """The date right before a length that is told of it: "in 1995, after 110 years"."""
    at = line.sentence.token_at(told.claim.span.start)
    ahead = [date for date in line.dates if date.last < at]
    after = ahead and "after" in line.said(at - 1) and line.is_mark(at - 2, COMMA | DASH | OPEN)
    return ahead[-1] if after and ahead[-1].last == at - 2 else None


def _other(line: Line, told: Told) -> bool:
    """Whether a sentence tells another length in the same unit."""
    return any(mark.unit == told.unit and mark.claim.span != told.claim.span for mark in line.of_kind("length"))


def _pairs(marks: Iterable[Mark]) -> Iterator[Pair]:
    """Every two dates in their order, and the two ends of every range."""
    single = []
    for mark in marks:
        both = ends(mark.claim) if mark.range else None
        if both is not None:
            yield Pair(*both, (mark,))
        elif mark.days is not None and not mark.range:
            single.append(mark)
    for one, other in combinations(single, 2):
        first, last = sorted((one, other), key=lambda each: str(each.days))
        if first.days is not None and last.days is not None and first.days.last < last.days.first:
            yield Pair(first.days, last.days, (first, last))


def _timed(told: Told, pair: Pair, *, fits: bool) -> Timed:
    count = count_between(told.unit, pair.first, pair.last)
    dates = " – ".join(mark.claim.text for mark in pair.marks)
    return Timed(
        "gap",
        (("length", told.claim), *(("date", mark.claim) for mark in pair.marks)),
        fits,
        (("length", (told.claim.text,)), ("dates", (dates,)), ("real", (Count(count, told.unit),))),
        (f"{pair.first.first.isoformat()} – {pair.last.last.isoformat()} = {count}",),
        new_number(told.claim, count) if count > 0 else (),
        told.evidence,
    )
