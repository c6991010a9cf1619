"""A stated share against part and whole: "of 480, 120 agreed, or 30 percent"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.comparison import Comparison, Write, doubted, judged, role, rounded
from claimcheck.checks.readings import allowed, far_apart, middle
from claimcheck.checks.repair import mend
from claimcheck.model import Measure
from claimcheck.model.bounds import centre, possible
from claimcheck.model.interval import HUNDRED, share
from claimcheck.model.link import Dossier, PartWhole
from claimcheck.statements.dimension import measure

MOST = Decimal(3)


class ShareOfWhole:
    """Fails where in no reading the part is the stated share of the whole."""

    names = ("part", "whole", "share", "result")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each share that stands with its part and its whole."""
        for link in dossier.links:
            if not isinstance(link, PartWhole):
                continue
            value = measure(link.share)
            if value is None:
                continue
            stated = possible(value)
            results = [share(allowed(part), allowed(whole)) for part, whole in link.readings]
            fits = any(result is None or result.meets(stated) for result in results)
            part, whole = link.readings[0]
            claims = (part, whole, link.share)
            first, last = middle(part), middle(whole)
            roles = (role("part", part), role("whole", whole), role("share", link.share))
            if first is None or not last:
                yield Comparison("holds" if fits else "undecided", claims, roles)
                continue
            result = rounded(first / last * HUNDRED, value.number)
            values = (
                ("part", part.text),
                ("whole", whole.text),
                ("share", link.share.text),
                ("result", write(result)),
            )
            yield Comparison(
                judged(fits),
                claims,
                roles,
                values,
                f"{write(first)} / {write(last)} = {write(result)} %",
                mend(link.share, result, write),
                slot=doubted(fits, far=_of_another(result, value)),
            )


def _of_another(result: Decimal, stated: Measure) -> bool:
    """Whether the part is larger than the whole, or its share another one by far."""
    number = centre(stated)
    return result > HUNDRED or number is None or far_apart(result, number, MOST)
