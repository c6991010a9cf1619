"""Amounts, shares and dates that are arguments of a relation."""

from __future__ import annotations

from typing import Any

from claimcheck.extract.clauses import Row
from claimcheck.extract.relations.found import Piece, Pieces
from claimcheck.model import Claim

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
