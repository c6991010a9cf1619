"""One time said twice that are two: "yesterday, Monday" on a Wednesday, "Easter Sunday, April 21, 2025"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from claimcheck.checks.comparison import Comparison, Mend, Write, judged, role
from claimcheck.checks.years import Days, days, ends, new_year
from claimcheck.model import Claim, Duration, Period
from claimcheck.model.link import Dossier
from claimcheck.model.timing import SameKind, SameTime

NEARLY = timedelta(110)
ROUGHLY = timedelta(185)
SHARE = 50
UNDATED = re.compile(r"XXXX-([0-9]{2})(?:/XXXX-([0-9]{2}))?")
"""The EDTF of a month (1–12), a quarter (33–36), a half (40, 41) or a row of months without a year."""
QUARTER = 33
HALF_YEAR = 40
DECEMBER = 12
YEAR = timedelta(365, 5 * 3600)
MOST_YEARS = date.max.year


class SameTimeTwice:
    """Fails where two dates of which the one explains the other lie apart; `say` is the kind of the pair."""

    names = ("claim", "other", "real")

    def __init__(self, say: list[SameKind]) -> None:
        self.say = frozenset(say)

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each such pair."""
        published = dossier.article.document.published
        for link in dossier.links:
            if not isinstance(link, SameTime) or link.kind not in self.say or link.meant is None:
                continue
            claims = (link.claim,) if link.other is None else (link.claim, link.other)
            real = _real(link, link.meant, published, write)
            fits = real is None
            roles = [role("claim", link.claim)]
            if link.other is not None:
                roles.append(role("other", link.other))
            other = (link.other or link.claim).text
            values = (("claim", link.claim.text), ("other", other), ("real", real or other))
            shown = f"{link.claim.text} = {real or other}"
            mends = () if fits else _mends(link, published)
            yield Comparison(judged(fits), claims, tuple(roles), values, shown, mends)


def _real(link: SameTime, meant: date, published: date | None, write: Write) -> str | None:
    """What the one claim comes to, in words, where the other says something else; None where they agree."""
    if link.other is None:
        return write.weekday(meant.weekday())
    other = link.other.value
    if not isinstance(other, Period):
        return None
    if link.kind == "ago":
        return _ago(link, days(link.other), published)
    if link.kind == "year":
        return None if other.start is None or other.start.year == meant.year else str(meant.year)
    if link.kind == "quarter":
        return _months(link.claim, link.other, write)
    if other.weekday is not None and other.relative:
        return None if other.weekday == meant.weekday() else write.weekday(meant.weekday())
    if other.start is None or (other.start.month, other.start.day) == (meant.month, meant.day):
        return None
    shown = write.date(meant)
    return shown if link.kind == "holiday" else f"{write.weekday(meant.weekday())}, {shown}"


def _ago(link: SameTime, other: Days | None, published: date | None) -> str | None:
    """The year that lies so far back; a stated year counts by itself, and so does the time that has gone by."""
    value = link.claim.value
    if published is None or other is None:
        return None
    low = high = 0
    if isinstance(value, Period) and value.start is not None:
        low = high = published.year - value.start.year
    elif isinstance(value, Duration) and value.measure is not None and value.measure.unit == "year":
        number = value.measure.number
        if number is None or number != number.to_integral_value():
            return None
        low, high = _hedged(int(number), value.measure.hedge)
    if low <= 0 or high > MOST_YEARS or low <= published.year - other.first.year <= high:
        return None
    room = ROUGHLY if other.last - other.first < NEARLY else NEARLY
    room = max(room, YEAR * high / SHARE)
    if published - other.last <= YEAR * high + room and published - other.first >= YEAR * low - room:
        return None
    return str(published.year - low) if low == high else f"{published.year - high}–{published.year - low}"


def _hedged(number: int, hedge: str | None) -> tuple[int, int]:
    more = max(1, number // 5)
    if hedge in ("over", "at_least", "good"):
        return number, number + more + (number if hedge != "good" else 0)
    if hedge in ("under", "nearly", "up_to"):
        return max(1, number - more), number
    return (max(1, number - more), number + more) if hedge == "about" else (number, number)


def _months(claim: Claim, other: Claim, write: Write) -> str | None:
    """The months of a quarter, half or season, where the other claim names different ones."""
    value, named = claim.value, other.value
    if not isinstance(value, Period) or not isinstance(named, Period):
        return None
    wanted, said = _first_and_last(claim, value), _first_and_last(other, named)
    if wanted is None or said is None:
        return None
    inside = {(wanted[0] - 1 + i) % 12 + 1 for i in range((wanted[1] - wanted[0]) % 12 + 1)}
    if said == wanted or (said[0] == said[1] and said[0] in inside):
        return None
    if value.grain == "season" and (said[0] - wanted[0]) % 12 in (1, 11):
        return None
    return f"{write.months[wanted[0] - 1]} – {write.months[wanted[1] - 1]}"


def _first_and_last(claim: Claim, value: Period) -> tuple[int, int] | None:
    """The first and the last month of a date, which may have no year; None where it has no months."""
    if value.start is not None:
        known = days(claim) if value.grain != "month" else None
        stated = ends(claim) if value.grain == "month" else None
        if known is not None:
            return known.first.month, known.last.month
        return None if stated is None else (stated[0].first.month, stated[1].last.month)
    codes = UNDATED.fullmatch(value.edtf)
    if codes is None:
        return None
    first, last = int(codes[1]), int(codes[2] or codes[1])
    size = 3 if QUARTER <= first < HALF_YEAR else 6 if first >= HALF_YEAR else 1
    if size > 1:
        begin = (first - (QUARTER if size == 3 else HALF_YEAR)) * size + 1
        return begin, begin + size - 1
    return (first, last) if last <= DECEMBER else None


def _mends(link: SameTime, published: date | None) -> tuple[Mend, ...]:
    """The year that fits, where the other claim has just one."""
    value = link.claim.value
    if link.other is None or link.kind not in ("ago", "year") or published is None:
        return ()
    years = value.start.year if isinstance(value, Period) and value.start is not None else None
    return () if years is None else new_year(link.other, years)
