"""A number that stands out of its series by a factor of a thousand: million written for billion, or the reverse."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.link.dimension import comparable, measure
from claimcheck.link.frame import Frame
from claimcheck.link.pairs import pairs
from claimcheck.model import Claim
from claimcheck.model.figures import Series

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
    if frame.every & PARTS or not any(item.kind == "time" for item in frame.items):
        return
    values = [frame.claim(n) for n in frame.numbers if _stated(frame.claim(n))]
    if len(values) < 3 or any(not comparable(values[0], each, rates=True) for each in values[1:]):
        return
    for claim in values:
        others = [each for each in values if each is not claim]
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


def _stated(claim: Claim) -> bool:
    value = measure(claim)
    return claim.type == "amount" and value is not None and value.number is not None and value.number > 0


def _ratio(claim: Claim, other: Claim) -> Decimal:
    one, two = measure(claim), measure(other)
    if one is None or two is None or not one.number or not two.number or one.number < 0 or two.number < 0:
        return Decimal(0)
    return max(one.number, two.number) / min(one.number, two.number)


def _thousandfold(claim: Claim, other: Claim) -> bool:
    return THOUSAND / ALIKE <= _ratio(claim, other) <= THOUSAND * ALIKE


def _near(claim: Claim, other: Claim) -> bool:
    return 0 < _ratio(claim, other) <= ALIKE * 2
