"""Wordings that hide who says it or how much it is."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.comparison import Comparison, Role, Write
from claimcheck.model.attribution import Attribution
from claimcheck.model.link import Dossier
from claimcheck.model.stretches import Stretches
from claimcheck.model.wording import WordingKind

OPEN_SOURCES = ("anonymous", "none")


class Vague:
    """Fails for wordings of one kind in the author's own words.

    `unless_attributed`: not in the words of a named speaker, who answers for them.
    """

    names = ("wording",)

    def __init__(self, wording: WordingKind, unless_attributed: bool = False) -> None:
        self.wording = wording
        self.unless_attributed = unless_attributed

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each such wording."""
        del write
        document = dossier.article.document
        found = [each for each in dossier.article.wordings if each.kind == self.wording]
        if not found:
            return
        named = Stretches(
            claim.value.content.span
            for claim in dossier.article.claims
            if isinstance(claim.value, Attribution) and claim.value.source_kind not in OPEN_SOURCES
        )
        quoted = Stretches(quotation.span for quotation in document.quotations)
        for each in found:
            if not quoted.cover(each.span):
                silent = self.unless_attributed and named.cover(each.span)
                yield Comparison(not silent, (), (Role("claim", each.span, each.text),), (("wording", each.text),))
