"""Dates against the calendar: a weekday that the date does not have, a day that no month has."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from claimcheck.checks.comparison import Comparison, Mend, Write, role
from claimcheck.model import Claim, Period, Span
from claimcheck.model.link import Dossier
from claimcheck.patterns import pattern

NUMBER = pattern(r"(?<![0-9])[0-9]{1,2}(?![0-9])")
# a date names its month; "Friday, the 1." may be the beginning of a name
NAMELESS = pattern(r"[^0-9]*[0-9]*\.?")


class Weekday:
    """Fails where the stated weekday is not that of the date.

    A date without a year counts only if its day nearest to the publication is at most `within_days` away, and it fails
    only if the weekday does not fit the year before either: a look back may mean that one.
    """

    names = ("date", "stated", "real", "day")
    reads = Period

    def __init__(self, within_days: int = 120) -> None:
        self.within_days = within_days

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each date with a weekday whose year is certain."""
        published = dossier.article.document.published
        for claim in dossier.article.claims:
            value = claim.value
            if not isinstance(value, Period) or value.weekday is None or value.impossible or value.grain != "day":
                continue
            if NAMELESS.fullmatch(claim.text) and not claim.text[-1:].isdigit():
                continue
            stated = value.start is not None and f"{value.start.year % 100:02d}" in claim.text
            days = [value.start] if stated and value.start is not None else _candidates(value, published)
            if not days or not (stated or self._near(days[0], published)):
                continue
            day = days[0]
            if any(each.weekday() == value.weekday for each in days):
                yield Comparison(False, (claim,))
                continue
            values = (
                ("date", claim.text),
                ("stated", write.weekday(value.weekday)),
                ("real", write.weekday(day.weekday())),
                ("day", day.isoformat()),
            )
            computation = f"{day.isoformat()} = {write.weekday(day.weekday())}"
            mends = _mends(claim, day, value.weekday, write)
            yield Comparison(True, (claim,), (role("date", claim),), values, computation, mends)

    def _near(self, day: date, published: date | None) -> bool:
        return published is not None and abs((day - published).days) <= self.within_days


def _mends(claim: Claim, day: date, weekday: int, write: Write) -> tuple[Mend, ...]:
    """The right weekday, if the text has it in the reader's words, and the nearest day that has the stated one."""
    found: list[Mend] = []
    start = claim.span.start
    at = claim.text.find(write.weekday(weekday))
    if at >= 0:
        end = at + len(write.weekday(weekday))
        found.append(Mend(Span(start + at, start + end), write.weekday(day.weekday())))
    shift = (weekday - day.weekday() + 3) % 7 - 3
    other = day + timedelta(shift)
    number = next((each for each in NUMBER.finditer(claim.text) if int(each.group()) == day.day), None)
    if number is not None and other.month == day.month:
        digits = f"{other.day:0{len(number.group())}d}"
        found.append(Mend(Span(start + number.start(), start + number.end()), digits))
    return tuple(found)


def _candidates(value: Period, published: date | None) -> list[date]:
    """The day and month of the date in the year that brings it closest to the publication, and in the year before."""
    if published is None:
        return []
    try:
        month, day = int(value.edtf[5:7]), int(value.edtf[8:10])
        candidates = [date(published.year + shift, month, day) for shift in (-1, 0, 1)]
        near = min(candidates, key=lambda candidate: abs((candidate - published).days))
        return [near, near.replace(year=near.year - 1)]
    except ValueError:
        return []


class ImpossibleDate:
    """Fails where a date names a day that its month does not have."""

    names = ("date",)
    reads = Period

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each date that names a day."""
        for claim in dossier.article.claims:
            value = claim.value
            if isinstance(value, Period) and value.grain == "day":
                roles = (role("date", claim),)
                yield Comparison(value.impossible, (claim,), roles, (("date", claim.text),), value.edtf)
