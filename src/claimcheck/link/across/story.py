"""Whether two articles tell one story: of the same days, with the same names in their openings or the same figures."""

from __future__ import annotations

from math import fsum

from claimcheck.link.across.page import Page

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
    if opening >= OPENING and whole >= (OF_THE_DAY if fresh else WHOLE) and len(shared) >= SHARED:
        return True
    if fresh and opening >= SHORT_OPENING and whole >= WHOLE and min(len(one.lines), len(two.lines)) >= REPORT:
        return True
    if whole >= CONTAINED and len(shared) >= MANY:
        return True
    return fresh and whole >= BARELY and len(one.figures & two.figures) >= FIGURES
