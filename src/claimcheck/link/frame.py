"""A sentence as a short row of items: numbers, dates, and the words and marks between them with their roles.

Every later step asks only this row: what stands right before a number, and whether what stands between two of them is
light enough to keep them together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from claimcheck.model import Claim

NONE: frozenset[str] = frozenset()


class Item:
    """A claim, a word (or phrase) with its roles, or a punctuation mark. `kind`: number, time, word or mark."""

    __slots__ = ("claim", "end", "kind", "roles", "start", "text")

    def __init__(  # noqa: PLR0917 – built in the innermost loop, where keywords cost time
        self, kind: str, start: int, end: int, text: str, roles: frozenset[str] = NONE, claim: Claim | None = None
    ) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.text = text
        self.roles = roles
        self.claim = claim


class Frame:
    """The items of one sentence in order; `numbers` are the positions of the number items, `every` is all roles."""

    __slots__ = ("every", "items", "numbers")

    def __init__(self, items: list[Item]) -> None:
        self.items = items
        self.numbers = [at for at, item in enumerate(items) if item.kind == "number"]
        self.every: frozenset[str] = NONE.union(*{item.roles for item in items})

    def claim(self, at: int) -> Claim:
        """The claim of the number item at this position."""
        claim = self.items[at].claim
        assert claim is not None
        return claim

    def before(self, at: int, role: str) -> bool:
        """Whether the word before this item has the role; a phrase counts as one word, fillers are passed over."""
        if 0 <= at < len(self.items) and role in self.items[at].roles and self.items[at].kind == "number":
            return True  # the claim begins with the word itself: "um die Hälfte"
        for near in range(at - 1, max(-1, at - 4), -1):
            roles = self.items[near].roles
            if role in roles:
                return True
            if "filler" not in roles:
                return False
        return False

    def mark(self, at: int) -> str:
        """The punctuation mark at a position, "" where there is none."""
        if 0 <= at < len(self.items) and self.items[at].kind == "mark":
            return self.items[at].text
        return ""

    def light(self, start: int, stop: int, extra: Sequence[str] = ()) -> bool:
        """Whether everything between two positions (stop excluded) may stand there without breaking a relation."""
        allowed = {"light", "filler", "rise", "fall", "equals", *extra}
        return all(
            item.kind == "time" or (item.kind == "mark" and item.text in ",–—-(:") or not allowed.isdisjoint(item.roles)
            for item in self.items[start:stop]
        )

    def roles(self, start: int, stop: int) -> frozenset[str]:
        """All roles of the words between two positions."""
        return frozenset().union(*(item.roles for item in self.items[max(start, 0) : stop]))


WORDS = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*|[^\w\s]")


def words_of(
    prose: str, start: int, end: int, phrases: dict[str, list[list[Any]]]
) -> Iterator[tuple[int, int, str, frozenset[str]]]:
    """Start, end, text and roles of each word or mark between two offsets; the longest known phrase is one."""
    words = WORDS.findall(prose, start, end)
    lows = [word.lower() for word in words]
    at, count, stop = 0, len(words), start
    while at < count:
        low, text = lows[at], words[at]
        begin = prose.index(text, stop)  # nothing but white space stands between
        stop = begin + len(text)
        roles: frozenset[str] = NONE
        for rest, names in phrases.get(low, ()):
            if not rest or lows[at + 1 : at + 1 + len(rest)] == rest:
                roles = frozenset(names)
                for following in words[at + 1 : at + 1 + len(rest)]:
                    stop = prose.index(following, stop) + len(following)
                    at += 1
                text = prose[begin:stop]
                break
        yield begin, stop, text, roles
        at += 1
