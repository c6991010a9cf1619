"""Links between two values and a word that states their ratio: "doubled", "more than halved", "twice as many as"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import cast

from claimcheck.link.dimension import comparable, dimension, measure
from claimcheck.link.frame import Frame, Item
from claimcheck.link.joint import joined
from claimcheck.link.pairs import in_scale, is_label, old_values, pairs
from claimcheck.link.then_now import old_and_new
from claimcheck.model import Hedge, Span
from claimcheck.model.link import Change, Factor, Reading, Word

HEDGED = 3
REACH = 25


def factors(frame: Frame, previous: Frame | None) -> Iterator[Change]:
    """All changes of the sentence that are stated as a factor."""
    stated = [at for at, item in enumerate(frame.items) if _is_factor(frame, at, item)]
    if len(stated) != 1:
        return
    at = stated[0]
    found = [pair for pair in pairs(frame) if min(abs(pair.first - at), abs(pair.last - at)) <= REACH]
    factor = _factor(frame, at)
    if len(found) == 1:
        new = frame.claim(found[0].new)
        readings = (Reading(in_scale(frame.claim(found[0].old), new), new),)
        yield Change(readings, None, factor, None, "a factor beside the old and the new value")
    elif not found:
        yield from _compared(frame, previous, at, factor)


def _compared(frame: Frame, previous: Frame | None, at: int, factor: Factor) -> Iterator[Change]:
    """As in "15,698 cases, almost twice as many as the 7937 of Monday"; "still 40 in 2030, has doubled with 80"."""
    after = [number for number in frame.numbers if number > at]
    before = [number for number in frame.numbers if number < at and not is_label(frame, number)]
    if after and _as_many(frame, at, after[0]):
        old = frame.claim(after[0])
        like = [frame.claim(n) for n in before if comparable(frame.claim(n), old)]
        if not like and previous is not None:
            like = [previous.claim(n) for n in previous.numbers if comparable(previous.claim(n), old)]
        if like:
            readings = tuple(Reading(old, new) for new in reversed(like[-3:]))
            yield Change(readings, None, factor, None, "a factor between two values")
    elif len(before) == 2 and not after and (marked := _older(frame, *before)) is not None:
        other = next(n for n in before if n != marked)
        old, new = frame.claim(marked), frame.claim(other)
        if comparable(old, new) and dimension(old) != "time":
            yield Change((Reading(old, new),), None, factor, None, "a factor after the old and the new value")
    else:
        yield from _apart(frame, previous, factor)


def _as_many(frame: Frame, at: int, number: int) -> bool:
    """Whether "as many as" leads from the factor to the number."""
    dated = "earlier" in frame.roles(at, number + 1)
    far = 8 if dated or frame.mark(number - 2) == "," else 5
    return number - at <= far and "as_many" in frame.roles(at + 1, number)


def _older(frame: Frame, one: int, two: int) -> int | None:
    """Which of two numbers is marked as the old value, or has the other marked as the later one."""
    marked = [n for n in old_values(frame) if n in (one, two)]
    if not marked and "later" in frame.roles(one + 1, two) and comparable(frame.claim(one), frame.claim(two)):
        return one
    return marked[0] if len(marked) == 1 else None


def _apart(frame: Frame, previous: Frame | None, factor: Factor) -> Iterator[Change]:
    """As in "In 2031 it had 240 members, today there are 410. The number has thus tripled"."""
    row, begin = joined(previous, frame)
    if begin and not frame.every & {"thereby", "follows", "figure"}:
        return
    ends = old_and_new(row)
    if ends is not None:
        yield Change((Reading(row.claim(ends[0]), row.claim(ends[1])),), None, factor, None, "a factor of two values")


def _factor(frame: Frame, at: int) -> Factor:
    item = frame.items[at]
    if item.kind == "number":
        value = measure(frame.claim(at))
        assert value is not None and value.number is not None
        text = f"{item.text} {frame.items[at + 1].text}"
        return Factor(value.number, value.hedge, False, Word(Span(item.start, frame.items[at + 1].end), text))
    role = next(role for role in sorted(item.roles) if _times(role))
    kind, number = role.split(":")
    hedge: Hedge | None = None
    around = [*range(at - 1, max(-1, at - HEDGED), -1), *range(at + 1, min(len(frame.items), at + HEDGED))]
    start, end = item.start, item.end
    for near in around:
        named = [each for each in sorted(frame.items[near].roles) if each.startswith("hedge:")]
        if named:
            hedge = cast(Hedge, named[0].removeprefix("hedge:"))
            start, end = min(start, frame.items[near].start), max(end, frame.items[near].end)
            break
    text = " ".join(each.text for each in frame.items if each.start >= start and each.end <= end)
    return Factor(Decimal(number), hedge, kind == "divide", Word(Span(start, end), text))


def _is_factor(frame: Frame, at: int, item: Item) -> bool:
    """Whether the item states a ratio: "doubled", "five times as many"."""
    if item.kind != "number":
        return any(":" in role and _times(role) for role in item.roles)
    value = measure(frame.claim(at))
    counted = value is not None and value.unit == "times" and value.number is not None and value.number > 1
    return counted and "as_much" in frame.roles(at + 1, at + 2)


def _times(role: str) -> bool:
    return role.startswith(("multiply:", "divide:"))
