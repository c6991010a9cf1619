"""What each number of an article is a number of, and which way a measure went, told with a number or without.

So another article's can be held against it in other words: "turnout was up", "die Beteiligung fiel auf 61 Prozent".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from claimcheck.link.across.line import Number, Sheet
from claimcheck.link.across.people import parts
from claimcheck.link.across.scope import noun_key
from claimcheck.model import Article, Period, Span
from claimcheck.model.analysis import Clause, Sentence
from claimcheck.model.claim import ArgumentName, Qualifier, Relation
from claimcheck.model.link import Direction
from claimcheck.statements.agreement import UNREAL
from claimcheck.statements.befell import Befell
from claimcheck.statements.concepts import concepts, family, table, takes
from claimcheck.statements.phrases import Cues
from claimcheck.statements.place import CHANGES
from claimcheck.statements.statement import Statement, Statements
from claimcheck.statements.words import joints

PARTS = frozenset({"of_which", "added", "again", "others", "remaining", "besides", "open"})
"""Roles of words that make a number one of a part or of more."""
EACH = "each"
FOR_EACH = frozenset({EACH, "per_one"})
THEN = frozenset({"earlier", "baseline", "then"})
STEPS = frozenset({"by", "more", "less", "than", "change", "rise", "fall"})
BY, MOVED = frozenset({"by"}), frozenset({"rise", "fall", "more", "less", "change"})
SHARES = ("share", "points")
UP, DOWN = frozenset({"rise", "more"}), frozenset({"fall", "less"})
PEOPLE = ("count", "persons")
AGE, DIVIDEND = "age", "dividend"
GIVEN_FOR_SHARES = frozenset({None, "income"})
RELATED: dict[tuple[str, ArgumentName], str] = {("sentenced", "duration"): "sentence"}
"""What a number is of that a relation takes for one of its arguments."""
SCALED = ("temperature", "speed")
OF_EACH: tuple[Qualifier, ...] = ("average", "median", "per_person", "maximum", "minimum")
OF_MONEY: tuple[Qualifier, ...] = (*OF_EACH, "yearly", "monthly")
WAYS: dict[str, Direction] = {"rise": "up", "fall": "down"}
VALUES = frozenset({"share", "money", "points", "count"})
TOLD = ("main", "relative")


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
    each: tuple[str, ...]
    part: bool
    real: bool
    then: bool
    times: tuple[Period, ...]

    @property
    def key(self) -> tuple[object, ...]:
        """The same for two numbers that may be values of one thing."""
        kind = PEOPLE[0] if self.family in PEOPLE else self.family
        return self.thing, kind, self.step, self.each

    @property
    def thing(self) -> str | None:
        """Its concept, the same for those that texts use for each other; of none a count's noun, or its scale."""
        if self.concept is not None:
            return table()[self.concept]["like"] or self.concept
        return noun_key(self.number) if self.family in PEOPLE else self.family if self.family in SCALED else None

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
    if article.analysis is None or joints(page.language) is None:
        return ()
    befell = Befell(article)
    numbers = {number.claim.span: number for line in page.lines for number in line.numbers}
    statements, related = Statements(article), dict(_related(article))
    return tuple(
        _meaning(_concept(befell, each) or related.get(each.claim.span), numbers[each.claim.span], each)
        for at in statements.numbered()
        for each in statements.within(at)
        if each.claim.span in numbers
    )


def _related(article: Article) -> Iterator[tuple[Span, str]]:
    """The concepts that relations tell of the numbers among their arguments."""
    for relation in (each.value for each in article.claims if isinstance(each.value, Relation)):
        for name, argument in relation.arguments:
            if (relation.predicate, name) in RELATED:
                yield argument.span, RELATED[relation.predicate, name]


def _meaning(concept: str | None, number: Number, statement: Statement) -> Meaning:
    """What a number is of."""
    kind = family(statement.claim)
    step = (kind == "share" and _changes(concept)) or (_is_step(statement, kind) and not _is_told(concept, kind))
    return Meaning(
        number,
        concept,
        AGE if concept == AGE else kind,
        step,
        _way(statement),
        _each(statement, kind),
        part=not PARTS.isdisjoint(statement.cues),
        real=statement.claim.modality not in UNREAL,
        then=not THEN.isdisjoint(statement.lead if concept == AGE else statement.cues),
        times=() if concept == AGE else _times(number, statement),
    )


def _each(statement: Statement, kind: str) -> tuple[str, ...]:
    """Per whom or what it is taken, and whether it is one of each."""
    about = statement.claim.about
    told = () if about is None else about.qualifiers
    found = [name for name in (OF_MONEY if kind == "money" else OF_EACH) if name in told]
    return tuple(found) if FOR_EACH.isdisjoint(statement.cues) else (*found, EACH)


def _is_step(statement: Statement, kind: str) -> bool:
    """Whether the words before a number make it a change; "by" only what moves: "es ging um drei Millionen"."""
    touching = statement.touching & STEPS
    if touching != BY or kind in SHARES:
        return bool(touching)
    return not (CHANGES.isdisjoint(statement.verb.senses) and MOVED.isdisjoint(statement.cues))


def _concept(befell: Befell, statement: Statement) -> str | None:
    """Its concept; a lead in seconds is no age."""
    found = befell.concept(statement)
    per = statement.value.per
    if per is not None and per.noun is not None and found in GIVEN_FOR_SHARES and befell.is_share(per.noun):
        return DIVIDEND
    return None if found == AGE and statement.value.unit not in (None, "year", "month") else found


def _is_told(concept: str | None, kind: str) -> bool:
    """Whether the verb before a number only says what it is: how deep somebody fell, how many posts are cut."""
    flows = concept is not None and table()[concept]["kind"] == "flow"
    return concept is not None and (kind == "length" or (kind in PEOPLE and flows))


def _changes(concept: str | None) -> bool:
    """Whether a percentage with a concept is the change of it."""
    return concept is None or not takes(concept, "share") or table()[concept]["kind"] == "change"


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


class Turn(NamedTuple):
    """That something went up or down, by the words that say so; `bodies` are the words of the names beside it.

    `beside` are the nouns of the phrases with a preposition that the clause has besides: on what occasion, when.
    """

    thing: str
    way: Direction
    span: Span
    bodies: frozenset[str]
    beside: frozenset[str] = frozenset()


def turned(mine: Mapping[str, Turn], yours: Mapping[str, Turn]) -> Iterator[tuple[Turn, Turn]]:
    """What two articles tell to have gone up or down, but for what is told of two bodies."""
    for thing in sorted(mine.keys() & yours.keys()):
        a, b = mine[thing], yours[thing]
        if not a.bodies or not b.bodies or not a.bodies.isdisjoint(b.bodies):
            yield a, b


def turns(sheet: Sheet, numbers: Iterable[Meaning]) -> dict[str, Turn]:
    """The turns of an article by what turned, the first of each, but for what went both ways."""
    found: dict[str, Turn] = {}
    both: set[str] = set()
    for each in (*_with_number(numbers), *_without_number(sheet)):
        if found.setdefault(each.thing, each).way != each.way:
            both.add(each.thing)
    return {thing: each for thing, each in found.items() if thing not in both}


def _with_number(numbers: Iterable[Meaning]) -> Iterator[Turn]:
    for each in numbers:
        if each.step and each.way is not None and each.real and each.concept is not None and _goes(each.concept):
            span = each.number.claim.span
            yield Turn(each.concept, each.way, span, _bodies(each.number.line.page, span))


def _without_number(sheet: Sheet) -> Iterator[Turn]:
    """The clauses whose subject is a measure and whose words say which way it went."""
    analysis = sheet.article.analysis
    if analysis is None or joints(sheet.language) is None:
        return
    noun, read = concepts(sheet.language).noun, Statements(sheet.article)
    for number in filter(analysis.written, range(len(analysis.spans))):
        if read.tells(number, WAYS.__contains__):
            sentence = analysis.sentence(number)
            for clause in filter(_happened, sentence.clauses):
                thing = _measure(sentence, clause, noun)
                said = None if thing is None else _said(clause, read.cues(number))
                if thing is not None and said is not None:
                    span = sentence.tokens[said[1]].span
                    yield Turn(thing, said[0], span, _bodies(sheet, span), _beside(sheet, sentence, clause))


def _measure(sentence: Sentence, clause: Clause, noun: Callable[[str], Sequence[str]]) -> str | None:
    """The concept of the subject of a clause, where it goes up and down."""
    found = None if clause.subject is None else next(iter(noun(sentence.tokens[clause.subject.head].low)), None)
    return found if found is not None and _goes(found) else None


def _happened(clause: Clause) -> bool:
    """Whether a clause tells of something that it happened."""
    if clause.subject is None or clause.kind not in TOLD or clause.mood != "indicative":
        return False
    return not clause.negated and clause.modal is None and clause.tense != "future"


def _goes(concept: str) -> bool:
    """Whether of something it is news which way it went: no count that can only grow, and no change itself."""
    holds = table()[concept]
    return not holds["running"] and holds["kind"] != "change" and not VALUES.isdisjoint(holds["values"])


def _said(clause: Clause, cues: Cues) -> tuple[Direction, int] | None:
    """Which way, and the first word outside the subject that says so; None where words say both."""
    inside = range(clause.subject.first, clause.subject.last) if clause.subject is not None else range(0)
    found = [
        (way, cue.first)
        for cue in cues.all
        for role, way in WAYS.items()
        if role in cue.roles and clause.holds(cue.first) and cue.first not in inside
    ]
    return found[0] if len({way for way, _ in found}) == 1 else None


def _beside(sheet: Sheet, sentence: Sentence, clause: Clause) -> frozenset[str]:
    heads = (sentence.tokens[each.head].text for each in clause.adjuncts if each.preposition is not None)
    return frozenset(key for head in heads if (key := sheet.vocabulary.key(head)) is not None)


def _bodies(sheet: Sheet, span: Span) -> frozenset[str]:
    """The words of the names of houses in the sentence."""
    lines = (line for line in sheet.lines if line.span.covers(span))
    houses = (each for line in lines for each in line.mentions if each.kind == "organisation")
    return frozenset(word for each in houses for word in parts(each.name))
