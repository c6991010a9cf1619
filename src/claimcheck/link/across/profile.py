"""The words of an article counted once, for all the articles it is laid beside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import fsum
from typing import NamedTuple

from claimcheck.link.across.line import Line

NAME, NOUN, WORD = 1.6, 1.0, 0.6
LONG, SCALE = 14, 8  # letters: the longer a word, the rarer it is
OPENING = 4


class Profile(NamedTuple):
    """For each key: its own weight, in how many sentences it stands, and in which; False where it is only borrowed.

    `telling` are the names and nouns by which a story is known, with weights that add up to `mass`; `opening` are those
    of the headline and the first sentences.
    """

    base: dict[str, float]
    sentences: Counter[str]
    where: dict[str, list[tuple[int, bool]]]
    telling: dict[str, float]
    mass: float
    opening: frozenset[str]


def profile(lines: Sequence[Line]) -> Profile:
    """The profile of an article's sentences."""
    base: dict[str, float] = {}
    count: Counter[str] = Counter()
    where: dict[str, list[tuple[int, bool]]] = {}
    telling: dict[str, float] = {}
    for line in lines:
        count.update(line.keys)
        for word in line.words:
            weight = NAME if word.name else NOUN if word.capital or word.key.startswith("@") else WORD
            if weight > base.get(word.key, 0.0):
                base[word.key] = weight
            rare = weight * min(word.end - word.start, LONG) / SCALE
            if weight >= NOUN and rare > telling.get(word.key, 0.0):
                telling[word.key] = rare
        for key in line.keys:
            where.setdefault(key, []).append((line.id, True))
        for key in line.borrowed:
            where.setdefault(key, []).append((line.id, False))
    opening = frozenset(word.key for line in lines[:OPENING] for word in line.words if word.name or word.capital)
    return Profile(base, count, where, telling, fsum(telling.values()), opening)
