"""Changes told as "almost 200 more than the 519 of Monday", "from 658 by five to 663", "54 came. It thus rose …"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.link.frame import Frame, only
from claimcheck.link.joint import is_label, one_noun
from claimcheck.link.pairs import is_step, old_values, pairs, steps
from claimcheck.link.sizes import direction, relative, size
from claimcheck.model import Claim
from claimcheck.model.link import Change, Direction, Reading
from claimcheck.statements.dimension import TIMES, comparable, dimension, noun

REACH = 9
CLOSE = 5
SHORT = 12


def more_than(frame: Frame) -> Iterator[Change]:
    """New value, step or percentage, "more than", old value, in one sentence."""
    for before, at, after in zip(frame.numbers, frame.numbers[1:], frame.numbers[2:], strict=False):
        told = size(frame, at)
        if told is None or told.direction is None or told.start != at or not _than(frame, at, after):
            continue
        new, old, claim = frame.claim(before), frame.claim(after), frame.claim(at)
        if comparable(new, old) and not is_label(frame, before) and size(frame, after) is None:
            yield from _sized(old, new, claim, told.direction, "new value, size and old value in one comparison")


def _sized(old: Claim, new: Claim, by: Claim, way: Direction | None, reason: str) -> Iterator[Change]:
    """The change with its percentage, which may be one of a value that is no share itself, or with its step."""
    if relative(by) and dimension(new) != "percent":
        yield Change((Reading(old, new),), by, None, way, reason)
    elif comparable(by, new):
        yield Change((Reading(old, new, by),), None, None, way, reason)


def _than(frame: Frame, at: int, old: int) -> bool:
    """Whether "than" leads to the old value: "more than the 57", "more than on Monday with 57"."""
    if "than" not in frame.roles(at + 1, min(at + 5, old)) or old - at > REACH:
        return False
    if frame.before(old, "than"):
        return True
    than = frame.find({"than"}, at + 1)[0]
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
    found = only(pairs(frame))
    if previous is None or found is None or "thereby" not in frame.roles(0, found.first):
        return
    old, new = frame.claim(found.old), frame.claim(found.new)
    step = only([previous.claim(at) for at in previous.numbers if comparable(previous.claim(at), new)])
    if step is not None and (counted := noun(step)) and counted.lower() in _words(frame):
        yield Change((Reading(old, new, step),), None, None, None, "a step in the sentence before")


def _words(frame: Frame) -> set[str]:
    """The words of a sentence, and what its numbers count."""
    nouns = (noun(frame.claim(at)) for at in frame.numbers)
    return {item.text.lower() for item in frame.items if item.kind == "word"} | {word.lower() for word in nouns if word}


def from_last(frame: Frame, previous: Frame | None) -> Iterator[Change]:
    """As in "sold 5000 bikes, up 20 percent from 4000"; "rose by 400 to 5200. A year before it had been 5800"."""
    for one, two, three in zip(frame.numbers, frame.numbers[1:], frame.numbers[2:], strict=False):
        told = size(frame, two)
        if told is None or told.direction is None or not _old_behind(frame, one, two, three):
            continue
        new, claim, old = frame.claim(one), frame.claim(two), frame.claim(three)
        if not relative(claim) or dimension(new) != "percent":
            yield from _sized(old, new, claim, told.direction, "new value, size and old value after it")
    if previous is not None:
        yield from _old_next(frame, previous)


def _old_behind(frame: Frame, one: int, two: int, three: int) -> bool:
    """Whether the third number is the old value of the first: behind "from", of the same noun, and no range."""
    new, claim, old = frame.claim(one), frame.claim(two), frame.claim(three)
    if not frame.before(three, "from_") or three - two > CLOSE - 2 or two - one > REACH * 2:
        return False
    if not comparable(new, old) or size(frame, one) is not None or is_label(frame, one):
        return False
    return one_noun(new, claim, old) and "to" not in frame.roles(three + 1, three + 3)


def _old_next(frame: Frame, previous: Frame) -> Iterator[Change]:
    """The old value alone in a short sentence behind that of step and new value."""
    at, told = _old_alone(frame), only(steps(previous))
    if at is None or told is None or len(previous.numbers) != 2:
        return
    old, by, new = frame.claim(at), previous.claim(told.step), previous.claim(told.new)
    if not comparable(old, new):
        return
    if relative(by) and dimension(new) != "percent":
        way = direction(previous.every & {"rise", "fall"})
        yield Change((Reading(old, new),), by, None, way, "size and new value, the old value in the next sentence")
    elif comparable(by, new):
        reason = "step and new value, the old value in the next sentence"
        yield Change((Reading(old, new, by),), None, None, None, reason)


def _old_alone(frame: Frame) -> int | None:
    """The only value of a short sentence, marked as the earlier one and told without what it counts."""
    if "earlier" not in frame.every or len(frame.items) > SHORT:
        return None
    at = only([n for n in frame.numbers if dimension(frame.claim(n)) not in TIMES])
    if at is None or noun(frame.claim(at)) is not None or at not in old_values(frame):
        return None
    return at if size(frame, at) is None else None


def earlier_told(frame: Frame, previous: Frame | None, first: Frame | None) -> Iterator[Change]:
    """As in "Three more died. That brings the number to 25. On Friday it had been 22": step, new value, old value."""
    if previous is None or first is None or "earlier" not in frame.every or "thereby" not in previous.every:
        return
    old, new = only(frame.numbers), only(previous.numbers)
    if old is None or new is None or not previous.before(new, "to"):
        return
    step = only([n for n in first.numbers if "again" in first.roles(n - 2, n) | first.roles(n + 1, n + 2)])
    if step is not None and old in old_values(frame) and size(frame, old) is None:
        yield from _stepped(frame.claim(old), previous.claim(new), first.claim(step))


def _stepped(old: Claim, new: Claim, by: Claim) -> Iterator[Change]:
    if comparable(old, new) and comparable(new, by):
        yield Change((Reading(old, new, by),), None, None, None, "step, new value and old value in three sentences")
