"""Old and new value of one change: "from 400 to 500", "by 100 to 500", "500 after 400 the year before"."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from claimcheck.link.frame import Frame
from claimcheck.link.joint import is_label
from claimcheck.model import Claim
from claimcheck.statements.dimension import comparable, measure, number

REACH = 16
NEAR = 5
INSTEAD = 10
ALIKE = 50


class Pair(NamedTuple):
    """Positions of old and new in a frame; `first` and `last` span the whole expression."""

    old: int
    new: int
    first: int
    last: int


class Step(NamedTuple):
    """As in "by 100 to 500": positions of the step and of the new value."""

    step: int
    new: int


def pairs(frame: Frame) -> list[Pair]:
    """Every "from A to B" and "to B from A" of the sentence; no number may stand between the two."""
    found = (_pair(frame, *two) for two in pairwise(frame.numbers) if _may_pair(frame, *two))
    return [pair for pair in found if pair is not None]


def _may_pair(frame: Frame, here: int, there: int) -> bool:
    """Whether two numbers next to each other measure one thing in one clause."""
    if there - here > REACH or not comparable(frame.claim(here), frame.claim(there), rates=True):
        return False
    return frame.next_mark(here, ";.!?") >= there


def _pair(frame: Frame, here: int, there: int) -> Pair | None:
    """Old and new by the words before the two numbers."""
    old, new = _is_from(frame, here), frame.before(there, "to")
    became = there - here <= NEAR and "became" in frame.roles(there + 1, there + 3)
    if old and (new or became) and not is_label(frame, here):
        return Pair(here, there, here, there)
    if (ends := _instead(frame, here, there)) is not None:
        return Pair(*ends, here, there)
    if frame.before(here, "to") and _is_from(frame, there) and _together(frame, here, there):
        return Pair(there, here, here, there)
    return None


def _instead(frame: Frame, here: int, there: int) -> tuple[int, int] | None:
    """Old and new of "instead of 250 euros they pay 300", "300 euros instead of 250"."""
    if is_label(frame, here) or is_label(frame, there) or there - here > INSTEAD or frame.next_mark(here) < there:
        return None
    if frame.before(here, "instead"):
        return here, there
    return (there, here) if frame.before(there, "instead") and there - here <= NEAR else None


def steps(frame: Frame) -> list[Step]:
    """Every "by A to B" where nothing but light words stands between the two."""
    return [
        Step(here, there)
        for here, there in pairwise(frame.numbers)
        if is_step(frame, here) and frame.before(there, "to") and there - here <= NEAR
    ]


def is_step(frame: Frame, at: int) -> bool:
    """Whether "by" or a verb of change stands right before the number: "rose by 20 percent", "rose 20 percent"."""
    return frame.before(at, "by") or (at > 0 and bool(frame.items[at - 1].roles & {"rise", "fall"}))


def old_values(frame: Frame) -> list[int]:
    """Numbers marked as the earlier value: "(last year: 9200)", "the year before it was 9200"."""
    return [at for at in frame.numbers if "earlier" in _beside(frame, at)]


def _beside(frame: Frame, at: int) -> frozenset[str]:
    """The roles of the few words around a number that belong to no other one, and behind it to no other clause."""
    following = frame.following(at)
    stop = min(at + 4, frame.next_mark(at + 1), at + 4 if following is None else following)
    start = max([0, at - 4, *(number + 1 for number in frame.ahead(at))])
    return frame.roles(start, at) | frame.roles(at + 1, stop)


def values_like(frame: Frame, claim: Claim, stop: int) -> list[int]:
    """Numbers before a position that may be values of the same thing: same unit, no rate against none."""
    return [at for at in frame.numbers if at < stop and comparable(frame.claim(at), claim) and not is_label(frame, at)]


def _together(frame: Frame, here: int, there: int) -> bool:
    return frame.next_mark(here + 1) >= there and frame.light(here + 1, there, ("from_",))


def _is_from(frame: Frame, at: int) -> bool:
    return frame.before(at, "from_") and not frame.before(at, "to")


def in_scale(claim: Claim, like: Claim) -> Claim:
    """The claim in the scale of the other: in "from 400 to 500 million" the first number is 400 million.

    Only where the number as it stands would be less than a thousandth of the other, and the other has a scale word.
    """
    value, other, power = measure(claim), number(like), _power(like)
    if value is None or value.number is None or other is None or power is None:
        return claim
    digits = value.number.as_tuple()
    if int(digits.exponent) > 0 or not 0 < value.number * 400 < other:
        return claim
    scaled = Decimal((0, digits.digits, int(digits.exponent) + power))
    if not other <= scaled * ALIKE <= other * ALIKE * ALIKE:
        return claim
    return claim._replace(value=value._replace(number=scaled, rounded=True))


def _power(claim: Claim) -> int | None:
    """The power of ten that the scale word of a number stands for, in threes."""
    value = measure(claim)
    exponent = None if value is None or value.number is None else value.number.as_tuple().exponent
    if value is None or not value.rounded or not isinstance(exponent, int) or exponent < 2:
        return None
    return -(-exponent // 3) * 3
