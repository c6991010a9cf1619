"""What a number says of a person or house: age, revenue, profit, size.

Counted people are no size of a house by themselves ("Nordwerk entlässt 300 Mitarbeiter"), a noun with a number is: "die
Zahl der Mitarbeiter sank auf 300", "a workforce of 300".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from claimcheck.extract.relations.found import Found, relation_of
from claimcheck.extract.relations.lexicon import CERTAIN, Lexicon, Piece
from claimcheck.extract.relations.names import Reading
from claimcheck.extract.relations.nouns import owned_by
from claimcheck.languages.word_roles import COMMA, NOUN, OPEN, POSSESSIVE
from claimcheck.model import Claim, Measure, Span
from claimcheck.model.analysis import Chunk
from claimcheck.model.claim import Argument, ArgumentName

GROWN, OLDEST = 10, 130
LONGEST, BESIDE = 12, 3
"""Characters of the word before a step at most, and between a name and the age in its bracket or comma."""


class Kind(NamedTuple):
    """The relation a measure states of its owner, the roles of both, and the type of the number."""

    predicate: str
    owner: ArgumentName
    number: ArgumentName
    type: str


MEASURES = {
    "age": Kind("age", "person", "years", "quantity"),
    "revenue": Kind("revenue", "organization", "amount", "amount"),
    "profit": Kind("profit", "organization", "amount", "amount"),
    "operating_profit": Kind("profit", "organization", "amount", "amount"),
    "employees": Kind("headcount", "organization", "number", "quantity"),
    "population": Kind("population", "place", "number", "quantity"),
}
"""By the class of the noun that a number is a value of."""


def values(
    reading_of: Callable[[int], Reading], number_at: Callable[[int], int], claims: Sequence[Claim], found: list[Found]
) -> Iterator[Found]:
    """What the numbers of an article are values of, where their owner has a name; `found` are its other relations."""
    deaths = {_surname(each): each for each in found if each.relation.predicate == "died"}
    for claim in claims:
        kind = _kind(claim)
        if kind is None:
            continue
        reading = reading_of(max(number_at(claim.span.start), 0))
        owner = _owner(reading, claim, kind) if _holds(reading, claim, kind) else None
        if owner is not None and not (kind.owner == "organization" and owner.human):
            pieces = {kind.owner: owner, kind.number: Piece(claim.span.start, claim.span.end)}
            told = relation_of(reading.article.text, kind.predicate, pieces, claim.span, reading.sentence.span)
            yield told if kind.predicate != "age" else _at_death(reading, deaths.get(_surname(told)), told, claim)


def _surname(found: Found) -> str:
    """The last word of the person of a relation, "" where it has none."""
    person = found.relation.get("person")
    return "" if person is None else person.text.rpartition(" ")[2]


def _at_death(reading: Reading, death: Found | None, told: Found, claim: Claim) -> Found:
    """A death with the age at which somebody died; the age itself where it only stands beside a name: "Kern (84)"."""
    if death is None:
        return told
    person, within, at = told.relation.arguments[0][1], reading.sentence.span, death.stated.start
    same = within.start <= at < within.end and claim.span.start - person.span.end > BESIDE
    if at > within.end or not (same or person.implied):
        return told
    span = Span(min(death.span.start, told.span.start), max(death.span.end, told.span.end)) if same else death.span
    said = (*death.relation.arguments, ("years", Argument(claim.span, claim.text)))
    return death._replace(span=span, relation=death.relation._replace(arguments=said))


def _kind(claim: Claim) -> Kind | None:
    """The relation that a number states, if it can be a value of it."""
    measure = None if claim.about is None else claim.about.measure
    kind = None if measure is None else MEASURES.get(measure.kind or "")
    return None if kind is None or claim.type != kind.type or _is_carried(claim) else kind


def _is_carried(claim: Claim) -> bool:
    """Whether only another clause tells what a number is a value of: "… vor zehn Jahren waren es noch 1562"."""
    return claim.about is not None and "measure" in claim.about.carried


def _holds(reading: Reading, claim: Claim, kind: Kind) -> bool:
    """Whether a number is no step, and an age by its size, or the size of a house by its noun."""
    if _is_step(reading.article.text, claim, reading.lexicon):
        return False
    if kind.predicate == "age":
        return _is_age(claim)
    if kind.predicate == "population":
        return _is_of_all(reading, claim)
    return kind.predicate != "headcount" or _is_size(reading, claim)


def _noun(reading: Reading, claim: Claim) -> Chunk | None:
    """The phrase of the noun that a number is a value of."""
    noun = None if claim.about is None else claim.about.measure
    return None if noun is None else reading.around(reading.sentence.token_at(noun.span.start))


def _is_of_all(reading: Reading, claim: Claim) -> bool:
    """Whether a population is that of a place and of no kind: "the elephant population" is none."""
    chunk = _noun(reading, claim)
    if chunk is None or (chunk.number or chunk.last) < chunk.head:
        return False
    return not any(reading.role(k) & NOUN for k in range(reading.noun_start(chunk), chunk.head))


def _is_size(reading: Reading, claim: Claim) -> bool:
    """Whether the noun of a number stands before it and has no number of its own."""
    noun = None if claim.about is None else claim.about.measure
    if _owned(reading, claim) is not None:
        return True
    if noun is None or not reading.sentence.span.start <= noun.span.start < claim.span.start:
        return False
    chunk = _noun(reading, claim)
    return chunk is not None and chunk.number is None and (chunk.preposition is None or chunk.of)


def _owned(reading: Reading, claim: Claim) -> Chunk | None:
    """The phrase of counted people whose house is named with their number: "*Nordwerk's 220 employees*"."""
    at = reading.sentence.token_at(claim.span.start)
    chunk = reading.around(at)
    if chunk is None:
        return None
    owned = any(reading.role(k) & POSSESSIVE for k in range(chunk.first, at))
    return chunk if owned or _are_all(reading, chunk) else None


def _are_all(reading: Reading, chunk: Chunk) -> bool:
    """Whether a phrase means all who are of a house: "*The 220 employees of Nordwerk* were told"."""
    behind, clause = reading.beginning_at(chunk.last), reading.clause_of(chunk.head)
    told = clause.subject is chunk and reading.determined(chunk) in reading.lexicon.definite
    return told and behind is not None and behind.last in (clause.verb, clause.predicate)


def _owner(reading: Reading, claim: Claim, kind: Kind) -> Piece | None:
    """Whose value a number is, if it has a name: the owner it has, or whoever an age stands beside."""
    about = claim.about
    name = None if about is None else about.entities[0] if about.entities else about.bearer
    if name is not None:
        return _of_name(reading, name, claim)
    person = kind.owner == "person"
    piece = _standing_for(reading, _whose(reading, claim, kind), person=person)
    if piece is None and not person:
        piece = _house_of(reading, claim, kind)
    return None if piece is None or piece.sure < CERTAIN or piece.person < person else piece


def _standing_for(reading: Reading, chunk: Chunk | None, *, person: bool) -> Piece | None:
    return None if chunk is None else reading.named(chunk) or reading.referent(chunk, person=person, house=not person)


def _house_of(reading: Reading, claim: Claim, kind: Kind) -> Piece | None:
    """The owner of the value before it ("profit at Nordwerk fell to 3 *on sales of 40*"), else the only house."""
    about = claim.about
    owner = None if about is None or "owner" in about.carried else about.owner
    before = [each for each in reading.claims if each.span.start < claim.span.start and _kind(each) is not None]
    if before and (owner is None or _is_measure(before[-1], owner.span)):
        return _owner(reading, before[-1], kind)
    at = reading.sentence.token_at(claim.span.start)
    return reading.register.house(reading, at, proven=True) if owner is None else None


def _is_measure(claim: Claim, span: Span) -> bool:
    """Whether a value is one of the noun at a place."""
    return claim.about is not None and claim.about.measure is not None and claim.about.measure.span == span


def _of_name(reading: Reading, name: Argument, claim: Claim) -> Piece | None:
    """An owner that is known for a name, unless it is a common noun or an office."""
    words, lexicon = name.text.split(), reading.lexicon
    last = words[-1].lower()
    if lexicon.is_common(last) or lexicon.office[last] is not None:
        return None
    whole = None if name.implied else _whole(reading, name, claim)
    if whole is not None:
        return whole
    return Piece(
        name.span.start, name.span.end, name.entity, implied=name.implied, human=words[0] in lexicon.words.first_names
    )


def _whole(reading: Reading, name: Argument, claim: Claim) -> Piece | None:
    """The name of the phrase in which an owner stands, before the noun of the measure: "*Halden Foods*' revenue"."""
    chunk = reading.around(reading.sentence.token_at(name.span.start))
    if chunk is None:
        return None
    noun = None if claim.about is None else claim.about.measure
    heads = noun is not None and noun.span.start == reading.tokens[chunk.head].span.start
    whole = owned_by(reading, chunk) if heads else reading.named(chunk)
    fits = whole is not None and whole.start <= name.span.start and name.span.end <= whole.end
    return whole if fits else None


def _whose(reading: Reading, claim: Claim, kind: Kind) -> Chunk | None:
    """The phrase of the owner; of an age the one before its comma or bracket, or the pronoun it is told of."""
    owner, at = None if claim.about is None else claim.about.owner, reading.sentence.token_at(claim.span.start)
    if owner is not None and claim.about is not None and "owner" not in claim.about.carried:
        return reading.around(reading.sentence.token_at(owner.span.start))
    subject = reading.clause_of(at).subject
    told = subject if subject is not None and subject.pronoun else None
    beside = reading.ending_at(at - 1) if reading.role(at - 1) & (COMMA | OPEN) else None
    return (beside or told) if kind.predicate == "age" else told


def _is_age(claim: Claim) -> bool:
    """Whether a number is an age by its unit or its size: "Prost (4)" tells of wins."""
    value = claim.value
    number = value.number if isinstance(value, Measure) else None
    young = number is None or number <= OLDEST
    return isinstance(value, Measure) and young and (value.unit == "year" or (number is not None and number >= GROWN))


def _is_step(text: str, claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a number is what something changed by: "um drei Millionen gestiegen"."""
    before = text[max(claim.span.start - LONGEST, 0) : claim.span.start].split()
    return bool(before) and before[-1].lower() in lexicon.table["steps"]
