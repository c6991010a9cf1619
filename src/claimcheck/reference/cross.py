"""What can only be wrong between entries: an id given twice, names that run in a circle, a name nearly known."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from typing import Any, Protocol

from claimcheck.datafile import text_of
from claimcheck.datafile.tree import Node, read_all
from claimcheck.errors import Problem
from claimcheck.reference.store import folded

Spot = tuple[str, tuple[str | int, ...]]
NEAR = 0.88
CIRCLES = {
    "aliases": "these are aliases of one another: {}; make them one entity",
    "parent": "these are parts of one another: {}; leave one 'parent' out",
}


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
    key, cure = ("id", "give one another id") if what == "claim" else ("name", "make them one entry")
    seen: dict[str, Spot] = {}
    found = []
    for entry in entries:
        identity, (path, steps) = entry.plain["id"], entry.spot
        if identity in seen:
            first = f"{os.path.basename(seen[identity][0])}:{_place(seen[identity])[0]}"
            found.append(((path, (*steps, key)), f"the {what} '{identity}' stands twice, first in {first}; {cure}"))
        seen.setdefault(identity, entry.spot)
    return found


def cycles(entities: Mapping[str, dict[str, Any]], spots: Mapping[str, Spot]) -> list[tuple[Spot, str]]:
    """Entities that are aliases of one another, parents that are their own parts, right names listed as wrong."""
    by_name = {folded(each["name"]): identity for identity, each in entities.items()}
    found = []
    edges: dict[str, dict[str, list[str]]] = {"aliases": {}, "parent": {}}
    for identity, each in entities.items():
        given = each.get("aliases", ())
        others = {by_name.get(fold, identity) for fold in map(folded, given)}
        edges["aliases"][identity] = sorted(others - {identity})
        edges["parent"][identity] = [each["parent"]] if "parent" in each else []
        for wrong in sorted({each["name"], *given}.intersection(each.get("wrong_names", ()))):
            found.append((identity, "wrong_names", f"'{wrong}' is a right and a wrong name of the same"))
    for key, message in CIRCLES.items():
        for circle in _circles(edges[key]):
            names = ", ".join(entities[identity]["name"] for identity in circle)
            found.append((circle[0], key, message.format(names)))
    return [((spots[identity][0], (*spots[identity][1], key)), message) for identity, key, message in found]


def _circles(edges: Mapping[str, Iterable[str]]) -> list[list[str]]:
    """Every circle once, from the entry that comes first."""
    found: dict[frozenset[str], list[str]] = {}
    done: set[str] = set()
    for start in edges:
        trail: dict[str, None] = {start: None}
        stack = [iter(edges[start])]
        while stack:
            at = next(stack[-1], None)
            if at is None:
                stack.pop()
                done.add(trail.popitem()[0])
            elif at in trail:
                circle = list(trail)[list(trail).index(at) :]
                found.setdefault(frozenset(circle), circle)
            elif at not in done and at in edges:
                trail[at] = None
                stack.append(iter(edges[at]))
    return list(found.values())


def alike(name: str, known: Mapping[str, object]) -> str:
    """ " (did you mean 'openai'?)" where a name is one slip away from a known one, else nothing."""
    fold = folded(name)
    near = get_close_matches(fold, [each for each in known if _digits(each) == _digits(fold)], n=1, cutoff=NEAR)
    return f" (did you mean '{near[0]}'?)" if near else ""


def _digits(text: str) -> str:
    """ "Modell 3" is not a slip of "Modell 2"."""
    return "".join(filter(str.isdigit, text))


@cache
def _tree(path: str) -> Node:
    return read_all(text_of(path), path)[0]


def problems_at(found: Iterable[tuple[Spot, str]]) -> list[Problem]:
    """Every message as a problem at the place its path of keys leads to, as far as it leads."""
    problems = [Problem(str(spot[0]), message, *_place(spot)) for spot, message in found]
    _tree.cache_clear()
    return problems


def _place(spot: Spot) -> tuple[int, int]:
    """The line and column a path of keys leads to, as far as it leads."""
    path, steps = spot
    node = _tree(path)
    place = (node.line, node.column)
    for step in steps:
        if (inner := node.inside(step)) is None:
            break
        place = (inner.line, inner.column) if node.pairs is None else node.keys[str(step)]
        node = inner
    return place
