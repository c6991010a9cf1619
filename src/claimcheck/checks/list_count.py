"""A number of things against the list of them: "three countries: Poland, Hungary, Italy and Spain"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.comparison import Comparison, Write, doubted, judged, role, word_role
from claimcheck.checks.readings import middle
from claimcheck.checks.repair import mend
from claimcheck.model.figures import Listed
from claimcheck.model.link import Dossier

MOST_OFF = 2
"""A list with more names too many or too few is that of other things."""


class ListCount:
    """Fails where a complete list has more or fewer members than are announced."""

    names = ("claim", "names", "result")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each number of things that are then listed."""
        for link in dossier.each(Listed):
            stated = middle(link.stated)
            if stated is None:
                continue
            fits = int(stated) in link.counts
            number = int(stated) if fits else link.counts[0]
            members = link.members or (link.names,)
            names = ", ".join(each.text for each in members)
            values = (("claim", link.stated.text), ("names", names), ("result", str(number)))
            roles = (role("claim", link.stated), *(word_role("other", each) for each in members))
            shown = f"{number} {'=' if fits else '≠'} {write(stated)}"
            mends = mend(link.stated, Decimal(number), write)
            far = doubted(fits, far=abs(number - int(stated)) > MOST_OFF)
            yield Comparison(
                judged(fits), (link.stated,), roles, values, shown, mends, evidence=link.evidence, slot=far
            )
