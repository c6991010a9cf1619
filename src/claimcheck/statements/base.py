"""What a share is of, and what a rate is per."""

from __future__ import annotations

from claimcheck.languages.word_roles import TIME
from claimcheck.model import Measure
from claimcheck.model.about import Noun
from claimcheck.statements.measure import Found
from claimcheck.statements.place import Spot


def base_of(spot: Spot, measure: Found | None) -> Noun | None:
    """The genitive or "of …" behind a share: "40 Prozent der Befragten"; the noun of a rate: "3 Euro je Kilo"."""
    value = spot.claim.value
    if not isinstance(value, Measure):
        return None
    chunk = spot.whole() if _of_something(spot, value) else None
    if chunk is not None:
        return None if chunk.pronoun else _noun(spot, chunk.head)
    return _rate(spot, value) or _part(spot, measure)


def _of_something(spot: Spot, value: Measure) -> bool:
    """Whether what stands behind the number is its whole: of shares, of counts, of money that is part of a sum."""
    if spot.claim.type == "amount":
        whole = spot.whole()
        return whole is not None and whole.determiner is not None
    return value.unit == "percent" or (value.noun is None and value.unit is None)


def _rate(spot: Spot, value: Measure) -> Noun | None:
    """The noun or the time of a rate: "3 Euro je Kilo", "0,08 Prozent pro Jahr", "jährlich 20 Hektar"."""
    ahead = range(spot.first, min(spot.last + 4, len(spot.sentence.tokens)))
    if value.per is not None and value.per.noun is not None:
        low = value.per.noun.lower()
        return next((_noun(spot, at) for at in ahead if spot.low(at) == low), None)
    if value.per is not None:
        return next((_noun(spot, at) for at in reversed(ahead) if spot.is_(at, TIME)), None)
    near = (spot.first - 1, spot.last)
    return next((_noun(spot, at) for at in near if spot.low(at) in spot.joints.rates), None)


def _part(spot: Spot, measure: Found | None) -> Noun | None:
    """What a share hangs on: "a 33% stake in Tube Lines"."""
    if measure is None or measure.chunk is None or not measure.part:
        return None
    behind = spot.behind(measure.chunk)
    while behind is not None and behind.first <= spot.first < behind.last:
        behind = spot.behind(behind)
    behind = spot.mere(behind)
    if behind is None or spot.is_(behind.head, TIME):
        return None
    return _noun(spot, behind.head) if behind.of or spot.preposition(behind) in spot.joints.attribute else None


def _noun(spot: Spot, at: int) -> Noun:
    token = spot.sentence.tokens[at]
    return Noun(token.span, token.text)
