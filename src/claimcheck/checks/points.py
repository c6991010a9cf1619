"""Percent said for percentage points, or the reverse: "from 4 to 6 percent, up 2 percent"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.checks.change import size
from claimcheck.checks.comparison import Comparison, Write, judged, role, rounded, signed
from claimcheck.checks.readings import difference, middle, relative, rounded_to, shown_percent
from claimcheck.model import Claim
from claimcheck.model.interval import Interval, percent_change
from claimcheck.model.link import Change, Dossier
from claimcheck.statements.dimension import dimension, measure


class PointsForPercent:
    """Fails where the stated change between two shares fits only in the other of the two units."""

    names = ("old", "new", "by", "result", "points")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each stated change between two shares."""
        for link in dossier.each(Change):
            if link.by is not None and (found := _compare(link, link.by, write)):
                yield found


def _compare(link: Change, by: Claim, write: Write) -> Comparison | None:
    """The comparison of a stated change between two shares."""
    reading = link.readings[0]
    old, new = reading.old, reading.new
    if old is None or new is None or {dimension(old), dimension(new)} != {"percent"}:
        return None
    wrong = _is_wrong(link, by, old, new)
    if wrong is None:
        return None
    claims, roles = (old, new, by), (role("old", old), role("new", new), role("by", by))
    first, last, value = middle(old), middle(new), measure(by)
    result = None if first is None or last is None else shown_percent(first, last)
    if first is None or last is None or result is None or value is None:
        return Comparison("undecided" if wrong else "holds", claims, roles, evidence=link.evidence)
    shown = signed(rounded(result, value.number), write)
    values = (
        ("old", old.text),
        ("new", new.text),
        ("by", by.text),
        ("result", shown),
        ("points", write(abs(last - first))),
    )
    computation = f"{write(last)} − {write(first)} = {write(last - first)}; {shown} %"
    return Comparison(judged(not wrong), claims, roles, values, computation, evidence=link.evidence)


def _is_wrong(link: Change, by: Claim, old: Claim, new: Claim) -> bool | None:
    """Whether the change fits only in the unit that is not stated; None where it cannot be told."""
    stated, value, points = size(link), measure(by), difference(link.readings[0])
    percents = relative(link.readings[0], link.direction)
    if stated is None or value is None or value.fraction is not None or points is None or not percents:
        return None
    plain = percent_change(rounded_to(old), rounded_to(new))
    in_points = _meets(stated, [points])
    in_percent = _meets(stated, percents if plain is None else [plain])
    return in_percent and not in_points if value.unit == "percentage_point" else in_points and not in_percent


def _meets(stated: Interval, results: Sequence[Interval]) -> bool:
    """Whether one of the results has the stated size, up or down."""
    return any(stated.meets(each) or stated.meets(-each) for each in results)
