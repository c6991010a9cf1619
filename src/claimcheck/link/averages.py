"""An average beside the bounds of what it is an average of: "between 10 and 20 euros, on average 15"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.link.dimension import comparable, dimension, measure
from claimcheck.link.frame import Frame
from claimcheck.link.joint import elsewhere, joined, near
from claimcheck.link.pairs import is_label, old_values
from claimcheck.link.sizes import size
from claimcheck.model import Claim
from claimcheck.model.figures import Average

FAR = 24
BREAKS = frozenset({"baseline", "than", "remaining"})


def averages(frame: Frame, previous: Frame | None) -> Iterator[Average]:
    """The only average of the sentence with the only range before it."""
    if "average" not in frame.every:
        return
    row, begin = joined(previous, frame)
    means = [n for n in row.numbers if n >= begin and _single(row, n) and near(row, n, "average", left=7) is not None]
    if len(means) != 1 or size(row, means[0]) is not None:
        return
    mean = means[0]
    claim = row.claim(mean)
    if dimension(claim) == "percent" and begin:
        return
    found = [(low, high) for low, high in _bounds(row) if low != mean and abs(mean - low) <= FAR]
    found = [pair for pair in found if _alike(row.claim(pair[0]), claim)]
    if len(found) != 1:
        return
    low, high = found[0]
    others = [n for n in row.numbers if n not in (low, high, mean) and comparable(row.claim(n), claim)]
    between = row.roles(min(high, mean), max(low, mean))
    if others or between & BREAKS or old_values(row) or elsewhere(row, min(high, mean), max(low, mean)):
        return
    stated = None if high == low else row.claim(high)
    yield Average(claim, row.claim(low), stated, "an average and the range of what it is an average of")


def _single(row: Frame, at: int) -> bool:
    value = measure(row.claim(at))
    return value is not None and value.number is not None and not is_label(row, at)


def _bounds(row: Frame) -> Iterator[tuple[int, int]]:
    """Ranges as one claim, and the two ends of "ranged from 10 to 20"."""
    for at in row.numbers:
        value = measure(row.claim(at))
        if value is not None and value.number is None and value.low is not None and value.high is not None:
            yield at, at
    changing = bool(row.every & {"rise", "fall"})
    for one, two in zip(row.numbers, row.numbers[1:], strict=False):
        if changing or two - one > 3 or not row.before(one, "from_"):
            continue
        if row.before(two, "to") or row.before(two, "between"):
            yield one, two


def _alike(claim: Claim, other: Claim) -> bool:
    """Whether both measure one thing, and by their nouns nothing else."""
    first, second = measure(claim), measure(other)
    if first is None or second is None or not comparable(claim, other, rates=True):
        return False
    if dimension(claim) == "":
        return first.noun is None or second.noun is None or first.noun.lower()[:5] == second.noun.lower()[:5]
    return True
