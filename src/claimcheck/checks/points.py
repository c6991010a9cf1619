"""Percent said for percentage points, or the reverse: "from 4 to 6 percent, up 2 percent"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.change import size
from claimcheck.checks.comparison import Comparison, Write, judged, role, rounded, signed
from claimcheck.checks.readings import difference, middle, relative, rounded_to, shown_percent
from claimcheck.model.interval import percent_change
from claimcheck.model.link import Change, Dossier
from claimcheck.statements.dimension import dimension, measure


class PointsForPercent:
    """Fails where the stated change between two shares fits only in the other of the two units."""

    names = ("old", "new", "by", "result", "points")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each stated change between two shares."""
        for link in dossier.links:
            if not isinstance(link, Change) or link.by is None:
                continue
            reading = link.readings[0]
            old, new = reading.old, reading.new
            if old is None or new is None or dimension(old) != "percent" or dimension(new) != "percent":
                continue
            stated, value, points = size(link), measure(link.by), difference(reading)
            percents = relative(reading, link.direction)
            if stated is None or value is None or points is None or not percents or value.fraction is not None:
                continue
            in_points = stated.meets(points) or stated.meets(-points)
            plain = percent_change(rounded_to(old), rounded_to(new))
            percents = percents if plain is None else [plain]
            in_percent = any(stated.meets(each) or stated.meets(-each) for each in percents)
            wrong = in_percent and not in_points if value.unit == "percentage_point" else in_points and not in_percent
            claims = (old, new, link.by)
            first, last = middle(old), middle(new)
            result = None if first is None or last is None else shown_percent(first, last)
            roles = (role("old", old), role("new", new), role("by", link.by))
            if first is None or last is None or result is None:
                yield Comparison("undecided" if wrong else "holds", claims, roles)
                continue
            result = rounded(result, value.number)
            values = (
                ("old", old.text),
                ("new", new.text),
                ("by", link.by.text),
                ("result", signed(result, write)),
                ("points", write(abs(last - first))),
            )
            computation = f"{write(last)} − {write(first)} = {write(last - first)}; {signed(result, write)} %"
            yield Comparison(judged(not wrong), claims, roles, values, computation)
