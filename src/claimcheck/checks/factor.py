"""A stated factor against old and new value: "doubled from 40 to 120"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.comparison import Comparison, Write, doubted, judged, role, rounded, word_role
from claimcheck.checks.readings import allowed, far_apart, middle
from claimcheck.model.interval import Interval
from claimcheck.model.link import Change, Dossier, Factor

# how far a factor in words may be from the real one: "doubled" is said of 1.8 to 2.4 times
ROOM: dict[str | None, tuple[Decimal, Decimal | None]] = {
    None: (Decimal("0.88"), Decimal("1.2")),
    "about": (Decimal("0.85"), Decimal("1.2")),
    "nearly": (Decimal("0.8"), Decimal("1.03")),
    "good": (Decimal("0.98"), Decimal("1.3")),
    "over": (Decimal("0.98"), None),
    "at_least": (Decimal("0.98"), None),
    "under": (Decimal(0), Decimal("1.02")),
    "up_to": (Decimal(0), Decimal("1.05")),
}

MOST = Decimal(3)


class FactorWord:
    """Fails where in no reading the new value is about that many times the old one (or the old one the new)."""

    names = ("old", "new", "factor", "result")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each factor that stands with both values."""
        for link in dossier.links:
            if not isinstance(link, Change) or link.factor is None:
                continue
            pairs = [(each.old, each.new) for each in link.readings if each.old and each.new]
            if not pairs:
                continue
            stated = _stated(link.factor)
            quotients = [
                allowed(old).over(allowed(new)) if link.factor.down else allowed(new).over(allowed(old))
                for old, new in pairs
            ]
            fits = any(quotient is None or quotient.meets(stated) for quotient in quotients)
            old, new = pairs[0]
            first, last = middle(old), middle(new)
            word = link.factor.word
            roles = (role("old", old), role("new", new), word_role("factor", word))
            if not first or not last:
                yield Comparison("holds" if fits else "undecided", (old, new), roles)
                continue
            result = rounded(last / first, None)
            yield Comparison(
                judged(fits),
                (old, new),
                roles,
                (("old", old.text), ("new", new.text), ("factor", word.text), ("result", write(result))),
                f"{write(last)} / {write(first)} = {write(result)}",
                slot=doubted(fits, far=_of_another(link.factor, last / first)),
            )


def _of_another(factor: Factor, result: Decimal) -> bool:
    return far_apart(result, 1 / factor.times if factor.down else factor.times, MOST)


def _stated(factor: Factor) -> Interval:
    low, high = ROOM[factor.hedge]
    return Interval(low * factor.times, None if high is None else high * factor.times)
