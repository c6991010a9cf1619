"""Who won: the winner an article names beside the known one of the same contest on the same day."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.link.known.facts import UNCERTAIN, Held, beside, dates_apart, names_of, period_of
from claimcheck.link.known.persons import goes_by, is_another
from claimcheck.link.known.wordings import alike
from claimcheck.model.claim import Claim
from claimcheck.model.link import Known
from claimcheck.model.reference import ReferenceClaim
from claimcheck.model.relation import Relation
from claimcheck.reference.fold import folded


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
