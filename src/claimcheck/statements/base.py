"""What a share is of, and what a rate is per."""

from __future__ import annotations

from claimcheck.model import Measure
from claimcheck.model.about import Noun
from claimcheck.statements.place import Spot


def base_of(spot: Spot) -> Noun | None:
    """The genitive or "of …" behind a share: "40 Prozent der Befragten"; the noun of a rate: "3 Euro je Kilo"."""
    value = spot.claim.value
    if not isinstance(value, Measure):
        return None
    if value.unit == "percent" or (value.noun is None and value.unit is None):
        chunk = spot.mere(spot.whole())
        return None if chunk is None else _noun(spot, chunk.head)
    return None if value.per is None or value.per.noun is None else _per(spot, value.per.noun.lower())


def _per(spot: Spot, low: str) -> Noun | None:
    ahead = range(spot.first, min(spot.last + 3, len(spot.sentence.tokens)))
    return next((_noun(spot, at) for at in ahead if spot.low(at) == low), None)


def _noun(spot: Spot, at: int) -> Noun:
    token = spot.sentence.tokens[at]
    return Noun(token.span, token.text)
