"""What a number says of a person or house: age, revenue, profit, size.

Counted people are no size of a house by themselves ("Nordwerk entlässt 300 Mitarbeiter"), a noun with a number is: "die
Zahl der Mitarbeiter sank auf 300", "a workforce of 300".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from claimcheck.extract.relations.found import Found, relation, relation_of
from claimcheck.extract.relations.lexicon import CERTAIN, Lexicon, Piece
from claimcheck.extract.relations.names import Reading
from claimcheck.languages.word_roles import CAPITAL, COMMA, DETERMINER, OPEN, POSSESSIVE
from claimcheck.model import Claim, Measure, Span
from claimcheck.model.analysis import Chunk, Token
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
    return kind.predicate != "headcount" or _is_size(reading, claim)


def _is_size(reading: Reading, claim: Claim) -> bool:
    """Whether the noun of a number stands before it and has no number of its own."""
    noun = None if claim.about is None else claim.about.measure
    if _owned(reading, claim) is not None:
        return True
    if noun is None or not reading.sentence.span.start <= noun.span.start < claim.span.start:
        return False
    chunk = reading.around(reading.sentence.token_at(noun.span.start))
    return chunk is not None and chunk.number is None and (chunk.preposition is None or chunk.of)


def _owned(reading: Reading, claim: Claim) -> Chunk | None:
    """The phrase of counted people whose house is named before their number: "*Nordwerk's 220 employees*"."""
    at = reading.sentence.token_at(claim.span.start)
    chunk = reading.around(at)
    owned = chunk is not None and any(reading.role(k) & POSSESSIVE for k in range(chunk.first, at))
    return chunk if owned else None


def _owner(reading: Reading, claim: Claim, kind: Kind) -> Piece | None:
    """Whose value a number is, if it has a name: the owner it has, or whoever an age stands beside."""
    about = claim.about
    name = None if about is None else about.entities[0] if about.entities else about.bearer
    if name is not None:
        return _of_name(reading, name)
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


def _of_name(reading: Reading, name: Argument) -> Piece | None:
    """An owner that is known for a name, unless it is a common noun or an office."""
    words, lexicon = name.text.split(), reading.lexicon
    last = words[-1].lower()
    if lexicon.is_common(last) or lexicon.office[last] is not None:
        return None
    chunk = None if name.implied else reading.around(reading.sentence.token_at(name.span.start))
    whole = None if chunk is None else reading.named(chunk)
    if whole is not None and whole.start <= name.span.start and name.span.end <= whole.end:
        return whole
    return Piece(
        name.span.start, name.span.end, name.entity, implied=name.implied, human=words[0] in lexicon.words.first_names
    )


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


MOST_WORDS = 4
MOST_BEFORE = 1
"""Tokens of a clause before the phrase it begins with: a connective."""


def places(reading: Reading) -> Iterator[Found]:
    """The seats of the houses in a sentence: a place, which is rarer, is looked for before its house."""
    for chunk in reading.chunks:
        behind, within, town = _behind(reading, chunk), _within(reading, chunk), _of_noun(reading, chunk)
        house = _house(reading, chunk) if (behind or within or town) and not chunk.pronoun else None
        if house is None:
            continue
        for place in (behind, _before(house, within, town)):
            if place is not None and place.start != house.start:
                yield relation(reading, "located_in", {"entity": house, "place": place}, chunk.head, "fact")


def _house(reading: Reading, chunk: Chunk) -> Piece | None:
    """What a phrase with a word for a kind of house names, or the house it stands for."""
    piece = reading.named(chunk)
    if not any(map(reading.is_class, range(chunk.first, chunk.last))):
        known = piece and (piece.kind == "organisation" or reading.lexicon.is_seat(reading.low(chunk.first)))
        return piece if known or _before_verb(reading, chunk) is not None else None
    if piece is not None:
        return _if_certain(piece)
    explained = None if reading.clause_of(chunk.head).subject is chunk else reading.explained(chunk)
    piece = None if explained is None else _if_certain(reading.named(explained, implied=True))
    return piece or reading.referent(chunk, house=True)


def _if_certain(piece: Piece | None) -> Piece | None:
    return None if piece is None or piece.human or piece.sure < CERTAIN else piece


def _behind(reading: Reading, chunk: Chunk) -> Piece | None:
    """The place right behind a house: "aus Lindow", "mit Sitz in Lindow", ", based in Leeds"."""
    led = _before_verb(reading, chunk)
    if led is not None:
        return reading.named(led)
    at = chunk.last + bool(reading.role(chunk.last) & COMMA)
    length = _words_of_seat(reading, at)
    if not length or (length == 1 and at > chunk.last):
        return None
    behind = reading.around(at + length)
    return None if behind is None else _if_certain(reading.named(behind))


def _before_verb(reading: Reading, chunk: Chunk) -> Chunk | None:
    """The town with which a phrase ends that stands alone before its verb: "Bei *Nordwerk in Lindow* arbeiten …"."""
    led = reading.beginning_at(chunk.last)
    if led is None or reading.led(led) not in reading.lexicon.table["seated"]:
        return None
    piece = reading.named(led) if led.determiner is None and _opens(reading, chunk, led) else None
    return None if piece is None or piece.human or piece.name in reading.lexicon.lands else led


def _opens(reading: Reading, chunk: Chunk, led: Chunk) -> bool:
    """Whether two phrases are all that stands before the verb of their clause, a connective aside."""
    clause = reading.clause_of(led.head)
    alone = all(each is led or each.first <= chunk.first for each in clause.adjuncts)
    return alone and 0 <= chunk.first - clause.first <= MOST_BEFORE and clause.verb == led.last


def _words_of_seat(reading: Reading, at: int) -> int:
    """How many words lead from a house to its place at a token; 0 where none do."""
    words = [reading.low(k) for k in range(at, at + MOST_WORDS)]
    seat = reading.lexicon.table["seat"]
    return next((n for n in range(MOST_WORDS, 0, -1) if " ".join(words[:n]) in seat), 0)


def _within(reading: Reading, chunk: Chunk) -> list[Piece]:
    """The places in the words of a phrase: "Leeds-based", "Lindower"."""
    words = (each for each in reading.tokens[chunk.first : chunk.last] if each.roles & CAPITAL)
    return [place for each in words if (place := _in_word(reading, each)) is not None]


def _before(house: Piece, within: list[Piece], town: Piece | None) -> Piece | None:
    """The place in a word before a house."""
    place = next((each for each in within if house.implied or each.start < house.start), None)
    return town if place is None and house.implied and town and town.name not in house.name.split() else place


def _of_noun(reading: Reading, chunk: Chunk) -> Piece | None:
    """The town before a noun for a house, in a language that has no ending for it: "the *Sheffield* firm"."""
    first = chunk.first if chunk.determiner is None else chunk.determiner + 1
    alone = reading.role(first) & CAPITAL and not reading.role(first + 1) & CAPITAL and first < chunk.head
    if reading.lexicon.capitals or not alone or reading.low(chunk.head) not in reading.lexicon.generic:
        return None
    piece = reading.piece(first, first + 1)
    known = piece.entity is not None or piece.name in reading.lexicon.lands
    return piece if piece.name.istitle() and not known else None


def _in_word(reading: Reading, token: Token) -> Piece | None:
    """The place a word names that says where something is."""
    if reading.lexicon.is_seat(token.low):
        return Piece(token.span.start, token.span.start + token.low.rindex("-"))
    words = reading.lexicon.words
    ends = bool(words.of_town) and token.low.endswith(words.of_town)
    return Piece(*token.span) if ends and (words.is_town(token.text) or _only_a_town(reading, token)) else None


def _only_a_town(reading: Reading, token: Token) -> bool:
    """Whether a word can only be that for a town: between an article and what the named house is."""
    at = reading.sentence.token_at(token.span.start)
    beside = reading.role(at - 1) & DETERMINER and reading.is_class(at + 1) and not reading.is_class(at)
    return bool(beside) and token.text not in reading.lexicon.lands and reading.lexicon.office[token.low] is None
