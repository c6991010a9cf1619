"""Jubilees with the date they count from: "the brewery, founded in 1925, celebrates its 100th anniversary"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from claimcheck.constraints.timing.days import Mark, in_year, new_year
from claimcheck.constraints.timing.lines import Line
from claimcheck.constraints.timing.times import Times
from claimcheck.model import Claim, Span
from claimcheck.model.claim import Part
from claimcheck.model.comparison import RoleName, Shown, Timed
from claimcheck.statements.agreement import slip

NEAR, FAR = 8, 5
NEARLY = 20
FEWEST, MOST, LONG = 2, 2000, 5
SOON, BEFORE = timedelta(60), 3
TOLD_BY = frozenset(("jubilee", "recurs", "turns"))
HELD = ("year", "month", "day", "week")
CLASSES = ("founded", "wedding", "born", "died")


class Counted(NamedTuple):
    """A jubilee: its words, its number, and what happened then."""

    part: Part
    years: int
    at: int
    event: str


def jubilees(times: Times) -> Iterator[Timed]:
    """Every jubilee with the one date of what it counts from, in its sentence or in those beside it."""
    for line in _lines(times):
        counted = _counted(line, times)
        since = None if counted is None else _since(line, counted, times)
        held = [] if counted is None else _held(line, counted, since)
        if counted is not None and since is not None and len(held) <= 1:
            yield from _jubilee(line, counted, since, held[0] if held else None, times)


def _lines(times: Times) -> Iterator[Line]:
    """The sentences with times and those beside them, and those with a word that is a jubilee by itself."""
    numbers = {number for line in times.lines for number in range(line.number - 1, line.number + 2)}
    prose = times.article.document.prose.lower()
    for word in times.table["numbers"]:
        if word in prose:
            numbers.add(times.analysis.number(prose.index(word)))
    told = numbers.intersection(range(len(times.analysis.spans)))
    for number in sorted(told):
        if times.may_name(number, TOLD_BY):
            yield times.line(number)


# the number


def _starts(line: Line) -> list[int]:
    """Where the words of a sentence begin that speak of a jubilee."""
    again = line.has("recurs")
    return [
        at for at, said in enumerate(line.senses)
        if ("jubilee" in said or (again and "times" in said)) and (at == 0 or line.senses[at - 1] is not said)
    ]  # fmt: skip


def _counted(line: Line, times: Times) -> Counted | None:
    """The only word of a sentence that speaks of a jubilee with its number, or the only age somebody reaches."""
    starts = _starts(line)
    if starts:
        number = _number(line, starts[0], times) if len(starts) == 1 else None
        return None if number is None else Counted(*number, starts[0], _event(line, starts[0]))
    turning = [mark for mark in line.of_kind("age") if _turns(line, mark)]
    years = turning[0].years if len(turning) == 1 else None
    return None if years is None else Counted(times.part(turning[0].claim.span), years, turning[0].first, "founded")


def _turns(line: Line, mark: Mark) -> bool:
    """Whether an age is one that something without a pronoun reaches."""
    turns = line.has("turns", mark.first - 5, mark.first) and "-" not in mark.claim.text
    return turns and not line.has("pronoun", mark.first - 3, mark.first) and not line.people and not line.has("born")


def _event(line: Line, at: int) -> str:
    """What of somebody or something a jubilee counts from."""
    said = line.said(at)
    return next(
        (event for role, event in (("wedded", "wedding"), ("birthday", "born"), ("deathday", "died")) if role in said),
        "founded",
    )


def _number(line: Line, at: int, times: Times) -> tuple[Part, int] | None:
    """The ordinal before the word, or the length in it: "50. Jahrestag", "100-jähriges Bestehen", "centenary"."""
    end = next((place for place in range(at, len(line.tokens)) if line.senses[place] is not line.senses[at]), at + 1)
    whole = line.part(at, max(end, at + 1))
    digits = whole.text.partition("-")[0]
    known = times.table["numbers"].get(" ".join(whole.text.lower().split()))
    if digits.isdecimal() and _counts(digits):
        known = int(digits)
    return (whole, known) if known is not None else _before(line, at, times)


def _before(line: Line, at: int, times: Times) -> tuple[Part, int] | None:
    """The number that the nearest words before a jubilee tell."""
    for near in range(at - 1, max(-1, at - 4), -1):
        length = next((mark for mark in line.of_kind("length", "age") if mark.first <= near < mark.last), None)
        if length is not None:
            return None if length.years is None else (times.part(length.claim.span), length.years)
        found = ordinal(line, near, times)
        if found is not None or line.is_mark(near) or line.dated(near, near + 1):
            return found
    return None


def ordinal(line: Line, at: int, times: Times) -> tuple[Part, int] | None:
    """An ordinal at a place, in words or digits, and its number."""
    text, marks = line.low(at), times.table["ordinal_marks"]
    known = times.table["ordinals"].get(text)
    if known is not None:
        return line.part(at, at + 1), known
    for mark in marks:
        digits = text[: -len(mark)]
        if text.endswith(mark) and digits.isdecimal() and _counts(digits):
            return line.part(at, at + 1), int(digits)
    if text.isdecimal() and line.low(at + 1) in marks and _counts(text):
        return line.part(at, at + 2), int(text)
    return None


def _counts(digits: str) -> bool:
    return len(digits) < LONG and FEWEST <= int(digits) <= MOST


# the dates


def _since(line: Line, counted: Counted, times: Times) -> Mark | None:
    """The date that a jubilee counts from: of its kind of event, in its sentence, else the only one beside it.

    A birthday may be that of a brewery, which was founded.
    """
    since = _dated(line, counted, times)
    if since is None and counted.event == "born" and not _is_somebodys(line, counted):
        since = _dated(line, counted._replace(event="founded"), times)
    return since


def _is_somebodys(line: Line, counted: Counted) -> bool:
    """Whether a birthday is that of a person, whom its sentence names or a pronoun in it means."""
    subject = line.sentence.clauses[line.sentence.owners[counted.at]].subject
    his = line.has("pronoun", counted.at - BEFORE, counted.at)
    return his or bool(line.people) or (subject is not None and "person" in line.said(subject.head))


def _dated(line: Line, counted: Counted, times: Times) -> Mark | None:
    own = [mark for mark in line.dates if mark.named and not mark.claim.span.touches(counted.part.span)]
    found = [mark for mark in own if _of_event(line, mark, counted)]
    if not found and _is_told(line, counted):
        found, own = _beside(line, counted, times), []
    return found[0] if len(found) == 1 and len(own) <= 2 else None


def _is_told(line: Line, counted: Counted) -> bool:
    """Whether words tell that a jubilee is held, or it is one of which that need not be told."""
    return line.has("reached") or counted.event == "wedding" or counted.part.text[:1].isdigit()


def _beside(line: Line, counted: Counted, times: Times) -> list[Mark]:
    """The dates of the event in the sentences beside."""
    reach = FAR if counted.event == "wedding" else 2
    near = [each for each in times.near(line, reach, reach) if each is not line]
    return [mark for each in near for mark in each.dates if mark.named and _fits_kind(each, mark, counted, line)]


def _of_event(line: Line, mark: Mark, counted: Counted) -> bool:
    """Whether a date is that of the event: its clause says so, or it stands right behind "anniversary of"."""
    if line.nearest(mark, (counted.event, "reached")) == counted.event:
        return True
    if line.has(counted.event, mark.first - 3, mark.last + 3) and "reached" not in line.said(mark.first - 1):
        return True
    if counted.event != "founded":
        return False
    if line.has("recurs") and "about" in line.said(mark.first - 1):
        return True
    behind = range(counted.at + 1, mark.first)
    return 0 < len(behind) <= NEAR and "about" in line.said(behind[0]) and "about" in line.said(behind[-1])


def _fits_kind(line: Line, mark: Mark, counted: Counted, jubilee: Line) -> bool:
    """Whether a date of a sentence beside is that of the event, and nothing else that is told there has its own."""
    if not _tells_event(line, mark, counted):
        return False
    if counted.event == "founded":
        return len(line.dates) == 1 and (bool(_starts(jubilee)) or not line.people)  # or who founded it turns 60
    subject = line.clause(mark).subject
    if subject is not None and "person" in line.said(subject.head):
        return True
    return not line.people or not jubilee.people or not line.people.isdisjoint(jubilee.people)


def _tells_event(line: Line, mark: Mark, counted: Counted) -> bool:
    """Whether the nearest word of an event in the clause of a date is that of the jubilee, which was not so long after:
    "They met in 1973 and married three years later".
    """
    if any("later" in line.said(each.last) for each in line.of_kind("length")):
        return False
    said = line.nearest(mark, CLASSES)
    if said is not None:
        return said == counted.event
    alone = counted.event == "wedding" and len(line.dates) == 1
    return line.has(counted.event, 0 if alone else mark.first - NEAR, None if alone else mark.last + NEAR)


def _held(line: Line, counted: Counted, since: Mark | None) -> list[Mark]:
    """What may be the dates of the jubilee itself: the others of its sentence, but for the same year told again."""
    then = None if since is None or since.start is None else since.start.year
    return [
        mark for mark in line.dates
        if mark is not since and mark.start is not None and mark.start.year != then and mark.grain in HELD
        and not mark.claim.span.touches(counted.part.span)
    ]  # fmt: skip


def _is_leap_day(mark: Mark) -> bool:
    return mark.day is not None and (mark.day.month, mark.day.day) == (2, 29)


def _jubilee(line: Line, counted: Counted, since: Mark, held: Mark | None, times: Times) -> Iterator[Timed]:
    """Whether the years fit; without a stated year it is that of the publication, the year before or the next."""
    year, exact = _year_of(counted, since, held, times.published)
    if since.start is None or year is None or _is_leap_day(since):
        return  # people count it in two ways
    real = year - since.start.year
    apart = since not in line.dates or not _starts(line)
    if not _may_be(counted, real, beside=apart and not _is_of_it(line, counted, since, times)):
        return
    places: list[tuple[RoleName, Claim | Part]] = [("number", counted.part), ("since", since.claim)]
    yield Timed(
        "jubilee",
        tuple(places if held is None else [*places, ("held", held.claim)]),
        abs(real - counted.years) <= (not exact) or real <= 0,
        (
            ("number", (counted.part.text,)),
            ("since", (since.claim.text,)),
            ("held", (str(year),)),
            ("real", (str(real),)),
        ),
        (f"{year} − {since.start.year} = {real}",),
        (*new_year(since.claim, year - counted.years), *_new_count(counted, real)),
        "calendar",
    )


def _year_of(counted: Counted, since: Mark, held: Mark | None, published: date | None) -> tuple[int | None, bool]:
    """The year that a jubilee is held in, and whether that is told: by its own date, or for a birthday near today."""
    if held is not None and held.start is not None:
        return held.start.year, True
    if published is None:
        return None, False
    near = _birthday(since, published) if counted.event == "born" else None
    return (published.year, False) if near is None else (near, True)


def _birthday(born: Mark, today: date) -> int | None:
    """The year of the birthday that somebody has just had or is to have; None where it is far from a day."""
    if born.start is None or born.grain not in ("day", "month"):
        return None
    days = ((in_year(born.start, today.year + step), today.year + step) for step in (-1, 0, 1))
    return next((year for day, year in days if day is not None and abs(day - today) <= SOON), None)


def _is_of_it(line: Line, counted: Counted, since: Mark, times: Times) -> bool:
    """Whether the sentence beside tells of the same: the jubilee is of nothing else, and what was founded is known."""
    other = times.line(times.analysis.number(since.claim.span.start))
    clause = other.clause(since)
    if abs(other.number - line.number) != 1 or clause.subject is None:
        return False
    end = next((at for at in range(counted.at, len(line.tokens)) if "jubilee" not in line.said(at)), counted.at)
    known = clause.subject.pronoun or "definite" in other.said(clause.subject.first)
    return known and "about" not in line.said(end)


def _may_be(counted: Counted, real: int, *, beside: bool) -> bool:
    """Whether a date may be that of a jubilee: one of another sentence only where the number is near, or a slip."""
    near = abs(real - counted.years) <= max(2, counted.years // NEARLY)
    return not beside or real <= 0 or near or slip(counted.years, real)


def _new_count(counted: Counted, real: int) -> tuple[tuple[Span, Shown], ...]:
    """The number that fits, where the text has it in digits."""
    digits = "".join(char for char in counted.part.text if char.isdecimal())
    if digits != str(counted.years):
        return ()
    return ((counted.part.span, counted.part.text.replace(digits, str(real), 1)),)
