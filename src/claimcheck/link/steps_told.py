"""Changes told as "almost 200 more than the 519 of Monday", "from 658 by five to 663", "54 came. It thus rose …"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.link.dimension import comparable, dimension, measure
from claimcheck.link.frame import Frame
from claimcheck.link.pairs import is_label, is_step, pairs
from claimcheck.link.sizes import direction, relative, size
from claimcheck.model.link import Change, Reading

REACH = 9
CLOSE = 5


def more_than(frame: Frame) -> Iterator[Change]:
    """New value, step or percentage, "more than", old value, in one sentence."""
    for index, at in enumerate(frame.numbers[1:-1], 1):
        told = size(frame, at)
        if told is None or told.direction is None or told.start != at:
            continue
        before, after = frame.numbers[index - 1], frame.numbers[index + 1]
        new, old, claim = frame.claim(before), frame.claim(after), frame.claim(at)
        if "than" not in frame.roles(at + 1, at + 5) or not frame.before(after, "than") or after - at > REACH:
            continue
        if not comparable(new, old) or is_label(frame, before) or size(frame, after) is not None:
            continue
        reason = "new value, size and old value in one comparison"
        if relative(claim) and dimension(new) != "percent":
            yield Change((Reading(old, new),), claim, None, told.direction, reason)
        elif comparable(claim, new):
            yield Change((Reading(old, new, claim),), None, None, told.direction, reason)


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
