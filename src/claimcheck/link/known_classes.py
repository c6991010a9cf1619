"""What something is said to be, and who founded it and when, beside the reference."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcheck.link.known_facts import UNCERTAIN, beside, facts_of, names_of
from claimcheck.link.known_numbers import dates_apart, period_of
from claimcheck.model.claim import Claim
from claimcheck.model.known import Known
from claimcheck.model.relation import Relation

if TYPE_CHECKING:
    from claimcheck.reference import Reference


def categories(claim: Claim, relation: Relation, reference: Reference) -> Iterator[Known]:
    """What something is said to be, where the reference denies some classes of it."""
    entity, kind = relation.get("entity"), relation.get("class")
    if entity is None or entity.entity is None or kind is None or kind.entity is None:
        return
    for fact in reference.about(entity.entity, "is_a", "entity"):
        denied = fact.denied.get("class", ())
        if denied:
            right = ", ".join(term.name for term in fact.arguments.get("class", ()))
            yield beside(claim, "category", kind.entity not in denied, entity, right, fact)


def founders(claim: Claim, relation: Relation, reference: Reference) -> Iterator[Known]:
    """One founder of several, and the year of the founding."""
    founder, role, day = relation.get("founder"), relation.get("role"), relation.get("date")
    for fact in facts_of(relation, reference, "organization"):
        if founder is not None and founder.entity in fact.entities("founder") and fact.complete and role is not None:
            several = len(fact.arguments["founder"]) > 1
            alone = role.entity == "founder"
            yield beside(claim, "founders", not (several and alone), founder, names_of(fact, "founder"), fact)
        if day is not None and fact.date is not None and claim.modality == "fact":
            stated = period_of(claim, day)
            if stated is not None and fact.confidence not in UNCERTAIN:
                yield beside(claim, "date", not dates_apart(stated, fact.date), day, fact.date.edtf, fact)
