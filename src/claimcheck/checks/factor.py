"""A verb against old and new value: "doubled from 40 to 120", "fell from 110 to 143"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.comparison import Comparison, Write, doubted, judged, role, rounded, sign, word_role
from claimcheck.checks.readings import allowed, far_apart, middle
from claimcheck.model import Claim
from claimcheck.model.interval import Interval
from claimcheck.model.link import Change, Direction, Dossier, Factor, Reading, Word

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


class WrongDirection:
    """Fails where the verb says up and the new value is certainly smaller in every reading, or the reverse."""

    names = ("old", "new", "verb")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each pair of values with a verb of change."""
        for link in dossier.each(Change):
            if link.verb is not None and (found := _compare_direction(link, link.verb, write)):
                yield found


def _compare_direction(link: Change, verb: Word, write: Write) -> Comparison | None:
    old, new, _ = link.readings[0]
    if old is None or new is None or not (allowed(old).positive() and allowed(new).positive()):
        return None
    conflict = all(_goes_against(reading, link.direction) for reading in link.readings)
    roles = (role("old", old), role("new", new), word_role("verb", verb))
    before, after = middle(old), middle(new)
    if before is None or after is None:
        return Comparison("undecided" if conflict else "holds", (old, new), roles, evidence=link.evidence)
    values = (("old", old.text), ("new", new.text), ("verb", verb.text))
    shown = f"{write(after)} {sign(after, before)} {write(before)}"
    return Comparison(judged(not conflict), (old, new), roles, values, shown, evidence=link.evidence)


def _goes_against(reading: Reading, direction: Direction | None) -> bool:
    """Whether old and new value certainly go the other way."""
    if reading.old is None or reading.new is None:
        return False
    first, last = allowed(reading.old), allowed(reading.new)
    return _below(last, first) if direction == "up" else _below(first, last)


def _below(one: Interval, other: Interval) -> bool:
    """Whether all of the one lies below all of the other."""
    return one.high is not None and other.low is not None and one.high < other.low
