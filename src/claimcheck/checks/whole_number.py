"""A share that no whole number of things can make: "45 percent of the twelve jurors"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_FLOOR, Decimal

from claimcheck.checks.comparison import Comparison, Write, judged, role, rounded
from claimcheck.checks.readings import middle
from claimcheck.link.dimension import measure
from claimcheck.model.bounds import possible
from claimcheck.model.figures import ShareOfCount
from claimcheck.model.interval import HUNDRED, exactly
from claimcheck.model.link import Dossier


class WholeNumber:
    """Fails where no whole number out of so few comes to the stated percentage, rounded or cut off.

    Source: the granularity test of means (GRIM) of Brown and Heathers, for percentages.
    """

    names = ("share", "count", "low", "high", "below", "above")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each share of a small number of things."""
        for link in dossier.links:
            if not isinstance(link, ShareOfCount):
                continue
            value, count, share = measure(link.share), middle(link.whole), middle(link.share)
            if value is None or not count or share is None:
                continue
            stated = possible(value)
            below = (share * count / HUNDRED).to_integral_value(ROUND_FLOOR)
            near = [number for number in (below - 1, below, below + 1) if 0 <= number <= count]
            claims = (link.share, link.whole)
            fitting = [number for number in near if stated.meets(exactly(number * HUNDRED / count))]
            fits = share > HUNDRED or bool(fitting)
            low, high = (rounded(number * HUNDRED / count, Decimal(0)) for number in (below, below + 1))
            values = (
                ("share", link.share.text),
                ("count", link.whole.text),
                ("below", write(below)),
                ("above", write(below + 1)),
                ("low", write(low)),
                ("high", write(high)),
            )
            roles = (role("share", link.share), role("whole", link.whole))
            pairs = [(n, rounded(n * HUNDRED / count, Decimal(0))) for n in fitting[:1] or (below, below + 1)]
            shown = ", ".join(f"{write(n)} / {write(count)} = {write(p)} %" for n, p in pairs)
            yield Comparison(judged(fits), claims, roles, values, shown)
