"""Wordings that hide who says it or how much it is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from claimcheck.checks.comparison import Comparison, Role, Write, judged
from claimcheck.link.naming.sourcing import Sources
from claimcheck.model import Span
from claimcheck.model.link import Dossier
from claimcheck.model.stretches import Stretches
from claimcheck.model.wording import WordingKind

MEASURED = ("amount", "percentage", "quantity")
NAMED = ("person", "organisation")


class Vague:
    """Fails for wordings of one kind in the author's own words, below the headline.

    `unless_sourced`: not in the words of a named speaker, nor where a source stands in the sentence or the one before.
    `unless_measured`: not with a number in either. `checkable`: only in a sentence with a number, a relation, or the
    name of somebody of whom it is said.
    """

    names = ("wording",)

    def __init__(
        self,
        wording: WordingKind,
        unless_sourced: bool = False,
        unless_measured: bool = False,
        checkable: bool = False,
    ) -> None:
        self.wording = wording
        self.unless_sourced = unless_sourced
        self.unless_measured = unless_measured
        self.checkable = checkable

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each such wording."""
        del write
        wordings = [each for each in dossier.article.wordings if each.kind == self.wording]
        if not wordings:
            return
        document = dossier.article.document
        quoted = Stretches(quotation.span for quotation in document.quotations)
        headline = document.headline.end if document.headline is not None else 0
        sentences = _Sentences(dossier)
        for each in wordings:
            if each.span.start < headline or quoted.cover(each.span):
                continue
            silent = self._silent(each.span, sentences)
            roles = (Role("claim", each.span, each.text),)
            yield Comparison(judged(silent), (), roles, (("wording", each.text),), asks=True)

    def _silent(self, span: Span, sentences: _Sentences) -> bool:
        """Whether what stands around a wording makes up for it."""
        number = sentences.number(span.start)
        return (
            (self.unless_sourced and sentences.sources.near(span))
            or (self.unless_measured and not sentences.measured.isdisjoint((number - 1, number)))
            or (self.checkable and number not in sentences.checkable)
        )


class _Sentences:
    """What the sentences of an article hold, by their numbers from 1."""

    def __init__(self, dossier: Dossier) -> None:
        article = dossier.article
        self.sources = Sources(article)
        self.starts = self.sources.starts
        claims = article.claims
        self.measured = {self.number(each.span.start) for each in claims if each.type in MEASURED}
        related = {self.number(each.span.start) for each in claims if each.type == "relation"}
        named = {self.number(each.span.start) for each in article.mentions if each.kind in NAMED}
        self.checkable = self.measured | related | named

    def number(self, start: int) -> int:
        return bisect_right(self.starts, start)
