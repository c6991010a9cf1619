"""What follows from two stated numbers: differences, sums, shares, changes, parts of a whole, so much a year."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from claimcheck.ground.figures import Number
from claimcheck.ground.kinds import ONE, Size
from claimcheck.ground.words import DOWN, UP

HUNDRED = Decimal(100)
FAR = 50

Way = tuple[Decimal, tuple[Number, ...], str]


class Point(NamedTuple):
    """A number of the source on its scale.

    `told` is UP or DOWN for "23 more than", `step` says that it is no level, `sides` whether its clause rises or falls.
    """

    number: Number
    kind: str
    unit: str | None
    value: Decimal
    told: int
    step: bool
    sides: frozenset[int] = frozenset()


class Question(NamedTuple):
    """A number of the draft, and what the words around it say of how it may follow."""

    said: Size
    changes: bool
    together: bool
    apart: bool
    rest: bool
    counted: bool
    earlier: bool


def alone(question: Question, one: Point) -> Iterator[Way]:
    """What follows from one number: the rest to a hundred percent."""
    if question.said.kind == "percent" and one.kind == "percent" and question.rest:
        yield HUNDRED - one.value, (one.number,), f"100 − {plain(one.value)}"


def both(question: Question, one: Point, two: Point, same_noun: bool) -> Iterator[Way]:
    """What follows from two; `same_noun`: they count what the draft counts."""
    numbers = (one.number, two.number)
    if (
        one.kind != two.kind
        and not {one.kind, two.kind} <= {"bare", "count", "money"}
        and {one.kind, two.kind} != {"percent", "points"}
    ):
        if "time" in (one.kind, two.kind) and question.said.per is not None:
            yield from _rate(question, *((two, one) if one.kind == "time" else (one, two)))
        if one.kind == "percent" or two.kind == "percent":
            share, whole = (one, two) if one.kind == "percent" else (two, one)
            yield from _part(question, share, whole)
            yield from _before(question, share, whole)
        return
    if {one.kind, two.kind} == {"percent", "points"} and question.said.kind == "percent":
        base, step = (one, two) if one.kind == "percent" else (two, one)
        if step.told:
            value = base.value + (step.value if step.told == DOWN else -step.value)
            yield value, numbers, f"{plain(base.value)} {'+' if step.told == DOWN else '−'} {plain(step.value)}"
        elif question.earlier and one.number.sentence == two.number.sentence:
            yield base.value + step.value, numbers, f"{plain(base.value)} + {plain(step.value)}"
            yield base.value - step.value, numbers, f"{plain(base.value)} − {plain(step.value)}"
        return
    if one.unit and two.unit and one.unit != two.unit:
        return
    if question.said.per is not None and {one.kind, two.kind} == {"money", "count"}:
        yield from _rate(question, *((one, two) if one.kind == "money" else (two, one)))
    small, large = sorted((one.value, two.value))
    wanted, kind = question.said.kind, one.kind if one.kind != "bare" else two.kind
    difference = f"{plain(large)} − {plain(small)}"
    if question.said.kind == one.kind == two.kind or {question.said.kind, one.kind, two.kind} <= {"bare", "count"}:
        if two.told == DOWN:
            yield one.value + two.value, numbers, f"{plain(one.value)} + {plain(two.value)}"
        elif two.told == UP:
            yield one.value - two.value, numbers, f"{plain(one.value)} − {plain(two.value)}"
    if wanted == "points":
        if kind == "percent" and not (one.step or two.step):
            yield large - small, numbers, difference
        return
    if wanted == "percent":
        yield from _shares(question, one, two, kind)
        return
    if not (
        wanted == kind
        or {wanted, kind} <= {"bare", "count"}
        or {wanted, kind} == {"bare", "money"}
        or ({wanted, kind} == {"bare", "time"} and question.changes)
    ):
        return
    alike = large <= small * FAR
    if alike and (question.changes or question.apart or same_noun or (question.rest and kind == "money")):
        unit = question.said.factor if wanted == "time" and kind == "bare" else ONE
        yield (large - small) * unit, numbers, difference
    if question.together or (same_noun and alike and not question.changes):
        yield large + small, numbers, f"{plain(one.value)} + {plain(two.value)}"


def _shares(question: Question, one: Point, two: Point, kind: str) -> Iterator[Way]:
    numbers = (one.number, two.number)
    near = one.number.sentence == two.number.sentence
    if kind == "percent" and question.together:
        yield one.value + two.value, numbers, f"{plain(one.value)} + {plain(two.value)}"
    if kind in ("points", "time") or not one.value or not two.value:
        return
    if question.changes and (near or kind != "percent"):
        for old, new in ((one.value, two.value), (two.value, one.value)):
            change = abs(new - old) / old * HUNDRED
            yield change, numbers, f"({plain(new)} − {plain(old)}) / {plain(old)} × 100"
    if kind != "percent" and (one.kind == two.kind or (near and "bare" in (one.kind, two.kind))):
        small, large = sorted((one.value, two.value))
        yield small / large * HUNDRED, numbers, f"{plain(small)} / {plain(large)} × 100"


def _part(question: Question, share: Point, whole: Point) -> Iterator[Way]:
    if question.said.kind == whole.kind and (not whole.unit or question.said.currency == whole.unit):
        value = share.value * whole.value / HUNDRED
        yield value, (share.number, whole.number), f"{plain(share.value)} % × {plain(whole.value)}"


def _before(question: Question, change: Point, now: Point) -> Iterator[Way]:
    """The level before a change by so many percent, from the level after it."""
    kinds = {question.said.kind, now.kind}
    if not question.earlier or not (len(kinds) == 1 or kinds <= {"bare", "count", "money"}):
        return
    if now.unit and question.said.currency and now.unit != question.said.currency:
        return
    for side, sign in ((UP, 1), (DOWN, -1)):
        factor = 1 + sign * change.value / HUNDRED
        if factor > 0 and -side not in change.sides:
            mark = "+" if sign > 0 else "−"
            working = f"{plain(now.value)} / (100 {mark} {plain(change.value)}) × 100"
            yield now.value / factor, (change.number, now.number), working


def _rate(question: Question, whole: Point, time: Point) -> Iterator[Way]:
    """So much a year or a piece, from so much in so many years, for so many pieces."""
    if question.said.kind == whole.kind and time.value and question.said.currency == whole.unit:
        value = whole.value / time.value
        yield value, (whole.number, time.number), f"{whole.number.claim.text} / {time.number.claim.text}"


def plain(value: Decimal) -> str:
    """The digits of a number, two places at most."""
    if value != value.to_integral_value():
        value = value.quantize(Decimal("0.01")).normalize()
    return f"{value:f}"
