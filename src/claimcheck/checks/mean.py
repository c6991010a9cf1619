"""An average outside the bounds of its values: "between 10 and 20 euros, on average 24"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.comparison import Comparison, Write, doubted, judged, role
from claimcheck.checks.readings import far_apart, middle
from claimcheck.model import Measure
from claimcheck.model.bounds import bounds, possible
from claimcheck.model.figures import Average
from claimcheck.model.interval import Interval
from claimcheck.model.link import Dossier
from claimcheck.statements.dimension import measure

MOST = Decimal(2)
"""So far outside of its bounds an average is that of something else."""


class MeanInBounds:
    """Fails where an average is certainly below the least or above the greatest value."""

    names = ("average", "low", "high")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each average with the range it belongs to."""
        for link in dossier.each(Average):
            if found := _compare(link, write):
                yield found


def _compare(link: Average, write: Write) -> Comparison | None:
    mean, low = measure(link.average), measure(link.low)
    high = low if link.high is None else measure(link.high)
    shown = middle(link.average)
    if mean is None or low is None or high is None or shown is None:
        return None
    fits = _fits(mean, low, high)
    claims = (link.average, link.low) if link.high is None else (link.average, link.low, link.high)
    roles = (role("claim", link.average), *(role("other", claim) for claim in claims[1:]))
    least = low.low if low.number is None else low.number
    most = high.high if high.number is None else high.number
    if least is None or most is None:
        return Comparison("holds" if fits else "undecided", claims, roles, evidence=link.evidence)
    values = (("average", link.average.text), ("low", write(least)), ("high", write(most)))
    inside = f"{write(least)} ≤ {write(shown)} ≤ {write(most)}"
    outside = f"{write(shown)} > {write(most)}" if shown > most else f"{write(shown)} < {write(least)}"
    far = not fits and far_apart(shown, least if shown < least else most, MOST)
    computed = inside if fits else outside
    return Comparison(
        judged(fits), claims, roles, values, computed, evidence=link.evidence, slot=doubted(fits, far=far)
    )


def _fits(mean: Measure, low: Measure, high: Measure) -> bool:
    """Whether the average may lie between the least and the greatest value that the words allow."""
    ends = sorted(end for each in map(bounds, (low, high)) for end in (each.low, each.high) if end is not None)
    return not ends or Interval(ends[0], ends[-1]).meets(possible(mean))
