"""Shares of one whole that do not make 100 percent: "34 for, 41 against, 35 abstained"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate

from claimcheck.checks.comparison import Comparison, Write, judged, role
from claimcheck.checks.readings import middle, rounded_to
from claimcheck.checks.repair import mend
from claimcheck.model import Claim
from claimcheck.model.figures import Shares
from claimcheck.model.interval import HUNDRED, Interval, exactly
from claimcheck.model.link import Dossier


class SharesMakeHundred:
    """Fails where no run of shares that ends with the last one makes 100 percent; an open list only above 100."""

    names = ("parts", "sum", "last", "result")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each list of shares of one whole."""
        for link in dossier.links:
            if not isinstance(link, Shares):
                continue
            claims = (*link.maybe, *link.last)
            runs = [claims[len(link.maybe) - more :] for more in range(len(link.maybe) + 1)]
            fits = any(_fits(run, complete=link.complete) for run in runs)
            fits = fits or (bool(link.maybe) and not link.complete and not _exceeds(claims))
            roles = tuple(role("part", claim) for claim in claims)
            numbers = [middle(claim) for claim in claims]
            if any(number is None for number in numbers):
                yield Comparison("holds" if fits else "undecided", claims, roles)
                continue
            plain = [number for number in numbers if number is not None]
            total = sum(plain, Decimal(0))
            rest = HUNDRED - total + plain[-1]
            parts = " + ".join(write(number) for number in plain)
            values = (("parts", parts), ("sum", write(total)), ("last", claims[-1].text), ("result", write(rest)))
            mends = mend(claims[-1], rest, write) if 0 < rest < HUNDRED else ()
            yield Comparison(judged(fits), claims, roles, values, f"{parts} = {write(total)}", mends)


def _sum(claims: tuple[Claim, ...]) -> Interval:
    return list(accumulate((rounded_to(claim) for claim in claims), Interval.plus, initial=exactly(Decimal(0))))[-1]


def _exceeds(claims: tuple[Claim, ...]) -> bool:
    low = _sum(claims).low
    return low is not None and low > HUNDRED


def _fits(claims: tuple[Claim, ...], *, complete: bool) -> bool:
    return _sum(claims).meets(exactly(HUNDRED)) if complete else not _exceeds(claims)
