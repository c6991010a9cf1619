"""Dates against the calendar: a weekday that the date does not have, a day that no month has."""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import zip_longest

from claimcheck.checks.comparison import Comparison, Mend, Write, judged, role
from claimcheck.model import Claim, Period, Span
from claimcheck.model.link import Dossier
from claimcheck.model.period import shifted
from claimcheck.model.timing import FromTo

YEAR_DIGITS = re.compile(r"[0-9]{4}|[0-9]\.[0-9]{1,2}\.[0-9]{2}")
AROUND = timedelta(30)
BESIDE = 2
LEAP = 29
ZERO = timedelta(0)
MOST_BACK = timedelta(45)
NUMBER = re.compile(r"(?<![0-9])[0-9]{1,2}(?![0-9])")
# a date names its month; "Friday, the 1." may be the beginning of a name
NAMELESS = re.compile(r"[^0-9]*[0-9]*\.?")


class Weekday:
    """Fails where the stated weekday is not that of the date.

    A date without a year counts only if its day nearest to the publication is at most `within_days` away, and it fails
    only if the weekday does not fit the year before either: a look back may mean that one.
    """

    names = ("date", "stated", "real", "day")

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
            fits = any(each.weekday() == value.weekday for each in days)
            day = next((each for each in days if each.weekday() == value.weekday), day)
            values = (
                ("date", claim.text),
                ("stated", write.weekday(value.weekday)),
                ("real", write.weekday(day.weekday())),
                ("day", day.isoformat()),
            )
            computation = f"{day.isoformat()} = {write.weekday(day.weekday())}"
            mends = () if fits else _mends(claim, day, value.weekday, write)
            roles = (role("date", claim),)
            yield Comparison(judged(fits), (claim,), roles, values, computation, mends, evidence="calendar")

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
    other = shifted(day, shift)
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
        if abs(near - published) <= AROUND:
            return [near]  # nobody looks back a year on a day of these weeks without saying so
        return [near, near.replace(year=near.year - 1)]
    except ValueError:
        return []


class ImpossibleDate:
    """Fails where a date names a day that its month does not have; "this year" beside it says which February it is."""

    names = ("date",)

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each date that names a day."""
        dates = [claim for claim in dossier.article.claims if isinstance(claim.value, Period)]
        for claim, following in zip_longest(dates, dates[1:]):
            value = claim.value
            if isinstance(value, Period) and value.grain == "day":
                impossible = value.impossible or _no_leap_day(claim, following)
                roles = (role("date", claim),)
                values = (("date", claim.text),)
                yield Comparison(judged(not impossible), (claim,), roles, values, value.edtf, evidence="calendar")


def _no_leap_day(claim: Claim, following: Claim | None) -> bool:
    """Whether "February 29" stands right before words for a year that has no such day: "this year", "last year"."""
    value, year = claim.value, following.value if following is not None else None
    if following is None or not isinstance(value, Period) or not isinstance(year, Period) or value.start is None:
        return False
    if (value.start.month, value.start.day) != (2, 29) or following.span.start - claim.span.end > BESIDE:
        return False
    return year.grain == "year" and year.relative and year.start is not None and not isleap(year.start.year)


class ReversedDates:
    """Fails where the last day of a period lies before its first one; without years, if a few days or weeks before."""

    names = ("first", "last")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each period of days without a year, and for each two dates with "from" and "until"."""
        del write
        for link in dossier.links:
            if isinstance(link, FromTo):
                yield _from_to(link)
        for claim in dossier.article.claims:
            value = claim.value
            if not isinstance(value, Period) or value.grain != "day" or "/" not in value.edtf or value.relative:
                continue
            if value.start is None or value.end is None or YEAR_DIGITS.search(claim.text):
                continue
            last = shifted(value.end, -1)
            turn = last.year == value.start.year + 1 and last.day < LEAP
            wrong = turn and ZERO < value.start - last.replace(year=value.start.year) <= MOST_BACK
            values = (("first", claim.text), ("last", last.isoformat()))
            roles = (role("range", claim),)
            yield Comparison(judged(not wrong), (claim,), roles, values, value.edtf, evidence="wording")


def _from_to(link: FromTo) -> Comparison:
    first, last = link.first.value, link.last.value
    claims = (link.first, link.last)
    roles = (role("first", link.first), role("last", link.last))
    if not isinstance(first, Period) or not isinstance(last, Period) or first.start is None or last.start is None:
        return Comparison("undecided", claims, roles)
    dated = all(YEAR_DIGITS.search(each.text) is not None for each in claims)
    before = last.start < first.start
    wrong = before and (dated or first.start - last.start <= MOST_BACK)
    values = (("first", link.first.text), ("last", link.last.text))
    return Comparison(judged(not wrong), claims, roles, values, f"{last.edtf} {'<' if before else '≥'} {first.edtf}")
