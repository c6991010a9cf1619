"""Changes told as "almost 200 more than the 519 of Monday", "from 658 by five to 663", "54 came. It thus rose …"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.link.dimension import TIMES, comparable, dimension, measure
from claimcheck.link.frame import Frame
from claimcheck.link.joint import alike
from claimcheck.link.pairs import is_label, is_step, old_values, pairs, steps
from claimcheck.link.sizes import direction, relative, size
from claimcheck.model import Claim
from claimcheck.model.link import Change, Direction, Reading

REACH = 9
CLOSE = 5
SHORT = 12


def more_than(frame: Frame) -> Iterator[Change]:
    """New value, step or percentage, "more than", old value, in one sentence."""
    for index, at in enumerate(frame.numbers[1:-1], 1):
        told = size(frame, at)
        if told is None or told.direction is None or told.start != at:
            continue
        before, after = frame.numbers[index - 1], frame.numbers[index + 1]
        new, old, claim = frame.claim(before), frame.claim(after), frame.claim(at)
        if "than" not in frame.roles(at + 1, at + 5) or after - at > REACH or not _than(frame, at, after):
            continue
        if not comparable(new, old) or is_label(frame, before) or size(frame, after) is not None:
            continue
        reason = "new value, size and old value in one comparison"
        if relative(claim) and dimension(new) != "percent":
            yield Change((Reading(old, new),), claim, None, told.direction, reason)
        elif comparable(claim, new):
            yield Change((Reading(old, new, claim),), None, None, told.direction, reason)


def _than(frame: Frame, at: int, old: int) -> bool:
    """Whether "than" leads to the old value: "more than the 57", "more than on Monday with 57"."""
    if frame.before(old, "than"):
        return True
    than = next(near for near in range(at + 1, old) if "than" in frame.items[near].roles)
    dated = any(item.kind == "time" for item in frame.items[than:old])
    return dated and frame.light(than + 1, old, ("place", "than"))


def triples(frame: Frame) -> Iterator[Change]:
    """As in "from 658 by five to 663", "from 29,000 by 10,000 or 40 percent", "by 9.7, or 23 percent, to 34.2"."""
    for one, two, three in zip(frame.numbers, frame.numbers[1:], frame.numbers[2:], strict=False):
        if three - one > REACH * 2 or any(frame.mark(at) in (";", ".", ":") for at in range(one, three)):
            continue
        if frame.before(one, "from_") and frame.before(two, "by"):
            yield from _from_by_to(frame, one, two, three)
            yield from _from_by_or(frame, one, two, three)
        if is_step(frame, one) and frame.before(three, "to"):
            yield from _by_or_to(frame, one, two, three)


def _from_by_to(frame: Frame, one: int, two: int, three: int) -> Iterator[Change]:
    first, second, third = (frame.claim(at) for at in (one, two, three))
    if not frame.before(three, "to") or not comparable(first, third):
        return
    if relative(second) and dimension(first) != "percent":
        yield Change((Reading(first, third),), second, None, None, "old value, size and new value")
    elif comparable(first, second):
        yield Change((Reading(first, third, second),), None, None, None, "old value, step and new value")


def _from_by_or(frame: Frame, one: int, two: int, three: int) -> Iterator[Change]:
    first, second, third = (frame.claim(at) for at in (one, two, three))
    again = relative(third) and not relative(first) and three - two <= CLOSE
    if again and comparable(first, second) and frame.roles(two + 1, three) & {"or_", "equals"}:
        way = _way_around(frame, one, three)
        yield Change((Reading(first, None, second),), third, None, way, "old value, step and size")


def _by_or_to(frame: Frame, one: int, two: int, three: int) -> Iterator[Change]:
    first, second, third = (frame.claim(at) for at in (one, two, three))
    told = relative(second) and not relative(first) and frame.roles(one + 1, two) & {"or_", "equals"}
    if told and comparable(first, third) and frame.light(two + 1, three, ("to",)):
        way = _way_around(frame, one, three)
        yield Change((Reading(None, third, first),), second, None, way, "step, size and new value")


def _way_around(frame: Frame, one: int, three: int) -> Direction | None:
    return direction(frame.roles(three, three + CLOSE) | frame.roles(one - CLOSE, one))


def thereby(frame: Frame, previous: Frame | None) -> Iterator[Change]:
    """As in "54 new cases were added. The number of cases thus rises from 4421 to 4475"."""
    found = pairs(frame)
    if previous is None or len(found) != 1 or "thereby" not in frame.roles(0, found[0].first):
        return
    old, new = frame.claim(found[0].old), frame.claim(found[0].new)
    words = {item.text.lower() for item in frame.items if item.kind == "word"} | _nouns(frame)
    steps = [previous.claim(at) for at in previous.numbers if comparable(previous.claim(at), new)]
    named = [step for step in steps if (value := measure(step)) and value.noun and value.noun.lower() in words]
    if len(steps) == 1 and named:
        yield Change((Reading(old, new, named[0]),), None, None, None, "a step in the sentence before")


def _nouns(frame: Frame) -> set[str]:
    found = (measure(frame.claim(at)) for at in frame.numbers)
    return {value.noun.lower() for value in found if value is not None and value.noun}


def from_last(frame: Frame, previous: Frame | None) -> Iterator[Change]:
    """As in "sold 5000 bikes, up 20 percent from 4000"; "rose by 400 to 5200. A year before it had been 5800"."""
    for one, two, three in zip(frame.numbers, frame.numbers[1:], frame.numbers[2:], strict=False):
        told = size(frame, two)
        if told is None or told.direction is None or not _old_behind(frame, one, two, three):
            continue
        new, claim, old = frame.claim(one), frame.claim(two), frame.claim(three)
        reason = "new value, size and old value after it"
        if relative(claim) and dimension(new) != "percent":
            yield Change((Reading(old, new),), claim, None, told.direction, reason)
        elif comparable(claim, new) and not relative(claim):
            yield Change((Reading(old, new, claim),), None, None, told.direction, reason)
    if previous is not None:
        yield from _old_next(frame, previous)


def _old_behind(frame: Frame, one: int, two: int, three: int) -> bool:
    """Whether the third number is the old value of the first: behind "from", of the same noun, and no range."""
    new, claim, old = frame.claim(one), frame.claim(two), frame.claim(three)
    if not frame.before(three, "from_") or three - two > CLOSE - 2 or two - one > REACH * 2:
        return False
    if not comparable(new, old) or size(frame, one) is not None or is_label(frame, one):
        return False
    nouns = [value.noun for each in (new, claim, old) if (value := measure(each)) and value.noun]
    if any(not alike(nouns[0], noun) for noun in nouns[1:]):
        return False
    return three >= len(frame.items) - 1 or "to" not in frame.roles(three + 1, three + 3)


def _old_next(frame: Frame, previous: Frame) -> Iterator[Change]:
    """The old value alone in a short sentence behind that of step and new value."""
    values = [n for n in frame.numbers if dimension(frame.claim(n)) not in TIMES]
    told = steps(previous)
    if len(values) != 1 or "earlier" not in frame.every or len(told) != 1 or len(previous.numbers) != 2:
        return
    old = frame.claim(values[0])
    short = len(frame.items) <= SHORT and has_no_noun(old)
    if not short or values[0] not in old_values(frame) or size(frame, values[0]) is not None:
        return
    step, new = previous.claim(told[0].step), previous.claim(told[0].new)
    if not comparable(old, new):
        return
    if relative(step) and dimension(new) != "percent":
        way = direction(previous.every & {"rise", "fall"})
        reason = "size and new value, the old value in the next sentence"
        yield Change((Reading(old, new),), step, None, way, reason)
    elif comparable(step, new):
        reason = "step and new value, the old value in the next sentence"
        yield Change((Reading(old, new, step),), None, None, None, reason)


def has_no_noun(claim: Claim) -> bool:
    """Whether the number is told without what it counts, as only a number is that goes on from the sentence before."""
    value = measure(claim)
    return value is None or value.noun is None


def earlier_told(frame: Frame, previous: Frame | None, first: Frame | None) -> Iterator[Change]:
    """As in "Three more died. That brings the number to 25. On Friday it had been 22": step, new value, old value."""
    if previous is None or first is None or "earlier" not in frame.every or "thereby" not in previous.every:
        return
    old = [n for n in old_values(frame) if size(frame, n) is None]
    new = [n for n in previous.numbers if previous.before(n, "to")]
    step = [n for n in first.numbers if "again" in first.roles(n - 2, n) or "again" in first.roles(n + 1, n + 2)]
    if len(old) != 1 or len(frame.numbers) != 1 or len(new) != 1 or len(previous.numbers) != 1 or len(step) != 1:
        return
    claims = (frame.claim(old[0]), previous.claim(new[0]), first.claim(step[0]))
    if comparable(claims[0], claims[1]) and comparable(claims[1], claims[2]):
        reading = Reading(claims[0], claims[1], claims[2])
        yield Change((reading,), None, None, None, "step, new value and old value in three sentences")
