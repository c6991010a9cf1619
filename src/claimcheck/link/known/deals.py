"""When something happened and who founded it, what was paid, and who won, beside what is known of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from claimcheck.languages.word_roles import NOUN
from claimcheck.link.known.actors import in_force
from claimcheck.link.known.facts import (
    UNCERTAIN,
    Held,
    beside,
    dates_apart,
    entities_of,
    facts_of,
    fits_value,
    goes_by,
    is_another,
    names_of,
    period_of,
    shown_value,
)
from claimcheck.link.known.wordings import alike
from claimcheck.model.analysis import Sentence
from claimcheck.model.claim import Argument, ArgumentName, Claim, Relation
from claimcheck.model.entity import ReferenceClaim
from claimcheck.model.link import Known
from claimcheck.model.measure import Period
from claimcheck.reference.store import folded
from claimcheck.statements.concepts import concepts

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
    for fact in facts_of(relation, held.reference) if founder is not None and role is not None else ():
        if _is_one_of(held, founder, fact) and fact.complete and role is not None and founder is not None:
            alone = role.entity == "founder" and len(fact.arguments["founder"]) > 1
            yield beside(claim, "founders", not alone, founder, names_of(fact, "founder"), fact)


def _is_one_of(held: Held, founder: Argument | None, fact: ReferenceClaim) -> bool:
    entity = held.entity(founder)
    return entity is not None and entity in fact.entities("founder")


VALUES: Mapping[str, ArgumentName] = {
    "acquires": "price",
    "holds_stake": "share",
    "raises": "amount",
    "invests": "amount",
}
FIXED = ("acquires", "holds_stake", "invests")
ACTORS: tuple[ArgumentName, ...] = ("acquirer", "holder", "investor")
THEMES: tuple[ArgumentName, ...] = ("target", "organization")
PARTLY = frozenset({"added", "besides", "of_which"})
"""Roles of words that make a figure one of a part of the deal, or of more than the deal."""
SAME_DEAL = 180
AHEAD = 4


def values(held: Held, claim: Claim, relation: Relation) -> Iterator[Known]:
    """The amount or share of a deal beside those of the facts about the same two."""
    argument = relation.get(VALUES[relation.predicate]) if relation.predicate in VALUES else None
    stated = None if argument is None else held.numbers.get(argument.span)
    if argument is not None and stated is not None:
        facts = _facts_of_both(held, relation)
        agreeing = [each for each in facts if fits_value(stated, each)]
        for fact in (agreeing or _missed(held, claim, relation, stated, facts))[:1]:
            yield beside(claim, "value", bool(agreeing), argument, shown_value(fact), fact)


def _missed(
    held: Held, claim: Claim, relation: Relation, stated: Claim, facts: Sequence[ReferenceClaim]
) -> list[ReferenceClaim]:
    """The facts that a figure of the whole deal misses for certain."""
    if claim.modality != "fact" or _is_partial(held, stated):
        return []
    one = relation.predicate != "invests" or sum(each.predicate == "invests" for each in facts) == 1
    judged = [each for each in facts if one and _judged(held, claim, relation, each)]
    return [each for each in judged if fits_value(stated, each) is False]


def _facts_of_both(held: Held, relation: Relation) -> list[ReferenceClaim]:
    """The facts with a value about the same two; a stake is known from its investment too."""
    theme = next(filter(None, (held.entity(relation.get(role)) for role in THEMES)), "")
    actors = [held.entity(each) for name, each in relation.arguments if name in ACTORS][:1]
    predicates = [relation.predicate, *(["invests"] if relation.predicate == "holds_stake" else [])]
    known = [each for name in predicates for each in held.reference.about(theme, name) if each.value is not None]
    return [each for each in known if set(actors) - {None} <= entities_of(each)]


def _judged(held: Held, claim: Claim, relation: Relation, fact: ReferenceClaim) -> bool:
    """Whether a value that misses the fact is wrong for certain: a known deal of the same kind and the same time."""
    known = fact.predicate == relation.predicate and fact.confidence not in UNCERTAIN
    return known and relation.predicate in FIXED and _dated(held, claim, fact)


def _dated(held: Held, claim: Claim, fact: ReferenceClaim) -> bool:
    """Whether a figure is of this fact and no other time: an investment of one known day, a stake held now."""
    if fact.predicate == "invests":
        day = fact.date.start if fact.date is not None and fact.date.grain == "day" and fact.accepted else None
        published = held.times.published
        return day is not None and (published is None or 0 <= (published - day).days <= SAME_DEAL)
    return in_force(held, held.times.of(claim.span), fact)


def _is_partial(held: Held, argument: Claim) -> bool:
    """Whether a word before a figure, or of debts behind it, makes it one of more or less than the deal."""
    number = held.times.statements.analysis.number(argument.span.start)
    sentence = held.times.statements.analysis.sentence(number)
    first, last = sentence.token_at(argument.span.start), sentence.token_at(argument.span.end - 1) + 1
    cues = held.times.statements.cues(number).roles(max(0, first - AHEAD), last)
    clause = sentence.clauses[sentence.owners[first]]
    limited = clause.modal is not None or clause.negated or not PARTLY.isdisjoint(cues)
    return limited or _names_debts(held, sentence) or held.times.gone(argument.span)


def _names_debts(held: Held, sentence: Sentence) -> bool:
    known = concepts(held.article.document.language or "")
    return any("debt" in known.noun(each.text) for each in sentence.tokens if each.roles & NOUN)


def contests(held: Held, claim: Claim, relation: Relation) -> Iterator[Known]:
    """The winner of a contest whose winner is known; contests are one if they share a word and their day."""
    winner = relation.get("winner") if relation.predicate == "won" else None
    if winner is None:
        return
    for fact in _known(held, relation):
        own = goes_by(held, winner, fact, "entity")
        if own or is_another(held, winner, fact, "entity"):
            yield beside(claim, "actor", own, winner, names_of(fact, "entity"), fact)
            return


def _known(held: Held, relation: Relation) -> list[ReferenceClaim]:
    """The facts about the winner of the same contest among all who are named; of a contest only one can win."""
    ids = dict.fromkeys(each.entity for each in held.names if each.entity is not None)
    facts = [each for entity in ids for each in held.reference.about(entity, "leads_ranking", "entity")]
    certain = [each for each in facts if "entity" in each.exclusive and each.confidence not in UNCERTAIN]
    return [each for each in certain if _is_of(held, relation, each)]


def _is_of(held: Held, relation: Relation, fact: ReferenceClaim) -> bool:
    """Whether a fact is about the contest of a relation, by a word of its name and by its day."""
    told = {str(name): each for name, each in relation.arguments}
    contest, day = told.get("contest"), told.get("time") or told.get("date")
    period = None if day is None else period_of(day, held.numbers)
    if contest is None or period is None or fact.date is None or dates_apart(period, fact.date):
        return False
    field = folded(names_of(fact, "field")).split()
    return any(alike(one, two) for one in folded(contest.text).split() for two in field)
