"""Whose words a finding rests on: inside a quotation they are somebody else's than the author's."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Literal

from claimcheck.model import Article, Place, Span
from claimcheck.model.attribution import Attribution
from claimcheck.model.comparison import Quoted
from claimcheck.model.span import Stretches

Quotations = Literal["hint", "same", "off"]
"""What becomes of findings inside a quotation: at most a hint, the level of their rule, or not reported."""


class Voices:
    """The quotations of one article and what is around it; worked out when the first finding asks."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._quotes: list[Span] | None = None
        self._around: list[Span] | None = None
        self._told: Stretches | None = None
        self._tellers: dict[Span, set[str | None]] = {}

    def quoted(self, places: Sequence[Place]) -> Quoted | None:
        """The quotation that one of the places stands in, with its speaker where known; None if none does."""
        if self._quotes is None:
            document = self.article.document
            blocks = [region.span for region in document.regions if region.kind == "quoted_block"]
            self._quotes = _joined([*(quotation.span for quotation in document.quotations), *blocks])
        inside = [place.span for place in places if _within(place.span, self._quotes)]
        return Quoted(self._speaker(inside)) if inside else None

    def beside(self, places: Sequence[Place]) -> bool:
        """Whether one of the places stands in what is no part of the article: credits, links to other articles."""
        if self._around is None:
            regions = self.article.document.regions
            self._around = _joined(region.span for region in regions if region.kind == "boilerplate")
        around = self._around
        return bool(around) and any(_within(place.span, around) for place in places)

    def _speaker(self, spans: Sequence[Span]) -> str | None:
        """The one speaker of all of these stretches; None where the text names none, or several."""
        if self._told is None:
            for claim in self.article.claims:
                said = claim.value
                if isinstance(said, Attribution) and said.mode == "direct":
                    teller = said.resolved or (said.source.text if said.source else None)
                    self._tellers.setdefault(said.content.span, set()).add(teller)
            self._told = Stretches(self._tellers)
        named = set().union(*(self._tellers[each] for span in spans for each in self._told.covering(span)))
        return named.pop() if len(named) == 1 else None


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The same stretches, sorted, with those that overlap made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _within(span: Span, stretches: Sequence[Span]) -> bool:
    at = bisect_right(stretches, (span.start, 1 << 62)) - 1
    return at >= 0 and stretches[at].covers(span)
