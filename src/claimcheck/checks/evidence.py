"""Why the operands of a comparison belong together, as clauses, marks and nouns of the text show."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from claimcheck.checks.comparison import Comparison
from claimcheck.model.comparison import Evidence, Slot
from claimcheck.model.report import Article

BESIDE = 12
"""So many characters at most lie between two words of which the one explains the other."""


def grounds(article: Article, comparison: Comparison) -> tuple[Evidence, Slot | None]:
    """The evidence, and the slot that speaks against comparing, if one does."""
    if comparison.evidence is not None or comparison.asks:
        return comparison.evidence or "wording", None
    spans = sorted({role.span for role in comparison.roles})
    starts = [each.start for each in article.document.sentences]
    if len({bisect_right(starts, span.start) for span in spans}) != 1:
        return "nearness", None
    prose = article.document.prose
    between = [prose[one.end : two.start] for one, two in pairwise(spans)]
    if all(len(each) < BESIDE and any(mark in each for mark in "(,–—-") for each in between):
        return "apposition", None
    if not any(mark in each for each in between for mark in ",;:–—("):
        return "construction", None
    return "nearness", None
