"""A document read only as far as somebody asks: numbers and names at once, statements and measures on demand."""

from __future__ import annotations

from functools import cached_property

from claimcheck.extract import read_numbers
from claimcheck.extract.context import attributions_of, relations_of
from claimcheck.extract.entities import find_entities
from claimcheck.language import analysis
from claimcheck.languages import load
from claimcheck.model import Article, Claim, Document, Span
from claimcheck.model.claim import About, Attribution, Noun
from claimcheck.reference import EntityIndex
from claimcheck.statements import find_abouts


class OnDemand:
    """What `read_article` reads of a segmented document, without what nobody asked for.

    `article` has the numbers and dates for its claims, and all names. No language, no claims.
    """

    def __init__(self, document: Document, known: EntityIndex) -> None:
        if document.language is None:
            self.article = Article(document, ())
            return
        language = load(document.language)
        claims, unread = read_numbers(document, language)
        mentions = find_entities(document.prose, document, language, known)
        claims.sort(key=lambda claim: (claim.span.start, -claim.span.end, claim.type))
        self.article = Article(document, tuple(claims), unread, mentions, analysis=analysis(document))

    @cached_property
    def statements(self) -> list[Attribution]:
        """Who says what, in the order of the text."""
        document, code = self.article.document, self.article.document.language
        article = self.article
        found = [] if code is None else attributions_of(document, code, article.mentions, article.analysis)
        return sorted(found, key=lambda each: (each.span.start, -each.span.end))

    @cached_property
    def relations(self) -> list[Claim]:
        """Who did what to whom, in the order of the text; whose words these are is left open."""
        language = self.article.document.language
        return [] if language is None else relations_of(self.article, language)

    def measure(self, claim: Claim) -> Noun | None:
        """The noun that a number of the article is a value of."""
        about = self._abouts.get(claim.span)
        return None if about is None else about.measure

    @cached_property
    def _abouts(self) -> dict[Span, About]:
        """What the numbers speak of, by their places: one may take its measure over from the one before."""
        article = self.article
        if article.analysis is None or article.document.language is None:
            return {}
        found = find_abouts(article.analysis, article.document.language, article.claims, article.mentions)
        return {article.claims[i].span: about for i, about in found.items()}
