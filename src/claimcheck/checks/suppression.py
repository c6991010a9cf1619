"""Suppressions that do not hold: unused, expired, without a reason, or not to be understood."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from claimcheck.checks.comparison import Comparison, Mend, Role, Write, judged
from claimcheck.model.ledger import Use
from claimcheck.model.link import Dossier
from claimcheck.model.span import Span

SHOWN = 120


class SuppressionFault:
    """Fails for each suppression with this fault; it looks at what became of them after all other rules have run."""

    names = ("rule", "reason", "until", "suppression", "near")

    def __init__(self, fault: Literal["unused", "expired", "undated", "without_reason", "unclear"]) -> None:
        self.fault = fault

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each suppression of the article."""
        del write
        text = dossier.article.document.text
        for use in dossier.links:
            if not isinstance(use, Use):
                continue
            suppression, state, place, near = use
            shown = text[place.start : place.end]
            until = suppression.until.isoformat() if suppression.until else ""
            values = (
                ("rule", suppression.rule),
                ("reason", suppression.reason),
                ("until", until),
                ("suppression", shown if len(shown) <= SHOWN else shown[:SHOWN] + " …"),
                ("near", near or ""),
            )
            at = text.find(suppression.rule, place.start, place.end) if near else -1
            mends = (Mend(Span(at, at + len(suppression.rule)), near),) if near and at >= 0 else ()
            roles = (Role("suppression", place, shown),)
            yield Comparison(judged(state != self.fault), (), roles, values, "", mends, asks=True)
