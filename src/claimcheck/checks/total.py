"""A total against its parts: "75 closed, of which 19 fully and 65 partly"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.comparison import Comparison, Write, role
from claimcheck.checks.readings import allowed, middle
from claimcheck.checks.repair import mend
from claimcheck.model.interval import Interval, exactly
from claimcheck.model.link import Dossier, Total


class TotalOfParts:
    """Fails where the parts exceed the total, or, in a list that words make complete, do not reach it."""

    names = ("total", "sum", "parts")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each total with two or more parts."""
        for link in dossier.links:
            if not isinstance(link, Total):
                continue
            found = _sum(link)
            whole = allowed(link.total)
            over = found.low is not None and whole.high is not None and found.low > whole.high
            under = found.high is not None and whole.low is not None and found.high < whole.low
            claims = (link.total, *(part.claim for part in link.parts))
            numbers = [middle(part.claim) for part in link.parts]
            if not (over or (under and link.complete)) or any(number is None for number in numbers):
                yield Comparison(False, claims)
                continue
            members = [
                write(number) if part.times == 1 else f"{part.times} × {write(number)}"
                for number, part in zip(numbers, link.parts, strict=True)
                if number is not None
            ]
            result = sum((n * p.times for n, p in zip(numbers, link.parts, strict=True) if n is not None), Decimal(0))
            yield Comparison(
                True,
                claims,
                (role("total", link.total), *(role("part", part.claim) for part in link.parts)),
                (("total", link.total.text), ("sum", write(result)), ("parts", " + ".join(members))),
                f"{' + '.join(members)} = {write(result)}",
                mend(link.total, result, write),
            )


def _sum(link: Total) -> Interval:
    found = exactly(Decimal(0))
    for part in link.parts:
        found = found.plus(allowed(part.claim).times(Decimal(part.times)))
    return found
