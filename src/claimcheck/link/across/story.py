"""Which articles belong together: those that share rare words, and those that tell one story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import comb, fsum, log, sqrt

from claimcheck.link.across.page import Page

FEW = 12
RARE = 30
"""What is in more articles brings no two together, though it counts for those that something rarer does."""
MANY_TEXTS = 1_000
"""How rare a word is, is told by at least so many articles: all of a few on one event may have it."""
ENOUGH, FRESHLY = 0.5, 2
"""Of the logarithm of all pairs: the more there are, the more must speak for one; twice so much does on the same days.

In pools of 234 to 1,863 articles so are found 84 to 100 of 100 pairs on one event, with 2 to 7 pairs an article.
"""


class _Words:
    """The capitalised words of all articles, each with how much it tells, a thousandfold; which articles have it."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.of = [_capitalised(page) for page in pages]
        self.where: defaultdict[str, list[int]] = defaultdict(list)
        for index, words in enumerate(self.of):
            for word in words:
                self.where[word].append(index)
        many = max(len(pages), MANY_TEXTS)
        self.telling = {word: int(1000 * log(many / len(those))) for word, those in self.where.items()}
        languages = [page.language for page in pages]
        known = {each: set[str]().union(*self._in(each, languages)) for each in set(languages)}
        self._mass = [{each: self._sum(words & known[each]) for each in known} for words in self.of]
        self._languages = languages

    def _in(self, language: str, languages: Sequence[str]) -> Iterator[frozenset[str]]:
        return (words for words, each in zip(self.of, languages, strict=True) if each == language)

    def _sum(self, words: Iterable[str]) -> int:
        return sum(map(self.telling.__getitem__, words))

    def beside(self, index: int) -> list[int]:
        """The later articles that have a rare word in common with one."""
        rare = (those for word in self.of[index] if len(those := self.where[word]) <= RARE)
        return sorted({other for those in rare for other in those if other > index})

    def likeness(self, i: int, j: int) -> float:
        """How much the words that two articles share tell, and how great a part of them they are.

        Of two languages only those words count that the other has somewhere.
        """
        shared = self._sum(self.of[i] & self.of[j])
        mass = self._mass[i][self._languages[j]] * self._mass[j][self._languages[i]]
        return shared * shared / (1000 * sqrt(mass)) if mass else 0.0


def partners(pages: Sequence[Page]) -> list[tuple[int, int]]:
    """Pairs of articles, in order, that share more than chance would have it; two articles are always one."""
    enough = ENOUGH * log(max(1, comb(len(pages), 2)))
    if not enough:
        return list(combinations(range(len(pages)), 2))
    words = _Words(pages)
    return [
        (i, j)
        for i in range(len(pages))
        for j in words.beside(i)
        if words.likeness(i, j) * (FRESHLY if days_between(pages[i], pages[j]) <= FRESH else 1) >= enough
    ]


def _capitalised(page: Page) -> frozenset[str]:
    return frozenset(word.key for line in page.lines for word in line.words if word.capital or word.name)


def days_between(one: Page, two: Page) -> int:
    """How many days lie between two articles; none where either has no date."""
    return abs((one.published - two.published).days) if one.published and two.published else 0


FOLLOWED, FRESH = 10, 3  # days for which an event is news, and for which it is the news of the day
WHOLE, OPENING, SHARED = 0.4, 0.3, 8
OF_THE_DAY = 0.33
SHORT_OPENING, SHORT = 0.6, 4  # two short reports share few words, and nearly all of their openings
REPORT = 6  # sentences; what is shorter is an excerpt, and all of it opening
CONTAINED, MANY = 0.6, 20  # a short report may retell one part of a long one
FIGURES, BARELY = 3, 0.12


def one_story(one: Page, two: Page, days: int) -> bool:
    """Whether most names and nouns of the shorter article, and of the shorter opening, stand in the other too.

    Where fewer do, several telling figures that both state tell it too.
    Measured on articles of one day: above these shares nearly all pairs told of one event, below them few.
    """
    mine, yours = one.profile, two.profile
    shared = [key for key in mine.telling if key in yours.telling]
    if days > FOLLOWED or len(shared) < SHORT:
        return False
    whole = fsum(min(mine.telling[key], yours.telling[key]) for key in shared) / min(mine.mass, yours.mass)
    opening = len(mine.opening & yours.opening) / (min(len(mine.opening), len(yours.opening)) or 1)
    fresh = days <= FRESH
    if _is_retold(len(shared), whole, opening, OF_THE_DAY if fresh else WHOLE):
        return True
    return fresh and _of_one_day(one, two, whole, opening)


def _is_retold(shared: int, whole: float, opening: float, least: float) -> bool:
    if whole >= CONTAINED and shared >= MANY:
        return True
    return shared >= SHARED and opening >= OPENING and whole >= least


def _of_one_day(one: Page, two: Page, whole: float, opening: float) -> bool:
    """The same for two articles on the news of the day: two short reports, or several figures that both state."""
    if opening >= SHORT_OPENING and whole >= WHOLE and min(len(one.lines), len(two.lines)) >= REPORT:
        return True
    return whole >= BARELY and len(one.figures & two.figures) >= FIGURES


WEEKS = 14
SOME, FEW_NAMES, FEWEST, OPENERS, LEAST, FEWEST_SHARED = 0.18, 0.15, 0.1, 2, 3, 2
"""Of 8,383 pairs of unrelated articles 0.8 percent share so much, of 89 pairs on one event 94 percent."""


def stories(pages: Sequence[Page]) -> frozenset[tuple[int, int]]:
    """The pairs of a few articles laid side by side that tell one story, also by way of a third."""
    if len(pages) > FEW:
        return frozenset()
    group = list(range(len(pages)))
    for i, j in combinations(group.copy(), 2):
        if group[i] != group[j] and _may_be_one(pages[i], pages[j]):
            group = [group[i] if each == group[j] else each for each in group]
    return frozenset((i, j) for i, j in combinations(range(len(pages)), 2) if group[i] == group[j])


def _may_be_one(one: Page, two: Page) -> bool:
    """Whether a fifth of the names and nouns of the shorter one stand in both; fewer where both openings name the
    same, or where they give the same values for the same measures, the fewest on days in a row.

    Chance brings texts together on one day too; what is said of one thing then is hardly ever of one concept.
    """
    days = days_between(one, two)
    mine, yours = one.profile, two.profile
    shared = [min(weight, yours.telling[key]) for key, weight in mine.telling.items() if key in yours.telling]
    alike = bool(one.measured & two.measured)
    if days > WEEKS or len(shared) < (FEWEST_SHARED if days <= FRESH else LEAST - alike):
        return False
    beside = len(mine.opening & yours.opening) >= OPENERS or alike
    needed = FEWEST if days <= FRESH else FEW_NAMES if beside else SOME
    return fsum(shared) / min(mine.mass, yours.mass) >= needed
