"""Relations of an article beside what is known: agreement, or a proof of the contrary.

Nothing is held against an article that could be meant otherwise: both actors must be known and of one kind, a value
must miss every accepted report, a date must be past, an office must be held on the day of the article for certain.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from claimcheck.link.known_facts import (
    beside,
    categories,
    entities_of,
    facts_of,
    fits_value,
    founders,
    names_of,
    shown_value,
)
from claimcheck.model.claim import Claim
from claimcheck.model.known import Known
from claimcheck.model.reference import ReferenceClaim
from claimcheck.model.relation import Argument, ArgumentName, Relation
from claimcheck.model.report import Article
from claimcheck.model.span import Span

if TYPE_CHECKING:
    from claimcheck.reference import Reference

VALUES = {"acquires": ("price",), "holds_stake": ("share",), "raises": ("amount",), "invests": ("amount",)}
FIXED = ("acquires", "holds_stake", "invests")
ACTORS: dict[str, ArgumentName] = {"acquires": "acquirer", "has_role": "person", "founded": "founder"}
THEMES: dict[str, ArgumentName] = {"acquires": "target", "has_role": "organization", "founded": "organization"}
SAME_DEAL = 180
UNCERTAIN = ("background",)


def known_relations(article: Article, reference: Reference) -> Iterator[Known]:
    """Every aspect of a relation that the reference knows something of."""
    numbers: dict[Span, Claim] = {}
    published = article.document.published
    for claim in article.claims:
        relation = claim.value
        if isinstance(relation, Relation) and claim.modality in ("fact", "plan"):
            if relation.predicate in ACTORS:
                yield from _actor(claim, relation, article, reference)
            if relation.predicate == "acquires":
                yield from _failed(claim, relation, article, reference)
            if relation.predicate in VALUES:
                numbers = numbers or {each.span: each for each in article.claims}
                yield from _value(claim, relation, published, reference, numbers)
            if relation.predicate == "is_a":
                yield from categories(claim, relation, reference)
            if relation.predicate == "founded":
                yield from founders(claim, relation, reference)


def _actor(claim: Claim, relation: Relation, article: Article, reference: Reference) -> Iterator[Known]:
    role = ACTORS[relation.predicate]
    actor = relation.get(role)
    if actor is None or actor.entity is None:
        return
    facts = [each for each in facts_of(relation, reference, THEMES[relation.predicate]) if _same_office(relation, each)]
    agreeing = next((each for each in facts if _may_be(actor, each, role, reference)), None)
    if agreeing is not None:
        yield beside(claim, "actor", True, actor, names_of(agreeing, role), agreeing)
        return
    against = [
        each
        for each in facts
        if (role in each.exclusive or (relation.predicate == "founded" and each.complete))
        and each.confidence not in UNCERTAIN
        and _same_kind(actor, each, role, reference)
        and _in_force(relation, each, article.document.published, reference)
    ]
    if against and claim.modality == "fact":
        yield beside(claim, "actor", False, actor, names_of(against[0], role), against[0])


def _failed(claim: Claim, relation: Relation, article: Article, reference: Reference) -> Iterator[Known]:
    """A purchase told as a fact that is known to have come to nothing before the article was written."""
    actor, target = relation.get("acquirer"), relation.get("target")
    if actor is None or target is None or target.entity is None or actor.entity is None or claim.modality != "fact":
        return
    published = article.document.published
    for fact in reference.about(target.entity, "acquisition_failed", "target"):
        ended = fact.terminated.start if fact.terminated is not None else None
        late = ended is not None and (published is None or ended <= published)
        if late and actor.entity in fact.entities("acquirer"):
            yield beside(claim, "actor", False, actor, next(iter(sorted(fact.text.values())), "–"), fact)


def _same_office(relation: Relation, fact: ReferenceClaim) -> bool:
    """Whether a fact speaks of the same office; the key of the office is the same in every language."""
    if relation.predicate != "has_role":
        return True
    office = relation.get("role")
    if office is None or office.entity is None:
        return False
    names = (*(term.name for term in fact.arguments.get("role", ())), *fact.accepted_terms.get("role", ()))
    return any(office.entity in name.lower().split() for name in names)


def _may_be(actor: Argument, fact: ReferenceClaim, role: str, reference: Reference) -> bool:
    """Whether the actor may be meant by the fact: by a name, as its parent or part, or as one of its people."""
    for term in fact.arguments.get(role, ()):
        if term.entity is None:
            if term.name.casefold() in actor.text.casefold():
                return True
            continue
        if actor.entity == term.entity or reference.may_mean(actor.text, term.entity):
            return True
        entity = reference.entity(actor.entity or "")
        if entity is not None and reference.may_mean(entity.name, term.entity):
            return True
        if actor.entity and any(
            term.entity in each.entities("organization")
            for each in reference.about(actor.entity)
            if "person" in each.arguments or "founder" in each.arguments
        ):
            return True
    return False


def _same_kind(actor: Argument, fact: ReferenceClaim, role: str, reference: Reference) -> bool:
    mine = reference.entity(actor.entity or "")
    theirs = [reference.entity(each) for each in fact.entities(role)]
    kind = mine.kind if mine is not None else None
    return kind is not None and any(each is not None and each.kind == kind for each in theirs)


def _in_force(relation: Relation, fact: ReferenceClaim, published: date | None, reference: Reference) -> bool:
    """Whether the fact already held when the article was written; an office must be held on that very day.

    Without a day an office counts only if nobody is known to have followed, and the actor holds one in another house.
    """
    if relation.predicate == "has_role":
        if published is not None:
            return fact.holds_on(published) is True
        return fact.valid_to is None and _busy_elsewhere(relation, fact, reference)
    known_since = fact.announced or fact.date or fact.valid_from
    if published is None or known_since is None or known_since.start is None:
        return True
    return known_since.start <= published


def _value(
    claim: Claim, relation: Relation, published: date | None, reference: Reference, numbers: dict[Span, Claim]
) -> Iterator[Known]:
    """Amounts and shares of the relation beside those of the facts about the same two; `numbers`: claims by place."""
    theme = relation.get("target") or relation.get("organization")
    actor = next((each for name, each in relation.arguments if name in ("acquirer", "holder", "investor")), None)
    if theme is None or theme.entity is None:
        return
    facts = _facts_of_both(relation, theme.entity, None if actor is None else actor.entity, reference)
    for role, argument in relation.arguments:
        stated = numbers.get(argument.span)
        if role not in ("price", "share", "amount") or stated is None:
            continue
        verdicts = [(each, fits_value(stated, each)) for each in facts]
        agreeing = next((each for each, fits in verdicts if fits), None)
        missed = next((each for each, fits in verdicts if fits is not None), None)
        if agreeing is not None:
            yield beside(claim, "value", True, argument, shown_value(agreeing), agreeing)
        elif missed is not None and claim.modality == "fact" and _judged(relation, missed, facts, published, reference):
            yield beside(claim, "value", False, argument, shown_value(missed), missed)


def _facts_of_both(relation: Relation, theme: str, actor: str | None, reference: Reference) -> list[ReferenceClaim]:
    """The facts with a value about the same two; a stake is known from its investment too."""
    predicates = (relation.predicate, "invests") if relation.predicate == "holds_stake" else (relation.predicate,)
    facts = (each for predicate in predicates for each in reference.about(theme, predicate))
    return [each for each in facts if each.value is not None and (actor is None or actor in entities_of(each))]


def _judged(
    relation: Relation,
    fact: ReferenceClaim,
    facts: list[ReferenceClaim],
    published: date | None,
    reference: Reference,
) -> bool:
    """Whether a value that misses the fact is wrong for certain: one known deal of the same kind and the same time."""
    if relation.predicate not in FIXED or fact.predicate != relation.predicate or fact.confidence in UNCERTAIN:
        return False
    return _one_deal(relation, facts) and _dated(relation, fact, published, reference)


def _one_deal(relation: Relation, facts: list[ReferenceClaim]) -> bool:
    """Whether the two are known to have made one such deal only; of several nobody can say which is meant."""
    return relation.predicate != "invests" or sum(each.predicate == "invests" for each in facts) == 1


def _busy_elsewhere(relation: Relation, fact: ReferenceClaim, reference: Reference) -> bool:
    person = relation.get("person")
    if person is None or person.entity is None:
        return False
    houses = fact.entities("organization")
    return any(
        each.valid_to is None and set(each.entities("organization")).isdisjoint(houses)
        for each in reference.about(person.entity, "has_role", "person")
    )


def _dated(relation: Relation, fact: ReferenceClaim, published: date | None, reference: Reference) -> bool:
    """Whether a figure is of this fact and no other time: a stake held now, an investment of one known day."""
    if relation.predicate == "holds_stake":
        return fact.holds_on(published) is True if published is not None else fact.valid_to is None
    if relation.predicate == "invests":
        day = fact.date.start if fact.date is not None and fact.date.grain == "day" and fact.accepted else None
        return day is not None and (published is None or 0 <= (published - day).days <= SAME_DEAL)
    return _in_force(relation, fact, published, reference)
