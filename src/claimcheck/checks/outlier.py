"""One number of a series about a thousand times the others: million for billion."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.comparison import Comparison, Write, role
from claimcheck.checks.readings import middle
from claimcheck.model.figures import Series
from claimcheck.model.link import Dossier


class ScaleSlip:
    """Fails for every number that stands out of its series by a factor of about a thousand."""

    names = ("claim", "other", "ratio")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each such number."""
        for link in dossier.links:
            if not isinstance(link, Series):
                continue
            first, second = middle(link.claim), middle(link.others[0])
            if not first or not second:
                continue
            ratio = (max(first, second) / min(first, second)).to_integral_value()
            other = link.others[0].text
            values = (("claim", link.claim.text), ("other", other), ("ratio", write(ratio)))
            roles = (role("claim", link.claim), *(role("other", each) for each in link.others))
            computation = f"{write(max(first, second))} / {write(min(first, second))} = {write(ratio)}"
            yield Comparison("fails", (link.claim, *link.others), roles, values, computation)
