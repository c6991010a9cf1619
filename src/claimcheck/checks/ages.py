"""Ages told for an event, beside a length of service, or twice: what one person cannot have."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.comparison import Comparison, Write, judged, role
from claimcheck.checks.years import age_of, ages, days, either, new_number
from claimcheck.model.link import Dossier
from claimcheck.model.timing import Life, Service, TwoAges

YOUNGEST = 12


class AgeAtEvent:
    """Fails where the age told for a dated event is not that of somebody born then."""

    names = ("age", "born", "event", "real")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each age at a dated event of a life."""
        del write
        for link in dossier.links:
            if not isinstance(link, Life) or link.last or link.age is None or link.event is None or link.born is None:
                continue
            birth, when, age = days(link.born), days(link.event), age_of(link.age)
            if birth is None or when is None or age is None:
                continue
            low, high = ages(birth, when)
            claims = (link.born, link.event, link.age)
            fits = low <= age <= high or high < 0
            values = (
                ("age", link.age.text),
                ("born", link.born.text),
                ("event", link.event.text),
                ("real", either(max(low, 0), high)),
            )
            computation = f"{when.first.year} − {birth.first.year} = {when.first.year - birth.first.year}"
            roles = (role("age", link.age), role("born", link.born), role("event", link.event))
            mends = new_number(link.age, high)
            yield Comparison(judged(fits), claims, roles, values, computation, mends, evidence="calendar")


class ServiceWrong:
    """Fails where somebody has done something for longer than the age allows; `youngest` is when people begin."""

    names = ("age", "length")

    def __init__(self, youngest: int = YOUNGEST) -> None:
        self.youngest = youngest

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each age with a length of service."""
        del write
        for link in dossier.links:
            if not isinstance(link, Service):
                continue
            age, years = age_of(link.age), age_of(link.length)
            if age is None or years is None:
                continue
            wrong = years > age - (self.youngest if link.grown else 0)
            roles = (role("age", link.age), role("length", link.length))
            values = (("age", link.age.text), ("length", link.length.text))
            shown = f"{age} − {years} = {age - years}"
            yield Comparison(judged(not wrong), (link.age, link.length), roles, values, shown)


class AgesDiffer:
    """Fails where the text gives one person two ages."""

    names = ("age", "other")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each second age."""
        del write
        for link in dossier.links:
            if isinstance(link, TwoAges):
                roles = (role("age", link.second), role("other", link.first))
                values = (("age", link.second.text), ("other", link.first.text))
                shown = f"{link.first.text} ≠ {link.second.text}"
                yield Comparison("fails", (link.first, link.second), roles, values, shown, evidence="register")
