"""A length of time against the dates it lies between: "five years, from 2012 to 2019"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from claimcheck.checks.comparison import Comparison, Write, role
from claimcheck.checks.years import Days, days, ends, new_number
from claimcheck.model import Duration, Measure
from claimcheck.model.link import Dossier
from claimcheck.model.timing import Lasting

UNITS = {"year": Decimal("365.2425"), "month": Decimal("30.44"), "week": Decimal(7), "day": Decimal(1)}
HALF = Decimal("0.5")


class LastingWrong:
    """Fails where the length cannot lie between the two dates, however they are counted."""

    names = ("length", "dates", "real")
    reads = Lasting

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each length between dates."""
        published = dossier.article.document.published
        for link in dossier.links:
            if not isinstance(link, Lasting):
                continue
            both = _both(link, published)
            value = link.length.value
            measure = value.measure if isinstance(value, Duration) else None
            stated = _stated(measure) if measure is not None else None
            if both is None or measure is None or stated is None or measure.unit is None:
                continue
            claims = tuple(each for each in (link.length, link.period, link.start, link.end) if each is not None)
            low, high = (both[1].first - both[0].last).days, (both[1].last - both[0].first).days + 1
            if (stated[1] is None or stated[1] > low) and (stated[0] is None or stated[0] < high):
                yield Comparison(False, claims)
                continue
            count = round((Decimal(low) + Decimal(high)) / 2 / UNITS[measure.unit])
            if measure.unit == "day":
                count = low
            dates = " – ".join(each.text for each in claims[1:])
            roles = (role("length", link.length), *(role("date", each) for each in claims[1:]))
            values = (("length", link.length.text), ("dates", dates), ("real", write.length(count, measure.unit)))
            computation = f"{both[0].first.isoformat()} – {both[1].last.isoformat()} = {count}"
            yield Comparison(True, claims, roles, values, computation, new_number(link.length, count))


def _both(link: Lasting, published: date | None) -> tuple[Days, Days] | None:
    if link.period is not None:
        return ends(link.period)
    first = days(link.start)
    today = None if published is None else Days(published, published)
    last = today if link.end is None else days(link.end)
    if first is None or last is None or first.first >= last.last:
        return None
    return first, last


def _stated(measure: Measure) -> tuple[Decimal | None, Decimal | None] | None:
    """The least and the greatest number of days that the words allow, both just outside."""
    unit = UNITS.get(measure.unit or "")
    low = measure.number if measure.number is not None else measure.low
    high = measure.number if measure.number is not None else measure.high
    if unit is None or low is None or high is None:
        return None
    room = HALF if measure.unit != "day" else Decimal(0)
    hedge = measure.hedge
    if hedge == "about":
        room += max(HALF, high / 5)
    least: Decimal | None = (low - room) * unit
    most: Decimal | None = (high + room) * unit + (1 if measure.unit == "day" else 0)
    if hedge in ("over", "at_least"):
        most = None
    elif hedge == "good":
        most = (high + max(Decimal(1), high / 4)) * unit
    elif hedge in ("under", "up_to"):
        least = None
    elif hedge == "nearly":
        least = (low - max(Decimal(1), low / 4)) * unit
    return least, most
