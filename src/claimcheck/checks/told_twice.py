"""One figure told twice with different values: headline and text, words and digits, two languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from claimcheck.checks.comparison import Comparison, Write, alike, judged, role
from claimcheck.checks.readings import middle
from claimcheck.link.dimension import measure
from claimcheck.model.bounds import possible
from claimcheck.model.comparison import Evidence
from claimcheck.model.figures import Again
from claimcheck.model.link import Dossier

PLACES = {
    "head": ("headline", "subhead", "teaser", "caption"),
    "words": ("words",),
    "language": ("language",),
    "count": ("count",),
}
EVIDENCE: dict[str, Evidence] = {"head": "headline", "count": "equal_slots"}


class ToldTwice:
    """Fails where the two figures cannot be the same; `where` says which repetitions the rule is about."""

    names = ("claim", "other", "first", "second")

    def __init__(self, where: Literal["head", "words", "language", "count"]) -> None:
        self.where = where
        # a figure quoted in another language is what the author translates, and no speaker's own sum
        self.spoken = False if where == "language" else None
        self.evidence = EVIDENCE.get(where)

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each figure told twice in such a way."""
        for link in dossier.links:
            if not isinstance(link, Again) or link.kind not in PLACES[self.where]:
                continue
            one, two = measure(link.claim), measure(link.other)
            first, second = middle(link.claim), middle(link.other)
            if one is None or two is None or first is None or second is None:
                continue
            claims = (link.claim, link.other)
            fits = link.near or possible(one).meets(possible(two))
            values = (
                ("claim", link.claim.text),
                ("other", link.other.text),
                ("first", write(first)),
                ("second", write(second)),
            )
            roles = (role("claim", link.claim), role("other", link.other))
            shown = f"{write(first)} {alike(first, second, fits=fits)} {write(second)}"
            yield Comparison(judged(fits), claims, roles, values, shown, spoken=self.spoken, evidence=self.evidence)
