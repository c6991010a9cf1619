"""A value that words call more or less than another: "30 months, less than the 26 the prosecution asked for"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from claimcheck.link.dimension import comparable, dimension, is_rate, measure
from claimcheck.link.frame import Frame
from claimcheck.link.joint import alike, joined, word_of
from claimcheck.link.pairs import is_label, old_values, pairs
from claimcheck.link.sizes import size
from claimcheck.model import Claim, Duration, Measure
from claimcheck.model.sport import Than

ISO = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?")
MONTHS = {"year": Decimal(12), "month": Decimal(1)}
FAR = 26


def compared(frame: Frame, previous: Frame | None) -> Iterator[Than]:
    """The only two values of one or two sentences, and the only word that sets the first against the second."""
    if not frame.every & {"above", "below"}:
        return
    row, begin = joined(previous, frame) if len(frame.numbers) == 1 else (frame, 0)
    words = [n for n in range(begin, len(row.items)) if row.items[n].roles & {"above", "below"}]
    if len(words) != 1:
        return
    at = words[0]
    ends = _values(row, at)
    if ends is None or old_values(row) or pairs(row):
        return
    one, two = (_in_months(row.claim(n)) for n in ends)
    first, second = measure(one), measure(two)
    if (
        first is not None
        and second is not None
        and (not first.noun or not second.noun or alike(first.noun, second.noun))
    ):
        more = "above" in row.items[at].roles
        yield Than(one, two, more, word_of(row, at, at + 1), "two values and the word that compares them")


def _values(row: Frame, at: int) -> tuple[int, int] | None:
    """The only value behind the word, and the only one of its kind before it."""
    after = [n for n in row.numbers if n > at]
    before = [n for n in row.numbers if n < at]
    if len(after) != 1 or not before or after[0] - at > FAR / 2 or at - before[-1] > FAR:
        return None
    like = [n for n in before if comparable(_in_months(row.claim(n)), _in_months(row.claim(after[0])))]
    if like != [before[-1]] or not (_is_value(row, before[-1]) and _is_value(row, after[0])):
        return None
    return before[-1], after[0]


def _is_value(row: Frame, at: int) -> bool:
    value = measure(row.claim(at))
    plain = value is not None and value.number is not None and value.hedge is None and not is_rate(value)
    return plain and size(row, at) is None and not is_label(row, at) and dimension(row.claim(at)) != "?"


def _in_months(claim: Claim) -> Claim:
    """A length of years and months in months, so that "two years" and "26 months" are of one kind."""
    value = claim.value
    if not isinstance(value, Duration) or value.measure is None or value.measure.number is None:
        return claim
    match = ISO.fullmatch(value.iso or "")
    if match is not None and match.group(3) is None and (match.group(1) or match.group(2)):
        months = Decimal(match.group(1) or 0) * 12 + Decimal(match.group(2) or 0)
    elif value.measure.unit in MONTHS:
        months = value.measure.number * MONTHS[value.measure.unit]
    else:
        return claim
    return claim._replace(value=Measure(months, "month", hedge=value.measure.hedge, rounded=False))
