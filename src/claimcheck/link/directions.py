"""Up or down, more or less: what a word says of two numbers that stand beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from claimcheck.link.dimension import TIMES, comparable, dimension, is_rate, measure
from claimcheck.link.frame import Frame
from claimcheck.link.joint import alike, joined, word_of
from claimcheck.link.pairs import is_label, old_values, pairs, steps
from claimcheck.link.sizes import direction, size
from claimcheck.model import Claim, Duration, Measure
from claimcheck.model.link import Change, Reading
from claimcheck.model.sport import Than

NEAR = 5
FAR = 22
CLOSE = Decimal("0.5")
ELSEWHERE = frozenset({"earlier", "instead", "than", "baseline", "average", "multiply:2", "open", "each"})


def turned(frame: Frame, previous: Frame | None) -> Iterator[Change]:
    """The only two values of one kind, the second behind "to" with one verb of change beside it."""
    told = [n for n in frame.numbers if frame.before(n, "to") and size(frame, n) is None and _is_value(frame, n)]
    if not told or pairs(frame) or steps(frame) or not frame.every & {"rise", "fall"}:
        return
    row, begin = joined(previous, frame) if len(frame.numbers) == 1 else (frame, 0)
    new = told[-1] + begin
    old = _old_value(row, new)
    if old is None or old_values(row) or row.roles(old, len(row.items)) & ELSEWHERE:
        return
    verbs = [n for n in range(max(old + 1, new - NEAR), min(len(row.items), new + NEAR)) if _way(row, n)]
    ways = {direction(row.items[n].roles & {"rise", "fall"}) for n in verbs}
    if len(ways) == 1:
        reading = Reading(_unbounded(row.claim(old)), _unbounded(row.claim(new)))
        verb = word_of(row, verbs[0], verbs[0] + 1)
        yield Change((reading,), None, None, ways.pop(), "a verb of change with its value, and the one before", verb)


def _old_value(row: Frame, new: int) -> int | None:
    """The only other value of the kind, where it stands before the new one and no number stands between them."""
    values = [n for n in row.numbers if n != new and comparable(row.claim(n), row.claim(new), rates=True)]
    if len(values) != 1 or values[0] > new or new - values[0] > FAR or not _is_value(row, values[0]):
        return None
    old = values[0]
    between = sum(item.kind == "number" for item in row.items[old:new])
    return old if between == 1 and _one_thing(row, old, new) else None


def _unbounded(claim: Claim) -> Claim:
    """The claim without "at most": what counts is which of two values is the larger."""
    value = claim.value
    if not isinstance(value, Measure) or value.hedge not in ("up_to", "at_least"):
        return claim
    return claim._replace(value=value._replace(hedge=None))


def _way(row: Frame, at: int) -> bool:
    item = row.items[at]
    return item.kind == "word" and direction(item.roles & {"rise", "fall"}) is not None


def _is_value(row: Frame, at: int) -> bool:
    value = measure(row.claim(at))
    plain = value is not None and value.number is not None and value.number > 0 and not is_rate(value)
    return plain and not is_label(row, at) and dimension(row.claim(at)) not in (*TIMES, "", "?")


def _one_thing(row: Frame, old: int, new: int) -> bool:
    """Whether nothing speaks against one thing: nouns of one word, numbers of one size."""
    one, two = measure(row.claim(old)), measure(row.claim(new))
    if one is None or two is None or not one.number or not two.number:
        return False
    same = not one.noun or not two.noun or alike(one.noun, two.noun)
    return same and CLOSE <= one.number / two.number <= 1 / CLOSE


ISO = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?")
MONTHS = {"year": Decimal(12), "month": Decimal(1)}
FARTHEST = 26


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
    if len(after) != 1 or not before or after[0] - at > FARTHEST / 2 or at - before[-1] > FARTHEST:
        return None
    like = [n for n in before if comparable(_in_months(row.claim(n)), _in_months(row.claim(after[0])))]
    if like != [before[-1]] or not (_is_number(row, before[-1]) and _is_number(row, after[0])):
        return None
    return before[-1], after[0]


def _is_number(row: Frame, at: int) -> bool:
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
