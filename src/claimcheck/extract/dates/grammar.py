"""Phrases are found level by level: at every atom the longest phrase that makes sense becomes one atom."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from claimcheck.extract.dates.atoms import Atom
from claimcheck.extract.dates.scene import Scene
from claimcheck.extract.dates.when import When

Result = dict[str, Any] | None
"""What a phrase means: symbols for later levels, {} for nothing whatever inside; None: it is not that phrase."""
Found = tuple[int, list[str], list[Any]]


class Match:
    """Atoms that form a phrase: `symbols` what each plays in it, `values` the value of the first atom of each symbol.

    `start` and `end` are those of the part that belongs to the claim.
    """

    __slots__ = ("atoms", "end", "scene", "start", "symbols", "values")

    def __init__(self, scene: Scene, atoms: list[Atom], symbols: list[str], start: int, end: int) -> None:
        self.scene = scene
        self.atoms = atoms
        self.symbols = symbols
        self.start = start
        self.end = end
        self.values: dict[str, Any] = {}
        for atom, symbol in zip(atoms, symbols, strict=True):
            self.values.setdefault(symbol, atom.symbols[symbol])

    def all(self, *wanted: str) -> list[Any]:
        """The values of every atom that plays one of these parts, in order."""
        return [atom.symbols[symbol] for atom, symbol in zip(self.atoms, self.symbols, strict=True) if symbol in wanted]


def dated(match: Match, when: When) -> Result:
    """The date as what a phrase means, unless the phrase is only part of a longer word."""
    return None if match.scene.compound(match.start, match.end) else {"date": when}


Meanings = dict[str, Callable[[Match], dict[str, Any] | None]]


def read(scene: Scene, atoms: list[Atom], levels: list[dict[str, Any]], meanings: Meanings) -> list[Atom]:
    """The atoms with every phrase replaced by one atom that carries what it means."""
    for root in levels:
        at = 0
        while at < len(atoms):
            if not root.keys().isdisjoint(atoms[at].symbols):
                at = _replace(scene, atoms, at, root, meanings)
            else:
                at += 1
    return atoms


def _replace(scene: Scene, atoms: list[Atom], at: int, root: dict[str, Any], meanings: Meanings) -> int:
    """Puts what the longest phrase at an index means in its place; the index to go on at."""
    first: int
    for after, symbols, (meaning, lead, trail) in _phrases(atoms, at, root):
        first, last = at + lead, after - trail
        start, end = atoms[first].start, atoms[last - 1].end
        result = meanings[meaning](Match(scene, atoms[at:after], symbols, start, end))
        if result is not None:
            start = result.pop("from", start)
            atoms[first:last] = [Atom(start, end, result)]
            return first + 1
    return at + 1


def _phrases(atoms: list[Atom], at: int, root: dict[str, Any]) -> list[Found]:
    """All phrases that begin at an index, the longest first."""
    found: list[Found] = []
    open_: list[tuple[int, dict[str, Any], list[str]]] = [(at, root, [])]
    count = len(atoms)
    while open_:
        i, node, symbols = open_.pop()
        if i < count:
            for symbol in atoms[i].symbols:
                child = node.get(symbol)
                if child is not None:
                    path = [*symbols, symbol]
                    if "" in child:
                        found.append((i + 1, path, child[""]))
                    open_.append((i + 1, child, path))
    if len(found) > 1:
        found.sort(key=lambda each: -each[0])
    return found
