"""A number of a text: what kind of thing it is a value of, how large it is on its scale, and where it stands."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from claimcheck.model import Claim, Duration, Measure
from claimcheck.model.measure import SCALES
from claimcheck.statements.dimension import measure


class Number(NamedTuple):
    """A number or date of a text: its claim, what kind of thing it is, how large (None for a date), its first token."""

    claim: Claim
    kind: str
    size: Size | None
    at: int
    clause: int
    sentence: int


SHARES = {"percent": "percent", "percentage_point": "points", "permille": "percent", "basis_point": "points"}
ONE, ZERO = Decimal(1), Decimal(0)
PARTS = re.compile(r"([0-9.]+)([YMWDHS])")
LETTERS = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour", "S": "second"}
LARGEST_FRACTION = 20
FACTORS = {"permille": Decimal("0.1"), "basis_point": Decimal("0.01")}


class Size(NamedTuple):
    """A measure on its scale: kind, the factor of its unit, its unit of money, what it is counted per."""

    measure: Measure
    kind: str
    factor: Decimal
    currency: str | None
    per: str | None


def size_of(claim: Claim) -> Size | None:
    """The size of a claim's number; None if it is none."""
    value = measure(claim)
    if value is not None and isinstance(claim.value, Duration):
        value = _whole(claim.value, value)
    return None if value is None else size(value)


def _whole(duration: Duration, value: Measure) -> Measure:
    """A length of time in two units ("four years and three months") as one number of the larger."""
    parts = PARTS.findall(duration.iso or "")
    if len(parts) < 2 or value.number is None or value.unit not in SCALES:
        return value
    timed = (duration.iso or "").find("T")
    seconds = ZERO
    at = 0
    for number, letter in parts:
        at = (duration.iso or "").find(f"{number}{letter}", at)
        unit = "minute" if letter == "M" and 0 <= timed < at else LETTERS[letter]
        seconds += Decimal(number) * SCALES[unit][1]
    return value._replace(number=seconds / SCALES[value.unit][1])


def size(value: Measure) -> Size:
    """A measure with its scale."""
    kind = kind_of_measure(value)
    unit = value.unit
    factor = SCALES[unit][1] if unit in SCALES else FACTORS.get(unit or "", ONE)
    per = None if value.per is None else value.per.unit or value.per.noun
    if per in SCALES and kind == "money":  # "2,300 a month" is 27,600 a year
        factor /= SCALES[per][1] * (value.per.number if value.per else ONE)
    return Size(value, kind, factor, unit if kind == "money" else None, per)


def alike(one: str, two: str) -> bool:
    """Whether numbers of these kinds may be values of one thing; a bare one takes the unit of what stands beside it."""
    return one == two or {one, two} in ({"bare", "count"}, {"bare", "money"}, {"percent", "points"}, {"times", "count"})


def kind_of_measure(value: Measure) -> str:
    """money, percent, points, count, bare (a scaled number without a unit), or the scale of a physical unit."""
    unit = value.unit
    if unit is None:
        return "count" if value.noun is not None else "bare"
    if unit == "person":
        return "count"
    if unit in SHARES:
        return SHARES[unit]
    if unit in SCALES:
        return SCALES[unit][0]
    return "money" if len(unit) == 3 and unit.isupper() else unit


def counted_part(value: Measure) -> Size | None:
    """The first number of "640 of 2,100", which is read as a share, as a count of its own."""
    if value.unit != "percent" or value.fraction is None or value.fraction[1] <= LARGEST_FRACTION:
        return None
    return size(Measure(Decimal(value.fraction[0])))
