"""What each number of an article is a number of, so that another article's can be held against it in other words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimcheck.link.across.line import Number, Sheet
from claimcheck.model import Duration, Period
from claimcheck.model.about import Qualifier
from claimcheck.model.analysis import Chunk, Clause
from claimcheck.model.link import Direction
from claimcheck.statements.agreement import UNREAL
from claimcheck.statements.concepts import Concepts, concepts, family, table, takes, told
from claimcheck.statements.measure import measure_of
from claimcheck.statements.phrases import Names
from claimcheck.statements.place import Spot
from claimcheck.statements.referents import Referents
from claimcheck.statements.statement import Statement, Statements
from claimcheck.statements.verbs import by_verb
from claimcheck.statements.words import Joints, joints

PARTS = frozenset({"of_which", "added", "again", "others", "remaining", "besides", "each", "per_one", "open"})
"""Roles of words that make a number one of a part, of more, or of each."""
THEN = frozenset({"earlier", "baseline", "then"})
STEPS = frozenset({"by", "more", "less", "than", "change", "rise", "fall"})
UP, DOWN = frozenset({"rise", "more"}), frozenset({"fall", "less"})
PEOPLE = ("count", "persons")
AGE = "age"
OF_EACH: tuple[Qualifier, ...] = ("average", "median", "per_person", "maximum", "minimum")
OF_MONEY: tuple[Qualifier, ...] = (*OF_EACH, "yearly", "monthly")


class Meaning(NamedTuple):
    """What a number is of: its concept, the kind of number, whether it is the step of a change and which way.

    `each` says per whom or what it is taken, `part` that it is of some only, `real` that it is told as so or planned,
    `then` that it was so before. `times` are the dates of its clause. `concept` is None where none is told.
    """

    number: Number
    concept: str | None
    family: str
    step: bool
    way: Direction | None
    each: tuple[Qualifier, ...]
    part: bool
    real: bool
    then: bool
    times: tuple[Period, ...]

    @property
    def key(self) -> tuple[object, ...]:
        """The same for two numbers that may be values of one thing."""
        kind = PEOPLE[0] if self.family in PEOPLE else self.family
        return self.concept, kind, self.step, self.each

    @property
    def core(self) -> bool:
        """Whether an event has one such number, whoever bears it."""
        return self.concept is not None and bool(table()[self.concept]["core"]) and not self.step

    @property
    def running(self) -> bool:
        """Whether such counts grow while the news goes on."""
        return self.concept is not None and bool(table()[self.concept]["running"])


def meanings(page: Sheet) -> tuple[Meaning, ...]:
    """What the numbers of an article are of, in the order of the text."""
    article = page.article
    known = joints(page.language)
    if article.analysis is None or known is None:
        return ()
    reader = _Reader(page, known)
    numbers = {number.claim.span: number for line in page.lines for number in line.numbers}
    statements = Statements(article)
    return tuple(
        reader.meaning(numbers[each.claim.span], each)
        for at in statements.numbered()
        for each in statements.within(at)
        if each.claim.span in numbers
    )


class _Reader:
    """Reads the concepts of one article's numbers."""

    def __init__(self, page: Sheet, known: Joints) -> None:
        article = page.article
        assert article.analysis is not None
        self.known = known
        self.words: Concepts = concepts(page.language)
        sources = [each.source.span for each in page.said.values() if each.source is not None]
        self.referents = Referents(article.analysis, Names(article.mentions, sources), known, self.words, page.language)

    def meaning(self, number: Number, statement: Statement) -> Meaning:
        """What a number is of."""
        concept, about, kind = self._concept(statement), statement.claim.about, family(statement.claim)
        kinds = OF_MONEY if kind == "money" else OF_EACH
        each = tuple(sorted(set(kinds) & set(() if about is None else about.qualifiers)))
        change = kind == "share" and (concept is None or not takes(concept, kind))
        step = change or bool(statement.touching & STEPS)
        return Meaning(
            number,
            concept,
            AGE if concept == AGE else kind,
            step,
            _way(statement),
            each,
            part=not PARTS.isdisjoint(statement.cues),
            real=statement.claim.modality not in UNREAL,
            then=not THEN.isdisjoint(statement.cues),
            times=_times(number, statement),
        )

    def _concept(self, statement: Statement) -> str | None:
        """The concept of a number: what befell those it counts goes before who they are ("43 passengers were hurt")."""
        named = statement.concept
        if named is None and isinstance(statement.claim.value, Duration):
            named = self._of_length(statement)
        if named is not None and (table()[named]["core"] or family(statement.claim) not in PEOPLE):
            return named
        return self._befell(statement) or named or self._only(statement)

    def _only(self, statement: Statement) -> str | None:
        """The only concept that the nouns of its clause name and that takes such a number."""
        clause, kind = statement.verb, family(statement.claim)
        if kind in PEOPLE or self.noun(statement):
            return None
        phrases = (clause.subject, *clause.objects, *clause.adjuncts)
        heads = (statement.held.tokens[each.head].low for each in phrases if each is not None and each.number is None)
        found = {next((name for name in self.words.noun(head) if takes(name, kind)), None) for head in heads}
        found.discard(None)
        return found.pop() if len(found) == 1 else None

    @staticmethod
    def noun(statement: Statement) -> bool:
        """Whether it is told as a number of some noun, known or not."""
        about = statement.claim.about
        return about is not None and about.measure is not None

    def _of_length(self, statement: Statement) -> str | None:
        spot = Spot(statement.held, statement.claim, self.known, self.words, self.referents)
        found = measure_of(spot) or by_verb(spot)
        return None if found is None else found.concept

    def _befell(self, statement: Statement) -> str | None:
        """What the verb of the clause says of those whom the number counts."""
        clause, chunk = statement.verb, statement.chunk
        if chunk is None or clause.negated or not self._are_people(statement):
            return None
        fitting = (each for each in self._said(clause, chunk) if takes(each, family(statement.claim)))
        return next((each for each in fitting if table()[each]["of"] == "event"), None)

    def _are_people(self, statement: Statement) -> bool:
        """Whether people are counted, or nothing says what."""
        about = statement.claim.about
        noun = statement.value.noun or (None if about is None or about.measure is None else about.measure.text)
        return statement.value.unit == "person" or noun is None or self.referents.is_person(noun.lower())

    def _said(self, clause: Clause, chunk: Chunk) -> Iterator[str]:
        subject = clause.subject is not None and clause.subject.first == chunk.first
        if not subject and chunk.first not in {each.first for each in clause.objects}:
            return
        active = subject and not clause.passive
        verbs: dict[str, Sequence[str]] = dict(self.words.subjects if active else self.words.objects)
        yield from verbs.get(clause.lemma, ())
        for sense in clause.senses:
            yield from told().get((sense, "subject" if active else "object"), ())


def _times(number: Number, statement: Statement) -> tuple[Period, ...]:
    """The dates of the clause of a number, else that of a sentence with no other number."""
    dates = [each.claim for each in number.line.numbers if isinstance(each.claim.value, Period)]
    own = [each for each in dates if statement.verb.holds(statement.held.token_at(each.span.start))]
    found = own or (dates if len(dates) == 1 == len(number.line.numbers) - 1 else [])
    return tuple(each.value for each in found if isinstance(each.value, Period))


def _way(statement: Statement) -> Direction | None:
    """Which way a change goes, by its verb, else by the words of its phrase."""
    if statement.way is not None:
        return statement.way
    up, down = (not way.isdisjoint(statement.cues) for way in (UP, DOWN))
    return None if up == down else "up" if up else "down"
