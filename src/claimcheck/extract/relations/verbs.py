"""Relations stated by a verb: "X übernimmt Y", "Y wurde von X übernommen", "X, das Y übernahm"."""

from __future__ import annotations

from typing import Any

from claimcheck.extract.clauses import Chunk, Row
from claimcheck.extract.relations.clause_verb import verb_at
from claimcheck.extract.relations.found import Pieces, add_values, enough, named, phrase_piece, relation
from claimcheck.extract.relations.subjects import subject_and_object
from claimcheck.languages.clause_roles import (
    BE,
    COMMA,
    HAVE,
    MODAL,
    PASSIVE,
)
from claimcheck.model import Span
from claimcheck.model.relation import ArgumentName, Relation

AUXILIARY = HAVE | BE | PASSIVE | MODAL


def read(row: Row, at: int, entry: list[Any]) -> tuple[Span, Relation] | None:
    """The relation that the verb form at a token states, None where it states none for certain."""
    _, number, form, particle = entry
    frame = row.grammar.table["verbs"][number]
    if form == "attribute":
        return _attribute(row, at, frame)
    if any(each.first <= at < each.noun for each in row.inside(max(at - 6, 0), at + 1)):
        return None  # it stands before a noun like an adjective: "die beteiligten Firmen"
    verb = verb_at(row, at, form, particle, frame)
    if verb is None:
        return None
    pieces: Pieces = {}
    subject, first_object = subject_and_object(row, verb)
    own, other = (frame["object"], frame["subject"]) if verb.passive else (frame["subject"], frame["object"])
    if own and subject is not None:
        _put(row, frame, own, subject, pieces)
    if not verb.passive and other and first_object is not None:
        _put(row, frame, other, first_object, pieces)
    low = verb.left + 1
    for chunk in row.inside(low, verb.right):
        if not chunk.prep:
            continue
        role = frame["prepositions"].get(chunk.prep)
        if verb.passive and chunk.prep in row.grammar.table["agents"] and other:
            role = other if other not in pieces else role
        if role and role not in pieces:
            _put(row, frame, role, _member(row, chunk), pieces)
    add_values(row, frame["values"], low, verb.right, at, pieces)
    if frame["objects"] and not any(
        row.low[k] in row.grammar.table["object_sets"][number] for k in range(low, verb.right)
    ):
        return None
    if not enough(frame, pieces):
        return None
    return relation(row, frame["predicate"], pieces, (row.starts[at], row.ends[at]))


def _member(row: Row, chunk: Chunk) -> Chunk:
    """ "firms such as X": X is what is meant."""
    if chunk.name is None:
        behind = next(
            (each for each in row.inside(chunk.last, chunk.last + 2) if each.prep in row.grammar.table["lists"]), None
        )
        return chunk if behind is None else behind
    return chunk


def _put(row: Row, frame: dict[str, Any], role: ArgumentName, chunk: Chunk, pieces: Pieces) -> None:
    piece = named(row, chunk)
    if (
        piece is None
        and role in frame["loose"]
        and (role != "organization" or row.low[chunk.last - 1].endswith(row.grammar.houses))
    ):
        piece = phrase_piece(row, chunk)
    if piece is not None:
        pieces[role] = piece


def _attribute(row: Row, at: int, frame: dict[str, Any]) -> tuple[Span, Relation] | None:
    """ "das von X übernommene Y", "die 2031 von X gegründete Firma Y"."""
    chunk = next((each for each in row.inside(max(at - 6, 0), at + 1) if each.first <= at < each.last), None)
    if chunk is None or not frame["object"] or not frame["subject"]:
        return None
    pieces: Pieces = {}
    _put(row, frame, frame["object"], chunk, pieces)
    agents = row.grammar.table["agents"]
    agent = next((each for each in row.inside(max(at - 8, 0), at) if each.prep in agents and each.last <= at), None)
    if agent is not None and not row.any(agent.last, at, COMMA | AUXILIARY):
        _put(row, frame, frame["subject"], agent, pieces)
    add_values(row, frame["values"], (agent or chunk).first - 3, chunk.last, at, pieces)
    return relation(row, frame["predicate"], pieces, (row.starts[at], row.ends[at])) if enough(frame, pieces) else None
