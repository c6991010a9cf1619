"""Relations stated by the verb of a clause: "X übernimmt Y", "Y wurde von X übernommen", "X, das Y übernahm"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimcheck.extract.relations.found import Found, Pieces, add_values, enough, relation
from claimcheck.extract.relations.names import CERTAIN, Piece, Reading
from claimcheck.extract.relations.offices import house_behind
from claimcheck.languages.word_roles import (
    ACCUSATIVE,
    CASE,
    COMMA,
    DATIVE,
    GERUND,
    OPEN,
    PARTICIPLE,
    TIME,
)  # fmt: skip
from claimcheck.model.analysis import Chunk, Clause
from claimcheck.model.relation import ArgumentName

Party = Chunk | None


def verbs(reading: Reading) -> Iterator[Found]:
    """What the verbs of a sentence state, and the participles before its nouns."""
    frames = reading.lexicon.frames
    for clause in reading.sentence.clauses:
        for frame in frames.get(clause.lemma, ()):
            found = _stated(reading, clause, frame)
            if found is not None:
                yield found
    if reading.lexicon.capitals:
        for chunk in reading.chunks:
            yield from _attribute(reading, chunk)


def _stated(reading: Reading, clause: Clause, frame: dict[str, Any]) -> Found | None:
    at = clause.predicate if clause.predicate is not None else clause.verb
    if at is None or (frame["objects"] and not _tells(reading, clause, frame["objects"])):
        return None
    pieces = _filled(reading, clause, frame, at)
    if pieces is None:
        return None
    add_values(reading, frame["values"], _tokens(clause), at, pieces)
    price = pieces.get("price")
    if price is not None and not reading.lexicon.words.verb_second and price.start < reading.tokens[at].span.start:
        del pieces["price"]  # "Nordwerk, with sales of 9 billion, bought Alsterlicht"
    if not enough(frame, pieces):
        return None
    return relation(reading, frame["predicate"], pieces, at, "negated" if clause.negated else None)


def _filled(reading: Reading, clause: Clause, frame: dict[str, Any], at: int) -> Pieces | None:
    """The phrases of a clause in the roles of a frame; None where the clause is not built as the frame needs it."""
    passive = _is_passive(reading, clause, at)
    subject, thing = _parties(reading, clause, passive=passive)
    if (frame["alone"] and thing is not None) or (frame["passive"] and not passive):
        return None
    pieces: Pieces = {}
    turned = passive and not frame["stative"]
    own, other = (frame["object"], frame["subject"]) if turned else (frame["subject"], frame["object"])
    _put(reading, frame, own, subject, pieces)
    _put(reading, frame, None if turned else other, thing, pieces)
    for chunk in clause.adjuncts:
        _put(reading, frame, _led(reading, frame, chunk, other if turned else None, pieces), chunk, pieces)
    if frame["office"]:
        _put_office(reading, clause, frame, pieces)
    return pieces


def _tells(reading: Reading, clause: Clause, words: list[str]) -> bool:
    return any(reading.low(k) in words for k in _tokens(clause))


def _tokens(clause: Clause) -> list[int]:
    return [k for first, last in clause.stretches for k in range(first, last)]


def _is_passive(reading: Reading, clause: Clause, at: int) -> bool:
    if clause.kind == "participle":
        return bool(reading.role(at) & PARTICIPLE) and not reading.role(at) & GERUND
    return clause.passive


def _led(
    reading: Reading, frame: dict[str, Any], chunk: Chunk, agent: ArgumentName | None, pieces: Pieces
) -> ArgumentName | None:
    """The role of a phrase by its preposition; in the passive that of whoever does it."""
    assert chunk.preposition is not None
    preposition = reading.low(chunk.preposition)
    if agent and agent not in pieces and preposition in reading.lexicon.table["agents"]:
        return agent
    role: ArgumentName | None = frame["prepositions"].get(preposition)
    return None if role in pieces else role


def _put(reading: Reading, frame: dict[str, Any], role: ArgumentName | None, chunk: Party, pieces: Pieces) -> None:
    if not role or chunk is None or role in pieces:
        return
    piece = reading.named(chunk)
    if piece is None and chunk.preposition is None and (beside := reading.apposed(chunk)) is not None:
        piece = reading.named(beside)
    piece = piece or _loose(reading, frame, role, chunk)
    if piece is not None:
        pieces[role] = piece


def _loose(reading: Reading, frame: dict[str, Any], role: ArgumentName, chunk: Chunk) -> Piece | None:
    """A phrase without a name, where a role takes one: a house by its class, any purpose."""
    if role not in frame["loose"] or chunk.pronoun:
        return None
    house = role in ("organization", "target", "from")
    if not house:
        return reading.phrase(chunk)
    return reading.phrase(chunk)._replace(sure=CERTAIN) if reading.is_class(chunk.last - 1) else None


def _put_office(reading: Reading, clause: Clause, frame: dict[str, Any], pieces: Pieces) -> None:
    """The office somebody gets: "zum Chef von Nordwerk ernannt", "was named chief executive of Nordwerk"."""
    for chunk in (*clause.objects, *clause.adjuncts):
        led = "" if chunk.preposition is None else reading.low(chunk.preposition)
        at = chunk.last - 1
        noun = not chunk.pronoun and not reading.role(at) & TIME and reading.named(chunk) is None
        if led in frame["office"] and noun and (led or reading.lexicon.office(reading.low(at).removesuffix("s"))):
            start = reading.tokens[reading.noun_start(chunk)].span.start
            pieces["role"] = Piece(start, reading.tokens[at].span.end)
            house, _ = house_behind(reading, chunk.last, sure=False)
            if house is not None and not house.person:
                pieces["organization"] = house
            return


# who and what


def _parties(reading: Reading, clause: Clause, *, passive: bool) -> tuple[Party, Party]:
    """Who does it and to whom, as the words have it: in the passive to whom it is done, and nobody."""
    things = [each for each in clause.objects if _is_thing(reading, clause, each)]
    if clause.kind == "infinitive":
        return _controller(reading, clause), _first(things)
    if clause.kind == "participle":
        return _beside(reading, clause), _first(things)
    subject = clause.subject
    if clause.kind == "relative" and clause.connective is not None:
        return _relative(reading, clause, things)
    if subject is not None and not reading.lexicon.words.verb_second and subject.head > (clause.verb or 0):
        return None, None
    return subject, _first(things)


def _first(chunks: list[Chunk]) -> Party:
    return chunks[0] if chunks else None


def _is_thing(reading: Reading, clause: Clause, chunk: Chunk) -> bool:
    """Whether a phrase can be what is done something to: no time, no dative, nothing that only explains another."""
    if reading.role(chunk.head) & TIME or chunk.head == chunk.number or chunk.case & CASE == DATIVE:
        return False
    before = reading.role(chunk.first - 1)
    opens = clause.first == chunk.first or chunk.first - 1 == clause.first
    return (
        not before & OPEN and (opens or not before & COMMA) and not (chunk.pronoun and chunk.head != clause.connective)
    )


def _controller(reading: Reading, clause: Clause) -> Party:
    """Who is to do it: the subject of the clause that hands it on ("plant, … zu", "wurde beauftragt, … zu")."""
    if clause.parent is None:
        return None
    parent = reading.sentence.clauses[clause.parent]
    named = [each for each in parent.objects if not each.pronoun and reading.named(each) is not None]
    if parent.kind not in ("main", "subordinate") or (named and not parent.passive):
        return None
    return parent.subject


def _beside(reading: Reading, clause: Clause) -> Party:
    """Of whom a participle tells: the phrase before its comma, or the subject of its clause."""
    first = clause.first
    if reading.role(first) & COMMA or reading.role(first - 1) & COMMA:
        comma = first if reading.role(first) & COMMA else first - 1
        before = reading.ending_at(comma)
        parent = None if clause.parent is None else reading.sentence.clauses[clause.parent]
        if before is not None and before.preposition is None:
            return before
        return None if parent is None else parent.subject
    return reading.ending_at(first)


def _relative(reading: Reading, clause: Clause, things: list[Chunk]) -> tuple[Party, Party]:
    """What the pronoun stands for is subject or object as its case tells; where nothing tells, nothing is said."""
    subject, pronoun = clause.subject, clause.connective
    whom = _antecedent(reading, clause)
    if subject is None or subject.head != pronoun:
        stands = any(each.head == pronoun for each in things)
        others = [each for each in things if each.head != pronoun]
        return (None if subject is None or subject.pronoun else subject), whom if stands else _first(others)
    if reading.lexicon.words.verb_second and subject.case & ACCUSATIVE:
        rivals = [each for each in things if reading.named(each) is not None and each.case & CASE != ACCUSATIVE]
        if rivals:
            return None, None
    return whom, _first(things)


def _antecedent(reading: Reading, clause: Clause) -> Party:
    """The phrase that a relative clause follows, before its comma."""
    first = clause.first
    comma = first if reading.role(first) & COMMA else first - 1
    return reading.ending_at(comma) if reading.role(comma) & COMMA else reading.ending_at(first)


# participles before a noun


def _attribute(reading: Reading, chunk: Chunk) -> Iterator[Found]:
    """ "das von X übernommene Y", "die 2031 von X gegründete Firma Y"."""
    for at in range(chunk.first, chunk.head):
        lemma = reading.lexicon.participle(reading.low(at))
        for frame in reading.lexicon.frames[lemma] if lemma is not None else ():
            found = _attributed(reading, chunk, frame, at)
            if found is not None:
                yield found


def _attributed(reading: Reading, chunk: Chunk, frame: dict[str, Any], at: int) -> Found | None:
    if not frame["object"] or not frame["subject"]:
        return None
    pieces: Pieces = {}
    _put(reading, frame, frame["object"], chunk._replace(determiner=at, first=at), pieces)
    by = next(
        (k for k in range(at - 1, chunk.first - 1, -1) if reading.low(k) in reading.lexicon.table["agents"]), None
    )
    if by is not None:
        agent = Chunk(by, at, at - 1, by)
        _put(reading, frame, frame["subject"], agent, pieces)
    add_values(reading, frame["values"], range(chunk.first, chunk.last), at, pieces)
    return relation(reading, frame["predicate"], pieces, at) if enough(frame, pieces) else None
