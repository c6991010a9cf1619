"""What can only be wrong between entries: an id given twice, names that run in a circle, a name nearly known."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, Protocol

from claimcheck.reference.fold import folded

Spot = tuple[str, tuple[str | int, ...]]
NEAR = 0.88


class Placed(Protocol):
    """An entry with the place it was read from."""

    @property
    def spot(self) -> Spot:
        """The file, and the keys that lead to the entry."""

    @property
    def plain(self) -> dict[str, Any]:
        """The entry without what it does not say."""


def doubles(entries: Sequence[Placed], what: str) -> list[tuple[Spot, str]]:
    """Every id that an earlier entry has as well."""
    seen: dict[str, Spot] = {}
    found = []
    for entry in entries:
        identity = entry.plain["id"]
        if identity in seen:
            path, steps = entry.spot
            key, cure = ("id", "give one another id") if what == "claim" else ("name", "make them one entry")
            first = os.path.basename(seen[identity][0])
            found.append(((path, (*steps, key)), f"the {what} '{identity}' stands twice, first in {first}; {cure}"))
        seen.setdefault(identity, entry.spot)
    return found


def cycles(entities: Mapping[str, dict[str, Any]], spots: Mapping[str, Spot]) -> list[tuple[Spot, str]]:
    """Entities that are aliases of one another, parents that are their own parts, right names listed as wrong."""
    found = []
    by_name = {folded(each["name"]): identity for identity, each in entities.items()}
    aliases = {
        identity: [
            other for alias in each.get("aliases", ()) if (other := by_name.get(folded(alias))) not in (None, identity)
        ]
        for identity, each in entities.items()
    }
    parents = {identity: [each["parent"]] if "parent" in each else [] for identity, each in entities.items()}
    for edges, key, verb, cure in (
        (aliases, "aliases", "aliases of one another", "make them one entity"),
        (parents, "parent", "parts of one another", "leave one 'parent' out"),
    ):
        for circle in _circles(edges):
            path, steps = spots[circle[0]]
            names = ", ".join(entities[identity]["name"] for identity in circle)
            found.append(((path, (*steps, key)), f"these are {verb}: {names}; {cure}"))
    for identity, each in entities.items():
        right = {folded(name): name for name in (each["name"], *each.get("aliases", ()))}
        for wrong in each.get("wrong_names", ()):
            if wrong in right.values():
                path, steps = spots[identity]
                found.append(((path, (*steps, "wrong_names")), f"'{wrong}' is a right and a wrong name of the same"))
    return found


def _circles(edges: Mapping[str, Iterable[str]]) -> list[list[str]]:
    """Every circle once, from the entry that comes first."""
    found: list[list[str]] = []
    done: set[str] = set()
    for start in edges:
        trail: dict[str, None] = {}
        at: str | None = start
        stack = [iter(edges[start])]
        trail[start] = None
        while stack:
            at = next(stack[-1], None)
            if at is None:
                stack.pop()
                done.add(trail.popitem()[0])
            elif at in trail:
                circle = list(trail)[list(trail).index(at) :]
                if sorted(circle) not in [sorted(each) for each in found]:
                    found.append(circle)
            elif at not in done and at in edges:
                trail[at] = None
                stack.append(iter(edges[at]))
    return found


def alike(name: str, known: Mapping[str, object]) -> str:
    """ " (did you mean 'openai'?)" where a name is one slip away from a known one, else nothing."""
    fold = folded(name)
    near = get_close_matches(fold, [each for each in known if _digits(each) == _digits(fold)], n=1, cutoff=NEAR)
    return f" (did you mean '{near[0]}'?)" if near else ""


def _digits(text: str) -> str:
    """ "Modell 3" is not a slip of "Modell 2"."""
    return "".join(filter(str.isdigit, text))
