"""Relations stated by a noun: "die Übernahme von Y durch X", "Xs Beteiligung an Y", "unter der Leitung von Z"."""

from __future__ import annotations

from typing import Any

from claimcheck.extract.clauses import CERTAIN, Chunk, Row
from claimcheck.extract.relations.found import Pieces, add_values, enough, name_piece, named, relation
from claimcheck.languages.clause_roles import (
    BE,
    BREAK,
    CAPITAL,
    CLAIM,
    CLOSE,
    COMMA,
    ENABLE,
    GENITIVE,
    HAVE,
    LIGHT,
    MODAL,
    OPEN,
    OWNER,
    PASSIVE,
    PRONOUN,
    RELATIVE,
)  # fmt: skip
from claimcheck.model import Span
from claimcheck.model.relation import ArgumentName, Relation

_FAR = 25


def read(row: Row, at: int, entry: list[Any], start: int) -> tuple[Span, Relation] | None:
    """The relation of the noun at a token; `start` is where the noun begins, behind the first half of a compound."""
    frame = row.grammar.table["nouns"][entry[1]]
    chunk = next((each for each in row.inside(max(at - 12, 0), at + 1) if each.first <= at < each.last), None)
    prep = "" if chunk is None else chunk.prep
    if frame["under"] and prep not in frame["under"]:
        return None
    pieces: Pieces = {}
    if start > row.starts[at]:
        if row.text[start - 1] != "-" or not frame["of"]:
            return None
        _compound(row, at, start, frame, pieces)
    elif chunk is not None and frame["possessor"] and chunk.noun < at and row.low[at - 1].endswith(("s", "'", "’")):
        pieces[frame["possessor"]] = name_piece(row, chunk.noun, at, owner=True)
    end = _behind(row, at, frame, pieces)
    role = frame["implied"]
    if role and role not in pieces:
        _implied(row, at, chunk, role, pieces)
    add_values(row, frame["values"], (chunk.first if chunk else at) - 2, end, at, pieces)
    if not enough(frame, pieces):
        return None
    return relation(row, frame["predicate"], pieces, (row.starts[at], row.ends[at]))


def _compound(row: Row, at: int, start: int, frame: dict[str, Any], pieces: Pieces) -> None:
    piece = name_piece(row, at, at + 1)
    if piece.entity is not None and piece.end <= start:
        pieces[frame["of"]] = piece


def _behind(row: Row, at: int, frame: dict[str, Any], pieces: Pieces) -> int:
    """Adds what hangs on the noun to its right; returns the token behind it."""
    k = at + 1
    behind = row.inside(k, min(row.count, at + _FAR))
    for each in behind:
        if row.any(k, each.first, COMMA | BREAK | OPEN | CLOSE | HAVE | BE | PASSIVE | MODAL | PRONOUN):
            break
        if each.first > k and not all(
            row.roles[j] & CLAIM or row.low[j] in row.grammar.table["price_before"] for j in range(k, each.first)
        ):
            break
        role = None
        if each.prep:
            role = frame["prepositions"].get(each.prep)
            if each.prep in row.grammar.table["lists"] and k > at + 1:
                role = frame["of"]
        elif each.first == at + 1 and (each.case & GENITIVE or (not row.grammar.capitals)):
            role = frame["of"]
        if role and role != "none" and role not in pieces and (piece := named(row, each)) is not None:
            pieces[role] = piece
        k = each.last
    while k < row.count and (row.roles[k] & CLAIM or row.low[k] in row.grammar.table["price_before"]):
        k += 1
    return max(k, row.right_edge(at) if not behind else k)


def _implied(row: Row, at: int, chunk: Chunk | None, role: ArgumentName, pieces: Pieces) -> None:
    """The actor whom the sentence only implies: who is enabled by it, who owns it, or who does something with it."""
    if chunk is not None and row.roles[chunk.first if not chunk.prep else chunk.first + 1] & OWNER:
        before = [each for each in row.inside(max(at - 15, 0), chunk.first) if each.last <= chunk.first]
        if before and before[-1].name is not None and (piece := named(row, before[-1], implied=True)) is not None:
            pieces[role] = piece
        return
    for k in range(at + 1, min(row.count, at + _FAR)):
        if row.roles[k] & ENABLE:
            j = k + 1
            while j < row.count and row.roles[j] & PRONOUN:
                j += 1
            who = next(iter(row.inside(j, j + 1)), None)
            if who is not None and not who.prep and (piece := named(row, who, implied=True)) is not None:
                pieces[role] = piece
            return
    left, right = row.left_edge(at), row.right_edge(at)
    through = chunk is not None and chunk.prep in row.grammar.table["through"]
    if chunk is None or not (through or row.any(left + 1, right, LIGHT) or role == "organization"):
        return
    if row.any(left + 1, right, PASSIVE) and role != "organization":
        return
    bare = [
        each
        for each in row.inside(left + 1, right)
        if not each.prep
        and each.name is not None
        and each.sure >= CERTAIN
        and not each.first <= at < each.last
        and each.first != at + 1
    ]
    if (
        len(bare) == 1
        and (piece := named(row, bare[0], implied=True)) is not None
        and not (role == "organization" and piece.person)
    ):
        pieces[role] = piece


__all__ = ["CAPITAL", "RELATIVE", "read"]
