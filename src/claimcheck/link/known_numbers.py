"""Figures and dates of an article beside those of a fact."""

from __future__ import annotations

from claimcheck.model.bounds import bounds, possible
from claimcheck.model.claim import Claim
from claimcheck.model.measure import Measure
from claimcheck.model.period import Period, year_start
from claimcheck.model.reference import ReferenceClaim
from claimcheck.model.relation import Argument


def fits_value(stated: Claim, fact: ReferenceClaim) -> bool | None:
    """Whether a stated number may be the fact's or one of its accepted reports; None where they cannot be compared."""
    value = stated.value
    if not isinstance(value, Measure):
        return None
    reports = [
        each
        for each in (fact.value, *(other.value for other in fact.accepted))
        if each is not None and each.unit == value.unit
    ]
    if not reports:
        return None
    said = possible(value)
    return any(said.meets(bounds(each)) for each in reports)


def dates_apart(stated: Period, known: Period) -> bool:
    """Whether two periods have no day in common; open ends and unknown parts are never apart."""
    if stated.start is None or stated.end is None or known.start is None or known.end is None:
        return False
    return stated.end <= known.start or known.end <= stated.start


def period_of(claim: Claim, argument: Argument) -> Period | None:
    """The year an argument names by four digits; other dates are left to people."""
    del claim
    words = argument.text.split()
    year = words[-1] if words else ""
    if len(year) == 4 and year.isdecimal() and year[0] in "12":
        return Period(year_start(int(year)), year_start(int(year) + 1), "year", year)
    return None
