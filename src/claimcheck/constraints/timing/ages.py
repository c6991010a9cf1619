"""Ages against birth, death and the events of a life: every age at a time gives a birth, and all must be one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from claimcheck.constraints.timing.days import Days, Mark, ages, either, ends, full_years, new_number, new_year
from claimcheck.constraints.timing.life import people
from claimcheck.constraints.timing.lines import Line
from claimcheck.constraints.timing.person import Person, Told
from claimcheck.constraints.timing.times import Times
from claimcheck.model import Claim
from claimcheck.model.comparison import RoleName, Shown, Timed
from claimcheck.model.measure import shifted
from claimcheck.statements.agreement import slip

OLDEST_EVER, OLDEST, YOUNGEST, WEEK, NEAR = 122, 105, 12, 7, 11


def lives(times: Times) -> Iterator[Timed]:
    """What joins the facts of every life."""
    found = people(times)
    for person in found:
        if person.one:
            yield from _of_birth(person, times.published)
            yield from _of_death(person)
            yield from _of_events(person)
            yield from _of_two_times(person, times.published)
    yield from _of_the_only_life(found)
    for line in times.lines:
        yield from _of_parent(line, times)


def _of_birth(person: Person, published: date | None) -> Iterator[Timed]:
    """Birth with the present age, and with the age at something else."""
    if not person.born or (birth := person.born[0].days) is None:
        return
    born = person.born[0]
    if published is not None and birth.first <= published and not person.died and not person.spans:
        real = ages(birth, Days(published, published))
        told = [each for each in (*person.now, *person.lived) if _near(each.years, real)]
        yield from (_at_publication(born.claim, birth, each, published) for each in told)
    yield from _at_events(person, born.claim, birth)


def _at_events(person: Person, born: Claim, birth: Days) -> Iterator[Timed]:
    for then in person.at_event:
        if then.when is not None and then.when.days is not None:
            yield _at_event(born, birth, then, then.when.claim, then.when.days)


def _near(stated: int, real: tuple[int, int]) -> bool:
    """Whether an age is near what it should be, or a slip of it: others are those of somebody else."""
    return any(abs(stated - years) <= NEAR or slip(stated, years) for years in real)


def _of_two_times(person: Person, published: date | None) -> Iterator[Timed]:
    """An age at something dated with the present one: as many years lie between them as between the dates."""
    if published is None or person.born or person.died:
        return
    for then in person.at_event:
        when = then.when.days if then.when is not None else None
        if when is not None and when.last <= published:
            low, high = full_years(when.last, published), full_years(when.first, published) + 1
            yield from (_grown(then, now, low, high) for now in person.now)


def _grown(then: Told, now: Told, low: int, high: int) -> Timed:
    return Timed(
        "ages_differ",
        (("age", now.mark.claim), ("other", then.mark.claim)),
        low <= now.years - then.years <= high,
        texts(age=now.mark.claim, other=then.mark.claim),
        (f"{now.years} − {then.years} = {now.years - then.years}",),
        evidence="calendar",
    )


def _at_event(born: Claim, birth: Days, told: Told, when: Claim, event: Days) -> Timed:
    """A birth with the age at something dated."""
    low, high = ages(birth, event)
    return Timed(
        "age_at_event",
        (("age", told.mark.claim), ("born", born), ("event", when)),
        low <= told.years <= high or high < 0,
        (*texts(age=told.mark.claim, born=born, event=when), ("real", (either(max(low, 0), high),))),
        (f"{event.first.year} − {birth.first.year} = {event.first.year - birth.first.year}",),
        new_number(told.mark.claim, high),
        "calendar",
    )


def _at_publication(born: Claim, birth: Days, told: Told, published: date) -> Timed:
    """A birth with a present age; one year more may be to come, and the birthday of last week be overlooked."""
    today = Days(published, published)
    low = ages(birth, Days(shifted(published, -WEEK), published))[0]
    high = max(ages(birth, today)[1], published.year - birth.first.year)
    return Timed(
        "age",
        (("age", told.mark.claim), ("born", born)),
        low <= told.years <= high,
        (
            *texts(age=told.mark.claim, born=born),
            ("real", (either(*ages(birth, today)),)),
            ("published", (published,)),
        ),
        (f"{published.year} − {birth.first.year} = {published.year - birth.first.year}",),
        (*new_number(told.mark.claim, high), *new_year(born, published.year - told.years)),
        "calendar",
    )


def _of_death(person: Person) -> Iterator[Timed]:
    """Birth and death with each other, and with the age at death."""
    last = person.at_death or (person.lived if person.died or person.spans else [])
    if person.born and person.died:
        yield from _born_and_died(person.born[0], person.died[0], last[:1])
    elif person.spans:
        whole = ends(person.spans[0].claim)
        if whole is not None:
            yield from (_last_age(told, *whole, (person.spans[0].claim,)) for told in last[:1])


def _born_and_died(born: Mark, died: Mark, last: list[Told]) -> Iterator[Timed]:
    birth, death = born.days, died.days
    if birth is not None and death is not None:
        years = death.last.year - birth.first.year
        fits = death.last >= birth.first and years <= OLDEST_EVER
        yield _order(born.claim, died.claim, years, fits=fits)
        yield from (_last_age(told, birth, death, (born.claim, died.claim)) for told in last)


def _of_the_only_life(found: list[Person]) -> Iterator[Timed]:
    """An age at death of which no birth is told, with the only life that the article has dates of."""
    only = _only_life(found)
    if only is None:
        return
    for person in found:
        if person.at_death and person.one:
            yield from _last_age_of(person.at_death[0], _ends(only, person.died or only.died))


def _only_life(found: list[Person]) -> Person | None:
    dated = [person for person in found if person.born or person.spans]
    only = dated[0] if len(dated) == 1 else None
    return None if only is None or not only.one or only.at_death else only


def _of_parent(line: Line, times: Times) -> Iterator[Timed]:
    """An age at the birth of a child, with the two ages told next, of the child and of the parent."""
    aged = _in_years(line)
    if not aged or line.dates or not (line.has("kin", aged[0].last) and line.has("born", aged[0].last)):
        return
    near = [mark for each in times.near(line, 0, 2) for mark in _in_years(each) if mark != aged[0]]
    if len(near) == 2:
        child, parent = sorted(near, key=lambda mark: mark.years or 0)
        yield from _grown_up(aged[0], child, parent)


def _in_years(line: Line) -> list[Mark]:
    """The numbers of a sentence that may be ages."""
    found = line.of_kind("age", "length")
    return [mark for mark in found if mark.years is not None and mark.unit in ("", "year")]


def _grown_up(then: Mark, child: Mark, parent: Mark) -> Iterator[Timed]:
    """The age of a parent at the birth with both ages now."""
    years = (then.years or 0) + (child.years or 0)
    fits = abs((parent.years or 0) - years) <= 1
    if fits or _near(parent.years or 0, (years, years)):
        yield Timed(
            "ages_differ",
            (("age", parent.claim), ("other", then.claim), ("other", child.claim)),
            fits,
            texts(age=parent.claim, other=then.claim),
            (f"{then.years} + {child.years} = {years}",),
            evidence="unique",
        )


def _last_age_of(told: Told, life: tuple[tuple[Days, Days], tuple[Claim, ...]] | None) -> Iterator[Timed]:
    if life is not None and _near(told.years, ages(*life[0])):
        yield _last_age(told, *life[0], life[1])._replace(evidence="unique")


def _ends(life: Person, died: list[Mark]) -> tuple[tuple[Days, Days], tuple[Claim, ...]] | None:
    """Birth and death of a life with the claims that tell them."""
    if life.spans:
        whole = ends(life.spans[0].claim)
        return None if whole is None else (whole, (life.spans[0].claim,))
    birth, death = life.born[0].days, died[0].days if died else None
    return None if birth is None or death is None else ((birth, death), (life.born[0].claim, died[0].claim))


def _last_age(told: Told, birth: Days, death: Days, dates: tuple[Claim, ...]) -> Timed:
    """The age at death with birth and death, or with the dates of a life that are one."""
    low, high = ages(birth, death)
    shown = [each.text for each in dates] if len(dates) > 1 else [str(birth.first.year), str(death.first.year)]
    names: tuple[RoleName, ...] = ("born", "died")
    return Timed(
        "age_at_death",
        (("age", told.mark.claim), *zip(names, dates, strict=False)),
        low <= told.years <= high or high < 0,
        (
            ("age", (told.mark.claim.text,)),
            ("born", (shown[0],)),
            ("died", (shown[1],)),
            ("real", (either(max(low, 0), high),)),
        ),
        (f"{death.first.year} − {birth.first.year} = {death.first.year - birth.first.year}",),
        new_number(told.mark.claim, high),
        "calendar",
    )


def _of_events(person: Person) -> Iterator[Timed]:
    """Dates of a life that no child or unborn has: against the birth, or the death and the age at it."""
    birth = person.born[0].days if person.born else None
    last = [*person.at_death, *(person.lived if person.died else ())]
    for event, grown in person.events:
        when, least = event.days, YOUNGEST if grown else 0
        if when is None:
            continue
        if birth is not None:
            years = full_years(birth.first, when.last)
            yield _order(person.born[0].claim, event.claim, years, fits=years >= least)
        elif person.died and last:
            yield from _before_death(event.claim, when, person.died[0], last[0], least)


def _before_death(event: Claim, when: Days, died: Mark, last: Told, least: int) -> Iterator[Timed]:
    """Something dated with the birth that the death and the age at it give."""
    if died.days is None or when.first > died.days.last:
        return
    born = died.days.first.year - last.years
    years = when.last.year - (born - 1)
    yield Timed(
        "life_order",
        (("first", event), ("second", died.claim), ("age", last.mark.claim)),
        years >= least,
        (*texts(first=event, second=died.claim), ("age", (str(years),))),
        (f"{died.days.first.year} − {last.years} = {born}",),
        evidence="calendar",
    )


def _order(first: Claim, second: Claim, years: int, *, fits: bool) -> Timed:
    return Timed(
        "life_order",
        (("first", first), ("second", second)),
        fits,
        (*texts(first=first, second=second), ("age", (str(years),))),
        (f"{second.text} − {first.text}: {years}",),
        evidence="calendar",
    )


def texts(**claims: Claim) -> tuple[tuple[str, tuple[Shown, ...]], ...]:
    """What a message may quote, by name."""
    return tuple((name, (claim.text,)) for name, claim in claims.items())
