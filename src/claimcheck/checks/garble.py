"""Digits that no notation allows."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.comparison import Comparison, Write, word_role
from claimcheck.model.figures import Garbled
from claimcheck.model.link import Dossier


class GarbledNumber:
    """Fails for every number that is written in a way that stands for nothing."""

    names = ("number",)

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each garbled number."""
        del write
        for link in dossier.links:
            if isinstance(link, Garbled):
                roles = (word_role("claim", link.number),)
                text = link.number.text
                yield Comparison("fails", (), roles, (("number", text),), text, evidence="wording")
