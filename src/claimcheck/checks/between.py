"""What two articles say of one thing and cannot both be true."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.comparison import Comparison, Role, Write, judged, one_line
from claimcheck.link.across.facts import newest
from claimcheck.model.link import Dossier
from claimcheck.model.tie import Aspect, Tie


class Between:
    """Fails for each tie with this aspect that is no agreement; `disagree`: for two named sources that differ.

    Where many articles disagree about one thing, each two values are reported once, for the newest articles that have
    them.
    """

    names = ("claim", "other", "path", "other_path", "working")

    def __init__(self, aspect: Aspect, disagree: bool = False) -> None:
        self.aspect = aspect
        self.disagree = disagree

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each tie of the kind this rule looks at."""
        del write
        ties = [each for each in dossier.links if isinstance(each, Tie) and self._compares(each)]
        failed = [tie for tie in ties if tie.relation != "agrees"]
        told = set(newest(failed, (dossier.article, *dossier.beside)))
        for tie in ties:
            a, b = tie.a, tie.b
            values = (
                ("claim", one_line(a.text)),
                ("other", one_line(b.text)),
                ("path", a.path),
                ("other_path", b.path),
                ("working", tie.working),
            )
            yield Comparison(
                judged(tie.relation == "agrees"),
                claims=(),
                roles=(Role("claim", a.span, a.text, a.path), Role("other", b.span, b.text, b.path)),
                values=values,
                computation=tie.working,
                covered=tie not in told,
                evidence="article",
            )

    def _compares(self, tie: Tie) -> bool:
        if self.disagree:
            return tie.relation == "differs"
        return tie.aspect == self.aspect and tie.relation in ("agrees", "conflicts")
