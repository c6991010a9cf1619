"""Old and new value of one change: "from 400 to 500", "by 100 to 500", "500 after 400 the year before"."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from claimcheck.link.dimension import comparable, measure
from claimcheck.link.frame import Frame
from claimcheck.model import Claim

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
    found: list[Pair] = []
    for here, there in zip(frame.numbers, frame.numbers[1:], strict=False):
        if there - here > REACH or not comparable(frame.claim(here), frame.claim(there), rates=True):
            continue
        if any(frame.mark(at) in (";", ".", "!", "?") for at in range(here, there)):
            continue
        old, new = _is_from(frame, here), frame.before(there, "to")
        turned = old and there - here <= NEAR and "became" in frame.roles(there + 1, there + 3)
        if old and (new or turned) and not is_label(frame, here):
            found.append(Pair(here, there, here, there))
        elif _instead(frame, here, there) is not None:
            first, last = _instead(frame, here, there) or (here, there)
            found.append(Pair(first, last, here, there))
        elif frame.before(here, "to") and _is_from(frame, there) and _together(frame, here, there):
            found.append(Pair(there, here, here, there))
    return found


def _instead(frame: Frame, here: int, there: int) -> tuple[int, int] | None:
    """Old and new of "instead of 250 euros they pay 300", "300 euros instead of 250"."""
    if is_label(frame, here) or is_label(frame, there) or there - here > INSTEAD:
        return None
    if any(item.kind == "mark" for item in frame.items[here:there]):
        return None
    if frame.before(here, "instead"):
        return here, there
    return (there, here) if frame.before(there, "instead") and there - here <= NEAR else None


def steps(frame: Frame) -> list[Step]:
    """Every "by A to B" where nothing but light words stands between the two."""
    return [
        Step(here, there)
        for here, there in zip(frame.numbers, frame.numbers[1:], strict=False)
        if is_step(frame, here) and frame.before(there, "to") and there - here <= NEAR
    ]


def is_step(frame: Frame, at: int) -> bool:
    """Whether "by" or a verb of change stands right before the number: "rose by 20 percent", "rose 20 percent"."""
    return frame.before(at, "by") or (at > 0 and bool(frame.items[at - 1].roles & {"rise", "fall"}))


def old_values(frame: Frame) -> list[int]:
    """Numbers marked as the earlier value: "(last year: 9200)", "the year before it was 9200"."""
    found = []
    for at in frame.numbers:
        left = max(0, at - 4)
        after = frame.roles(at + 1, min(at + 4, _next_number(frame, at), _next_mark(frame, at)))
        before = frame.roles(max(left, _previous_number(frame, at) + 1), at)
        if "earlier" in before or "earlier" in after:
            found.append(at)
    return found


def values_like(frame: Frame, claim: Claim, stop: int) -> list[int]:
    """Numbers before a position that may be values of the same thing: same unit, no rate against none."""
    return [at for at in frame.numbers if at < stop and comparable(frame.claim(at), claim) and not is_label(frame, at)]


def _together(frame: Frame, here: int, there: int) -> bool:
    marked = any(item.kind == "mark" for item in frame.items[here + 1 : there])
    return not marked and frame.light(here + 1, there, ("from_",))


def _is_from(frame: Frame, at: int) -> bool:
    return frame.before(at, "from_") and not frame.before(at, "to")


def in_scale(claim: Claim, like: Claim) -> Claim:
    """The claim in the scale of the other: in "from 400 to 500 million" the first number is 400 million.

    Only where the number as it stands would be less than a thousandth of the other, and the other has a scale word.
    """
    value, other = measure(claim), measure(like)
    if value is None or other is None or value.number is None or other.number is None:
        return claim
    if int(value.number.as_tuple().exponent) > 0:
        return claim
    exponent = other.number.as_tuple().exponent
    if not other.rounded or not isinstance(exponent, int) or exponent < 2 or not 0 < value.number * 400 < other.number:
        return claim
    power = -(-exponent // 3) * 3
    digits = value.number.as_tuple()
    number = Decimal((0, digits.digits, int(digits.exponent) + power))
    if not other.number <= number * ALIKE <= other.number * ALIKE * ALIKE:
        return claim
    return claim._replace(value=value._replace(number=number, rounded=True))


def is_label(frame: Frame, at: int) -> bool:
    """Whether the number is only a name: "from place 4 to place 2"."""
    return frame.before(at, "label") or frame.before(at - 1, "label")


def _next_number(frame: Frame, at: int) -> int:
    return next((other for other in frame.numbers if other > at), len(frame.items))


def _next_mark(frame: Frame, at: int) -> int:
    return next((other for other in range(at + 1, len(frame.items)) if frame.mark(other)), len(frame.items))


def _previous_number(frame: Frame, at: int) -> int:
    return max((other for other in frame.numbers if other < at), default=-1)
