"""Which sentence and which number of one article stands for which of another."""

from __future__ import annotations

from collections import defaultdict
from math import fsum, log, sqrt

from claimcheck.link.across.line import Line
from claimcheck.link.across.near import Nearness
from claimcheck.link.across.page import Page
from claimcheck.link.across.pairing import Pairing, pairings
from claimcheck.link.across.story import one_story

MOST = 150
BORROWED = 0.5
LEAST_MASS = 0.5
LEAST_SENTENCE = 0.1


class Alignment:
    """Two articles side by side: their sentences in pairs with a likeness, their numbers one to one."""

    def __init__(self, one: Page, two: Page) -> None:
        self.one = one
        self.two = two
        self.foreign = one.language != two.language
        self.days = abs((one.published - two.published).days) if one.published and two.published else 0
        self.told = one_story(one, two, self.days)
        self.base: dict[str, float] = {}
        self.weights = self._weights()
        self.near = Nearness(self.weights, foreign=self.foreign)
        self.sentences = self._sentences()
        self.pairings = pairings(self)

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

    def mass(self, line: Line) -> float:
        """The weight of all words of a sentence."""
        keys = {word.key for word in line.words if self.near.usable(word)} if self.foreign else line.keys
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
