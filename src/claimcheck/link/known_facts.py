"""Facts of the reference, as the links to them need them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.model.claim import Claim
from claimcheck.model.known import Aspect, Known
from claimcheck.model.reference import ReferenceClaim
from claimcheck.model.relation import Argument, ArgumentName, Relation

if TYPE_CHECKING:
    from claimcheck.reference import Reference

UNCERTAIN = ("background",)


def facts_of(relation: Relation, reference: Reference, role: ArgumentName) -> list[ReferenceClaim]:
    """The facts of the same predicate about the entity in a role."""
    argument = relation.get(role)
    if argument is None or argument.entity is None:
        return []
    return list(reference.about(argument.entity, relation.predicate, role))


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
