"""What the sentences of an article say of a life: birth, death, ages, and what is dated in it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from claimcheck.constraints.timing.days import age_of
from claimcheck.constraints.timing.lines import Line, apposed
from claimcheck.constraints.timing.marks import Mark
from claimcheck.constraints.timing.times import Times
from claimcheck.languages.word_roles import CLOSE, COMMA, DASH, OPEN, POSSESSIVE

OF_LIFE = ("born", "died", "grown")
OTHER = ("did", "founded", "begins", "ends")
KINDS = (*OF_LIFE, *OTHER)
BOUNDING = ("after", "before_ago", "before_event", "since", "until")
"""Words before a date that make it a bound: "born after 1990"."""
LOOSE = 4
"""So much farther off a word of life may stand than one that fits anything."""
FIRST_WORDS, OPENING_WORDS, FAR = 4, 16, 12
NEAR_NOW, FAR_NOW = 2, 5
MOST_FACTS = 40
LIFETIME = range(8, 116)
OLDEST_YEAR, OLDEST, YOUNGEST, WEEK = 1000, 122, 12, 7


class Told(NamedTuple):
    """An age where it is told; `when` is the date it is that of, if that is not today."""

    mark: Mark
    when: Mark | None = None

    @property
    def years(self) -> int:
        """The number of years."""
        number = age_of(self.mark.claim)
        assert number is not None
        return number


class Person:
    """What is said of one person; `line` is the number of the sentence where it was said last."""

    __slots__ = ("at_death", "at_event", "born", "died", "events", "line", "lived", "now", "spans", "word")

    def __init__(self) -> None:
        self.line = 0
        self.word = ""
        """A name that an age stands beside."""
        self.born: list[Mark] = []
        self.died: list[Mark] = []
        self.spans: list[Mark] = []
        self.now: list[Told] = []
        self.at_death: list[Told] = []
        self.lived: list[Told] = []
        """Ages that are the last one if the person is dead."""
        self.at_event: list[Told] = []
        self.events: list[tuple[Mark, bool]] = []
        """Dates of the life, and whether no child has such a one."""

    @property
    def one(self) -> bool:
        """Whether nothing was said twice with another value: two births are two people."""
        born = {mark.start.year for mark in self.born if mark.start is not None}
        return len(born) <= 1 and len(self.spans) <= 1 and len({mark.claim.text for mark in self.died}) <= 1


def people(times: Times) -> list[Person]:
    """Every person with what the sentences say of it."""
    named: dict[str, Person] = {}
    found: list[Person] = []
    before: Person | None = None
    for line in times.lines:
        kin: set[int | None] = {line.sentence.owners[at] for at in range(len(line.tokens)) if _kin(line, at)}
        person = None if len(line.people) > 1 else _of_line(line, before, times, named)
        if len(line.people) > 1 or (kin and person is None and not line.people):
            before = None
            continue
        if person is None:
            person = Person()
            found.append(person)
        named.update((name, person) for name in line.people)
        person.line = line.number
        _read(line, person, kin, times)
        before = None if kin else person
    return found


def _read(line: Line, person: Person, kin: set[int | None], times: Times) -> None:
    """Adds the dates and ages of a sentence to what is known of its person, but for those of relatives."""
    own = [mark for mark in line.marks if not line.owned(mark) and (_apart(line, mark, kin) or _is_subject(line, mark))]
    for mark in own:
        if mark.kind == "date":
            _read_date(line, mark, person)
    for mark in own:
        if mark.kind != "date":
            _read_age(line, mark, person, times)


def _apart(line: Line, mark: Mark, kin: set[int | None]) -> bool:
    """Whether a time stands in a clause that brings in no relative, nor hangs on such a one."""
    owner = line.sentence.owners[mark.first]
    return kin.isdisjoint((owner, line.sentence.clauses[owner].parent))


def _is_subject(line: Line, mark: Mark) -> bool:
    """Whether an age stands for what its clause tells of, without a relative in the same words."""
    subject = line.clause(mark).subject
    inside = subject is not None and subject.first <= mark.first < subject.last
    return inside and subject is not None and not line.has("kin", subject.first, subject.last)


def _kin(line: Line, at: int) -> bool:
    """Whether a word brings in a relative: as what its clause tells of, or as somebody's ("her son", "Kern's son")."""
    if "kin" not in line.senses[at]:
        return False
    sentence, chunk = line.sentence, line.sentence.chunk_at(line.tokens[at].span.start)
    genitive = "about" in line.said(at + 1) or any(each.of and each.first == at + 1 for each in sentence.chunks)
    if chunk is None or genitive:
        return False  # "the daughter of a smith" is the person itself
    subject = sentence.clauses[sentence.owners[at]].subject
    owned = chunk.determiner is not None and line.said(chunk.determiner).isdisjoint(("definite", "indefinite"))
    named = any(line.tokens[place].roles & POSSESSIVE for place in range(chunk.first, at))
    return owned or named or (subject is not None and subject.first <= at < subject.last)


def _of_line(line: Line, before: Person | None, times: Times, named: dict[str, Person]) -> Person | None:
    """The person that a sentence names, or that it goes on from."""
    if line.people:
        return named.get(next(iter(line.people)))
    return _continued(line, before, times, named)


def _continued(line: Line, before: Person | None, times: Times, named: dict[str, Person]) -> Person | None:
    """The person of the sentence before, or the only one of the article, where this one speaks of it."""
    if before is not None and before.line == line.number - 1 and _goes_on(line, before):
        return before
    return next(iter(named.values())) if len(times.people) == 1 and named and _of_the_only(line) else None


def _of_the_only(line: Line) -> bool:
    """Whether a sentence without a name speaks of the only person an article has: "the 24-year-old", "born in"."""
    born = next((at for at, said in enumerate(line.senses) if "born" in said), None)
    if born is not None and (line.has("definite", 0, born) or line.has("pronoun", 0, OPENING_WORDS)):
        return True
    return any("definite" in line.said(mark.first - 1) and "-" in mark.claim.text for mark in line.of_kind("age"))


def _goes_on(line: Line, before: Person) -> bool:
    """Whether a sentence begins with a pronoun or a birth, or has the word that an age of the last one stood beside."""
    opened = "born" in line.said(0) and line.has("pronoun", 0, OPENING_WORDS)
    return opened or line.has("pronoun", 0, FIRST_WORDS) or any(token.text == before.word for token in line.tokens)


# dates


def _read_date(line: Line, mark: Mark, person: Person) -> None:
    """Adds one date of a sentence to what is known of its person."""
    if mark.start is None or mark.start.year < OLDEST_YEAR or len(person.events) > MOST_FACTS:
        return
    if mark.relative:
        if mark.grain == "day" and line.nearest(mark, KINDS) == "died":
            person.died.append(mark)
    elif mark.grain in ("day", "month", "year") and not _inverted(line, mark, person):
        if not mark.range:
            _of_kind(person, mark, _kind(line, mark), bounded=not line.said(mark.first - 1).isdisjoint(BOUNDING))
        elif _whole_life(line, mark):
            person.spans.append(mark)


def _of_kind(person: Person, mark: Mark, kind: str | None, *, bounded: bool) -> None:
    if kind == "born":
        person.born.extend([] if bounded else [mark])
    elif kind == "died":
        person.died.append(mark)
    elif kind in ("grown", "did"):
        person.events.append((mark, kind == "grown"))


def _kind(line: Line, mark: Mark) -> str | None:
    """What of a life a date is that of."""
    if line.has("deceased", mark.first - 2, mark.first):
        return "died"
    life, other = line.reach(mark, OF_LIFE), line.reach(mark, OTHER)
    if life is not None and (other is None or life[0] <= other[0] + LOOSE):
        return OF_LIFE[life[1]]
    kind = None if other is None else OTHER[other[1]]
    return "grown" if kind in (None, "did") and line.has("grown") and _beside_birth(line, mark) else kind


def _beside_birth(line: Line, mark: Mark) -> bool:
    """Whether every other date of the sentence is a birth."""
    return all(line.nearest(each, KINDS) == "born" for each in line.dates if each != mark)


def _inverted(line: Line, mark: Mark, person: Person) -> bool:
    """Whether this is a year of a life that ends before it begins, "(1931–1913)"; the first one tells both."""
    for first, last in pairwise(line.dates):
        if mark in (first, last) and _brackets(line, first, last):
            backwards = first.start is not None and last.start is not None and last.start < first.start
            if backwards and mark == first:
                person.born.append(first)
                person.died.append(last)
            return backwards
    return False


def _brackets(line: Line, first: Mark, last: Mark) -> bool:
    """Whether nothing but a dash lies between two dates, and brackets around them."""
    joined = first.last + 1 == last.first and line.is_mark(first.last, DASH)
    return joined and line.is_mark(first.first - 1, OPEN) and line.is_mark(last.last, CLOSE | COMMA)


def _whole_life(line: Line, mark: Mark) -> bool:
    """Whether two years are those of a life: behind a word for it, or in brackets by themselves."""
    years = mark.days.last.year - mark.days.first.year if mark.days is not None else 0
    bracket = line.is_mark(mark.first - 1, OPEN) and line.is_mark(mark.last, CLOSE | COMMA)
    return years in LIFETIME and (line.has("alive", mark.first - 3, mark.first) or (bracket and not line.has("now")))


# ages


def _read_age(line: Line, mark: Mark, person: Person, times: Times) -> None:
    """Adds a number of years to what is known of its person, if it is an age."""
    if mark.years is None or mark.unit not in ("", "year"):
        return
    beside = apposed(line, mark)
    if beside:
        person.word = person.word or line.tokens[mark.first - 2].text
    event = None if beside else _event(line, mark, person, times)
    if event is not None:
        person.at_event.append(Told(mark, event))
    elif not beside and _at_death(line, mark):
        person.at_death.append(Told(mark))
    elif line.has("lived", mark.first - 3, mark.first) and (mark.unit == "year" or line.is_mark(mark.last)):
        person.lived.append(Told(mark))
    elif not _of_other_time(line, mark, person) and (beside or _is_present(line, mark)):
        person.now.append(Told(mark))


def _event(line: Line, mark: Mark, person: Person, times: Times) -> Mark | None:
    """The date of what happened at an age: the only other one of the clause; with "then" the only one told before."""
    if "was" in line.said(mark.first - 1) and "then" in line.said(mark.last):
        dates = _told_in([line])
    elif line.has("then_day", mark.last, mark.last + 4):
        dates = _told_in(times.near(line, 1, 0))
    elif "at_age" in line.said(mark.first - 1):
        dates = [each for each in line.dates if each not in person.born and line.together(each, mark)]
    else:
        return None
    only = dates[0] if len(dates) == 1 else None
    return only if only is not None and only.fixed and not only.range and only not in person.died else None


def _told_in(lines: Iterable[Line]) -> list[Mark]:
    """The dates that some sentences name, but for births."""
    return [each for line in lines for each in line.dates if each.fixed and _kind(line, each) != "born"]


def _at_death(line: Line, mark: Mark) -> bool:
    """Whether an age is that at a death: "died at 87", "the 87-year-old died"."""
    at_age = "at_age" in line.said(mark.first - 1)
    if not at_age and "-" not in mark.claim.text:
        return False
    return line.nearest(mark, ("died", "grown", "did", "turns"), across=True) == "died"


def _of_other_time(line: Line, mark: Mark, person: Person) -> bool:
    """Whether a date of another time, "then" or a death stands in the sentence of an age."""
    if line.has("deceased") or line.has("then", mark.first - 2, mark.first):
        return True
    return any(each.fixed and each not in person.born for each in line.dates)


def _is_present(line: Line, mark: Mark) -> bool:
    """Whether the words of an age say that it is that of today."""
    if not line.said(mark.first - 1).isdisjoint(("at_age", "owned_age")):
        return _still(line, mark)
    reach = FAR_NOW if mark.unit == "year" else NEAR_NOW
    said = any(not line.said(at).isdisjoint(("now", "turns")) for at in range(mark.first - reach, mark.first))
    if mark.unit == "year":
        return mark.kind == "age" and (said or "-" in mark.claim.text)
    return said and (line.joins(mark.last) or line.is_mark(mark.last) or line.dated(mark.last, mark.last + 1))


def _still(line: Line, mark: Mark) -> bool:
    """Whether an age behind "at" is the present one: "with her 61 years", "at 66, … is still"."""
    if "owned_age" in line.said(mark.first - 1):
        return True
    if not line.has("now") or line.has("past") or any("done" in said and "born" not in said for said in line.senses):
        return False
    return "still" in line.said(mark.last) or (line.is_mark(mark.last, COMMA) and line.has("still", mark.last))
