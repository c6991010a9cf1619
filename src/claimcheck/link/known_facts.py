"""Facts of the reference, as the links to them need them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.model.bounds import bounds, possible
from claimcheck.model.claim import Claim
from claimcheck.model.link import Aspect, Known
from claimcheck.model.measure import Measure
from claimcheck.model.period import Period, year_start
from claimcheck.model.reference import ReferenceClaim
from claimcheck.model.relation import Argument, ArgumentName, Relation

if TYPE_CHECKING:
    from claimcheck.reference import Reference

UNCERTAIN = ("background",)


def entity_of(relation: Relation, *roles: ArgumentName) -> str | None:
    """The id of the known entity in the first of the roles that is told."""
    told = (relation.get(role) for role in roles)
    return next((each.entity for each in told if each is not None), None)


def facts_of(relation: Relation, reference: Reference, role: ArgumentName) -> list[ReferenceClaim]:
    """The facts of the same predicate about the entity in a role."""
    entity = entity_of(relation, role)
    return [] if entity is None else list(reference.about(entity, relation.predicate, role))


def entities_of(fact: ReferenceClaim) -> set[str]:
    """The ids of all entities in a fact."""
    return {term.entity for terms in fact.arguments.values() for term in terms if term.entity is not None}


def names_of(fact: ReferenceClaim, role: str) -> str:
    """The names in a role, for people."""
    return ", ".join(term.name for term in fact.arguments.get(role, ()))


def shown_value(fact: ReferenceClaim) -> str:
    """The value of a fact with its unit, for people."""
    value = fact.value
    if value is None or value.number is None:
        return ""
    return f"{value.number.normalize():f} {value.unit or value.noun or ''}".strip()


def beside(  # noqa: PLR0917 – one row of a table
    claim: Claim, aspect: Aspect, agrees: bool, argument: Argument, right: str, fact: ReferenceClaim
) -> Known:
    """The claim beside a fact, at one of its arguments."""
    return Known(claim, aspect, agrees, argument.span, argument.text, right, fact)


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


def period_of(argument: Argument) -> Period | None:
    """The year an argument names by four digits; other dates are left to people."""
    words = argument.text.split()
    year = words[-1] if words else ""
    if len(year) == 4 and year.isdecimal() and year[0] in "12":
        return Period(year_start(int(year)), year_start(int(year) + 1), "year", year)
    return None
