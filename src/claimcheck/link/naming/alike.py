"""Words that differ by one letter, found among many words in time linear in their letters."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal, NamedTuple

GAP = "\0"


class Alike(NamedTuple):
    """Two words of which one has a letter more ("more"), another letter ("other"), or two letters swapped ("swap").

    `tail` is how many letters follow the place where they differ; the first letter is always the same.
    """

    one: str
    other: str
    how: Literal["more", "other", "swap"]
    tail: int


def alike(words: Collection[str], *, exchanged: bool = True) -> Iterator[Alike]:
    """Every such pair; without `exchanged` none in which a letter was exchanged for another."""
    gaps: dict[str, str] = {}
    for word in words:
        last = ""
        for i in range(1, len(word)):
            tail = len(word) - i - 1
            start, end = word[:i], word[i + 1 :]
            if word[i] != last and (shorter := start + end) in words:
                yield Alike(shorter, word, "more", tail)
            last = word[i]
            if tail and word[i] < end[0] and (swapped := start + end[0] + word[i] + end[1:]) in words:
                yield Alike(word, swapped, "swap", tail - 1)
            if exchanged:
                first = gaps.setdefault(start + GAP + end, word)
                if first != word:
                    yield Alike(first, word, "other", tail)
