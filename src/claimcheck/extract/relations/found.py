"""One relation as it is gathered, before it becomes a claim."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from claimcheck.extract.relations.names import CERTAIN, Piece, Reading
from claimcheck.model import Claim, Modality, Span
from claimcheck.model.relation import Argument, ArgumentName, Relation

ORDER = (
    *("person", "role", "acquirer", "holder", "founder", "investor", "spender", "winner", "entity", "former"),
    *("organization", "target", "loser", "predecessor", "parent", "from", "seller", "class", "purpose", "price"),
    *("share", "amount", "date", "time"),
)
HOUSES = ("organization", "parent", "from", "target", "acquirer")
VALUES = {"amount": "amount", "percentage": "share", "date": "time", "quantity": "number"}
"""Under which key of a frame's values a claim is looked for."""
NEAR = 2

Pieces = dict[ArgumentName, Piece]


class Found(NamedTuple):
    """A relation, where it stands, and how it is meant for certain; None: as its clause is."""

    span: Span
    relation: Relation
    meant: Modality | None


def relation(reading: Reading, predicate: str, pieces: Pieces, at: int, meant: Modality | None = None) -> Found:
    """The relation over the smallest span that holds its arguments and the token that states it."""
    stated = reading.tokens[at].span
    start = min(stated.start, *(each.start for each in pieces.values()))
    end = max(stated.end, *(each.end for each in pieces.values()))
    text = reading.article.text
    arguments = tuple(
        (role, Argument(Span(each.start, each.end), text[each.start : each.end], each.entity, each.implied))
        for role, each in sorted(
            pieces.items(), key=lambda pair: (ORDER.index(pair[0]) if pair[0] in ORDER else 99, pair[0])
        )
    )
    return Found(Span(start, end), Relation(predicate, arguments), meant)


def enough(frame: dict[str, Any], pieces: Pieces) -> bool:
    """Whether all that a frame needs is there, and is certain enough."""
    if any(role not in pieces for role in frame["needs"]):
        return False
    texts = {(each.start, each.end) for each in pieces.values()}
    return len(texts) == len(pieces) and all(_fits(frame, role, pieces) for role in pieces)


def _fits(frame: dict[str, Any], role: ArgumentName, pieces: Pieces) -> bool:
    each = pieces[role]
    sold = role == "target" and "price" in pieces and each.sure
    if role in frame["certain"] and each.sure < CERTAIN and not sold:
        return False
    if role in frame["people"] and each.sure and not each.person:
        return False
    return not (role in HOUSES and each.human and role not in frame["people"])


def add_values(reading: Reading, values: dict[str, Any], tokens: Iterable[int], at: int, pieces: Pieces) -> None:
    """Adds the numbers in these tokens that belong to the relation stated at `at`, the nearest of each kind."""
    names = [Span(each.start, each.end) for each in pieces.values()]  # "Jan Kern" is no January
    near = [each for each in _claims(reading, tokens) if not any(name.touches(each[2].span) for name in names)]
    for first, last, claim in sorted(near, key=lambda each: abs(each[0] - at)):
        role = values.get(VALUES.get(claim.type, ""))
        dear = claim.type != "amount" or values["bare"] or _is_price(reading, first, last)
        if dear and role and role not in pieces:
            pieces[role] = Piece(claim.span.start, claim.span.end)


def _claims(reading: Reading, tokens: Iterable[int]) -> list[tuple[int, int, Claim]]:
    """The claims that begin in these tokens, with the tokens they take."""
    found = []
    starts = {reading.tokens[k].span.start: k for k in tokens if 0 <= k < reading.count}
    for claim in reading.claims:
        first = starts.get(claim.span.start)
        if first is not None:
            last = first
            while last < reading.count and reading.tokens[last].span.start < claim.span.end:
                last += 1
            found.append((first, last, claim))
    return found


def _is_price(reading: Reading, first: int, last: int) -> bool:
    before, behind = reading.lexicon.table["price_before"], reading.lexicon.table["price_behind"]
    ahead = any(reading.low(k) in before for k in range(first - NEAR, first))
    return ahead or reading.low(last) in behind or reading.low(first) in before
