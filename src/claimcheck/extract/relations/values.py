"""What a number says of a person or house: age, revenue, profit.

Counted people are no size of a house by themselves: "Nordwerk entlässt 300 Mitarbeiter".
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimcheck.extract.relations.found import Found, relation_of
from claimcheck.extract.relations.lexicon import Lexicon
from claimcheck.extract.relations.piece import Piece
from claimcheck.model import Claim, Document, Measure, Span
from claimcheck.model.relation import Argument, ArgumentName

GROWN = 10
LONGEST = 12


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
}
"""By the class of the noun that a number is a value of."""


def values(document: Document, claims: Sequence[Claim], lexicon: Lexicon) -> Iterator[Found]:
    """What the numbers of an article are values of, where their owner has a name."""
    for claim in claims:
        kind, owner = _kind(claim), _owner(claim)
        if kind is None or owner is None or _is_step(document.prose, claim, lexicon):
            continue
        last = owner.text.split()[-1].lower()
        if not lexicon.is_common(last) and lexicon.office(last) is None:
            pieces = {kind.owner: _piece(owner), kind.number: Piece(claim.span.start, claim.span.end)}
            within = _sentence(document, claim.span.start)
            yield relation_of(document.prose, kind.predicate, pieces, claim.span, within)


def _kind(claim: Claim) -> Kind | None:
    """The relation that a number states, if it can be a value of it."""
    measure = None if claim.about is None else claim.about.measure
    kind = None if measure is None else MEASURES.get(measure.kind or "")
    if kind is None or claim.type != kind.type or _is_carried(claim):
        return None
    return kind if kind.predicate != "age" or _is_age(claim) else None


def _is_carried(claim: Claim) -> bool:
    """Whether only another clause tells what a number is a value of: "… vor zehn Jahren waren es noch 1562"."""
    return claim.about is not None and "measure" in claim.about.carried


def _owner(claim: Claim) -> Argument | None:
    """Whose value a number is, if it has a name."""
    about = claim.about
    return None if about is None else about.entities[0] if about.entities else about.bearer


def _piece(owner: Argument) -> Piece:
    return Piece(owner.span.start, owner.span.end, owner.entity, implied=owner.implied)


def _is_age(claim: Claim) -> bool:
    """Whether a number is an age by its unit or its size: "Prost (4)" tells of wins."""
    value = claim.value
    number = value.number if isinstance(value, Measure) else None
    return isinstance(value, Measure) and (value.unit == "year" or (number is not None and number >= GROWN))


def _is_step(text: str, claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a number is what something changed by: "um drei Millionen gestiegen"."""
    before = text[max(claim.span.start - LONGEST, 0) : claim.span.start].split()
    return bool(before) and before[-1].lower() in lexicon.table["steps"]


def _sentence(document: Document, at: int) -> Span:
    number = bisect_right(document.sentences, at, key=lambda each: each.start) - 1
    return document.sentences[max(number, 0)]
