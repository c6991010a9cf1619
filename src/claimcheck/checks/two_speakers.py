"""One quotation, two speakers."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.comparison import Comparison, Role, Write, judged
from claimcheck.model.link import Dossier
from claimcheck.model.naming import TwoSpeakers


class QuotedOfTwo:
    """Fails where the same words in quotation marks are said to be those of two persons."""

    names = ("speaker", "other")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each quotation that comes a second time."""
        del write
        for link in dossier.links:
            if isinstance(link, TwoSpeakers):
                roles = [Role("other", link.other.span, link.other.text)]
                if link.source.span.end:
                    roles.insert(0, Role("claim", link.source.span, link.source.text))
                values = (("speaker", link.speaker), ("other", link.first))
                claims = () if link.claim is None else (link.claim,)
                shown = f"{link.first} {'≠' if link.clash else '='} {link.speaker}"
                yield Comparison(
                    judged(not link.clash), claims, tuple(roles), values, shown, spoken=False, evidence="register"
                )
