"""One relation as it is gathered, before it becomes a claim."""

from __future__ import annotations

from typing import Any, NamedTuple

from claimcheck.extract.clauses import CERTAIN, Chunk, Row
from claimcheck.languages.clause_roles import CAPITAL
from claimcheck.model import Claim, Span
from claimcheck.model.relation import Argument, ArgumentName, Relation

ORDER = (
    *("person", "role", "acquirer", "holder", "founder", "investor", "spender", "entity", "former", "organization"),
    *("target", "parent", "from", "seller", "class", "purpose", "price", "share", "amount", "date", "time"),
)

HOUSES = ("organization", "parent", "from")


class Piece(NamedTuple):
    """A stretch of the text in a role; `sure` as in a chunk, `human`: a known or proven person."""

    start: int
    end: int
    entity: str | None = None
    sure: int = CERTAIN
    implied: bool = False
    person: bool = False
    human: bool = False


Pieces = dict[ArgumentName, Piece]


def named(row: Row, chunk: Chunk, *, implied: bool = False) -> Piece | None:
    """The name of a noun phrase as an argument: the known name in it, else its words without a genitive ending."""
    return None if chunk.name is None else name_piece(row, *chunk.name, chunk.sure, implied=implied)


def name_piece(
    row: Row, first: int, last: int, sure: int = CERTAIN, *, implied: bool = False, owner: bool = False
) -> Piece:
    """The tokens of a name as an argument; an `owner` stands in the genitive and loses its ending."""
    mention = row.mention(first, last)
    start, end = row.starts[first], row.ends[last - 1]
    if mention is not None and mention.span.start <= row.starts[last - 1] and mention.span.end > start:
        person = mention.kind == "person"
        return Piece(
            max(mention.span.start, start), min(mention.span.end, end), mention.entity, CERTAIN, implied, person, person
        )
    text = row.text
    if owner and text[end - 1] == "s":
        end -= 1
    while end > start + 1 and text[end - 1] in "'’":
        end -= 1
    if end - start > 2 and text[end - 2] in "'’":
        end -= 2
    count = sum(1 for k in range(first, last) if row.roles[k] & CAPITAL and row.low[k].isalpha())
    return Piece(start, end, None, sure, implied, 2 <= count <= 3 and count == last - first)


def phrase_piece(row: Row, chunk: Chunk) -> Piece:
    """A noun phrase without its article, where a name is not needed."""
    return Piece(row.starts[chunk.noun], row.ends[chunk.last - 1], None, 0)


def relation(row: Row, predicate: str, pieces: Pieces, at: tuple[int, int]) -> tuple[Span, Relation]:
    """The relation over the smallest span that holds its arguments and the words `at` that state it."""
    start = min(at[0], *(each.start for each in pieces.values()))
    end = max(at[1], *(each.end for each in pieces.values()))
    arguments = tuple(
        (role, Argument(Span(each.start, each.end), row.text[each.start : each.end], each.entity, each.implied))
        for role, each in sorted(
            pieces.items(), key=lambda pair: (ORDER.index(pair[0]) if pair[0] in ORDER else 99, pair[0])
        )
    )
    return Span(start, end), Relation(predicate, arguments)


def enough(frame: dict[str, Any], pieces: Pieces) -> bool:
    """Whether all that a frame needs is there, and is certain enough."""
    for role in frame["needs"]:
        if role not in pieces:
            return False
    for role, each in pieces.items():
        if (
            role in frame["certain"]
            and each.sure < CERTAIN
            and not (role == "target" and "price" in pieces and each.sure)
        ):
            return False
        if role in frame.get("people", ()) and not each.person:
            return False
        if role in HOUSES and each.human:
            return False
    texts = [(each.start, each.end) for each in pieces.values()]
    return len(set(texts)) == len(texts)


_NEAR = 2


def add_values(  # noqa: PLR0917 – the edges are known to the caller
    row: Row, values: dict[str, Any], low: int, high: int, at: int, pieces: Pieces
) -> None:
    """Adds the numbers between two tokens that belong to the relation stated at `at`, the nearest of each kind."""
    seen: dict[int, tuple[int, int, Claim]] = {}
    for k in range(max(low, 0), min(high, row.count)):
        claim = row.value.get(k)
        if claim is not None:
            first, _, _ = seen.get(id(claim), (k, k, claim))
            seen[id(claim)] = (first, k + 1, claim)
    for first, last, claim in sorted(seen.values(), key=lambda each: abs(each[0] - at)):
        role = None
        if claim.type == "amount" and values["amount"] and (values["bare"] or _is_price(row, first, last)):
            role = values["amount"]
        elif claim.type == "percentage" and values["share"]:
            role = values["share"]
        elif claim.type == "date" and values["time"]:
            role = values["time"]
        if role and role not in pieces:
            pieces[role] = Piece(claim.span.start, claim.span.end)


def _is_price(row: Row, first: int, last: int) -> bool:
    table = row.grammar.table
    before = any(row.low[k] in table["price_before"] for k in range(max(first - _NEAR, 0), first))
    return (
        before
        or (last < row.count and row.low[last] in table["price_behind"])
        or row.low[first] in table["price_before"]
    )
