"""Who is how old: "Kern (47)", "Kern, 47, …", "der 47-jährige Kern", "She was 55", "Der 47-Jährige"."""

from __future__ import annotations

from claimcheck.languages.word_roles import BE, BECOME, COMMA, MARK, NUMBER, OPEN
from claimcheck.model import Measure
from claimcheck.model.about import Form
from claimcheck.model.analysis import Clause
from claimcheck.statements.measure import Found
from claimcheck.statements.place import Spot
from claimcheck.statements.possessor import Owner, before_brackets, noun_owner, owner, pronoun_owner, words_owner
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
        return not _tallied(spot) and (spot.person(spot.first - 2) or spot.named(spot.first - 2))
    clause = spot.clause
    return clause is not None and clause.verb is not None and _told(spot, clause, clause.verb)


def _told(spot: Spot, clause: Clause, verb: int) -> bool:
    """As in "She was 55", "Kern wird 40"."""
    ends = spot.last >= len(spot.sentence.tokens) - 1 or spot.is_(spot.last, MARK)
    alone = ends and spot.is_(verb, BE | BECOME) and spot.first == verb + 1
    return alone and clause.subject is not None and _somebody(spot, clause.subject.head)


def _somebody(spot: Spot, at: int) -> bool:
    return spot.person(at) or spot.named(at) or spot.means_person(at)


def _tallied(spot: Spot) -> bool:
    """Whether a bracket of the sentence holds a number and more: then all count what people did: "Kern (18, 7/12)"."""
    tokens = spot.sentence.tokens
    opens = (at for at in range(len(tokens) - 2) if spot.is_(at, OPEN) and spot.is_(at + 1, NUMBER))
    return any(spot.is_(at + 2, COMMA) for at in opens)


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
    found = before_brackets(spot)
    if found is not None or not spot.surname(spot.first - 2):
        return found
    return words_owner(spot, spot.first - 2, spot.first - 2)
