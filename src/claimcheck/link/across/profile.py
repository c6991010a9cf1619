"""The words of an article counted once, for all the articles it is laid beside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claimcheck.link.across.line import Line
from claimcheck.values import NamedTuple

NAME, NOUN, WORD = 1.6, 1.0, 0.6


class Profile(NamedTuple):
    """For each key: its own weight, in how many sentences it stands, and in which; False where it is only borrowed."""

    base: dict[str, float]
    sentences: Counter[str]
    where: dict[str, list[tuple[int, bool]]]


def profile(lines: Sequence[Line]) -> Profile:
    """The profile of an article's sentences."""
    base: dict[str, float] = {}
    count: Counter[str] = Counter()
    where: dict[str, list[tuple[int, bool]]] = {}
    for line in lines:
        count.update(line.keys)
        for word in line.words:
            weight = NAME if word.name else NOUN if word.capital or word.key.startswith("@") else WORD
            if weight > base.get(word.key, 0.0):
                base[word.key] = weight
        for key in line.keys:
            where.setdefault(key, []).append((line.id, True))
        for key in line.borrowed:
            where.setdefault(key, []).append((line.id, False))
    return Profile(base, count, where)
