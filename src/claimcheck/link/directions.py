"""A word that says which of two values is the larger: "stood at 4.2 percent and fell to 4.6", "less than the 26"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from claimcheck.link.frame import Frame, only
from claimcheck.link.joint import is_value, joined, one_noun, word_of
from claimcheck.link.pairs import old_values, pairs
from claimcheck.link.sizes import size
from claimcheck.model import Claim, Duration, Measure
from claimcheck.model.figures import Than
from claimcheck.statements.dimension import comparable, dimension, exact

NEAR = 5
FAR = 22
CLOSE = Decimal("0.5")
ELSEWHERE = frozenset({"earlier", "instead", "than", "baseline", "average", "multiply:2", "open", "each"})
VERBS = frozenset({"rise", "fall"})
ISO = r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?"
MONTHS = {"year": Decimal(12), "month": Decimal(1)}
REACH = 26


def compared(frame: Frame, previous: Frame | None) -> Iterator[Than]:
    """The only two values of one or two sentences, and the only word that sets the first against the second."""
    if not frame.every & {"above", "below"}:
        return
    row, begin = joined(previous, frame) if len(frame.numbers) == 1 else (frame, 0)
    at = only(row.find({"above", "below"}, begin))
    ends = None if at is None else _values(row, at)
    if at is None or ends is None or old_values(row) or pairs(row):
        return
    one, two = (_in_months(row.claim(n)) for n in ends)
    if one_noun(one, two):
        more = "above" in row.items[at].roles
        yield Than(one, two, more, word_of(row, at, at + 1), "two values and the word that compares them")


def _values(row: Frame, at: int) -> tuple[int, int] | None:
    """The only value behind the word, and the only one of its kind before it."""
    before, after = row.ahead(at), row.behind(at)
    if len(after) != 1 or not before or after[0] - at > REACH / 2 or at - before[-1] > REACH:
        return None
    alike = [n for n in before if comparable(_in_months(row.claim(n)), _in_months(row.claim(after[0])))]
    if alike != [before[-1]] or not (_is_plain(row, before[-1]) and _is_plain(row, after[0])):
        return None
    return before[-1], after[0]


def _is_plain(row: Frame, at: int) -> bool:
    claim = row.claim(at)
    return is_value(row, at) and exact(claim) is not None and size(row, at) is None and dimension(claim) != "?"


def _in_months(claim: Claim) -> Claim:
    """A length of years and months in months, so that "two years" and "26 months" are of one kind."""
    value = claim.value
    if not isinstance(value, Duration) or value.measure is None:
        return claim
    months = _months(value)
    return claim if months is None else claim._replace(value=Measure(months, "month", hedge=value.measure.hedge))


def _months(value: Duration) -> Decimal | None:
    told = value.measure
    if told is None or told.number is None:
        return None
    match = re.compile(ISO).fullmatch(value.iso or "")
    years, months, days = match.groups("0") if match is not None else ("0", "0", "0")
    if days == "0" and (years != "0" or months != "0"):
        return Decimal(years) * 12 + Decimal(months)
    return told.number * MONTHS[told.unit] if told.unit in MONTHS else None
