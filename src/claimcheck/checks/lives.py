"""Ages and dates of one life: an age that the birth does not give, a life in the wrong order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from claimcheck.checks.comparison import Comparison, Write, judged, role
from claimcheck.checks.years import Days, age_of, ages, days, either, ends, full_years, new_number, new_year
from claimcheck.model import Claim, Period
from claimcheck.model.link import Dossier
from claimcheck.model.period import shifted
from claimcheck.model.timing import Life

YOUNGEST = 12
WEEK = 7
OLDEST = 122


class AgeAtBirth:
    """Fails where an age is not that of somebody born then, on the day of publication; one year more may be to come."""

    names = ("age", "born", "real", "published")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each age with a birth, in an article with a date."""
        published = dossier.article.document.published
        for link in dossier.links:
            if (
                not isinstance(link, Life)
                or link.last
                or link.age is None
                or link.event is not None
                or published is None
            ):
                continue
            birth, age = days(link.born), age_of(link.age)
            if birth is None or age is None or link.born is None or birth.first > published:
                continue
            low = _least(birth, published)
            high = max(ages(birth, Days(published, published))[1], published.year - birth.first.year)
            claims = (link.born, link.age)
            fits = low <= age <= high
            real = either(*ages(birth, Days(published, published)))
            yield Comparison(
                judged(fits),
                claims,
                (role("age", link.age), role("born", link.born)),
                (
                    ("age", link.age.text),
                    ("born", link.born.text),
                    ("real", real),
                    ("published", write.date(published)),
                ),
                f"{published.year} − {birth.first.year} = {published.year - birth.first.year}",
                (*new_number(link.age, high), *new_year(link.born, published.year - age)),
                evidence="calendar",
            )


def _least(birth: Days, published: date) -> int:
    """The least age; a birthday of the last week may not have been noticed yet."""
    return ages(birth, Days(shifted(published, -WEEK), published))[0]


class AgeAtDeath:
    """Fails where the age at death does not lie between birth and death."""

    names = ("age", "born", "died", "real")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each last age with the dates of the life."""
        for link in dossier.links:
            if not isinstance(link, Life) or not link.last or link.age is None or link.born is None:
                continue
            both = ends(link.born) if link.died is None else (days(link.born), days(link.died))
            age = age_of(link.age)
            if both is None or age is None or link.event is not None or both[0] is None or both[1] is None:
                continue
            low, high = ages(both[0], both[1])
            died = link.died or link.born
            claims = (link.born, link.age) if link.died is None else (link.born, link.died, link.age)
            fits = low <= age <= high or high < 0
            roles = [role("age", link.age), role("born", link.born)]
            if link.died is not None:
                roles.append(role("died", link.died))
            values = (
                ("age", link.age.text),
                ("born", _shown(link.born, both[0], link.died is None)),
                ("died", _shown(died, both[1], link.died is None)),
                ("real", either(max(low, 0), high)),
            )
            years = f"{both[1].first.year} − {both[0].first.year} = {both[1].first.year - both[0].first.year}"
            mends = new_number(link.age, high)
            yield Comparison(judged(fits), claims, tuple(roles), values, years, mends, evidence="calendar")


class LifeOrder:
    """Fails where somebody dies before the birth, or does what no child does before the age of `youngest`."""

    names = ("first", "second", "age")

    def __init__(self, youngest: int = YOUNGEST) -> None:
        self.youngest = youngest

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each birth with a death or an event, and for each event of a life with its end."""
        for link in dossier.links:
            if not isinstance(link, Life):
                continue
            if link.event is not None and (link.age is None or link.last):
                yield from self._event(link, link.event)
            elif link.born is not None and link.died is not None and not link.last:
                born, died = days(link.born), days(link.died)
                if born is None or died is None:
                    continue
                years = died.last.year - born.first.year
                wrong = died.last < born.first or years > OLDEST
                yield _order(wrong, (link.born, link.died), years)

    def _event(self, link: Life, event: Claim) -> Iterator[Comparison]:
        least = self.youngest if link.grown else 0
        when = days(event)
        if when is None:
            return
        if link.born is not None:
            born = days(link.born)
            if born is not None:
                years = full_years(born.first, when.last)
                yield _order(years < least, (link.born, event), years)
            return
        died, age = days(link.died), age_of(link.age) if link.age is not None else None
        if died is None or age is None or link.died is None or link.age is None:
            return
        years = when.last.year - (died.first.year - age - 1)
        later = when.first > died.last
        roles = (role("first", event), role("second", link.died), role("age", link.age))
        values = (("first", event.text), ("second", link.died.text), ("age", str(years)))
        computation = f"{died.first.year} − {age} = {died.first.year - age}"
        claims = (event, link.died, link.age)
        wrong = years < least and not later
        yield Comparison(judged(not wrong), claims, roles, values, computation, evidence="calendar")


def _order(wrong: bool, claims: tuple[Claim, Claim], years: int) -> Comparison:
    first, second = claims
    roles = (role("first", first), role("second", second))
    values = (("first", first.text), ("second", second.text), ("age", str(years)))
    shown = f"{second.text} − {first.text}: {years}"
    return Comparison(judged(not wrong), claims, roles, values, shown, evidence="calendar")


def _shown(claim: Claim, day: Days, whole: bool) -> str:
    """The words of a date, of the dates of a life the year of the one end."""
    return f"{day.first.year}" if whole and isinstance(claim.value, Period) else claim.text
