"""Links between two values and a word that states their ratio: "doubled", "more than halved", "twice as many as"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.link.frame import Frame, Item
from claimcheck.link.joint import is_label, joined, word_of
from claimcheck.link.pairs import in_scale, old_values, pairs
from claimcheck.link.values import old_and_new
from claimcheck.model import Claim, Span
from claimcheck.model.link import Change, Factor, Reading, Word
from claimcheck.statements.dimension import comparable, dimension

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
    after, before = frame.following(at), [n for n in frame.ahead(at) if not is_label(frame, n)]
    if after is not None and _as_many(frame, at, after):
        readings = _readings(frame, previous, before, frame.claim(after))
        reason = "a factor between two values"
    elif len(before) == 2 and after is None and (marked := _older(frame, *before)) is not None:
        old, new = frame.claim(marked), frame.claim(before[marked == before[0]])
        readings = (Reading(old, new),) if comparable(old, new) and dimension(old) != "time" else ()
        reason = "a factor after the old and the new value"
    else:
        readings, reason = _apart(frame, previous), "a factor of two values"
    if readings:
        yield Change(readings, None, factor, None, reason)


def _readings(frame: Frame, previous: Frame | None, before: list[int], old: Claim) -> tuple[Reading, ...]:
    """The values before a factor that may be as many times the old one, else those of the sentence before."""
    values = [frame.claim(n) for n in before if comparable(frame.claim(n), old)]
    if not values and previous is not None:
        values = [previous.claim(n) for n in previous.numbers if comparable(previous.claim(n), old)]
    return tuple(Reading(old, new) for new in reversed(values[-3:]))


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


def _apart(frame: Frame, previous: Frame | None) -> tuple[Reading, ...]:
    """As in "In 2031 it had 240 members, today there are 410. The number has thus tripled"."""
    row, begin = joined(previous, frame)
    if begin and not frame.every & {"thereby", "follows", "figure"}:
        return ()
    ends = old_and_new(row)
    return () if ends is None else (Reading(row.claim(ends[0]), row.claim(ends[1])),)


def _factor(frame: Frame, at: int) -> Factor:
    item = frame.items[at]
    if item.kind == "number":
        value = frame.value(at)
        assert value.number is not None
        return Factor(value.number, value.hedge, False, word_of(frame, at, at + 2))
    kind, number = next(role for role in sorted(item.roles) if _times(role)).split(":")
    around = [*range(at - 1, max(-1, at - HEDGED), -1), *range(at + 1, min(len(frame.items), at + HEDGED))]
    hedged = next((near for near in around if frame.items[near].hedge()), at)
    said = frame.items[min(at, hedged) : max(at, hedged) + 1]
    word = Word(Span(said[0].start, said[-1].end), " ".join(each.text for each in said))
    return Factor(Decimal(number), None if hedged == at else frame.items[hedged].hedge(), kind == "divide", word)


def _is_factor(frame: Frame, at: int, item: Item) -> bool:
    """Whether the item states a ratio: "doubled", "five times as many"."""
    if item.kind != "number":
        return any(":" in role and _times(role) for role in item.roles)
    value = frame.value(at)
    counted = value.unit == "times" and value.number is not None and value.number > 1
    return counted and "as_much" in frame.roles(at + 1, at + 2)


def _times(role: str) -> bool:
    return role.startswith(("multiply:", "divide:"))
