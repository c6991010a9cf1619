"""When something happened, and who founded it: the events of an article beside those that are known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from claimcheck.link.known.facts import UNCERTAIN, Held, beside, dates_apart, facts_of, names_of, period_of
from claimcheck.model.claim import Argument, ArgumentName, Claim, Relation
from claimcheck.model.entity import ReferenceClaim
from claimcheck.model.link import Known
from claimcheck.model.measure import Period

ONCE: Mapping[str, ArgumentName] = {
    "founded": "organization", "born": "person", "died": "person", "opened": "entity", "released": "product",
}  # fmt: skip
"""What happens to somebody or something once, and to whom."""
WITH: Mapping[str, tuple[ArgumentName, ArgumentName]] = {
    "acquires": ("acquirer", "target"), "joins": ("person", "organization"), "leaves": ("person", "organization"),
    "succeeds": ("person", "predecessor"),
}  # fmt: skip
"""What happens between two, mostly once."""


def dates(held: Held, claim: Claim, relation: Relation) -> Iterator[Known]:
    """The date of an event beside the known one; of a deal any day from its announcement to its close is right."""
    told = relation.get("date") or relation.get("time")
    stated = None if told is None else period_of(told, held.numbers)
    if told is not None and stated is not None:
        known = _facts(held, relation)
        fits = [each for each in known if not dates_apart(stated, all_days(each))]
        for fact in (fits or known)[:1]:
            yield beside(claim, "date", bool(fits), told, shown_date(fact), fact)


def is_dated(fact: ReferenceClaim) -> bool:
    """Whether a fact is certain and says when something happened."""
    return (fact.date or fact.announced) is not None and fact.confidence not in UNCERTAIN


def _facts(held: Held, relation: Relation) -> list[ReferenceClaim]:
    """The facts that tell when the same event was."""
    return [each for each in _same_event(held, relation) if is_dated(each)]


def _same_event(held: Held, relation: Relation) -> list[ReferenceClaim]:
    """The facts that tell of the same event."""
    if (role := ONCE.get(relation.predicate)) is not None:
        entity = held.entity(relation.get(role))
        return [] if entity is None else [*held.reference.about(entity, relation.predicate, role)]
    if relation.predicate not in WITH:
        return []
    roles = WITH[relation.predicate]
    one, two = (held.entity(relation.get(each)) for each in roles)
    if one is None or two is None:
        return []
    known = held.reference.about(one, relation.predicate, roles[0])
    return [each for each in known if two in each.entities(roles[1])]


def all_days(fact: ReferenceClaim) -> Period:
    """From the first to the last day that is known of an event."""
    found = [each for each in (fact.date, fact.announced, fact.closed, fact.valid_from) if each is not None]
    starts: list[date] = [each.start for each in found if each.start is not None]
    ends: list[date] = [each.end for each in found if each.end is not None]
    return Period(min(starts, default=None), max(ends, default=None), "day", "")


def shown_date(fact: ReferenceClaim) -> str:
    """The date of a fact, for people."""
    known = fact.date or fact.announced
    return "" if known is None else known.edtf


def founders(held: Held, claim: Claim, relation: Relation) -> Iterator[Known]:
    """One founder of several, told as the only one."""
    founder, role = relation.get("founder"), relation.get("role")
    for fact in facts_of(relation, held.reference, "organization") if founder is not None and role is not None else ():
        if _is_one_of(held, founder, fact) and fact.complete and role is not None and founder is not None:
            alone = role.entity == "founder" and len(fact.arguments["founder"]) > 1
            yield beside(claim, "founders", not alone, founder, names_of(fact, "founder"), fact)


def _is_one_of(held: Held, founder: Argument | None, fact: ReferenceClaim) -> bool:
    entity = held.entity(founder)
    return entity is not None and entity in fact.entities("founder")
