"""A part against its whole: "seven were hurt. Nine of the injured …"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.comparison import Comparison, Write, doubted, judged, role
from claimcheck.checks.readings import allowed, middle
from claimcheck.model import Claim
from claimcheck.model.link import Dossier, Within
from claimcheck.statements.dimension import measure

OPEN = ("at_least", "over", "good")
"""A whole so hedged may be as large as any part."""
MOST, AT_ALL = Decimal("1.4"), Decimal(5)


class PartWithinWhole:
    """Fails where a part is certainly larger than every whole it may be a part of."""

    names = ("part", "whole")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each part with its whole."""
        for link in dossier.each(Within):
            fitting = [whole for whole in link.wholes if not _exceeds(link.part, whole)]
            whole = (fitting or link.wholes)[0]
            first, second = middle(link.part), middle(whole)
            roles = (role("part", link.part), role("whole", whole))
            sign = "≤" if fitting else ">"
            shown = "" if first is None or second is None else f"{write(first)} {sign} {write(second)}"
            values = (("part", link.part.text), ("whole", whole.text))
            claims = (link.part, whole)
            far = doubted(bool(fitting), far=_far(first, second, link))
            yield Comparison(judged(bool(fitting)), claims, roles, values, shown, evidence=link.evidence, slot=far)


def _far(part: Decimal | None, whole: Decimal | None, link: Within) -> bool:
    """Whether a part that is only said to be one of those told of is so large that others were told of."""
    if link.evidence == "construction" or part is None or whole is None:
        return False
    return part > (AT_ALL if link.sure else MOST) * whole


def _exceeds(part: Claim, whole: Claim) -> bool:
    value = measure(whole)
    if value is not None and value.hedge in OPEN:
        return False
    low, high = allowed(part).low, allowed(whole).high
    return low is not None and high is not None and low > high
