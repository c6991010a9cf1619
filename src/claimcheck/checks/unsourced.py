"""Numbers and relations that nobody answers for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal

from claimcheck.checks.comparison import Comparison, Role, Write
from claimcheck.model import Claim
from claimcheck.model.attribution import Attribution
from claimcheck.model.link import Dossier
from claimcheck.model.relation import Relation
from claimcheck.model.stretches import Stretches

TELLING = ("acquires", "holds_stake", "raises", "invests", "joins")
MONEY = ("price", "share", "amount")


class Unsourced:
    """Fails where somebody's number, or a deal, stands in the author's voice without any source near it.

    Near is the same sentence and the one before. Numbers count only where they are an argument of a relation or have
    both a measure and an owner: others are too many to be read.
    """

    names = ("claim",)

    def __init__(self, of: Literal["numbers", "relations"]) -> None:
        self.of = of

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each such claim."""
        del write
        document = dossier.article.document
        claims = self._claims(dossier)
        if not claims:
            return
        starts = [span.start for span in document.sentences]
        sourced: set[int] = set()
        for claim in dossier.article.claims:
            if isinstance(claim.value, Attribution):
                first = bisect_right(starts, claim.span.start)
                sourced.update(range(first, bisect_right(starts, claim.span.end) + 2))
        quoted = Stretches(quotation.span for quotation in document.quotations)
        for claim in claims:
            alone = claim.voice is None and bisect_right(starts, claim.span.start) not in sourced
            if quoted.cover(claim.span):
                continue
            yield Comparison(alone, (claim,), tuple(_roles(claim)), (("claim", claim.text),), "")

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


def _roles(claim: Claim) -> Iterator[Role]:
    relation = claim.value
    if not isinstance(relation, Relation):
        yield Role("claim", claim.span, claim.text)
        return
    for name, each in relation.arguments:
        yield Role(name, each.span, each.text)
