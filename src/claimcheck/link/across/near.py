"""How alike the words right around two numbers are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claimcheck.link.across.line import Line, Number, Word
from claimcheck.link.across.words import CONCEPTS

NEAR = 9
LENT = 0.35
SPEAKER = 0.25  # who says it tells little of what is said


class Nearness:
    """Compares the words around numbers, each with the weight it has in two articles; the nearest count most."""

    def __init__(self, weights: Mapping[str, float], *, foreign: bool) -> None:
        self.weights = weights
        self.foreign = foreign
        self._own: dict[Number, dict[str, float]] = {}

    def usable(self, word: Word) -> bool:
        """Whether a word can stand in the other article: between languages only names, nouns and concepts."""
        return not self.foreign or word.name or word.capital or word.key.startswith(CONCEPTS)

    def of(self, one: Number, two: Number) -> float:
        """From 0 to 1."""
        mine, yours = self._around(one), self._around(two)
        alone = _overlap(mine, yours)
        if not one.line.borrowed and not two.line.borrowed:
            return alone
        return max(alone, _overlap(self._with_lent(one.line, mine), self._with_lent(two.line, yours)))

    def _with_lent(self, line: Line, around: dict[str, float]) -> dict[str, float]:
        lent = {key: LENT * self.weights[key] for key in sorted(line.borrowed)}
        return {**lent, **around}

    def _around(self, number: Number) -> dict[str, float]:
        found = self._own.get(number)
        if found is None:
            found = self._own[number] = {}
            speaker = number.line.page.speaker(number.claim)
            for away, word in _steps(number):
                if self.usable(word):
                    mass = self.weights[word.key] / (1 + 0.3 * away)
                    if speaker is not None and speaker.start <= word.start < speaker.end:
                        mass *= SPEAKER
                    found[word.key] = max(found.get(word.key, 0.0), mass)
        return found


def _steps(number: Number) -> Iterator[tuple[int, Word]]:
    words = number.line.words
    for at in range(number.at, number.stop):
        yield 0, words[at]
    for step in range(NEAR):
        if number.at - 1 - step >= 0:
            yield step, words[number.at - 1 - step]
        if number.stop + step < len(words):
            yield step, words[number.stop + step]


def _overlap(mine: dict[str, float], yours: dict[str, float]) -> float:
    both = sum(min(mass, yours[key]) for key, mass in mine.items() if key in yours)
    return 2 * both / (sum(mine.values()) + sum(yours.values()) or 1e-9)
