"""The words of an article counted once, for all the articles it is laid beside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import fsum
from typing import NamedTuple

from claimcheck.link.across.line import Line, Word

NAME, NOUN, OTHER = 1.6, 1.0, 0.6
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
    telling: dict[str, float] = {}
    for word in (word for line in lines for word in line.words):
        weight = _weight(word)
        base[word.key] = max(base.get(word.key, 0.0), weight)
        if weight >= NOUN:
            rare = weight * min(word.end - word.start, LONG) / SCALE
            telling[word.key] = max(telling.get(word.key, 0.0), rare)
    count = Counter(key for line in lines for key in line.keys)
    opening = frozenset(word.key for line in lines[:OPENING] for word in line.words if word.name or word.capital)
    return Profile(base, count, _places(lines), telling, fsum(telling.values()), opening)


def _places(lines: Sequence[Line]) -> dict[str, list[tuple[int, bool]]]:
    found: dict[str, list[tuple[int, bool]]] = {}
    for line in lines:
        for keys, own in ((line.keys, True), (line.borrowed, False)):
            for key in keys:
                found.setdefault(key, []).append((line.id, own))
    return found


def _weight(word: Word) -> float:
    if word.name:
        return NAME
    return NOUN if word.capital or word.key.startswith("@") else OTHER
