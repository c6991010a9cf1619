"""A length of time against the dates it lies between: "five years, from 2012 to 2019"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from claimcheck.checks.comparison import Comparison, Role, Write, judged, role
from claimcheck.checks.years import Days, days, ends, new_number
from claimcheck.model import Claim, Duration, Measure
from claimcheck.model.link import Dossier
from claimcheck.model.timing import Lasting, OnClock, Ordered

UNITS = {"year": Decimal("365.2425"), "month": Decimal("30.44"), "week": Decimal(7), "day": Decimal(1)}
HALF = Decimal("0.5")
ISO_TIME = re.compile(r"PT(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?\Z")
HOUR = 60


class OrderWrong:
    """Fails where one date does not lie as long after or before the other as the words say."""

    names = ("event", "length", "other", "real")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each two dates with the length from the one to the other."""
        for link in dossier.links:
            if not isinstance(link, Ordered):
                continue
            event, other = days(link.event), days(link.other)
            value = link.length.value
            measure = value.measure if isinstance(value, Duration) else None
            stated = _stated(measure) if measure is not None else None
            if event is None or other is None or measure is None or measure.unit is None or stated is None:
                continue
            first, last = (other, event) if link.after else (event, other)
            low, high = (last.first - first.last).days, (last.last - first.first).days + 1
            claims = (link.event, link.length, link.other)
            fits = (stated[1] is None or stated[1] > low) and (stated[0] is None or stated[0] < high)
            count = round((Decimal(low) + Decimal(high)) / 2 / UNITS[measure.unit])
            roles = (role("length", link.length), role("event", link.event), role("other", link.other))
            values = (
                ("event", link.event.text),
                ("length", link.length.text),
                ("other", link.other.text),
                ("real", write.length(count, measure.unit)),
            )
            computation = f"{first.first.isoformat()} – {last.last.isoformat()} = {count}"
            mends = new_number(link.length, count) if count > 0 else ()
            yield Comparison(judged(fits), claims, roles, values, computation, mends)


class ClockWrong:
    """Fails where a length in hours or minutes does not lie between the two times of day."""

    names = ("length", "start", "end", "real")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each length between two times of day."""
        for link in dossier.links:
            if not isinstance(link, OnClock):
                continue
            allowed = _minutes(link.length)
            if allowed is None:
                continue
            low, high = allowed
            fits = low <= link.minutes and (high is None or link.minutes <= high)
            hours, minutes = divmod(link.minutes, 60)
            parts = [write.length(hours, "hour")] if hours else []
            parts += [write.length(minutes, "minute")] if minutes else []
            roles = (
                role("length", link.length),
                Role("start", link.start.span, link.start.text),
                Role("end", link.end.span, link.end.text),
            )
            values = (
                ("length", link.length.text),
                ("start", link.start.text),
                ("end", link.end.text),
                ("real", " ".join(parts)),
            )
            shown = f"{link.start.text} – {link.end.text} = {' '.join(parts)}"
            yield Comparison(judged(fits), (link.length,), roles, values, shown)


class LastingWrong:
    """Fails where the length cannot lie between the two dates, however they are counted."""

    names = ("length", "dates", "real")

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
            fits = (stated[1] is None or stated[1] > low) and (stated[0] is None or stated[0] < high)
            count = round((Decimal(low) + Decimal(high)) / 2 / UNITS[measure.unit])
            if measure.unit == "day":
                count = low
            dates = " – ".join(each.text for each in claims[1:])
            roles = (role("length", link.length), *(role("date", each) for each in claims[1:]))
            values = (("length", link.length.text), ("dates", dates), ("real", write.length(count, measure.unit)))
            computation = f"{both[0].first.isoformat()} – {both[1].last.isoformat()} = {count}"
            mends = new_number(link.length, count)
            yield Comparison(judged(fits), claims, roles, values, computation, mends)


def _both(link: Lasting, published: date | None) -> tuple[Days, Days] | None:
    if link.period is not None:
        return ends(link.period)
    first = days(link.start)
    today = None if published is None else Days(published, published)
    last = today if link.end is None else days(link.end)
    if first is None or last is None or first.first >= last.last:
        return None
    return first, last


def _minutes(claim: Claim) -> tuple[Decimal, Decimal | None] | None:
    """The least and the greatest number of minutes that the words allow; None for a length without a number."""
    value = claim.value
    match = ISO_TIME.match(value.iso or "") if isinstance(value, Duration) else None
    if not isinstance(value, Duration) or value.measure is None or match is None or not any(match.groups()):
        return None
    stated = Decimal(match.group(1) or 0) * HOUR + Decimal(match.group(2) or 0)
    whole = match.group(1) is not None and match.group(2) is None
    room = Decimal(HOUR) / 2 if whole else max(Decimal(5), stated / 10)
    more = max(Decimal(HOUR) / 2, stated / 4)
    match value.measure.hedge:
        case "over" | "at_least":
            return stated - room / 3, None
        case "good":
            return stated - room / 3, stated + max(Decimal(HOUR), more)
        case "nearly":
            return stated - max(Decimal(HOUR), more), stated + room / 3
        case "under" | "up_to":
            return Decimal(0), stated + room / 3
        case "about":
            return stated - room - more, stated + room + more
        case _:
            return stated - room, stated + room


def _stated(measure: Measure) -> tuple[Decimal | None, Decimal | None] | None:
    """The least and the greatest number of days that the words allow, both just outside."""
    unit = UNITS.get(measure.unit or "")
    low = measure.number if measure.number is not None else measure.low
    high = measure.number if measure.number is not None else measure.high
    if unit is None or low is None or high is None:
        return None
    room = HALF if measure.unit != "day" else Decimal(1)
    hedge = measure.hedge
    if hedge == "about":
        room += max(HALF, high / 5)
    least: Decimal | None = (low - room) * unit
    most: Decimal | None = (high + room) * unit
    if hedge in ("over", "at_least"):
        most = None
    elif hedge == "good":
        most = (high + max(Decimal(1), high / 4)) * unit
    elif hedge in ("under", "up_to"):
        least = None
    elif hedge == "nearly":
        least = (low - max(Decimal(1), low / 4)) * unit
    return least, most
