"""From the path of keys inside a file to line and column. Imported only where something is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from claimcheck.datafile import text_of
from claimcheck.datafile.tree import Node, read_all
from claimcheck.errors import Problem
from claimcheck.reference.cross import Spot


@cache
def _tree(path: str) -> Node:
    return read_all(text_of(path), path)[0]


def problems_at(found: Iterable[tuple[Spot, str]]) -> list[Problem]:
    """Every message as a problem at the place its path of keys leads to, as far as it leads."""
    problems = []
    for (path, steps), message in found:
        node = _tree(path)
        place = (node.line, node.column)
        for step in steps:
            if isinstance(step, str) and node.pairs is not None and step in node.pairs:
                place, node = node.keys[step], node.pairs[step]
            elif isinstance(step, int) and node.items is not None and step < len(node.items):
                node = node.items[step]
                place = (node.line, node.column)
            else:
                break
        problems.append(Problem(str(path), message, *place))
    _tree.cache_clear()
    return problems
