"""A verb of change against the two values: "fell from 110 to 143"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.comparison import Comparison, Write, judged, role, sign, word_role
from claimcheck.checks.readings import allowed, middle
from claimcheck.model.interval import Interval
from claimcheck.model.link import Change, Direction, Dossier, Reading, Word


class WrongDirection:
    """Fails where the verb says up and the new value is certainly smaller in every reading, or the reverse."""

    names = ("old", "new", "verb")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each pair of values with a verb of change."""
        for link in dossier.each(Change):
            if link.verb is not None and (found := _compare(link, link.verb, write)):
                yield found


def _compare(link: Change, verb: Word, write: Write) -> Comparison | None:
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
