"""Old and new value of one change: "from 400 to 500", "by 100 to 500", "500 after 400 the year before"."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from claimcheck.link.frame import Frame
from claimcheck.link.joint import is_label
from claimcheck.statements.dimension import comparable

REACH = 16
NEAR = 5
INSTEAD = 10


class Pair(NamedTuple):
    """Positions of old and new in a frame; `first` and `last` span the whole expression."""

    old: int
    new: int
    first: int
    last: int


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


def old_values(frame: Frame) -> list[int]:
    """Numbers marked as the earlier value: "(last year: 9200)", "the year before it was 9200"."""
    return [at for at in frame.numbers if "earlier" in _beside(frame, at)]


def _beside(frame: Frame, at: int) -> frozenset[str]:
    """The roles of the few words around a number that belong to no other one, and behind it to no other clause."""
    following = frame.following(at)
    stop = min(at + 4, frame.next_mark(at + 1), at + 4 if following is None else following)
    start = max([0, at - 4, *(number + 1 for number in frame.ahead(at))])
    return frame.roles(start, at) | frame.roles(at + 1, stop)


def _together(frame: Frame, here: int, there: int) -> bool:
    return frame.next_mark(here + 1) >= there and frame.light(here + 1, there, ("from_",))


def _is_from(frame: Frame, at: int) -> bool:
    return frame.before(at, "from_") and not frame.before(at, "to")
