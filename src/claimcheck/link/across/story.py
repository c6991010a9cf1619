"""Which articles belong together: those that share rare words, and those that tell one story."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations
from math import fsum, log

from claimcheck.link.across.page import Page

FEW = 12
ALL = 40
"""So many articles are all laid side by side."""
RARE = 30
PARTNERS = 8
ENOUGH = 12.0
MANY_TEXTS = 1_000
"""How rare a word is, is told by at least so many articles: all of a few on one event may have it."""


def partners(pages: Sequence[Page]) -> list[tuple[int, int]]:
    """Pairs of articles, in order; of few articles all pairs, of many at most PARTNERS for each."""
    if len(pages) <= ALL:
        return list(combinations(range(len(pages)), 2))
    best: defaultdict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for (i, j), total in _likeness(pages).items():
        if total >= 1000 * ENOUGH:
            best[i].append((-total, i, j))
            best[j].append((-total, i, j))
    chosen = {(i, j) for each in best.values() for _, i, j in sorted(each)[:PARTNERS]}
    return sorted(chosen)


def _likeness(pages: Sequence[Page]) -> Counter[tuple[int, int]]:
    """How much the rare capitalised words tell that two articles share, a thousandfold."""
    where: defaultdict[str, list[int]] = defaultdict(list)
    for page in pages:
        for key in _capitalised(page):
            where[key].append(page.index)
    found: Counter[tuple[int, int]] = Counter()
    for those in (where[key] for key in sorted(where) if 1 < len(where[key]) <= RARE):
        telling = int(1000 * log(max(len(pages), MANY_TEXTS) / len(those)))
        found.update(dict.fromkeys(combinations(those, 2), telling))
    return found


def _capitalised(page: Page) -> set[str]:
    return {word.key for line in page.lines for word in line.words if word.capital or word.name}


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
SOME, FEW_NAMES, OPENERS, LEAST = 0.25, 0.15, 2, 3


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
    """Whether a quarter of the names and nouns of the shorter one stand in both; fewer where both openings name the
    same, or where they give the same values for the same measures.
    """
    days = (one.published - two.published).days if one.published and two.published else 0
    if abs(days) > WEEKS:
        return False
    mine, yours = one.profile, two.profile
    shared = [min(weight, yours.telling[key]) for key, weight in mine.telling.items() if key in yours.telling]
    if len(shared) < LEAST:
        return False
    whole = fsum(shared) / min(mine.mass, yours.mass)
    beside = len(mine.opening & yours.opening) >= OPENERS or bool(one.measured & two.measured)
    return whole >= (FEW_NAMES if beside else SOME)
