"""Who is how old: "Kern (47)", "Kern, 47, …", "der 47-jährige Kern", "She was 55", "Der 47-Jährige"."""

from __future__ import annotations

from claimcheck.languages.word_roles import BE
from claimcheck.model import Measure
from claimcheck.model.about import Form
from claimcheck.statements.measure import Found
from claimcheck.statements.owner import Owner, noun_owner, owner, pronoun_owner, words_owner
from claimcheck.statements.place import Spot
from claimcheck.statements.referents import PERSON

AGE = "age"
YOUNGEST, OLDEST = 4, 114


def age_of(spot: Spot) -> Found | None:
    """Years that are an age, and the bare number of "Kern (47)", "Kern, 47, …", "She was 55"."""
    value = spot.claim.value
    if not isinstance(value, Measure) or spot.claim.type != "quantity":
        return None
    if value.unit == "year" or (_may_be_years(value) and _of_person(spot)):
        return Found(spot.first, AGE, "age", spot.joints.age_word)
    return None


def _may_be_years(value: Measure) -> bool:
    bare = value.unit is None and value.noun is None and value.hedge is None
    return bare and value.number is not None and YOUNGEST <= value.number <= OLDEST


def _of_person(spot: Spot) -> bool:
    if spot.bracketed():
        return spot.person(spot.first - 2) or spot.named(spot.first - 2)
    clause = spot.clause
    if clause is None or clause.verb is None or clause.subject is None or spot.last < len(spot.sentence.tokens) - 1:
        return False
    alone = spot.is_(clause.verb, BE) and spot.first == clause.verb + 1
    return alone and (spot.person(clause.subject.head) or spot.means_person(clause.subject.head))


def aged(spot: Spot) -> Owner | None:
    """Who is so old: "Kern (47)", "Kern, 47, …", "der 47-jährige Kern", "Kern ist 47 Jahre alt", "Der 47-Jährige"."""
    if spot.bracketed():
        return _bracketed(spot)
    own = spot.own()
    if own is not None and own.head >= spot.last:
        return noun_owner(spot, own, people=True)
    subject = None if spot.clause is None else spot.subject(spot.clause)
    forms = spot.aged()
    if forms or subject is None or spot.place() == "subject":
        return _person(spot, forms or PERSON)
    return pronoun_owner(spot, subject) if subject.pronoun else noun_owner(spot, subject, people=True)


def _person(spot: Spot, forms: frozenset[Form]) -> Owner | None:
    found = spot.referents.person(spot.offset, forms)
    return None if found is None else owner(found, implied=True)


def _bracketed(spot: Spot) -> Owner | None:
    name = spot.names.ending(spot.sentence.tokens[spot.first - 2].span)
    if name is not None:
        return owner(spot.referents.named(name))
    if spot.named(spot.first - 2):
        return words_owner(spot, spot.first - 3, spot.first - 2)
    return words_owner(spot, spot.first - 2, spot.first - 2) if spot.surname(spot.first - 2) else None
