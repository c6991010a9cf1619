"""What the sources say to a draft: statements they contradict, or do not have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from claimcheck.checks.comparison import Comparison, Write
from claimcheck.model.link import Dossier
from claimcheck.model.support import Support


class Sourced:
    """Fails for each statement with this verdict; `reasons` says each reason in words, by language."""

    names = ("claim", "reason", "source", "working")

    def __init__(self, verdict: Literal["contradicted", "not_found"], reasons: Mapping[str, Mapping[str, str]]) -> None:
        self.verdict = verdict
        self.reasons = reasons

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """Nothing: an article alone has no sources."""
        return iter(())

    def compares(self, support: Support) -> bool:
        """Whether the statement was held against the sources at all."""
        return support.verdict != "not_checked"

    def fails(self, support: Support) -> bool:
        """Whether the sources gave this verdict."""
        return support.verdict == self.verdict
