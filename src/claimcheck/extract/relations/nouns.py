"""Relations stated by a noun: "die Übernahme von Y durch X", "Xs Beteiligung an Y", "unter der Leitung von Z"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimcheck.extract.relations.found import Found, Pieces, add_values, enough, relation
from claimcheck.extract.relations.names import CERTAIN, Reading
from claimcheck.extract.relations.naming import list_behind
from claimcheck.languages.word_roles import DETERMINER, OPEN, POSSESSIVE
from claimcheck.model.analysis import Chunk, Clause
from claimcheck.model.relation import ArgumentName


def nouns(reading: Reading) -> Iterator[Found]:
    """What the nouns of a sentence state."""
    for chunk in reading.chunks:
        low = reading.low(chunk.head)
        apart = low.rfind("-") + 1
        for frame in reading.lexicon.nouns.get(low[apart:], ()):
            found = _stated(reading, chunk, frame, apart)
            if found is not None:
                yield found


def _stated(reading: Reading, chunk: Chunk, frame: dict[str, Any], apart: int) -> Found | None:
    """The relation of the noun that a phrase has for its head; `apart` is where the noun begins in a compound."""
    at = chunk.head
    if frame["under"] and (chunk.preposition is None or reading.low(chunk.preposition) not in frame["under"]):
        return None
    pieces: Pieces = {}
    if apart:
        if not frame["of"] or not _compound(reading, at, apart, frame["of"], pieces):
            return None
    elif frame["possessor"]:
        _owner(reading, chunk, frame["possessor"], pieces)
    end = _behind(reading, chunk, frame, pieces)
    clause = reading.sentence.clauses[reading.sentence.owners[at]]
    if frame["implied"] and frame["implied"] not in pieces:
        _implied(reading, chunk, clause, frame["implied"], pieces)
    add_values(reading, frame["values"], range(chunk.first, end), at, pieces)
    if not enough(frame, pieces):
        return None
    return relation(reading, frame["predicate"], pieces, at, "negated" if clause.negated else None)


def _compound(reading: Reading, at: int, apart: int, role: ArgumentName, pieces: Pieces) -> bool:
    """A known name before the hyphen: "Nordwerk-Übernahme"."""
    piece = reading.piece(at, at + 1)
    known = piece.entity is not None and piece.end < reading.tokens[at].span.start + apart
    if known:
        pieces[role] = piece
    return known


def _owner(reading: Reading, chunk: Chunk, role: ArgumentName, pieces: Pieces) -> None:
    """The name in the genitive before the noun: "Nordwerks Übernahme", "Nordwerk's takeover"."""
    low = next((k for k in range(chunk.head - 1, chunk.first - 1, -1) if reading.role(k) & POSSESSIVE), None)
    if low is None and reading.lexicon.capitals and reading.low(chunk.head - 1).endswith(("s", "'")):
        low = chunk.head
    first = chunk.first if chunk.preposition is None else chunk.preposition + 1
    if low is not None and first < low and not reading.role(first) & DETERMINER:
        pieces[role] = reading.piece(first, low, owner=True)


def _behind(reading: Reading, chunk: Chunk, frame: dict[str, Any], pieces: Pieces) -> int:
    """Adds what hangs on the noun to its right; returns the token behind it."""
    at = chunk.last
    while at < reading.count:
        listed = list_behind(reading, at) if at > chunk.last else 0
        each = reading.around(listed) if listed else reading.beginning_at(at)
        if each is None:
            break
        led = "" if each.preposition is None else reading.low(each.preposition)
        role = frame["of"] if each.of or listed else frame["prepositions"].get(led)
        piece = reading.named(each) if role and role != "none" and role not in pieces else None
        if piece is not None:
            pieces[role] = piece
        elif role is None and not _holds_number(reading, each):
            break
        at = each.last
        while piece is not None and at < reading.count and reading.tokens[at].span.end <= piece.end:
            at += 1  # a name in lower case stands behind its phrase
    return at


def _holds_number(reading: Reading, chunk: Chunk) -> bool:
    start, end = reading.tokens[chunk.first].span.start, reading.tokens[chunk.last - 1].span.end
    return any(start <= each.span.start < end for each in reading.claims)


def _implied(reading: Reading, chunk: Chunk, clause: Clause, role: ArgumentName, pieces: Pieces) -> None:
    """The actor whom the sentence only implies: who does something with it or by it, or whom it enables."""
    enable = reading.lexicon.table["enable"]
    enabling = next((k for k in range(chunk.last, reading.count) if reading.low(k) in enable), None)
    if enabling is not None:
        behind = (reading.beginning_at(k) for k in range(enabling + 1, enabling + 3))
        who = next((each for each in behind if each is not None and not each.pronoun), None)
    else:
        who = _subject(reading, chunk, clause, role)
    piece = None if who is None or who is chunk or who.preposition is not None else reading.named(who, implied=True)
    if piece is not None and piece.sure >= CERTAIN and not (role == "organization" and piece.person):
        pieces[role] = piece


def _subject(reading: Reading, chunk: Chunk, clause: Clause, role: ArgumentName) -> Chunk | None:
    """The subject of the clause, or before a bracket whose thing it is, where the noun is its doing or its own."""
    table = reading.lexicon.table
    through = chunk.preposition is not None and reading.low(chunk.preposition) in table["through"]
    owned = chunk.determiner is not None and reading.low(chunk.determiner) in table["owner"]
    verbs = [k for k in (clause.predicate, clause.verb) if k is not None]
    light = any(reading.tokens[k].lemma in table["light"] for k in verbs)
    if clause.passive or not (through or light or owned or role == "organization"):
        return None
    bracketed = owned and reading.role(chunk.first - 1) & OPEN
    return reading.ending_at(chunk.first - 1) if bracketed else clause.subject
