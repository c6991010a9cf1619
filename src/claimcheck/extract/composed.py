"""Two measures that are one: "5 feet 2 inches", "3 Meter und 20 Zentimeter", "dreizehn Euro und 45 Cent"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.extract.ranges import Phrase
from claimcheck.extract.scan import Token
from claimcheck.extract.units import Unit

STEPS: dict[str, dict[str, Decimal]] = {
    "km": {"m": Decimal("0.001"), "cm": Decimal("0.00001")},
    "m": {"cm": Decimal("0.01"), "mm": Decimal("0.001")},
    "mi": {"yd": Decimal(1) / 1760, "ft": Decimal(1) / 5280},
    "yd": {"ft": Decimal(1) / 3, "in": Decimal(1) / 36},
    "ft": {"in": Decimal(1) / 12},
    "t": {"kg": Decimal("0.001")},
    "kg": {"g": Decimal("0.001")},
    "lb": {"oz": Decimal("0.0625")},
}
"""For a unit the smaller ones that may follow it, as a part of it. Source: the definitions of the units."""


def part_of(unit: Unit, other: Unit, number: Decimal, smaller: Decimal) -> Decimal | None:
    """What the second measure adds to the first, in the first one's unit; None where it is no part of it.

    A part is smaller than one whole: "5 feet 2 inches", not "5 feet 20 inches"; the first number is whole.
    """
    if number != number.to_integral_value() or smaller < 0:
        return None
    if unit.type == "amount" and other.type == "amount":
        share = other.factor if other.factor is not None and unit.factor is None else None
    elif unit.type == other.type == "quantity":
        share = STEPS.get(unit.code or "", {}).get(other.code or "")
    else:
        share = None
    if share is None or not smaller * share < 1:
        return None
    return smaller * share


def joined_by(text: str, tokens: list[Token], unit: Unit, following: Phrase) -> bool:
    """Whether nothing but a space or one joining word stands between a measure and the next number."""
    gap = text[unit.end : following.start].strip(" \n,")
    if not gap:
        return True
    between = [token for token in tokens[unit.after : following.first] if token.start >= unit.end]
    return len(between) == 1 and "joint" in between[0].roles and (text[between[0].start : between[0].end] == gap)
