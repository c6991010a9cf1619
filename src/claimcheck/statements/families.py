"""Which kinds of number a concept takes, and of which kind a number is."""

from __future__ import annotations

import os
from functools import cache
from typing import Any

from claimcheck.model import Claim, Duration, Measure
from claimcheck.model.measure import SCALES
from claimcheck.tables import Table

HERE = os.path.dirname(__file__)
SHARES = {"percent": "share", "percentage_point": "points", "permille": "ratio", "basis_point": "points"}
DEGREES = ("Cel", "degF", "K")


def family(claim: Claim) -> str:
    """The kind of a number: money, share, count, persons, age, length …; "" for none of these."""
    value = claim.value
    if isinstance(value, Duration):
        return "duration"
    if not isinstance(value, Measure):
        return ""
    if claim.type == "amount":
        return "money"
    if value.unit in (None, "times"):
        return "count"
    if value.unit in SHARES:
        return SHARES[value.unit]
    if value.unit == "person":
        return "persons"
    if value.unit == "year":
        return "age"
    return "temperature" if value.unit in DEGREES else SCALES.get(value.unit, ("",))[0]


def takes(concept: str, kind: str) -> bool:
    """Whether a concept takes numbers of a kind; a change of it in percent is of every concept."""
    values = table()[concept]["values"]
    return kind in values or (kind in ("count", "persons") and not {"count", "persons"}.isdisjoint(values))


@cache
def told() -> dict[tuple[str, str], list[str]]:
    """The concepts that verbs of a class say of the number at a place of theirs."""
    found: dict[tuple[str, str], list[str]] = {}
    for concept, holds in table().items():
        for sense, where in holds["told"].items():
            found.setdefault((sense, where), []).append(concept)
    return found


@cache
def table() -> dict[str, dict[str, Any]]:
    """What holds of each concept in every language, by its id."""
    found: dict[str, dict[str, Any]] = _loaded()["concepts"]
    return found


@cache
def offices() -> dict[str, dict[str, Any]]:
    """What holds of each office in every language, by its key."""
    found: dict[str, dict[str, Any]] = _loaded()["offices"]
    return found


@cache
def _loaded() -> dict[str, Any]:
    found: dict[str, Any] = concepts_table().load()
    return found


def concepts_table() -> Table:
    """How it is built."""
    path = os.path.join(HERE, "concepts.yaml")

    def build() -> Any:
        from claimcheck.datafile import load  # noqa: PLC0415 – needs a parser and a validator
        from claimcheck.statements.concept_shape import Concepts  # noqa: PLC0415

        return load(path, Concepts).plain()

    return Table("concepts", (path, os.path.join(HERE, "concept_shape.py")), build)
