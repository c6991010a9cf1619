"""How a number was made: an average, a total, by the year, for each person; from the words of its clause."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import cast

from claimcheck.languages.extra import extra
from claimcheck.model import Measure
from claimcheck.model.about import Qualifier
from claimcheck.statements.place import Spot


@cache
def _phrases(code: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, phrases in extra(code, "statements")["qualifiers"].items():
        for phrase in phrases:
            first, *rest = phrase.lower().split()
            found.setdefault(first, []).append((tuple(rest), name))
    return found


def qualifiers(spot: Spot, code: str) -> tuple[Qualifier, ...]:
    """The qualifiers of a number, sorted."""
    stretches = () if spot.clause is None else spot.clause.stretches
    found = {name for first, last in stretches for at in range(first, last) for name in _at(spot, code, at)}
    value = spot.claim.value
    if isinstance(value, Measure) and value.per is not None and value.per.unit in ("year", "month"):
        found.add("yearly" if value.per.unit == "year" else "monthly")
    return tuple(sorted(cast("set[Qualifier]", found)))


def _at(spot: Spot, code: str, at: int) -> Iterator[str]:
    """The qualifiers whose words begin at a token."""
    for rest, name in _phrases(code).get(spot.low(at), ()):
        if all(spot.low(at + 1 + n) == word for n, word in enumerate(rest)):
            yield name
