"""The sentences of one document as rows, each built when it is first asked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from claimcheck.extract.clauses.grammar import Grammar
from claimcheck.extract.clauses.phrases import phrases_of
from claimcheck.extract.clauses.row import FARTHEST, Around, Row
from claimcheck.model import Claim, Document, Span
from claimcheck.model.entity import Mention

BLOCK = 131_072
"""Characters."""


class Rows:
    """The sentences of one document, each made into a row when it is first asked for."""

    def __init__(
        self, document: Document, grammar: Grammar, claims: Sequence[Claim], mentions: Sequence[Mention]
    ) -> None:
        self.document, self.grammar = document, grammar
        self.claims, self.mentions = claims, mentions
        self._starts = [span.start for span in document.sentences]
        self._claim_starts = [claim.span.start for claim in claims]
        self._mention_starts = [each.span.start for each in mentions]
        self._rows: dict[int, Row] = {}
        self._around: dict[int, Around] = {}
        self._holding: dict[str, frozenset[int]] = {}

    def number(self, offset: int) -> int:
        """The number of the sentence an offset lies in, -1 where it lies in none."""
        at = bisect_left(self._starts, offset + 1) - 1
        return at if at >= 0 and offset < self.document.sentences[at].end else -1

    def holds(self, number: int, kind: str) -> bool:
        """Whether a sentence holds a claim of a type."""
        if kind not in self._holding:
            self._holding[kind] = frozenset(self.number(each.span.start) for each in self.claims if each.type == kind)
        return number in self._holding[kind]

    def row(self, number: int) -> Row:
        """The row of one sentence."""
        if number not in self._rows:
            span = self.document.sentences[number]
            read = Span(span.start, min(span.end, span.start + FARTHEST))
            self._rows[number] = Row(
                self.document.prose,
                span,
                self.grammar,
                _within(self.claims, self._claim_starts, read),
                _within(self.mentions, self._mention_starts, read),
                self._near(span.start // BLOCK),
                phrases_of,
            )
        return self._rows[number]

    def _near(self, block: int) -> Around:
        """The stretch in which a word of a sentence in this block is looked for again: the blocks beside it too.

        It bounds what one word can cost; shorter articles, which all but a few are, are searched as a whole.
        """
        if block not in self._around:
            self._around[block] = Around(max(block - 1, 0) * BLOCK, (block + 2) * BLOCK, {})
        return self._around[block]


def _within(items: Sequence[Any], starts: list[int], span: Span) -> list[Any]:
    return list(items[bisect_left(starts, span.start) : bisect_left(starts, span.end)])
