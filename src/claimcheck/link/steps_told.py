"""Changes told as "almost 200 more than the 519 of Monday", "from 658 by five to 663", "54 came. It thus rose …"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.link.dimension import TIMES, comparable, dimension, measure
from claimcheck.link.frame import Frame
from claimcheck.link.joint import alike
from claimcheck.link.pairs import is_label, is_step, old_values, pairs, steps
from claimcheck.link.sizes import direction, relative, size
from claimcheck.model import Claim
from claimcheck.model.link import Change, Reading

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
        first, second, third = frame.claim(one), frame.claim(two), frame.claim(three)
        if three - one > REACH * 2 or any(frame.mark(at) in (";", ".", ":") for at in range(one, three)):
            continue
        first_from, second_by = frame.before(one, "from_"), frame.before(two, "by")
        if first_from and second_by and frame.before(three, "to") and comparable(first, third):
            if relative(second) and dimension(first) != "percent":
                yield Change((Reading(first, third),), second, None, None, "old value, size and new value")
            elif comparable(first, second):
                yield Change((Reading(first, third, second),), None, None, None, "old value, step and new value")
        again = relative(third) and not relative(first) and three - two <= CLOSE
        if first_from and second_by and again and comparable(first, second):
            way = direction(frame.roles(three, three + CLOSE) | frame.roles(one - CLOSE, one))
            if frame.roles(two + 1, three) & {"or_", "equals"}:
                yield Change((Reading(first, None, second),), third, None, way, "old value, step and size")
        if is_step(frame, one) and relative(second) and not relative(first) and frame.before(three, "to"):
            told = frame.roles(one + 1, two) & {"or_", "equals"}
            if told and comparable(first, third) and frame.light(two + 1, three, ("to",)):
                way = direction(frame.roles(three, three + CLOSE) | frame.roles(one - CLOSE, one))
                yield Change((Reading(None, third, first),), second, None, way, "step, size and new value")


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
        if told is None or told.direction is None or not frame.before(three, "from_") or three - two > CLOSE - 2:
            continue
        new, claim, old = frame.claim(one), frame.claim(two), frame.claim(three)
        if two - one > REACH * 2 or not comparable(new, old) or size(frame, one) is not None or is_label(frame, one):
            continue
        nouns = [value.noun for each in (new, claim, old) if (value := measure(each)) and value.noun]
        if any(not alike(nouns[0], noun) for noun in nouns[1:]):
            continue
        if three < len(frame.items) - 1 and "to" in frame.roles(three + 1, three + 3):
            continue
        reason = "new value, size and old value after it"
        if relative(claim) and dimension(new) != "percent":
            yield Change((Reading(old, new),), claim, None, told.direction, reason)
        elif comparable(claim, new) and not relative(claim):
            yield Change((Reading(old, new, claim),), None, None, told.direction, reason)
    values = [n for n in frame.numbers if dimension(frame.claim(n)) not in TIMES]
    if previous is None or len(values) != 1 or "earlier" not in frame.every:
        return
    at = values[0]
    told_steps = steps(previous)
    short = len(frame.items) <= SHORT and has_no_noun(frame.claim(at))
    if (
        short
        and at in old_values(frame)
        and size(frame, at) is None
        and len(told_steps) == 1
        and len(previous.numbers) == 2
    ):
        step, new = previous.claim(told_steps[0].step), previous.claim(told_steps[0].new)
        if comparable(frame.claim(at), new) and relative(step) and dimension(new) != "percent":
            reading = Reading(frame.claim(at), new)
            way = direction(previous.every & {"rise", "fall"})
            yield Change((reading,), step, None, way, "size and new value, the old value in the next sentence")
        elif comparable(frame.claim(at), new) and comparable(step, new):
            reading = Reading(frame.claim(at), new, step)
            yield Change((reading,), None, None, None, "step and new value, the old value in the next sentence")


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
