"""Whose sizes and ages the numbers of an article are: by its relations, else by its statements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from claimcheck.languages.word_roles import BE, COMMA, FINITE, OPEN, PREPOSITION, SUBORDINATOR
from claimcheck.link.known.facts import UNCERTAIN, Held
from claimcheck.model.analysis import Sentence
from claimcheck.model.claim import About, Argument, ArgumentName, Claim, Relation
from claimcheck.model.entity import Mention, ReferenceClaim
from claimcheck.model.link import Known
from claimcheck.model.measure import Measure, shifted
from claimcheck.model.span import Span
from claimcheck.statements.concepts import concepts
from claimcheck.statements.statement import Statement

CONCEPTS: Mapping[str, str] = {
    "age": "age", "headcount": "employees", "holds_stake": "share_held", "population": "population",
    "profit": "profit", "revenue": "revenue", "valued_at": "valuation", "spends": "spending",
}  # fmt: skip
"""The concept of the value of a predicate; that of all others is told by the words of the fact."""
ROLES: Mapping[str, ArgumentName] = {"headcount": "number", "population": "number", "holds_stake": "share"}
"""Where a relation of an article has its number; `amount` elsewhere."""
SUBJECTS: tuple[ArgumentName, ...] = ("organization", "place", "holder", "person", "spender", "entity", "payer")


class Size(NamedTuple):
    """A number of an article with the ids of those it may be of, and the concept of its measure.

    `related`: a relation says so, and no noun.
    """

    claim: Claim
    of: frozenset[str]
    concept: str
    owner: Argument | None
    related: bool = False


def sizes(held: Held) -> Iterator[Size]:
    """The numbers of an article that are told as facts of somebody known."""
    related = dict(_of_relations(held))
    for claim in held.article.claims:
        if isinstance(claim.value, Measure) and claim.modality == "fact":
            if claim.span in related:
                yield related[claim.span]._replace(claim=claim)
            elif claim.about is not None and (found := _of_statement(held, claim, claim.about)) is not None:
                yield found


def _of_statement(held: Held, claim: Claim, about: About) -> Size | None:
    """Whose a number is by what it speaks of; None where its measure or its owner is not known."""
    if about.measure is None or about.measure.kind is None:
        return None
    owners = [each for each in (about.owner, about.bearer, *about.entities) if each is not None]
    known = {held.entity(each) for each in owners} if owners else {_subject(held, claim)}
    ids = frozenset(each for each in known if each is not None)
    return Size(claim, ids, _of_people(held, about.measure.kind, ids), about.owner) if ids else None


def _of_people(held: Held, concept: str, ids: frozenset[str]) -> str:
    """What a person earns is no profit."""
    return "wage" if concept == "profit" and {held.kind(each) for each in ids} == {"person"} else concept


def _of_relations(held: Held) -> Iterator[tuple[Span, Size]]:
    """By its place whose and what a number is that a relation holds."""
    for claim in held.article.claims:
        relation = claim.value
        if isinstance(relation, Relation) and (concept := CONCEPTS.get(relation.predicate)) is not None:
            number = relation.get(ROLES.get(relation.predicate, "amount"))
            subject = next(filter(None, map(relation.get, SUBJECTS)), None)
            entity = held.entity(subject)
            if number is not None and entity is not None:
                yield number.span, Size(claim, frozenset((entity,)), concept, subject, related=True)


def _subject(held: Held, claim: Claim) -> str | None:
    """The only name of its sentence, standing before it and hanging on nothing, where nobody else has the number."""
    sentence = held.times.statements.analysis.at(claim.span.start)
    if sentence is None:
        return None
    inside = [each for each in held.names if sentence.span.covers(each.span)]
    if len({each.entity or each.name for each in inside}) != 1 or inside[0].span.start > claim.span.start:
        return None
    return None if _hangs(sentence, inside[0]) or _is_of_pronoun(sentence, claim) else inside[0].entity


def _is_of_pronoun(sentence: Sentence, claim: Claim) -> bool:
    clause = sentence.clause_at(claim.span.start)
    return clause is not None and clause.subject is not None and clause.subject.pronoun


def _hangs(sentence: Sentence, name: Mention) -> bool:
    """Whether a name hangs on another noun or a preposition."""
    chunk = sentence.chunk_at(name.span.start)
    return chunk is not None and (chunk.of or chunk.preposition is not None)


def meanings(held: Held, claim: Claim) -> Sequence[str]:
    """All concepts that the noun of a number may name: a "loss" is a damage or none of a profit."""
    about = claim.about
    if about is None or about.measure is None:
        return ()
    return concepts(held.article.document.language or "").noun(about.measure.text)


BEHIND = 2
"""Tokens from the last of a name to an age in brackets: "Meike Dassow (41)"."""
NEAR = 3
"""Tokens at most between an age and the name beside it."""


def age_of(held: Held, statement: Statement, entity: str) -> Known | None:
    """The age of somebody known, on the day of the article; None where it is one of then, or a guess."""
    claim, day = statement.claim, held.times.published
    value = statement.value
    if day is None or value.number is None or value.hedge is not None or not _is_now(held, statement):
        return None
    if not _is_beside(held, statement, entity):
        return None
    for fact in held.reference.about(entity):
        ages = _ages(fact, day)
        if ages is not None and fact.confidence not in UNCERTAIN:
            fits = ages[0] <= int(value.number) <= ages[1]
            right = str(ages[0]) if ages[0] == ages[1] else f"{ages[0]}–{ages[1]}"
            return Known(claim, "value", fits, claim.span, claim.text, right, fact)
    return None


def _is_beside(held: Held, statement: Statement, entity: str) -> bool:
    """Whether an age stands beside its name, or is said of it: "the 62-year-old" may be somebody else."""
    sentence = statement.held
    names = [each.span for each in held.names if each.entity == entity and sentence.span.covers(each.span)]
    places = [(sentence.token_at(each.start), sentence.token_at(each.end - 1)) for each in names]
    subject, bracket = statement.verb.subject, sentence.tokens[max(0, statement.first - 1)].roles & OPEN
    if subject is not None and not bracket and _is_said(statement):
        return any(subject.first <= first < subject.last for first, _ in places)
    return any(_joined(sentence, statement, first, last) for first, last in places)


def _joined(sentence: Sentence, statement: Statement, first: int, last: int) -> bool:
    """Whether an age stands in the phrase of a name before it, or in brackets or between commas behind it."""
    if last < statement.first:
        return statement.first - last == BEHIND and bool(sentence.tokens[last + 1].roles & (COMMA | OPEN))
    between = sentence.tokens[statement.last : first]
    return len(between) <= NEAR and not any(each.roles & (PREPOSITION | FINITE | COMMA) for each in between)


def _is_said(statement: Statement) -> bool:
    """Whether the clause says what somebody is."""
    verb = statement.verb.verb
    return verb is not None and bool(statement.held.tokens[verb].roles & BE)


def _is_now(held: Held, statement: Statement) -> bool:
    """Whether an age is one of today: not "at 15", "als 15-Jähriger"."""
    before = statement.first - 1
    if before >= 0 and statement.held.tokens[before].roles & (PREPOSITION | SUBORDINATOR):
        return False
    return held.times.of(statement.claim.span).kind == "present"


def _ages(fact: ReferenceClaim, day: date) -> tuple[int, int] | None:
    """The least and the greatest age on a day."""
    known = fact.date
    if known is None or known.start is None or known.end is None:
        return None
    if fact.predicate == "born":
        last = shifted(known.end, -1)
        return _years(last, day), _years(known.start, day)
    if fact.predicate == "age" and fact.value is not None and fact.value.number is not None and day >= known.start:
        age = int(fact.value.number)
        return age + _years(known.end, day), age + _years(known.start, day) + 1
    return None


def _years(since: date, day: date) -> int:
    """Whole years between two days, 0 where the second is before the first."""
    return max(0, day.year - since.year - ((day.month, day.day) < (since.month, since.day)))
