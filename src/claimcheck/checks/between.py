"""What two articles say of one thing and cannot both be true."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.comparison import Comparison, Write
from claimcheck.model.link import Dossier
from claimcheck.model.tie import Aspect, Tie


class Between:
    """Fails for each tie with this aspect that is no agreement; `disagree`: for two named sources that differ."""

    names = ("claim", "other", "path", "other_path", "working")

    def __init__(self, aspect: Aspect, disagree: bool = False) -> None:
        self.aspect = aspect
        self.disagree = disagree

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """Nothing: one article alone has no other side."""
        return iter(())

    def compares(self, tie: Tie) -> bool:
        """Whether the tie is of the kind this rule looks at."""
        if self.disagree:
            return tie.relation == "differs"
        return tie.aspect == self.aspect and tie.relation in ("agrees", "conflicts")

    def fails(self, tie: Tie) -> bool:
        """Whether it is no agreement."""
        return self.compares(tie) and tie.relation != "agrees"
