"""A claim's value in a few signs, the same in every language: "6400000000 USD", "2024-01", "P3D"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.model import Duration, Measure, Period, Value
from claimcheck.model.attribution import Attribution
from claimcheck.model.relation import Relation

LONGEST = 60


def brief(value: Value) -> str:
    """The value on one line; very long numbers are cut."""
    if isinstance(value, Period):
        return value.edtf
    if isinstance(value, Duration):
        return value.iso or f"{value.low_iso or '..'}/{value.high_iso or '..'}"
    if isinstance(value, Attribution):
        return f"{value.mode}: {value.source.text if value.source else '–'}"
    if isinstance(value, Relation):
        return f"{value.predicate}({', '.join(f'{role}: {each.text}' for role, each in value.arguments)})"
    return _measure(value)


def _measure(value: Measure) -> str:
    size = _digits(value.number) if value.number is not None else f"{_digits(value.low)}–{_digits(value.high)}"
    per = value.per
    base = f"/ {_digits(per.number)} {per.unit or per.noun or ''}".strip() if per else None
    return " ".join(part for part in (value.hedge, size, value.unit or value.noun, base) if part)


def _digits(number: Decimal | None) -> str:
    if number is None:
        return "…"
    return f"{number:f}" if -LONGEST < number.adjusted() < LONGEST else f"{number:.6E}"
