"""A word that says which of two values is the larger: "stood at 4.2 percent and fell to 4.6", "less than the 26"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from claimcheck.link.frame import Frame, only
from claimcheck.link.joint import is_value, joined, like, one_noun, word_of
from claimcheck.link.pairs import old_values, pairs, steps
from claimcheck.link.sizes import direction, size
from claimcheck.model import Claim, Duration, Measure
from claimcheck.model.figures import Than
from claimcheck.model.link import Change, Direction, Reading, Word
from claimcheck.statements.dimension import TIMES, comparable, dimension, exact, ratio

NEAR = 5
FAR = 22
CLOSE = Decimal("0.5")
ELSEWHERE = frozenset({"earlier", "instead", "than", "baseline", "average", "multiply:2", "open", "each"})
VERBS = frozenset({"rise", "fall"})
ISO = r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?"
MONTHS = {"year": Decimal(12), "month": Decimal(1)}
REACH = 26


def turned(frame: Frame, previous: Frame | None) -> Iterator[Change]:
    """The only two values of one kind, the second behind "to" with one verb of change beside it."""
    told = _new_value(frame) if frame.every & {"rise", "fall"} else None
    if told is None or pairs(frame) or steps(frame):
        return
    row, begin = joined(previous, frame) if len(frame.numbers) == 1 else (frame, 0)
    new = told + begin
    old = _old_value(row, new)
    if old is None or old_values(row) or row.roles(old, len(row.items)) & ELSEWHERE:
        return
    verb = _verb(row, old, new)
    if verb is not None:
        reading = Reading(_unbounded(row.claim(old)), _unbounded(row.claim(new)))
        yield Change((reading,), None, None, verb[1], "a verb of change with its value, and the one before", verb[0])


def _new_value(frame: Frame) -> int | None:
    """The last value behind "to"."""
    told = (n for n in reversed(frame.numbers) if frame.before(n, "to") and size(frame, n) is None)
    return next((n for n in told if _is_amount(frame, n)), None)


def _verb(row: Frame, old: int, new: int) -> tuple[Word, Direction] | None:
    """The first verb of change near the new value with its way, where all there go one way."""
    near = range(max(old + 1, new - NEAR), min(len(row.items), new + NEAR))
    ways = [(n, way) for n in near if row.items[n].kind == "word" and (way := direction(row.items[n].roles & VERBS))]
    return (word_of(row, ways[0][0], ways[0][0] + 1), ways[0][1]) if len({way for _, way in ways}) == 1 else None


def _old_value(row: Frame, new: int) -> int | None:
    """The only other value of the kind, where it stands before the new one and no number stands between them."""
    old = only(like(row, new, rates=True))
    if old is None or new - old > FAR or row.following(old) != new or not _is_amount(row, old):
        return None
    one, two = row.claim(old), row.claim(new)
    return old if one_noun(one, two) and ratio(one, two) >= CLOSE else None


def _unbounded(claim: Claim) -> Claim:
    """The claim without "at most": what counts is which of two values is the larger."""
    value = claim.value
    if not isinstance(value, Measure) or value.hedge not in ("up_to", "at_least"):
        return claim
    return claim._replace(value=value._replace(hedge=None))


def _is_amount(row: Frame, at: int) -> bool:
    positive = (row.value(at).number or 0) > 0
    return positive and is_value(row, at) and dimension(row.claim(at)) not in (*TIMES, "", "?")


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
