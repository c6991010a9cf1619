"""Which articles are worth laying side by side: those that share words few others have."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log

from claimcheck.link.across.page import Page

ALL = 12
RARE = 30
PARTNERS = 8
ENOUGH = 12.0


def partners(pages: Sequence[Page]) -> list[tuple[int, int]]:
    """Pairs of articles, in order; of few articles all pairs, of many at most PARTNERS for each."""
    if len(pages) <= ALL:
        return [(i, j) for i in range(len(pages)) for j in range(i + 1, len(pages))]
    where: defaultdict[str, list[int]] = defaultdict(list)
    for page in pages:
        for key in sorted({word.key for line in page.lines for word in line.words if word.capital or word.name}):
            where[key].append(page.index)
    likeness: Counter[tuple[int, int]] = Counter()
    for key in sorted(where):
        those = where[key]
        if 1 < len(those) <= RARE:
            telling = int(1000 * log(len(pages) / len(those)))
            for at, i in enumerate(those):
                for j in those[at + 1 :]:
                    likeness[i, j] += telling
    best: defaultdict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for (i, j), total in likeness.items():
        if total >= 1000 * ENOUGH:
            best[i].append((-total, i, j))
            best[j].append((-total, i, j))
    chosen = {(i, j) for each in best.values() for _, i, j in sorted(each)[:PARTNERS]}
    return sorted(chosen)
