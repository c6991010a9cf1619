"""A rank against those who are before it: "third, behind only Chile"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.comparison import Comparison, Write, judged, word_role
from claimcheck.model.figures import Ranked
from claimcheck.model.link import Dossier


class RankBehind:
    """Fails where more are named than can be before the rank, or fewer although they are said to be all."""

    names = ("rank", "names", "count", "result")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each rank with names before it."""
        del write
        for link in dossier.links:
            if not isinstance(link, Ranked):
                continue
            before = link.place - 1
            fits = link.named == before or (link.named < before and not link.alone)
            values = (
                ("rank", link.rank.text),
                ("names", link.names.text),
                ("count", str(link.named)),
                ("result", str(link.named + 1)),
            )
            roles = (word_role("claim", link.rank), word_role("other", link.names))
            between = "=" if link.named == before else "≤" if fits else "≠"
            shown = f"{link.named} + 1 = {link.named + 1} {between} {link.place}"
            yield Comparison(judged(fits), (), roles, values, shown)
