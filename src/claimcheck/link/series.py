"""Numbers of one series, of which one stands out by a factor of a thousand."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from claimcheck.link.frame import Frame, is_label
from claimcheck.model import Claim
from claimcheck.model.figures import Series
from claimcheck.statements.dimension import comparable, measure, number, ratio

THOUSAND = Decimal(1000)
ALIKE = Decimal("2.6")
PARTS = frozenset({"of_which", "open", "each", "total", "per_one"})
REACH = 16
NEAR = 5
INSTEAD = 10


def scales(frame: Frame) -> Iterator[Series]:
    """Old and new value of one change, or values for three dates in one sentence."""
    if len(frame.numbers) < 2:
        return
    for old, new in (map(frame.claim, pair) for pair in _pairs(frame)):
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


def _pairs(frame: Frame) -> list[tuple[int, int]]:
    """Old and new of every "from A to B" and "to B from A" of the sentence; no number may stand between the two."""
    found = (_pair(frame, *two) for two in pairwise(frame.numbers) if _may_pair(frame, *two))
    return [pair for pair in found if pair is not None]


def _may_pair(frame: Frame, here: int, there: int) -> bool:
    """Whether two numbers next to each other measure one thing in one clause."""
    if there - here > REACH or not comparable(frame.claim(here), frame.claim(there), rates=True):
        return False
    return frame.next_mark(here, ";.!?") >= there


def _pair(frame: Frame, here: int, there: int) -> tuple[int, int] | None:
    """Old and new by the words before the two numbers."""
    old, new = _is_from(frame, here), frame.before(there, "to")
    became = there - here <= NEAR and "became" in frame.roles(there + 1, there + 3)
    if old and (new or became) and not is_label(frame, here):
        return here, there
    if (ends := _instead(frame, here, there)) is not None:
        return ends
    if frame.before(here, "to") and _is_from(frame, there) and _together(frame, here, there):
        return there, here
    return None


def _instead(frame: Frame, here: int, there: int) -> tuple[int, int] | None:
    """Old and new of "instead of 250 euros they pay 300", "300 euros instead of 250"."""
    if is_label(frame, here) or is_label(frame, there) or there - here > INSTEAD or frame.next_mark(here) < there:
        return None
    if frame.before(here, "instead"):
        return here, there
    return (there, here) if frame.before(there, "instead") and there - here <= NEAR else None


def _together(frame: Frame, here: int, there: int) -> bool:
    return frame.next_mark(here + 1) >= there and frame.light(here + 1, there, ("from_",))


def _is_from(frame: Frame, at: int) -> bool:
    return frame.before(at, "from_") and not frame.before(at, "to")
