"""Numbers of one series, of which one stands out by a factor of a thousand."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.link.frame import Frame
from claimcheck.link.pairs import pairs
from claimcheck.model import Claim
from claimcheck.model.figures import Series
from claimcheck.statements.dimension import comparable, measure, number, ratio

THOUSAND = Decimal(1000)
ALIKE = Decimal("2.6")
PARTS = frozenset({"of_which", "open", "each", "total", "per_one"})


def scales(frame: Frame) -> Iterator[Series]:
    """Old and new value of one change, or values for three dates in one sentence."""
    if len(frame.numbers) < 2:
        return
    for pair in pairs(frame):
        old, new = frame.claim(pair.old), frame.claim(pair.new)
        if _scaled(old) and _scaled(new) and _thousandfold(old, new):
            yield Series(new, (old,), "old and new value of one change")
            return
    if not frame.every & PARTS and any(item.kind == "time" for item in frame.items):
        yield from _of_dates([frame.claim(n) for n in frame.numbers])


def _of_dates(claims: list[Claim]) -> Iterator[Series]:
    """The one that stands out of three amounts or more that are told for several dates."""
    values = [claim for claim in claims if claim.type == "amount" and (number(claim) or 0) > 0]
    if len(values) < 3 or any(not comparable(values[0], each, rates=True) for each in values[1:]):
        return
    for at, claim in enumerate(values):
        others = [*values[:at], *values[at + 1 :]]
        if _stands_out(claim, others):
            yield Series(claim, tuple(others), "values of one series")
            return


def _stands_out(claim: Claim, others: list[Claim]) -> bool:
    """Whether a number is a thousandfold of all others, which are near each other, with a scale word on either side."""
    if not _scaled(claim) and not all(_scaled(each) for each in others):
        return False
    return all(_thousandfold(claim, each) for each in others) and all(_near(others[0], each) for each in others[1:])


def _scaled(claim: Claim) -> bool:
    value = measure(claim)
    return claim.type == "amount" and value is not None and value.rounded and value.number is not None


def _thousandfold(claim: Claim, other: Claim) -> bool:
    return 1 / (THOUSAND * ALIKE) <= ratio(claim, other) <= ALIKE / THOUSAND


def _near(claim: Claim, other: Claim) -> bool:
    return ratio(claim, other) >= 1 / (ALIKE * 2)
