"""A range whose first end is the larger: "between 31 and 26 million"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.comparison import Comparison, Write, judged, role
from claimcheck.link.dimension import measure
from claimcheck.model.link import Dossier, Spread


class InvertedRange:
    """Fails where the lower end of a range is above the upper one."""

    names = ("range", "low", "high")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each range with two ends."""
        for link in dossier.links:
            if not isinstance(link, Spread):
                continue
            claim = link.claim
            value = measure(claim)
            if value is None or value.number is not None or value.low is None or value.high is None:
                continue
            fits = value.low <= value.high
            low, high = write(value.low), write(value.high)
            values = (("range", claim.text), ("low", low), ("high", high))
            shown = f"{low} {'≤' if fits else '>'} {high}"
            yield Comparison(judged(fits), (claim,), (role("range", claim),), values, shown, evidence="wording")
