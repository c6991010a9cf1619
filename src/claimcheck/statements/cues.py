"""The words of a sentence that relations.yaml knows, by their tokens."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

NONE: frozenset[str] = frozenset()


class Cue(NamedTuple):
    """A word or phrase that relations.yaml knows, with its tokens and its roles there."""

    first: int
    last: int
    roles: frozenset[str]


class Cues:
    """The cues of one sentence, found by their tokens."""

    __slots__ = ("_first", "_firsts", "_last", "all")

    def __init__(self, found: Sequence[Cue]) -> None:
        self.all = tuple(found)
        self._firsts = [each.first for each in found]
        self._first = {each.first: each for each in reversed(found)}
        self._last = {each.last: each for each in found}

    def __iter__(self) -> Iterator[Cue]:
        return iter(self.all)

    def before(self, token: int) -> Cue | None:
        """The word or phrase that ends right before a token."""
        return self._last.get(token)

    def at(self, token: int) -> Cue | None:
        """The word or phrase that begins with a token."""
        return self._first.get(token)

    def over(self, token: int) -> Cue | None:
        """The phrase that begins before a token and ends behind it."""
        at = bisect_left(self._firsts, token) - 1
        return self.all[at] if at >= 0 and self.all[at].last > token else None

    def roles(self, first: int, last: int) -> frozenset[str]:
        """Roles of the words between two tokens."""
        found = self.all[bisect_left(self._firsts, first) : bisect_left(self._firsts, last)]
        return NONE.union(*(each.roles for each in found))
