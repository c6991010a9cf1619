"""A value called more or less than another: "30 months, less than the 26 the prosecution asked for"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.comparison import Comparison, Write, judged, role, sign, word_role
from claimcheck.checks.readings import allowed, middle
from claimcheck.model.link import Dossier
from claimcheck.model.sport import Than


class MoreOrLess:
    """Fails where the value called more is certainly the smaller, or the one called less the larger."""

    names = ("claim", "other", "word")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each pair of values that a word compares."""
        for link in dossier.links:
            if not isinstance(link, Than):
                continue
            one, two = allowed(link.claim), allowed(link.other)
            small, large = (two, one) if link.more else (one, two)
            first, second = middle(link.claim), middle(link.other)
            wrong = small.low is not None and large.high is not None and small.low > large.high
            roles = (role("claim", link.claim), role("other", link.other), word_role("word", link.word))
            if first is None or second is None:
                yield Comparison("undecided" if wrong else "holds", (link.claim, link.other), roles)
                continue
            values = (("claim", link.claim.text), ("other", link.other.text), ("word", link.word.text))
            shown = f"{write(first)} {sign(first, second)} {write(second)}"
            yield Comparison(judged(not wrong), (link.claim, link.other), roles, values, shown)
