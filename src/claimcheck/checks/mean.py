"""An average outside the bounds of its values: "between 10 and 20 euros, on average 24"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.comparison import Comparison, Write, judged, role
from claimcheck.checks.readings import middle
from claimcheck.link.dimension import measure
from claimcheck.model.bounds import bounds, possible
from claimcheck.model.figures import Average
from claimcheck.model.interval import Interval
from claimcheck.model.link import Dossier


class MeanInBounds:
    """Fails where an average is certainly below the least or above the greatest value."""

    names = ("average", "low", "high")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each average with the range it belongs to."""
        for link in dossier.links:
            if not isinstance(link, Average):
                continue
            mean, low = measure(link.average), measure(link.low)
            high = low if link.high is None else measure(link.high)
            shown = middle(link.average)
            if mean is None or low is None or high is None or shown is None:
                continue
            one, two = bounds(low), bounds(high)
            ends = sorted(end for each in (one, two) for end in (each.low, each.high) if end is not None)
            claims = (link.average, link.low) if link.high is None else (link.average, link.low, link.high)
            fits = not ends or Interval(ends[0], ends[-1]).meets(possible(mean))
            least = low.low if low.number is None else low.number
            most = high.high if high.number is None else high.number
            roles = (role("claim", link.average), *(role("other", claim) for claim in claims[1:]))
            if least is None or most is None:
                yield Comparison("holds" if fits else "undecided", claims, roles)
                continue
            values = (("average", link.average.text), ("low", write(least)), ("high", write(most)))
            inside = f"{write(least)} ≤ {write(shown)} ≤ {write(most)}"
            outside = f"{write(shown)} > {write(most)}" if shown > most else f"{write(shown)} < {write(least)}"
            yield Comparison(judged(fits), claims, roles, values, inside if fits else outside)
