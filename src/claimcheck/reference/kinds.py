"""What a claim of each predicate needs before an article can contradict it: kinds.yaml, read for the commands only."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel

from claimcheck import datafile

ValueKind = Literal["money", "share", "count", "years", "any"]
CURRENCY = 3
"""Letters of a currency."""
UNITS: dict[ValueKind, str] = {
    "any": "any unit",
    "count": "no unit; what is counted is its noun",
    "money": "EUR, USD … (ISO 4217)",
    "share": "percent",
    "years": "year",
}
"""The units of a kind of value, for people."""


class Kind(BaseModel):
    """One predicate; what the keys mean is told in kinds.yaml."""

    model_config = ConfigDict(extra="forbid")
    values: tuple[ValueKind, ...] = ()
    time: Literal["date", "valid", "terminated"] | None = None
    only: str | None = None
    example: dict[str, Any]


class _Kinds(RootModel[Annotated[dict[str, Kind], Field(min_length=1)]]):
    """kinds.yaml."""


@cache
def kinds() -> dict[str, Kind]:
    """All predicates by name."""
    return datafile.load(Path(__file__).parent / "kinds.yaml", _Kinds).root


def of_kind(unit: str | None, kind: ValueKind) -> bool:
    """Whether a unit is one of a kind of value."""
    if kind == "any":
        return True
    if kind == "count":
        return unit in (None, "person")
    if kind == "money":
        return unit is not None and len(unit) == CURRENCY and unit.isupper()
    return unit == {"share": "percent", "years": "year"}[kind]


def wrong_value(predicate: str, value: Mapping[str, Any]) -> str | None:
    """What is wrong with the value of a claim for people, as what would be right; None where nothing is.

    A count is whole: "1.862" in a table stands for 1862 and would be read as not even 2.
    """
    values, unit = kinds()[predicate].values, value.get("unit")
    if values and not any(of_kind(unit, each) for each in values):
        right = " or ".join(UNITS[each] for each in values)
        return f"{unit or 'no unit'} is no unit of '{predicate}'; it takes {right}"
    number = Decimal(str(value["number"]))
    if values == ("count",) and number != number.to_integral_value():
        return f"{number} is no count; write 300600, without a sign between thousands"
    return None


def shown(example: dict[str, Any]) -> str:
    """An example as one line of YAML."""
    return ", ".join(f"{key}: {_flow(value)}" for key, value in example.items())


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(each)}" for key, each in value.items()) + "}"
    return f"[{', '.join(map(_flow, value))}]" if isinstance(value, list) else str(value)
