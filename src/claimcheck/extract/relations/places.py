"""Where a house has its seat: "der Autobauer Nordwerk aus Lindow", "Leeds-based Nordwerk", "das Lindower Museum"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.relations.found import Found, relation
from claimcheck.extract.relations.names import Reading
from claimcheck.extract.relations.piece import CERTAIN, Piece
from claimcheck.languages.word_roles import CAPITAL, COMMA, DETERMINER
from claimcheck.model.analysis import Chunk, Token

MOST_WORDS = 4


def places(reading: Reading) -> Iterator[Found]:
    """The seats of the houses in a sentence."""
    for chunk in reading.chunks:
        house = None if chunk.pronoun else _house(reading, chunk)
        if house is None:
            continue
        for place in (_behind(reading, chunk), _before(reading, chunk, house)):
            if place is not None and place.start != house.start:
                yield relation(reading, "located_in", {"entity": house, "place": place}, chunk.head, "fact")


def _house(reading: Reading, chunk: Chunk) -> Piece | None:
    """What a phrase with a word for a kind of house names, or the house it stands for."""
    classes = [k for k in range(chunk.first, chunk.last) if reading.is_class(k)]
    if not classes:
        return None
    piece = reading.named(chunk)
    if piece is not None:
        return None if piece.human or piece.sure < CERTAIN else piece
    return reading.referent(chunk, house=True)


def _behind(reading: Reading, chunk: Chunk) -> Piece | None:
    """The place right behind a house: "aus Lindow", "mit Sitz in Lindow", ", based in Leeds"."""
    at = chunk.last + bool(reading.role(chunk.last) & COMMA)
    length = _words_of_seat(reading, at)
    if not length or (length == 1 and at > chunk.last):
        return None
    behind = reading.around(at + length)
    piece = None if behind is None else reading.named(behind)
    return None if piece is None or piece.human or piece.sure < CERTAIN else piece


def _words_of_seat(reading: Reading, at: int) -> int:
    """How many words lead from a house to its place at a token; 0 where none do."""
    words = [reading.low(k) for k in range(at, at + MOST_WORDS)]
    seat = reading.lexicon.table["seat"]
    return next((n for n in range(MOST_WORDS, 0, -1) if " ".join(words[:n]) in seat), 0)


def _before(reading: Reading, chunk: Chunk, house: Piece) -> Piece | None:
    """The place in a word before a house: "Leeds-based", "Lindower"."""
    words = [each for each in reading.tokens[chunk.first : chunk.last] if each.roles & CAPITAL]
    before = [each for each in words if house.implied or each.span.start < house.start]
    return next((place for each in before if (place := _in_word(reading, each)) is not None), None)


def _in_word(reading: Reading, token: Token) -> Piece | None:
    """The place a word names that says where something is."""
    based = next((end for end in reading.lexicon.table["seat_endings"] if token.low.endswith(end)), None)
    if based is not None:
        return Piece(token.span.start, token.span.end - len(based))
    towns = reading.lexicon.words.of_town
    town = (
        towns
        and token.low.endswith(towns)
        and (reading.lexicon.words.is_town(token.text) or _only_a_town(reading, token))
    )
    return Piece(*token.span) if town else None


def _only_a_town(reading: Reading, token: Token) -> bool:
    """Whether a word can only be that for a town: between an article and what the named house is."""
    at = reading.sentence.token_at(token.span.start)
    beside = reading.role(at - 1) & DETERMINER and reading.is_class(at + 1) and not reading.is_class(at)
    return bool(beside) and token.text not in reading.lexicon.lands and reading.lexicon.office(token.low) is None
