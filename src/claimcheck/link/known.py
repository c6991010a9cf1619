"""Relations of an article beside what is known: agreement, or a proof of the contrary.

Nothing is held against an article that could be meant otherwise: both actors must be known and of one kind, a value
must miss every accepted report, a date must be past, an office must be held on the day of the article for certain.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from claimcheck.link.known_facts import (
    UNCERTAIN,
    beside,
    dates_apart,
    entities_of,
    entity_of,
    facts_of,
    fits_value,
    names_of,
    period_of,
    shown_value,
)
from claimcheck.model.claim import Claim
from claimcheck.model.link import Known
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


def known_relations(article: Article, reference: Reference) -> Iterator[Known]:
    """Every aspect of a relation that the reference knows something of."""
    numbers: dict[Span, Claim] = {}
    for claim in article.claims:
        if isinstance(claim.value, Relation) and claim.modality in ("fact", "plan"):
            numbers = numbers or {each.span: each for each in article.claims}
            yield from _aspects(claim, claim.value, article, reference, numbers)


def _aspects(
    claim: Claim, relation: Relation, article: Article, reference: Reference, numbers: dict[Span, Claim]
) -> Iterator[Known]:
    """What is known beside one relation; `numbers`: claims by place."""
    if relation.predicate in ACTORS:
        yield from _actor(claim, relation, article, reference)
    if relation.predicate == "acquires":
        yield from _failed(claim, relation, article, reference)
    if relation.predicate in VALUES:
        yield from _value(claim, relation, article.document.published, reference, numbers)
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
    elif claim.modality == "fact":
        published = article.document.published
        against = (each for each in facts if _speaks_against(relation, actor, each, role, published, reference))
        yield from (beside(claim, "actor", False, actor, names_of(each, role), each) for each in islice(against, 1))


def _speaks_against(  # noqa: PLR0917 – the relation, the fact and what is known of both
    relation: Relation, actor: Argument, fact: ReferenceClaim, role: str, published: date | None, reference: Reference
) -> bool:
    """Whether a fact leaves no room for the actor: nobody else can be meant, and it is certain and in force."""
    exclusive = role in fact.exclusive or (relation.predicate == "founded" and fact.complete)
    if not exclusive or fact.confidence in UNCERTAIN:
        return False
    return _same_kind(actor, fact, role, reference) and _in_force(relation, fact, published, reference)


def _failed(claim: Claim, relation: Relation, article: Article, reference: Reference) -> Iterator[Known]:
    """A purchase told as a fact that is known to have come to nothing before the article was written."""
    actor, target = relation.get("acquirer"), entity_of(relation, "target")
    if actor is None or actor.entity is None or target is None or claim.modality != "fact":
        return
    for fact in reference.about(target, "acquisition_failed", "target"):
        if actor.entity in fact.entities("acquirer") and _ended(fact, article.document.published):
            yield beside(claim, "actor", False, actor, next(iter(sorted(fact.text.values())), "–"), fact)


def _ended(fact: ReferenceClaim, published: date | None) -> bool:
    ended = fact.terminated.start if fact.terminated is not None else None
    return ended is not None and (published is None or ended <= published)


def _same_office(relation: Relation, fact: ReferenceClaim) -> bool:
    """Whether a fact speaks of the same office; the key of the office is the same in every language."""
    if relation.predicate != "has_role":
        return True
    office = entity_of(relation, "role")
    names = (*(term.name for term in fact.arguments.get("role", ())), *fact.accepted_terms.get("role", ()))
    return office is not None and any(office in name.lower().split() for name in names)


def _may_be(actor: Argument, fact: ReferenceClaim, role: str, reference: Reference) -> bool:
    """Whether the actor may be meant by the fact: by a name, as its parent or part, or as one of its people."""
    entity = reference.entity(actor.entity or "")
    names = [actor.text] if entity is None else [actor.text, entity.name]
    terms = fact.arguments.get(role, ())
    if any(term.entity is None and term.name.casefold() in actor.text.casefold() for term in terms):
        return True
    ids = [term.entity for term in terms if term.entity is not None]
    return actor.entity in ids or any(_goes_by(names, actor.entity, each, reference) for each in ids)


def _goes_by(names: list[str], actor: str | None, other: str, reference: Reference) -> bool:
    """Whether one of the names may mean the other, or the actor is one of its people."""
    if any(reference.may_mean(name, other) for name in names):
        return True
    facts = reference.about(actor) if actor else ()
    people = (each for each in facts if "person" in each.arguments or "founder" in each.arguments)
    return any(other in each.entities("organization") for each in people)


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
    theme = entity_of(relation, "target", "organization")
    facts = [] if theme is None else _facts_of_both(relation, theme, reference)
    told = ((each, numbers.get(each.span)) for role, each in relation.arguments if role in ("price", "share", "amount"))
    for argument, stated in told:
        verdicts = [] if stated is None else [(each, fits_value(stated, each)) for each in facts]
        fact, agrees = _nearest(verdicts)
        certain = claim.modality == "fact" and fact is not None and _judged(relation, fact, facts, published, reference)
        if fact is not None and (agrees or certain):
            yield beside(claim, "value", agrees, argument, shown_value(fact), fact)


def _nearest(verdicts: list[tuple[ReferenceClaim, bool | None]]) -> tuple[ReferenceClaim | None, bool]:
    """The first fact that agrees, else the first that can be compared."""
    agreeing = next((each for each, fits in verdicts if fits), None)
    missed = next((each for each, fits in verdicts if fits is not None), None)
    return agreeing or missed, agreeing is not None


def _facts_of_both(relation: Relation, theme: str, reference: Reference) -> list[ReferenceClaim]:
    """The facts with a value about the same two; a stake is known from its investment too."""
    actor = next((each.entity for name, each in relation.arguments if name in ("acquirer", "holder", "investor")), None)
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
    person, houses = entity_of(relation, "person"), fact.entities("organization")
    held = () if person is None else reference.about(person, "has_role", "person")
    return any(each.valid_to is None and set(each.entities("organization")).isdisjoint(houses) for each in held)


def _dated(relation: Relation, fact: ReferenceClaim, published: date | None, reference: Reference) -> bool:
    """Whether a figure is of this fact and no other time: a stake held now, an investment of one known day."""
    if relation.predicate == "holds_stake":
        return fact.holds_on(published) is True if published is not None else fact.valid_to is None
    if relation.predicate == "invests":
        day = fact.date.start if fact.date is not None and fact.date.grain == "day" and fact.accepted else None
        return day is not None and (published is None or 0 <= (published - day).days <= SAME_DEAL)
    return _in_force(relation, fact, published, reference)


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
    founder, role, day = relation.get("founder"), entity_of(relation, "role"), relation.get("date")
    for fact in facts_of(relation, reference, "organization"):
        if founder is not None and founder.entity in fact.entities("founder") and fact.complete and role is not None:
            alone = role == "founder" and len(fact.arguments["founder"]) > 1
            yield beside(claim, "founders", not alone, founder, names_of(fact, "founder"), fact)
        if day is not None and claim.modality == "fact" and fact.confidence not in UNCERTAIN:
            yield from _dated_otherwise(claim, day, fact)


def _dated_otherwise(claim: Claim, day: Argument, fact: ReferenceClaim) -> Iterator[Known]:
    stated = period_of(day)
    if stated is not None and fact.date is not None:
        yield beside(claim, "date", not dates_apart(stated, fact.date), day, fact.date.edtf, fact)
