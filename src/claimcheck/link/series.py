"""Numbers of one series: an average beside its bounds, and one that stands out by a factor of a thousand."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from claimcheck.link.frame import Frame
from claimcheck.link.joint import elsewhere, is_label, joined, near
from claimcheck.link.pairs import old_values, pairs
from claimcheck.link.sizes import size
from claimcheck.model import Claim
from claimcheck.model.figures import Average, Series
from claimcheck.statements.dimension import comparable, dimension, ends, measure, noun, number, ratio

FAR = 24
LEFT, REACH, MEMBERS = 9, 6, 3
BREAKS = frozenset({"baseline", "than", "remaining"})
THOUSAND = Decimal(1000)
ALIKE = Decimal("2.6")
PARTS = frozenset({"of_which", "open", "each", "total", "per_one"})


def averages(frame: Frame, previous: Frame | None) -> Iterator[Average]:
    """The only average of the sentence with the only range before it."""
    if "average" not in frame.every:
        return
    row, begin = joined(previous, frame)
    mean = _only_mean(row, begin)
    if mean is None or (dimension(row.claim(mean)) == "percent" and begin):
        return
    values = max(_ranges(row, mean), key=len, default=None)
    if values is None:
        return
    low, high = _outer(row, values)
    if not _others(row, mean, values) and not _broken(row, mean, high):
        stated = None if high == low else row.claim(high)
        reason = "an average and the range of what it is an average of"
        yield Average(row.claim(mean), row.claim(low), stated, reason)


def _ranges(row: Frame, mean: int) -> list[tuple[int, ...]]:
    """The rows of values that the average may be one of, each with its least and greatest at the ends."""
    rows = [each for each in (*_bounds(row), *_lists(row, mean), *_ends(row)) if mean not in each]
    return [each for each in rows if abs(mean - each[-1]) <= FAR and _alike(row.claim(each[-1]), row.claim(mean))]


def _only_mean(row: Frame, begin: int) -> int | None:
    """The only number of the sentence that is called an average, and no change."""
    means = [n for n in row.numbers if n >= begin and _single(row, n) and _is_mean(row, n)]
    if len(means) == 2 and means[1] - means[0] <= 4 and not row.mark(means[1] - 1):
        means = means[1:]  # "the average of these three jumps was 8.11"
    return means[0] if len(means) == 1 and size(row, means[0]) is None else None


def _others(row: Frame, mean: int, values: tuple[int, ...]) -> bool:
    """Whether more numbers of the kind stand there, of which the average may be one as well."""
    others = [n for n in row.numbers if n not in (*values, mean) and _alike(row.claim(n), row.claim(mean))]
    return any(_decimals(row, n) == _decimals(row, mean) or len(values) < MEMBERS for n in others)


def _broken(row: Frame, mean: int, high: int) -> bool:
    """Whether a comparison, another time or another place stands between range and average."""
    first, last = min(high, mean), max(high, mean)
    return bool(row.roles(first, last) & BREAKS) or bool(old_values(row)) or elsewhere(row, first, last)


def _single(row: Frame, at: int) -> bool:
    return number(row.claim(at)) is not None and not is_label(row, at)


def _is_mean(row: Frame, at: int) -> bool:
    """Whether the number is called an average, also as in "the average of these three jumps was"."""
    for n in range(at - 1, max(-1, at - LEFT), -1):
        item = row.items[n]
        if "average" in item.roles:
            return True
        counted = item.kind == "number" and bool(row.roles(n - 1, n) & {"definite", "of", "average"})
        if (item.kind == "number" and not counted) or (item.kind == "mark" and item.text in ".;!?"):
            break
    return near(row, at, "average", left=0) is not None


def _lists(row: Frame, mean: int) -> Iterator[tuple[int, ...]]:
    """Three values or more side by side: "7.81, 7.92 and 8.03 metres"."""
    run: list[int] = []
    for at in row.numbers:
        joined_on = bool(run) and at - run[-1] <= 3 and _joins(row, run[-1], at) and _single(row, at)
        run = [*run, at] if joined_on else [at]
        ended = at == row.numbers[-1] or not _joins(row, at, row.numbers[row.numbers.index(at) + 1])
        if ended and len(run) >= MEMBERS and mean not in run:
            yield tuple(run)


def _decimals(row: Frame, at: int) -> bool:
    value = number(row.claim(at))
    return value is not None and value != value.to_integral_value()


def _joins(row: Frame, one: int, two: int) -> bool:
    """Whether a comma or "and" stands between two numbers, and nothing else but what the first one counts."""
    between = row.items[one + 1 : two]
    marks = [item for item in between if item.text == "," or "and_" in item.roles]
    return len(marks) > 0 and len(between) - len(marks) <= 1 and not any(item.text in ".;:" for item in between)


def _ends(row: Frame) -> Iterator[tuple[int, ...]]:
    """As in "the cheapest costs 18 euros and the dearest 75"."""
    if not {"lowest", "highest"} <= row.every:
        return
    low = [n for n in row.numbers if near(row, n, "lowest", left=REACH, right=0) is not None]
    high = [n for n in row.numbers if near(row, n, "highest", left=REACH, right=0) is not None]
    if len(low) == len(high) == 1 and low != high and comparable(row.claim(low[0]), row.claim(high[0])):
        yield tuple(sorted((low[0], high[0])))


def _outer(row: Frame, values: tuple[int, ...]) -> tuple[int, int]:
    """The least and the greatest of several values; a range stands for both."""
    if len(values) <= 2:
        return values[0], values[-1]
    sized = sorted(values, key=lambda n: number(row.claim(n)) or 0)
    return sized[0], sized[-1]


def _bounds(row: Frame) -> Iterator[tuple[int, int]]:
    """Ranges as one claim, and the two ends of "ranged from 10 to 20"."""
    yield from ((at, at) for at in row.numbers if ends(row.claim(at)) is not None)
    if not row.every & {"rise", "fall"}:
        for one, two in pairwise(row.numbers):
            up_to = row.before(two, "to") or row.before(two, "between")
            if two - one <= 3 and row.before(one, "from_") and up_to:
                yield one, two


def _alike(claim: Claim, other: Claim) -> bool:
    """Whether both measure one thing, and by their nouns nothing else."""
    if not comparable(claim, other, rates=True):
        return False
    one, two = noun(claim), noun(other)
    return dimension(claim) != "" or one is None or two is None or one.lower()[:5] == two.lower()[:5]


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
