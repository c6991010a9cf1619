"""Numbers and relations that nobody answers for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal

from claimcheck.checks.comparison import Comparison, Role, Write, judged
from claimcheck.link.naming.sourcing import Sources
from claimcheck.model import Claim, Span
from claimcheck.model.attribution import Attribution
from claimcheck.model.link import Dossier
from claimcheck.model.relation import Relation
from claimcheck.model.report import Article
from claimcheck.model.stretches import Stretches

TELLING = ("acquires", "holds_stake", "raises", "invests", "joins")
MONEY = ("price", "share", "amount")
LISTED = ("amount", "percentage", "duration")


class Unsourced:
    """Fails where somebody's number, or a deal, stands in the author's voice without any source near it.

    Near is the same sentence and those beside it; headlines are left to the text below them. Numbers count only where
    they are an argument of a relation, have both a measure and an owner, or stand in a list of what somebody offers:
    others are too many to be read.
    """

    names = ("claim",)

    def __init__(self, of: Literal["numbers", "relations"]) -> None:
        self.of = of

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each such claim."""
        del write
        document = dossier.article.document
        headline = document.headline.end if document.headline is not None else 0
        claims = self._claims(dossier)
        offered = set(_offered(dossier.article)) if self.of == "numbers" else set()
        for claim in dossier.article.claims if self.of == "numbers" else ():
            if claim.span in offered and claim.type in LISTED and claim.voice is None:
                yield _comparison(claim, alone=True)
        if not claims:
            return
        sources = Sources(dossier.article)
        quoted = Stretches(quotation.span for quotation in document.quotations)
        for claim in claims:
            if claim.span.start >= headline and not quoted.cover(claim.span) and claim.span not in offered:
                yield _comparison(claim, alone=claim.voice is None and not sources.near(claim.span, behind=1))

    def _claims(self, dossier: Dossier) -> list[Claim]:
        relations = [claim for claim in dossier.article.claims if isinstance(claim.value, Relation)]
        if self.of == "relations":
            return [each for each in relations if isinstance(each.value, Relation) and each.value.predicate in TELLING]
        told = {
            argument.span
            for claim in relations
            if isinstance(claim.value, Relation)
            for role, argument in claim.value.arguments
            if role in MONEY
        }
        return [
            claim
            for claim in dossier.article.claims
            if claim.type in ("amount", "percentage")
            and (
                claim.span in told
                or (claim.about is not None and claim.about.measure is not None and claim.about.entities)
            )
        ]


def _offered(article: Article) -> Iterator[Span]:
    """The claims in the items of lists that a sentence about somebody introduces: "Nordwerk AG offers:"."""
    document = article.document
    items = frozenset(document.list_items)
    if not items:
        return
    begins = {each.end: each.start for each in document.sentences}
    claims = sorted({each.span for each in article.claims})
    lead = False
    for paragraph in document.paragraphs:
        if paragraph not in items:
            start = begins.get(paragraph.end, paragraph.start)
            colon = document.prose.endswith(":", start, paragraph.end)
            lead = colon and _named(article, Span(start, paragraph.end))
        elif lead:
            first, last = (bisect_left(claims, (at,)) for at in paragraph)
            yield from (span for span in claims[first:last] if paragraph.covers(span))


def _named(article: Article, span: Span) -> bool:
    """Whether an organisation is named in the span, and nobody speaks there."""
    speaks = any(isinstance(each.value, Attribution) and each.span.touches(span) for each in article.claims)
    return not speaks and any(each.kind == "organisation" and span.covers(each.span) for each in article.mentions)


def _comparison(claim: Claim, *, alone: bool) -> Comparison:
    return Comparison(
        judged(not alone), (claim,), tuple(_roles(claim)), (("claim", claim.text),), evidence="wording", asks=True
    )


def _roles(claim: Claim) -> Iterator[Role]:
    relation = claim.value
    if not isinstance(relation, Relation):
        yield Role("claim", claim.span, claim.text)
        return
    for name, each in relation.arguments:
        yield Role(name, each.span, each.text)
