"""Which sentence and which number of one article stands for which of another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import fsum, log, sqrt

from claimcheck.link.across import dates
from claimcheck.link.across.likeness import slip
from claimcheck.link.across.line import Line, Number, Word
from claimcheck.link.across.page import Page
from claimcheck.link.across.value import agrees, same_noun, same_unit, weight
from claimcheck.values import NamedTuple

MOST = 150
NUMBERS = 40  # in one sentence; a list of results is no sentence
BORROWED = 0.5
LENT = 0.35
LEAST_MASS = 0.5
NEAR = 9
LEAST_SENTENCE = 0.1


class Pairing(NamedTuple):
    """Two numbers that may say the same: how alike the words right around them are, and their sentences."""

    one: Number
    two: Number
    near: float
    sentence: float
    agrees: bool
    unit: bool | None
    noun: bool | None
    score: float


class Alignment:
    """Two articles side by side: their sentences in pairs with a likeness, their numbers one to one."""

    def __init__(self, one: Page, two: Page) -> None:
        self.one = one
        self.two = two
        self.foreign = one.language != two.language
        self.base: dict[str, float] = {}
        self.weights = self._weights()
        self.sentences = self._sentences()
        self.pairings = self._pairings()

    def _weights(self) -> dict[str, float]:
        """What each word counts: less, the more sentences of the two articles have it."""
        one, two = self.one.profile, self.two.profile
        self.base = {**one.base, **two.base}
        for key in one.base.keys() & two.base.keys():
            self.base[key] = max(one.base[key], two.base[key])
        count = dict(one.sentences)
        for key, number in two.sentences.items():
            count[key] = count.get(key, 0) + number
        base = self.base
        return {key: base[key] / (1 + log(number / 2)) if number > 2 else base[key] for key, number in count.items()}

    def _usable(self, word: Word) -> bool:
        return not self.foreign or word.name or word.capital or word.key.startswith("@")

    def mass(self, line: Line) -> float:
        """The weight of all words of a sentence."""
        keys = {word.key for word in line.words if self._usable(word)} if self.foreign else line.keys
        return fsum(map(self.weights.__getitem__, keys)) + LEAST_MASS

    def borrowed(self, line: Line) -> float:
        """The weight of the words a sentence borrows."""
        return BORROWED * BORROWED * fsum(map(self.weights.__getitem__, line.borrowed))

    def _sentences(self) -> dict[tuple[int, int], float]:
        """Sentences of both that share words, with their likeness from 0 to 1."""
        own: defaultdict[tuple[int, int], float] = defaultdict(float)
        lent: defaultdict[tuple[int, int], float] = defaultdict(float)
        mine, yours = self.one.profile.where, self.two.profile.where
        for key in sorted(mine.keys() & yours.keys()):
            here, there = mine[key], yours[key]
            if len(here) * len(there) > MOST:
                continue
            weight = self.weights[key]
            for i, is_own in here:
                for j, is_theirs in there:
                    if is_own and is_theirs:
                        own[i, j] += weight
                    elif is_own or is_theirs:
                        lent[i, j] += weight * BORROWED
        lines = self.one.lines, self.two.lines
        mass = [
            {i: self.mass(lines[side][i]) for i in sorted({pair[side] for pair in own.keys() | lent.keys()})}
            for side in (0, 1)
        ]
        extra = [{i: self.borrowed(lines[side][i]) for i in mass[side]} for side in (0, 1)]
        found = {}
        for i, j in sorted(own.keys() | lent.keys()):
            both = own.get((i, j), 0.0)
            likeness = both / sqrt(mass[0][i] * mass[1][j])
            if (i, j) in lent:
                helped = (both + lent[i, j]) / sqrt((mass[0][i] + extra[0][i]) * (mass[1][j] + extra[1][j]))
                likeness = max(likeness, helped)
            if likeness >= LEAST_SENTENCE:
                found[i, j] = min(1.0, likeness)
        return found

    def _pairings(self) -> list[Pairing]:
        """Every number with every number of an alike sentence that may be of the same unit, best first."""
        found = []
        for (i, j), likeness in self.sentences.items():
            mine, yours = self.one.lines[i], self.two.lines[j]
            for one in mine.numbers[:NUMBERS]:
                for two in yours.numbers[:NUMBERS]:
                    unit = same_unit(one, two)
                    if unit is False:
                        continue
                    equal = agrees(one, two)
                    if unit is None and not equal and one.claim.type != two.claim.type:
                        continue
                    noun = same_noun(one, two)
                    near = self.near(one, two)
                    score = 0.55 * near + 0.45 * likeness
                    score += 0.35 * weight(one) if equal else 0.3 if slip(one, two) else 0.0
                    score += 0.12 if noun else -0.2 if noun is False else 0.0
                    score += 0.3 * dates.slip(one, two)
                    score -= 0.1 if unit is None else 0.0
                    found.append(Pairing(one, two, near, likeness, equal, unit, noun, score))
        found.sort(key=lambda each: (-each.score, each.one.id, each.two.id))
        return found

    def near(self, one: Number, two: Number) -> float:
        """How alike the words around two numbers are, the nearest counting most; from 0 to 1."""
        mine, yours = self._around(one), self._around(two)
        alone = _overlap(mine, yours)
        if not one.line.borrowed and not two.line.borrowed:
            return alone
        return max(alone, _overlap(self._with_lent(one, mine), self._with_lent(two, yours)))

    def _with_lent(self, number: Number, around: dict[str, float]) -> dict[str, float]:
        lent = {key: LENT * self.weights[key] for key in sorted(number.line.borrowed)}
        return {**lent, **around}

    def _around(self, number: Number) -> dict[str, float]:
        words = number.line.words
        found: dict[str, float] = {}
        for away, word in self._steps(number, words):
            if self._usable(word):
                mass = self.weights[word.key] / (1 + 0.3 * away)
                found[word.key] = max(found.get(word.key, 0.0), mass)
        return found

    @staticmethod
    def _steps(number: Number, words: Sequence[Word]) -> Iterator[tuple[int, Word]]:
        for at in range(number.at, number.stop):
            yield 0, words[at]
        for step in range(NEAR):
            if number.at - 1 - step >= 0:
                yield step, words[number.at - 1 - step]
            if number.stop + step < len(words):
                yield step, words[number.stop + step]

    def one_to_one(self) -> list[Pairing]:
        """The best partner of each number, every number used once."""
        taken: set[tuple[int, int]] = set()
        chosen = []
        for each in self.pairings:
            mine, yours = (0, each.one.id), (1, each.two.id)
            if mine not in taken and yours not in taken:
                taken |= {mine, yours}
                chosen.append(each)
        return chosen


def _overlap(mine: dict[str, float], yours: dict[str, float]) -> float:
    both = sum(min(mass, yours[key]) for key, mass in mine.items() if key in yours)
    return 2 * both / (sum(mine.values()) + sum(yours.values()) or 1e-9)
