"""A verb of change with its new value, the old one told right before: "stood at 4.2 percent and fell to 4.6"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.link.dimension import TIMES, comparable, dimension, is_rate, measure
from claimcheck.link.frame import Frame
from claimcheck.link.joint import alike, joined, word_of
from claimcheck.link.pairs import is_label, old_values, pairs, steps
from claimcheck.link.sizes import direction, size
from claimcheck.model import Claim, Measure
from claimcheck.model.link import Change, Reading

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
