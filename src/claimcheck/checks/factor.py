"""A stated factor against old and new value: "doubled from 40 to 120"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.comparison import Comparison, Write, doubted, judged, role, rounded, word_role
from claimcheck.checks.readings import allowed, far_apart, middle
from claimcheck.model import Claim
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
        for link in dossier.each(Change):
            if link.factor is not None and (found := _compare(link, link.factor, write)):
                yield found


def _compare(link: Change, factor: Factor, write: Write) -> Comparison | None:
    """The comparison of a factor with its values."""
    pairs = [(each.old, each.new) for each in link.readings if each.old and each.new]
    if not pairs:
        return None
    fits = any(_fits(old, new, factor) for old, new in pairs)
    old, new = pairs[0]
    first, last, word = middle(old), middle(new), factor.word
    roles = (role("old", old), role("new", new), word_role("factor", word))
    if not first or not last:
        return Comparison("holds" if fits else "undecided", (old, new), roles, evidence=link.evidence)
    result = write(rounded(last / first, None))
    return Comparison(
        judged(fits),
        (old, new),
        roles,
        (("old", old.text), ("new", new.text), ("factor", word.text), ("result", result)),
        f"{write(last)} / {write(first)} = {result}",
        evidence=link.evidence,
        slot=doubted(fits, far=_of_another(factor, last / first)),
    )


def _fits(old: Claim, new: Claim, factor: Factor) -> bool:
    """Whether the one value may be that many times the other; where that cannot be told it may."""
    quotient = allowed(old).over(allowed(new)) if factor.down else allowed(new).over(allowed(old))
    return quotient is None or quotient.meets(_stated(factor))


def _of_another(factor: Factor, result: Decimal) -> bool:
    return far_apart(result, 1 / factor.times if factor.down else factor.times, MOST)


def _stated(factor: Factor) -> Interval:
    low, high = ROOM[factor.hedge]
    return Interval(low * factor.times, None if high is None else high * factor.times)
