"""What a share is of, and what a rate is per."""

from __future__ import annotations

from claimcheck.languages.word_roles import TIME
from claimcheck.model import Measure
from claimcheck.model.about import Noun
from claimcheck.statements.place import Spot


def base_of(spot: Spot) -> Noun | None:
    """The genitive or "of …" behind a share: "40 Prozent der Befragten"; the noun of a rate: "3 Euro je Kilo"."""
    value = spot.claim.value
    if not isinstance(value, Measure):
        return None
    if spot.claim.type == "percentage" and value.unit == "percent":
        chunk = spot.chunk(spot.last)
        if chunk is None or chunk.first != spot.last or not (chunk.of or spot.preposition(chunk) in spot.joints.share):
            return None
        token = spot.sentence.tokens[chunk.head]
        return None if token.roles & TIME else Noun(token.span, token.text)
    if value.per is None or value.per.noun is None:
        return None
    low = value.per.noun.lower()
    for at in range(spot.first, min(spot.last + 3, len(spot.sentence.tokens))):
        if spot.low(at) == low:
            token = spot.sentence.tokens[at]
            return Noun(token.span, token.text)
    return None
