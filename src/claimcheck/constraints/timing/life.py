"""What the sentences of an article say of a life: birth, death, ages, and what is dated in it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claimcheck.constraints.timing.days import Mark
from claimcheck.constraints.timing.lines import NONE, Line
from claimcheck.constraints.timing.person import KINDS, Person, kind_in_life, read_age
from claimcheck.constraints.timing.times import Times
from claimcheck.languages.word_roles import CLOSE, COMMA, DASH, OPEN, POSSESSIVE
from claimcheck.model.analysis import Chunk

BOUNDING = ("after", "before_ago", "before_event", "since", "until")
"""Words before a date that make it a bound: "born after 1990"."""
FIRST_WORDS, OPENING_WORDS, FAR = 4, 16, 12
MOST_FACTS = 40
LIFETIME = range(8, 116)
OLDEST_YEAR, OLDEST, YOUNGEST, WEEK = 1000, 122, 12, 7


def people(times: Times) -> list[Person]:
    """Every person with what the sentences say of it."""
    named: dict[str, Person] = {}
    found: list[Person] = []
    before: Person | None = None
    if len(times.people) == 1:  # an article about one
        found.append(Person())
        named[next(iter(times.people))] = found[0]
    for line in times.lines:
        kin = _relatives(line)
        person = None if len(line.people) > 1 else _of_line(line, before, times, named)
        if len(line.people) > 1 or (kin and person is None and not line.people):
            before = None
            continue
        if person is None:
            person = Person()
            found.append(person)
        named.update(dict.fromkeys(line.people, person))
        person.line = line.number
        _read(line, person, kin, times)
        before = None if kin else person
    return found


def _read(line: Line, person: Person, kin: set[int | None], times: Times) -> None:
    """Adds the dates and ages of a sentence to what is known of its person, but for those of relatives."""
    own = [
        mark for mark in line.marks if not _of_noun(line, mark) and (_apart(line, mark, kin) or _is_subject(line, mark))
    ]
    for mark in own:
        if mark.kind == "date" and not _of_another(line, mark):
            _read_date(line, mark, person)
    for mark in own:
        if mark.kind != "date":
            read_age(line, mark, person, times)


def _of_noun(line: Line, mark: Mark) -> bool:
    """Whether a time is that of what is somebody's: "ihr 2011 verstorbener Mann"."""
    chunk = line.sentence.chunk_at(line.tokens[mark.first].span.start)
    return chunk is not None and mark.last <= chunk.head and line.owned(mark)


def _of_another(line: Line, mark: Mark) -> bool:
    """Whether a time stands in a clause that tells when something of somebody else was: "when the man was killed"."""
    clause = line.clause(mark)
    return clause.kind == "subordinate" and clause.subject is not None and not clause.subject.pronoun


def _apart(line: Line, mark: Mark, kin: set[int | None]) -> bool:
    """Whether a time stands in a clause that brings in no relative, nor hangs on such a one."""
    owner = line.sentence.owners[mark.first]
    return kin.isdisjoint((owner, line.sentence.clauses[owner].parent))


def _is_subject(line: Line, mark: Mark) -> bool:
    """Whether an age stands for what its clause tells of, without a relative in the same words."""
    subject = line.clause(mark).subject
    inside = subject is not None and subject.first <= mark.first < subject.last
    return inside and subject is not None and not line.has("kin", subject.first, subject.last)


def _relatives(line: Line) -> set[int | None]:
    """The clauses of a sentence that tell of a relative."""
    return {*_of_kin(line), *(line.sentence.owners[at] for at in range(len(line.tokens)) if _kin(line, at))}


def _kin(line: Line, at: int) -> bool:
    """Whether a word brings in a relative: as what its clause tells of, or as somebody's ("her son", "Kern's son")."""
    if "kin" not in line.senses[at]:
        return False
    sentence, chunk = line.sentence, line.sentence.chunk_at(line.tokens[at].span.start)
    genitive = "about" in line.said(at + 1) or any(each.of and each.first == at + 1 for each in sentence.chunks)
    if chunk is None or genitive:
        return False  # "the daughter of a smith" is the person itself
    subject = sentence.clauses[sentence.owners[at]].subject
    return _is_somebodys(line, chunk, at) or (subject is not None and subject.first <= at < subject.last)


def _is_somebodys(line: Line, chunk: Chunk, at: int) -> bool:
    """Whether a noun has a possessive or a name in the genitive before it; "a fisherman's daughter" is nobody else."""
    owner = NONE if chunk.determiner is None else line.said(chunk.determiner)
    if "indefinite" in owner:
        return False
    owned = chunk.determiner is not None and "definite" not in owner
    return owned or any(line.tokens[place].roles & POSSESSIVE for place in range(chunk.first, at))


def _of_kin(line: Line) -> Iterator[int]:
    """The relative clauses that tell of a relative: "a daughter, who was born in 2004"."""
    for number, clause in enumerate(line.sentence.clauses):
        first = clause.stretches[0][0] if clause.stretches else 0
        if first and clause.kind == "relative" and "kin" in line.said(first - 1 - line.is_mark(first - 1, COMMA)):
            yield number


def _of_line(line: Line, before: Person | None, times: Times, named: dict[str, Person]) -> Person | None:
    """The person that a sentence names, or that it goes on from."""
    if line.people and not (before is not None and before.line == line.number - 1 and _opened(line)):
        return named.get(next(iter(line.people)))
    return _continued(line, before, times, named)


def _continued(line: Line, before: Person | None, times: Times, named: dict[str, Person]) -> Person | None:
    """The person of the sentence before, or the only one of the article, where this one speaks of it."""
    if before is not None and before.line == line.number - 1 and _goes_on(line, before):
        return before
    only = next(iter(named.values())) if len(times.people) == 1 else None
    return only if line.has("pronoun", 0, FIRST_WORDS) or _speaks(line) or _of_the_only(line) else None


def _of_the_only(line: Line) -> bool:
    """Whether a sentence without a name speaks of the only person an article has: "the 24-year-old", "born in"."""
    born = next((at for at, said in enumerate(line.senses) if "born" in said), None)
    if born is not None and (line.has("definite", 0, born) or line.has("pronoun", 0, OPENING_WORDS)):
        return True
    return any(
        line.has("definite", mark.first - 2, mark.first) and "-" in mark.claim.text for mark in line.of_kind("age")
    )


def _goes_on(line: Line, before: Person) -> bool:
    """Whether a sentence begins with a pronoun or a birth, or has the word that an age of the last one stood beside."""
    if _opened(line) or line.has("pronoun", 0, FIRST_WORDS) or _speaks(line):
        return True
    return any(token.text == before.word for token in line.tokens)


def _speaks(line: Line) -> bool:
    """Whether a pronoun is what a main clause tells of: "born in 1934, she", "vor 50 Jahren, da war er"."""
    told = (each.subject for each in line.sentence.clauses if each.kind == "main")
    return any(each is not None and each.pronoun and "person" in line.said(each.head) for each in told)


def _opened(line: Line) -> bool:
    """Whether a sentence opens with a birth and goes on with a pronoun: "Born in 1938, she"."""
    return "born" in line.said(0) and line.has("pronoun", 0, OPENING_WORDS)


# dates


def _read_date(line: Line, mark: Mark, person: Person) -> None:
    """Adds one date of a sentence to what is known of its person."""
    if mark.start is None or mark.start.year < OLDEST_YEAR or len(person.events) > MOST_FACTS:
        return
    if mark.relative:
        if mark.grain == "day" and line.nearest(mark, KINDS) == "died":
            person.died.append(mark)
    elif mark.grain in ("day", "month", "year") and not _inverted(line, mark, person):
        _read_stated(line, mark, person)


def _read_stated(line: Line, mark: Mark, person: Person) -> None:
    if not mark.range:
        _of_kind(person, mark, kind_in_life(line, mark), bounded=not line.said(mark.first - 1).isdisjoint(BOUNDING))
    elif _whole_life(line, mark):
        person.spans.append(mark)


def _of_kind(person: Person, mark: Mark, kind: str | None, *, bounded: bool) -> None:
    if kind == "born":
        person.born.extend([] if bounded else [mark])
    elif kind == "died":
        person.died.append(mark)
    elif kind in ("grown", "did"):
        person.events.append((mark, kind == "grown"))


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
