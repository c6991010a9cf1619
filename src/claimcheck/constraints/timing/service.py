"""Ages beside a length of service, and ages told twice: what one person cannot have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from claimcheck.constraints.timing.ages import OLDEST, YOUNGEST, texts
from claimcheck.constraints.timing.days import Mark, age_of
from claimcheck.constraints.timing.life import FAR, FIRST_WORDS
from claimcheck.constraints.timing.lines import Line, apposed
from claimcheck.constraints.timing.person import Women, women_of
from claimcheck.constraints.timing.times import Times
from claimcheck.languages.extra import extra
from claimcheck.languages.word_roles import COMMA, OPEN
from claimcheck.model.comparison import Timed
from claimcheck.statements.agreement import slip

MOST_AGES, LEAST_AGE, NEAR = 3, 14, 5
Told = tuple[Line, Mark]


def service(times: Times) -> Iterator[Timed]:
    """An age with how long the person has done something: nobody does it from birth on, or from childhood."""
    for line in times.lines:
        found = _age_here(line) or _age_before(line, times)
        years, lasting = (None, None) if found is None else (age_of(found[0].claim), age_of(found[1].claim))
        if found is not None and years is not None and lasting is not None:
            age, length = found
            grown = line.has("serves", 0, length.last + FAR)
            yield Timed(
                "service",
                (("age", age.claim), ("length", length.claim)),
                lasting <= years - (YOUNGEST if grown else 0),
                texts(age=age.claim, length=length.claim),
                (f"{years} − {lasting} = {years - lasting}",),
            )


def _age_here(line: Line) -> tuple[Mark, Mark] | None:
    """The only age and the only length of a sentence, if they are of one person and what it does."""
    lengths, aged = line.of_kind("length"), [mark for mark in line.of_kind("age") if _is_age(line, mark)]
    if len(aged) != 1 or len(lengths) != 1 or len(line.people) > 1 or not _so_long(line, lengths[0]):
        return None
    age, length = aged[0], lengths[0]
    if length.first < age.first and not alone(line, age):
        return None
    return (age, length) if _in_one_clause(line, age, length) else None


def _in_one_clause(line: Line, age: Mark, length: Mark) -> bool:
    """Whether no other clause, mark or relative stands between an age and a length."""
    between = [*line.between(age, length)][age.first < length.first and apposed(line, age) :]
    if line.has("kin", 0, _end_of_clause(line, max(age.last, length.last))):
        return False
    own = line.sentence.owners[length.first]
    clause = line.sentence.clauses[own]
    if clause.kind == "relative" and clause.subject is not None and not clause.subject.pronoun:
        return False  # "79, whose family ran cattle for a century"
    return not any(line.is_mark(at, COMMA | OPEN) or line.sentence.owners[at] != own for at in between)


def _age_before(line: Line, times: Times) -> tuple[Mark, Mark] | None:
    """The length of a sentence that goes on with a pronoun from the one before, with the only age and name of that."""
    length = _lone_length(line)
    if line.number == 0 or length is None:
        return None
    if not line.has("pronoun", 0, FIRST_WORDS) or length.first > FAR or not _so_long(line, length):
        return None
    before = times.line(line.number - 1)
    aged = [mark for mark in before.of_kind("age") if _is_age(before, mark)]
    return (aged[0], length) if len(aged) == 1 == len(before.people) and not before.has("kin") else None


def _lone_length(line: Line) -> Mark | None:
    """The only length of a sentence that names nobody, no age and no relative."""
    lengths = line.of_kind("length")
    others = line.of_kind("age") or line.people or line.has("kin")
    return lengths[0] if len(lengths) == 1 and not others else None


def _end_of_clause(line: Line, at: int) -> int:
    return next((place for place in range(at, len(line.tokens)) if line.is_mark(place)), len(line.tokens))


def _so_long(line: Line, mark: Mark) -> bool:
    """Whether a length in years is how long something has gone on: "for 40 years", but not "the café open for 40"."""
    if mark.unit != "year" or line.said(mark.first - 1).isdisjoint(("since", "for_")):
        return False
    if "definite" in line.said(mark.first - 2) or "not_length" in line.said(mark.last):
        return False
    return not line.has("compared", mark.last, mark.last + 2)


def _is_age(line: Line, mark: Mark) -> bool:
    """Whether a number is the age of somebody: "the 38-year-old", "Marsh, 28,"."""
    return apposed(line, mark) or (mark.unit == "year" and mark.years is not None and "-" in mark.claim.text)


def alone(line: Line, mark: Mark) -> bool:
    """Whether an age stands for a person: "the 29-year-old", with no noun behind it."""
    if "definite" not in line.said(mark.first - 1):
        return False
    chunk = line.sentence.chunk_at(line.tokens[mark.first].span.start)
    ended = chunk is not None and chunk.last == mark.last
    return ended or line.is_mark(mark.last) or mark.claim.text.partition("-")[2][:1].isupper()


# two ages


class _Beside:
    """The ages of an article: beside a name, standing for somebody, and how often each number is said."""

    def __init__(self, times: Times) -> None:
        people = [each for each in times.article.mentions if each.kind == "person"]
        self.full = {each.span.end for each in people if " " in each.text}
        self.begins = {each.span.start: each.name.rpartition(" ")[2] for each in people}
        self.firsts: dict[str, int] = {}
        """Where each person is named first."""
        for each in people:
            self.firsts.setdefault(each.name, each.span.start)
        self.ages: dict[str, list[Mark]] = {}
        self.introduced: set[str] = set()
        self.definite: list[Mark] = []
        self.counts: Counter[int] = Counter()
        for line in times.lines:
            self._read_line(line)

    def _read_line(self, line: Line) -> None:
        aged = [mark for mark in line.of_kind("age", "length") if _may_be_age(line, mark)]
        self.counts.update(mark.years or 0 for mark in aged)
        if not any(line.has(role) for role in ("then", "kin", "deceased")):
            for mark in aged:
                self._read(line, mark)

    def _read(self, line: Line, mark: Mark) -> None:
        """Adds one age of a sentence."""
        if apposed(line, mark) and (mark.years or 0) <= OLDEST:
            name = line.tokens[mark.first - 2].text
            if self._is_of_one(name):
                self._named(line, mark, name)
        elif "at_age" in line.said(mark.first - 1):
            if len(line.people) == 1 and not line.dates:
                name = next(iter(line.people))
                self.ages.setdefault(name, []).append(mark)
                self.introduced.add(name)
        elif mark.unit == "year" and "-" in mark.claim.text:
            self._standing(line, mark)

    def _standing(self, line: Line, mark: Mark) -> None:
        """Adds an age that stands before a name, or for somebody."""
        behind = line.tokens[mark.last].span.start if mark.last < len(line.tokens) else -1
        name = self.begins.get(behind, "")
        if self._is_of_one(name):
            self.ages.setdefault(name, []).append(mark)
            self.introduced.add(name)
        elif alone(line, mark):
            self.definite.append(mark)

    def _is_of_one(self, name: str) -> bool:
        """Whether just one person has a surname."""
        return sum(each.rpartition(" ")[2] == name for each in self.firsts) == 1

    def _named(self, line: Line, mark: Mark, name: str) -> None:
        before = line.tokens[mark.first - 3].text if mark.first > 2 else ""
        known = any(each.endswith(name) and before in each.split() for each in self.firsts)
        if before[:1].isupper() and not known:
            return  # another first name
        self.ages.setdefault(name, []).append(mark)
        if line.tokens[mark.first - 2].span.end in self.full:
            self.introduced.add(name)

    def only(self, name: str, mark: Mark) -> bool:
        """Whether an age that stands for somebody can be but that of one person: nobody else was named before.

        Another number than that person's is told just once.
        """
        before = [at for each, at in self.firsts.items() if not each.endswith(name) and at < mark.claim.span.start]
        same = mark.years == self.ages[name][0].years
        return not before and (same or self.counts[mark.years or 0] == 1)


def _may_be_age(line: Line, mark: Mark) -> bool:
    """Whether a number is told as an age is: in years, or beside a name."""
    if mark.years is None:
        return False
    if mark.kind == "length":
        return mark.unit == "year" and "at_age" in line.said(mark.first - 1)
    return mark.unit == "year" or apposed(line, mark)


def _are_ages(found: list[Mark]) -> bool:
    """Whether the numbers beside a name are few, and large enough for the ages of a person."""
    return len(found) <= MOST_AGES and min(each.years or 0 for each in found) >= LEAST_AGE


def two_ages(times: Times) -> Iterator[Timed]:
    """Two ages of one person: both beside the name, or the second in "the 29-year-old" where only one was named.

    More numbers than three beside one name, or small ones, are no ages of a person but what it has won.
    """
    told = _Beside(times)
    for name, found in told.ages.items():
        if name in told.introduced and _are_ages(found):
            yield from (_differ(found[0], other) for other in found[1:] if _may_be_one(found[0], other))
    if len(told.ages) == 1 and told.introduced and len(told.counts) <= 2:
        yield from _named_again(told, *next(iter(told.ages.items())))


def the_woman(times: Times) -> Iterator[Timed]:
    """Two ages of the only woman: "eine 58-jährige Radfahrerin … der 53-Jährigen", where the second number comes once.

    Nobody else may be a woman: no name but a man's, and no noun for one without an age behind an indefinite article.
    """
    women = women_of(times.article.document.language or "")
    told = _ages(times) if women.aged and _names_only_men(times) else []
    hers = _hers([each for each in told if women.described(*each)], told, women)
    yield from hers if hers and not women.brought_in(times) else ()


def _hers(brought: list[Told], told: list[Told], women: Women) -> list[Timed]:
    """The ages that stand for a woman, with the only one that a noun for a woman has."""
    if len({mark.years for _, mark in brought}) != 1:
        return []
    (_, first), counts = brought[0], Counter(mark.years for _, mark in told)
    again = (mark for line, mark in told if women.meant(line, mark) and alone(line, mark))
    return [_differ(first, mark) for mark in again if _is_hers(first, mark, counts)]


def _ages(times: Times) -> list[Told]:
    """Every age in years with its sentence."""
    return [(line, mark) for line in times.lines for mark in line.of_kind("age") if mark.unit == "year"]


def _is_hers(first: Mark, mark: Mark, counts: Mapping[int | None, int]) -> bool:
    """Whether an age behind that of a woman may be but hers: the same, or a slip of it that comes once."""
    told = mark.years == first.years or counts[mark.years] == 1
    return told and mark.claim.span > first.claim.span and _may_be_one(first, mark)


def _names_only_men(times: Times) -> bool:
    """Whether every person an article names has a man's first name."""
    sexes = extra(times.article.document.language, "people").get("first_names", {})
    named = (each for each in times.article.mentions if each.kind == "person")
    return all(sexes.get(each.name.partition(" ")[0]) == "male" for each in named)


def _named_again(told: _Beside, name: str, found: list[Mark]) -> Iterator[Timed]:
    same = (mark for mark in told.definite if told.only(name, mark) and _may_be_one(found[0], mark))
    yield from (_differ(found[0], mark) for mark in same)


def _may_be_one(first: Mark, second: Mark) -> bool:
    """Whether two ages are near enough for one of them to be a slip: others are numbers of something else."""
    one, two = first.years or 0, second.years or 0
    return abs(one - two) <= NEAR or slip(one, two)


def _differ(first: Mark, second: Mark) -> Timed:
    fits = first.years == second.years
    return Timed(
        "ages_differ",
        (("age", second.claim), ("other", first.claim)),
        fits,
        texts(age=second.claim, other=first.claim),
        (f"{first.claim.text} {'=' if fits else '≠'} {second.claim.text}",),
        evidence="register",
    )
