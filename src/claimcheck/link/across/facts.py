"""From ties to facts: everything that several articles say of one thing, article by article."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from claimcheck.link.across.line import WORD
from claimcheck.model import Article, Claim, Measure
from claimcheck.model.report import Aspect, End, Tie, TieRelation

RANK: dict[TieRelation, int] = {"conflicts": 0, "differs": 1, "updates": 2, "agrees": 3}
COPY = 0.8
OWN = ("amount", "percentage", "quantity")


class Fact(NamedTuple):
    """One thing several articles speak of: what each says, and how that stands to the others.

    `sources` is how many of the articles are independent: those that tell it in the same sentence count once.
    """

    relation: TieRelation
    aspect: Aspect
    ends: tuple[End, ...]
    sources: int

    def of(self, path: str) -> tuple[End, ...]:
        """What the article at this path says."""
        return tuple(end for end in self.ends if end.path == path)


def facts(ties: Sequence[Tie], articles: Sequence[Article]) -> tuple[Fact, ...]:
    """The facts, those in conflict first, then by place; every place of a text belongs to one of them."""
    parent: dict[End, End] = {}

    def root(end: End) -> End:
        while parent.setdefault(end, end) != end:
            end = parent[end]
        return end

    for tie in ties:
        first, second = sorted((root(tie.a), root(tie.b)))
        parent[second] = first
    groups: defaultdict[End, list[Tie]] = defaultdict(list)
    for tie in ties:
        groups[root(tie.a)].append(tie)
    sentences = {article.document.path: article for article in articles}
    found = []
    for group in groups.values():
        strongest = min(group, key=lambda tie: (RANK[tie.relation], tie))
        ends = tuple(sorted({end for tie in group for end in (tie.a, tie.b)}))
        found.append(Fact(strongest.relation, strongest.aspect, ends, _independent(ends, sentences)))
    return tuple(sorted(found, key=lambda fact: (RANK[fact.relation], fact.aspect == "name", fact.ends)))


def newest(ties: Sequence[Tie], articles: Sequence[Article]) -> tuple[Tie, ...]:
    """Of the ties between the same two values of one fact only the one between the newest articles."""
    published = {article.document.path: article.document.published or date.min for article in articles}
    fact = {end: number for number, each in enumerate(facts(ties, articles)) for end in each.ends}
    kept: dict[tuple[int, frozenset[str]], Tie] = {}
    for tie in sorted(ties, key=lambda tie: sorted((published[tie.a.path], published[tie.b.path])), reverse=True):
        kept.setdefault((fact[tie.a], frozenset(tie.values)), tie)
    return tuple(sorted(kept.values()))


def _independent(ends: Sequence[End], articles: dict[str, Article]) -> int:
    """How many groups of articles tell it in words of their own."""
    told: list[tuple[set[str], frozenset[str]]] = []
    for end in ends:
        words = _sentence(articles[end.path], end)
        near = [each for each in told if end.path in each[0] or _alike(words, each[1])]
        told = [each for each in told if each not in near]
        told.append(({end.path}.union(*(each[0] for each in near)), words))
    return len(told)


def _alike(mine: frozenset[str], yours: frozenset[str]) -> bool:
    return len(mine & yours) >= COPY * len(mine | yours)


def _sentence(article: Article, end: End) -> frozenset[str]:
    spans = article.document.sentences
    at = bisect_right(spans, end.span.start, key=lambda span: span.start) - 1
    span = spans[at] if at >= 0 else end.span
    return frozenset(WORD.findall(article.document.prose[span.start : span.end].lower()))


def alone(article: Article, shared: Sequence[Fact]) -> tuple[Claim, ...]:
    """The numbers of an article that no other article speaks of."""
    told = {end.span for fact in shared for end in fact.of(article.document.path)}
    return tuple(
        claim
        for claim in article.claims
        if claim.type in OWN and isinstance(claim.value, Measure) and claim.span not in told
    )
