"""More than everybody: "120 percent of respondents"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.comparison import Comparison, Write, judged, role, word_role
from claimcheck.checks.readings import allowed, middle
from claimcheck.model.interval import HUNDRED
from claimcheck.model.link import Dossier, ShareOf


class OverHundred:
    """Fails where a share of a group of people is certainly above 100 percent."""

    names = ("share", "group")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each share of a named group."""
        for link in dossier.links:
            if not isinstance(link, ShareOf):
                continue
            low, shown = allowed(link.share).low, middle(link.share)
            if shown is None:
                continue
            fits = low is None or low <= HUNDRED
            yield Comparison(
                judged(fits),
                (link.share,),
                (role("share", link.share), word_role("group", link.group)),
                (("share", link.share.text), ("group", link.group.text)),
                f"{write(shown)} % {'≤' if fits else '>'} 100 %",
            )
