"""Which sentence and which number of one article stands for which of another, and how much speaks for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import product
from math import fsum, log, sqrt
from typing import NamedTuple

from claimcheck.link.across.line import CONCEPTS, Line, Number, Word
from claimcheck.link.across.page import Page
from claimcheck.link.across.scope import date_slip, elsewhere, kind, other_kind, same_noun
from claimcheck.link.across.story import days_between, one_story
from claimcheck.link.across.value import (
    Likeness,
    agrees,
    likeness,
    measure,
    nearly_equal,
    same_unit,
    slip,
    weight,
)
from claimcheck.model import Period

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


NUMBERS = 40  # in one sentence; a list of results is no sentence
TELLING = 0.75
LEAD = 2
SAME_KIND, OTHER_KIND, SAME_STORY, FIRST, ONCE = 0.2, -0.25, 0.15, 0.5, 0.2
LIKE: dict[Likeness, float] = {"digits": 0.15, "close": 0.1, "far": -0.15}


class Pairing(NamedTuple):
    """Two numbers that may say the same: how alike the words right around them are, and their sentences.

    `only`: both count a thing of which neither article gives a second number. `first`: both articles open with them.
    """

    one: Number
    two: Number
    near: float
    sentence: float
    agrees: bool
    unit: bool | None
    noun: bool | None
    only: bool
    first: bool
    score: float


def pairings(alignment: Alignment) -> list[Pairing]:
    """Every number with every number of an alike sentence that may be of the same unit, best first."""
    found = [
        pairing
        for (i, j), likeness in alignment.sentences.items()
        for one in alignment.one.lines[i].numbers[:NUMBERS]
        for two in alignment.two.lines[j].numbers[:NUMBERS]
        if (pairing := _pairing(alignment, one, two, likeness)) is not None
    ]
    if alignment.told:
        found += _of_one_story(alignment)
    found.sort(key=lambda each: (-each.score, each.one.id, each.two.id))
    return found


def _of_one_story(alignment: Alignment) -> Iterator[Pairing]:
    """Numbers of sentences that are not alike: articles on one event may still tell one thing in them.

    They have the same telling value, the same digits, or count what either article counts but once.
    """
    for one in alignment.one.numbers:
        for two in alignment.two.numbers:
            if (one.line.id, two.line.id) not in alignment.sentences and _may_be_one(one, two):
                pairing = _pairing(alignment, one, two, 0.0)
                if pairing is not None:
                    yield pairing


def _may_be_one(one: Number, two: Number) -> bool:
    if same_unit(one, two) is not True:
        return False
    if not isinstance(one.claim.value, Period) and weight(one) >= TELLING and agrees(one, two):
        return nearly_equal(one, two) or slip(one, two) or only(one, two)
    return slip(one, two) or only(one, two)


def _pairing(alignment: Alignment, one: Number, two: Number, likeness: float) -> Pairing | None:
    unit = same_unit(one, two)
    if unit is False:
        return None
    equal = agrees(one, two)
    if unit is None and not equal and one.claim.type != two.claim.type:
        return None
    noun, near = same_noun(one, two), alignment.near.of(one, two)
    once = alignment.told and only(one, two)
    first = alignment.told and alignment.days <= 1 and _leads(one, two)
    marks = (
        _either(noun, 0.12, -0.2),
        once * ONCE,
        first * FIRST,
        0.3 * date_slip(one, two),
        -0.1 if unit is None else 0.0,
        _either(other_kind(one, two), OTHER_KIND, SAME_KIND),
        elsewhere(one, two) * -0.3,
    )
    of_values = _of_values(one, two, told=alignment.told) if equal else _of_likeness(one, two)
    score = fsum((0.55 * near, 0.45 * likeness, of_values, *marks))
    return Pairing(one, two, near, likeness, equal, unit, noun, once, first, score)


def _either(answer: bool | None, yes: float, no: float) -> float:
    """What an answer adds; nothing where there is none."""
    return 0.0 if answer is None else yes if answer else no


def _leads(one: Number, two: Number) -> bool:
    """Whether both are the one count with which the articles open, told of the same: so many dead."""
    mine, yours = _first_count(one), _first_count(two)
    return bool(mine & yours)


def _first_count(number: Number) -> frozenset[str]:
    """The tallies of the sentence, where the number is the only count of the opening."""
    page = number.line.page
    if number.line.id >= LEAD or number.claim.type != "quantity":
        return frozenset()
    others = [each for line in page.lines[:LEAD] for each in line.numbers if each.claim.type == "quantity"]
    return number.line.keys & page.vocabulary.tallies if others == [number] else frozenset()


def _of_values(one: Number, two: Number, *, told: bool) -> float:
    """What it adds that the values agree."""
    return 0.35 * weight(one) + (SAME_STORY if told and weight(one) >= TELLING and nearly_equal(one, two) else 0.0)


def _of_likeness(one: Number, two: Number) -> float:
    """What it adds that the values differ by a slip, or takes that they are far apart."""
    mine, yours = measure(one), measure(two)
    if slip(one, two):
        return 0.3
    return 0.0 if mine is None or yours is None else LIKE.get(likeness(mine, yours), 0.0)


def only(one: Number, two: Number) -> bool:
    """Whether both count one thing of which neither article gives a second number."""
    key = kind(one)
    if key is None or key != kind(two):
        return False
    return len(one.line.page.counted[key]) == 1 == len(two.line.page.counted[key])


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
        self.days = days_between(one, two)
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
        own, lent = self._common()
        pairs = sorted(own.keys() | lent.keys())
        lines = self.one.lines, self.two.lines
        mass = [{i: self.mass(lines[side][i]) for i in sorted({pair[side] for pair in pairs})} for side in (0, 1)]
        extra = [{i: self.borrowed(lines[side][i]) for i in mass[side]} for side in (0, 1)]
        found = {}
        for i, j in pairs:
            both = own.get((i, j), 0.0)
            likeness = both / sqrt(mass[0][i] * mass[1][j])
            if (i, j) in lent:
                helped = (both + lent[i, j]) / sqrt((mass[0][i] + extra[0][i]) * (mass[1][j] + extra[1][j]))
                likeness = max(likeness, helped)
            if likeness >= LEAST_SENTENCE:
                found[i, j] = min(1.0, likeness)
        return found

    def _common(self) -> tuple[dict[tuple[int, int], float], dict[tuple[int, int], float]]:
        """The weight of the words that two sentences share, and of those that one of them only borrows."""
        own: defaultdict[tuple[int, int], float] = defaultdict(float)
        lent: defaultdict[tuple[int, int], float] = defaultdict(float)
        mine, yours = self.one.profile.where, self.two.profile.where
        for key in sorted(mine.keys() & yours.keys()):
            weight = self.weights[key]
            if len(mine[key]) * len(yours[key]) <= MOST:
                for (i, is_own), (j, is_theirs) in product(mine[key], yours[key]):
                    if is_own and is_theirs:
                        own[i, j] += weight
                    elif is_own or is_theirs:
                        lent[i, j] += weight * BORROWED
        return own, lent

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
