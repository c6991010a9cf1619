"""One person and what an article says of it: birth, death, ages, and what is dated in its life."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from claimcheck.constraints.timing.days import Mark, age_of
from claimcheck.constraints.timing.lines import Line, apposed
from claimcheck.constraints.timing.times import Times
from claimcheck.languages.extra import extra
from claimcheck.languages.word_roles import COMMA
from claimcheck.model.analysis import Chunk, Sentence

OF_LIFE = ("born", "died", "grown")
OTHER = ("did", "founded", "begins", "ends")
KINDS = (*OF_LIFE, *OTHER)
LOOSE = 4
"""So much farther off a word of life may stand than one that fits anything."""


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


def kind_in_life(line: Line, mark: Mark) -> str | None:
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


NEAR_NOW, FAR_NOW = 2, 5


def _is_last(line: Line, mark: Mark, person: Person) -> bool:
    """Whether an age is told of a death, or as one that was, of somebody who is dead."""
    return _at_death(line, mark) or (bool(person.died) and _was(line, mark))


def _is_length(line: Line, mark: Mark) -> bool:
    """Whether an age is told as what somebody has lived."""
    return line.has("lived", mark.first - 3, mark.first) and (mark.unit == "year" or line.is_mark(mark.last))


def read_age(line: Line, mark: Mark, person: Person, times: Times) -> None:
    """Adds a number of years to what is known of its person, if it is an age."""
    if mark.years is None or mark.unit not in ("", "year"):
        return
    if apposed(line, mark):
        person.word = person.word or line.tokens[mark.first - 2].text
        _read_last(line, mark, person)
    elif (event := _event(line, mark, person, times)) is not None:
        person.at_event.append(Told(mark, event))
    elif _is_last(line, mark, person):
        person.at_death.append(Told(mark))
    elif _is_length(line, mark) or _is_present(line, mark):
        _read_last(line, mark, person)


def _read_last(line: Line, mark: Mark, person: Person) -> None:
    """Adds an age that is the last one if the person is dead, or that of now."""
    if _is_length(line, mark):
        person.lived.append(Told(mark))
    elif not _of_other_time(line, mark, person):
        person.now.append(Told(mark))


def _event(line: Line, mark: Mark, person: Person, times: Times) -> Mark | None:
    """The date of what happened at an age: the only other one of the clause; with "then" the only one told before."""
    if _was_so_old(line, mark):
        dates = _then(line, mark, times)
    elif line.has("then_day", mark.last, mark.last + 4):
        dates = _told_in(times.near(line, 1, 0))
    elif "at_age" in line.said(mark.first - 1):
        dates = [each for each in line.dates if each not in person.born and _at_once(line, mark, each)]
    else:
        return None
    return dates[0] if len(dates) == 1 and _may_be_event(dates[0], person) else None


def _at_once(line: Line, mark: Mark, date: Mark) -> bool:
    """Whether a clause tells of an age and a date together: not "the first at 31, the last three years ago"."""
    between = [at for at in line.between(mark, date) if "at_age" not in line.said(at)]
    return line.together(date, mark) and (len(between) < NEAR_NOW or not any(map(line.joins, between)))


def _was_so_old(line: Line, mark: Mark) -> bool:
    """Whether an age is what somebody was: "she was just 37", "da war er 42", "Kern was 24 when"."""
    subject = line.clause(mark).subject
    named = subject is not None and any(
        token.text in line.people for token in line.tokens[subject.first : subject.last]
    )
    personal = subject is not None and (named or (subject.pronoun and "person" in line.said(subject.head)))
    was = any("was" in line.said(at) for at in range(mark.first - FAR_NOW, mark.first))
    ends = line.dated(mark.last, mark.last + 2) or line.light((mark.last,), ("then", "then_day", "listing"))
    return personal and was and ends


def _then(line: Line, mark: Mark, times: Times) -> list[Mark]:
    """The dates that the "when" behind an age, or the "then" of its clause, may mean."""
    if any("then" in line.said(at) for at in (mark.last, mark.last + line.is_mark(mark.last))):
        return _told_in([line])
    own = line.sentence.owners[mark.first]
    said = zip(line.sentence.owners, line.senses, strict=True)
    if any(owner == own and "then_day" in each for owner, each in said):
        return _told_in([line]) or _told_in(times.near(line, 1, 0))
    beside = line.dated(mark.last, mark.last + 2) or any(line.together(each, mark) for each in line.dates)
    return _told_in([line]) if beside else []


def _may_be_event(date: Mark, person: Person) -> bool:
    return _is_then(date) and not date.range and date not in person.died


def _told_in(lines: Iterable[Line]) -> list[Mark]:
    """The dates that some sentences name, but for births."""
    return [each for line in lines for each in line.dates if _is_then(each) and kind_in_life(line, each) != "born"]


def _is_then(date: Mark) -> bool:
    """Whether a date is that of a time told: a named one, or so many years ago."""
    return date.fixed or (date.relative and date.grain == "year")


def _at_death(line: Line, mark: Mark) -> bool:
    """Whether an age is that at a death: "died at 87", "the 87-year-old died"."""
    at_age = "at_age" in line.said(mark.first - 1)
    if not at_age and "-" not in mark.claim.text:
        return False
    said = line.nearest(mark, ("died", "grown", "did", "turns"), across=True)
    return said == "died" or (said is None and _joined(line, mark))


def _joined(line: Line, mark: Mark) -> bool:
    """Whether a clause joined to that of an age tells of a death: "who collapsed at 67 and died"."""
    own = line.sentence.owners[mark.first]
    clauses = line.sentence.clauses
    after = own + 1 if own + 1 < len(clauses) and clauses[own + 1].kind == clauses[own].kind else own
    return any(owner == after and "died" in said for owner, said in zip(line.sentence.owners, line.senses, strict=True))


def _was(line: Line, mark: Mark) -> bool:
    """Whether a sentence tells nothing but an age that somebody had: "She was 88."."""
    alone = line.has("pronoun", 0, 1) and mark.first <= 2 and line.is_mark(mark.last)
    return alone and "was" in line.said(mark.first - 1)


def _of_other_time(line: Line, mark: Mark, person: Person) -> bool:
    """Whether "then" or a death stands in the sentence of an age, or a date of another time in its clause."""
    if line.has("deceased") or line.has("then", mark.first - 2, mark.first):
        return True
    return any(each.fixed and each not in person.born and line.together(each, mark) for each in line.dates)


def _is_present(line: Line, mark: Mark) -> bool:
    """Whether the words of an age say that it is that of today."""
    if not line.said(mark.first - 1).isdisjoint(("at_age", "owned_age")):
        return _still(line, mark)
    reach = FAR_NOW if mark.unit == "year" else NEAR_NOW
    said = any(not line.said(at).isdisjoint(("now", "turns")) for at in range(mark.first - reach, mark.first))
    if mark.unit == "year":
        return mark.kind == "age" and (said or "-" in mark.claim.text)
    return said and (line.joins(mark.last) or line.is_mark(mark.last) or line.dated(mark.last, mark.last + 1))


def _goes_on(line: Line, mark: Mark) -> bool:
    """Whether a clause tells what somebody still does: "Mit 82 Jahren hebt er noch ab"."""
    return line.clause(mark).tense == "present" and line.has("ongoing") and not line.dates


def _still(line: Line, mark: Mark) -> bool:
    """Whether an age behind "at" is the present one: "with her 61 years", "at 66, … is still"."""
    if "owned_age" in line.said(mark.first - 1) or line.clause(mark).mood == "subjunctive":
        return True
    if line.has("past") or any("done" in said and "born" not in said for said in line.senses):
        return False
    if not line.has("now"):
        return _goes_on(line, mark)
    return "still" in line.said(mark.last) or (line.is_mark(mark.last, COMMA) and line.has("still", mark.last))


class Women(NamedTuple):
    """What only women are called in a language: titles, endings of nouns, and articles with "jährige"; else nothing."""

    titles: frozenset[str]
    ending: str
    endings: tuple[str, ...]
    aged: frozenset[str]
    new: frozenset[str]
    """Articles that bring somebody in."""

    def described(self, line: Line, mark: Mark) -> bool:
        """Whether an age stands with a noun for a woman: "58-jährige Radfahrerin"."""
        chunk = line.sentence.chunk_at(line.tokens[mark.first].span.start)
        noun = "" if chunk is None or chunk.head < mark.last else line.tokens[chunk.head].text
        return noun in self.titles or noun.endswith(self.endings)

    def meant(self, line: Line, mark: Mark) -> bool:
        """Whether an age stands for a woman: "der 53-Jährigen"."""
        article = line.low(mark.first - 1) if mark.first else ""
        return f"{article} {mark.claim.text.partition('-')[2].lower()}" in self.aged

    def brought_in(self, times: Times) -> bool:
        """Whether an article brings in somebody without an age who may be a woman."""
        sentences = map(times.analysis.sentence, range(len(times.analysis.spans)))
        return any(self._is_new(sentence, chunk) for sentence in sentences for chunk in sentence.chunks)

    def _is_new(self, sentence: Sentence, chunk: Chunk) -> bool:
        if chunk.determiner is None or sentence.tokens[chunk.determiner].low not in self.new:
            return False
        head, words = sentence.tokens[chunk.head].text, sentence.tokens[chunk.determiner : chunk.last]
        aged = any(char.isdigit() for token in words for char in token.text)
        return not aged and (head in self.titles or head.endswith(self.ending))


@cache
def women_of(code: str) -> Women:
    """What only women are called in a language; nothing where its nouns do not tell the sex."""
    people, told = extra(code, "people"), extra(code, "statements")
    feminine = people.get("feminine") or {"ending": "", "men": ()}
    titles = frozenset(word for word, sex in people.get("titles", {}).items() if sex == "female")
    endings = tuple(f"{each}{feminine['ending']}" for each in feminine["men"])
    aged, new = told["aged_by"]["woman"] if told else (), extra(code, "senses").get("indefinite", ())
    return Women(titles, feminine["ending"], endings, frozenset(aged), frozenset(new))
