"""A verb of change against the two values: "fell from 110 to 143"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.comparison import Comparison, Write, judged, role, sign, word_role
from claimcheck.checks.readings import allowed, middle
from claimcheck.model.link import Change, Dossier


class WrongDirection:
    """Fails where the verb says up and the new value is certainly smaller, or the reverse."""

    names = ("old", "new", "verb")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each pair of values with a verb of change."""
        for link in dossier.links:
            if not isinstance(link, Change) or link.verb is None:
                continue
            old, new, _ = link.readings[0]
            if old is None or new is None:
                continue
            first, last = allowed(old), allowed(new)
            if not (first.positive() and last.positive()):
                continue
            small, large = (last, first) if link.direction == "up" else (first, last)
            conflict = small.high is not None and large.low is not None and small.high < large.low
            shown = (middle(old), middle(new))
            roles = (role("old", old), role("new", new), word_role("verb", link.verb))
            if shown[0] is None or shown[1] is None:
                yield Comparison("undecided" if conflict else "holds", (old, new), roles)
                continue
            values = (("old", old.text), ("new", new.text), ("verb", link.verb.text))
            yield Comparison(
                judged(not conflict),
                (old, new),
                roles,
                values,
                f"{write(shown[1])} {sign(shown[1], shown[0])} {write(shown[0])}",
            )
