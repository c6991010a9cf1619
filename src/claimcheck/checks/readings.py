"""What the readings of a change come to: shared by the checks of percentages, steps and percentage points."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.model import Claim
from claimcheck.model.interval import HUNDRED, Interval, bounds, centre, percent_change, possible
from claimcheck.model.link import Direction, Reading
from claimcheck.statements.dimension import measure

SLIPS, ROUNDED = (Decimal(10), Decimal(1000), Decimal(1_000_000)), Decimal("0.08")
"""A slip of a digit or of the scale is off by ten, a thousand, a million, give or take the rounding of the digits."""


def allowed(claim: Claim) -> Interval:
    """The interval of what a claim may mean."""
    value = measure(claim)
    assert value is not None
    return bounds(value)


def rounded_to(claim: Claim, *, open_ended: bool = False) -> Interval:
    """As `allowed` (or what the words leave open), but a plain number is rounded to its last digit and not cut off."""
    value = measure(claim)
    assert value is not None
    found = possible(value) if open_ended else bounds(value)
    plain = value.number is not None and value.hedge is None and value.fraction is None
    if not plain or found.low is None or value.number is None or found.low == found.high:
        return found
    return Interval(found.low, value.number + (value.number - found.low))


def far_apart(one: Decimal, two: Decimal, most: Decimal) -> bool:
    """Whether two values differ so much that nobody confuses them, unless by a slip of the scale."""
    large, small = max(abs(one), abs(two)), min(abs(one), abs(two))
    if not small:
        return True
    ratio = large / small
    return ratio > most and not any(abs(ratio / slip - 1) <= ROUNDED for slip in SLIPS)


def middle(claim: Claim) -> Decimal | None:
    """The number of a claim to show in a computation."""
    value = measure(claim)
    return None if value is None else centre(value)


def ends(reading: Reading, direction: Direction | None) -> list[tuple[Interval, Interval]]:
    """Old and new as intervals; where one is not stated it follows from the step, both ways if no word tells which."""
    old, new = (None if claim is None else allowed(claim) for claim in (reading.old, reading.new))
    if old is not None and new is not None:
        return [(old, new)]
    if reading.step is None:
        return []
    step = allowed(reading.step)
    found = []
    for way in ("up", "down"):
        if direction not in (None, way):
            continue
        if new is not None:
            found.append((_moved(new, step, up=way == "down"), new))
        elif old is not None:
            found.append((old, _moved(old, step, up=way == "up")))
    return found


def _moved(value: Interval, step: Interval, *, up: bool) -> Interval:
    return value.plus(step) if up else value.minus(step)


def relative(reading: Reading, direction: Direction | None) -> list[Interval]:
    """The change in percent of the old value, for every way to read it."""
    results = (percent_change(old, new) for old, new in ends(reading, direction))
    return [result for result in results if result is not None]


def difference(reading: Reading) -> Interval | None:
    """New less old."""
    if reading.old is None or reading.new is None:
        return None
    return allowed(reading.new).minus(allowed(reading.old))


def _with_step(old: Decimal | None, new: Decimal | None, step: Decimal) -> tuple[Decimal | None, Decimal | None]:
    """Old and new, of which one may follow from the other."""
    if old is None and new is not None:
        return new - step, new
    return old, old + step if new is None and old is not None else new


def shown_ends(reading: Reading, direction: Direction | None) -> tuple[Decimal, Decimal] | None:
    """The numbers of old and new to show; None where one cannot be told."""
    old, new, step = (None if claim is None else middle(claim) for claim in reading)
    if step is not None:
        old, new = _with_step(old, new, -step if direction == "down" else step)
    return None if old is None or new is None else (old, new)


def shown_percent(old: Decimal, new: Decimal) -> Decimal | None:
    """The change in percent to show."""
    return (new - old) / old * HUNDRED if old else None
