"""Who is how old: "Kern (47)", "Kern, 47, …", "der 47-jährige Kern", "She was 55", "Der 47-Jährige"."""

from __future__ import annotations

from claimcheck.languages.word_roles import (
    BE,
    BECOME,
    CAPITAL,
    CLOSE,
    COMMA,
    COORDINATOR,
    MARK,
    NOUN,
    NUMBER,
    OPEN,
    TIME,
)
from claimcheck.model import Measure
from claimcheck.model.analysis import Chunk, Clause
from claimcheck.model.claim import Form
from claimcheck.statements.concepts import stem
from claimcheck.statements.measure import Found
from claimcheck.statements.place import Spot
from claimcheck.statements.possessor import Owner, before_brackets, noun_owner, owner, pronoun_owner, words_owner
from claimcheck.statements.referents import PERSON

AGE = "age"
YOUNGEST, OLDEST = 4, 114
NO_AGES = frozenset(map(str, range(YOUNGEST)))
MOST_AGES = 3
"""So many people of one sentence at most have ages behind their surnames; more are the players of a match."""


def age_of(spot: Spot) -> Found | None:
    """Years that are an age, and the bare number of "Kern (47)", "Kern, 47, …", "She was 55"."""
    value = spot.claim.value
    if not isinstance(value, Measure) or spot.claim.type != "quantity":
        return None
    if value.unit == "year" or (_may_be_years(value) and _of_person(spot)):
        return Found(spot.first, AGE, "age", spot.joints.age_word)
    return None


def _may_be_years(value: Measure) -> bool:
    bare = value.unit is None and value.noun is None and value.hedge is None and not value.rounded
    return bare and value.number is not None and YOUNGEST <= value.number <= OLDEST


def _of_person(spot: Spot) -> bool:
    if spot.bracketed():
        return not _tallied(spot) and _called(spot, spot.first - 2)
    clause = spot.clause
    return _behind_noun(spot) or (clause is not None and clause.verb is not None and _told(spot, clause, clause.verb))


def _behind_noun(spot: Spot) -> bool:
    """As in "a man of 47 was hurt": nothing else is counted."""
    own = spot.own()
    if own is None or own.head >= spot.last or own.last > spot.last or spot.preposition(own) not in spot.joints.share:
        return False
    before = spot.chunk(own.first - 1)
    one = before is not None and spot.referents.kind_of(spot.low(before.head)) == "person"
    return one and before is not None and _is_one(spot, before)


def _is_one(spot: Spot, chunk: Chunk) -> bool:
    """Whether a phrase is of one person by what he is: "the youngest patient"."""
    return chunk.determiner is not None and not chunk.plural and spot.referents.is_person(spot.low(chunk.head))


def _called(spot: Spot, at: int) -> bool:
    """Whether a word ends the name of a person, is the surname of one the article names elsewhere, or "a driver"."""
    if spot.person(at) or spot.named(at) or spot.names.is_surname(spot.sentence.tokens[at].text):
        return True
    chunk = spot.sentence.chunk_at(spot.sentence.tokens[at].span.start)
    one = chunk is not None and chunk.head == at and chunk.determiner is not None and chunk.plural is False
    return one and spot.referents.is_person(spot.low(at)) and spot.is_(at + 1, COMMA)


def _told(spot: Spot, clause: Clause, verb: int) -> bool:
    """As in "She was 55", "Kern wird 40", "Kern ist 40 und wohnt in Lindow", "The youngest patient is 12"."""
    ends = spot.last >= len(spot.sentence.tokens) - 1 or spot.is_(spot.last, MARK)
    ends = ends or (spot.is_(spot.last, COORDINATOR) and not spot.is_(spot.last + 1, NOUN | NUMBER))
    alone = ends and spot.is_(verb, BE | BECOME) and spot.first == verb + 1
    subject = clause.subject
    return alone and subject is not None and (_somebody(spot, subject.head) or _is_one(spot, subject))


def _somebody(spot: Spot, at: int) -> bool:
    return spot.person(at) or spot.named(at) or spot.means_person(at)


def _tallied(spot: Spot) -> bool:
    """Whether brackets of the sentence hold a number and more, or no age, or are too many: they count something."""
    tokens = spot.sentence.tokens
    opens = [at for at in range(len(tokens) - 2) if spot.is_(at, OPEN) and spot.is_(at + 1, NUMBER)]
    surname = not (spot.named(spot.first - 2) or spot.is_(spot.first - 3, CAPITAL))
    return (surname and len(opens) > MOST_AGES) or any(_counts(spot, at) for at in opens)


def _counts(spot: Spot, at: int) -> bool:
    """Whether what opens at a token holds a number and more, or one that is no age."""
    if spot.is_(at + 2, CLOSE):
        return spot.sentence.tokens[at + 1].text in NO_AGES
    return spot.is_(at + 2, COMMA) and spot.is_(at + 3, NUMBER)


def aged(spot: Spot) -> Owner | None:
    """Who is so old: "Kern (47)", "Kern, 47, …", "der 47-jährige Kern", "Kern ist 47 Jahre alt", "Der 47-Jährige"."""
    if spot.bracketed():
        return _bracketed(spot)
    own = spot.own()
    if own is not None and own.head >= spot.last:
        return noun_owner(spot, own, people=True)
    forms = spot.aged()
    if forms:
        return _person(spot, forms)
    described = _described(spot)
    if described is not None:
        return noun_owner(spot, described, people=True)
    own = _first_of(spot, own)
    return _carrier(spot, own) or (None if _of_many(spot, own) else _of_subject(spot))


def _described(spot: Spot) -> Chunk | None:
    """The people whose ages stand before their noun: "seine fünf und sieben Jahre alten Töchter"."""
    at = spot.last
    if spot.is_(at, COORDINATOR) and spot.is_(at + 1, NUMBER):
        at += 2
        while spot.is_(at, TIME):
            at += 1
    chunk = spot.chunk(at) if AGE in spot.concepts.states.get(stem(spot.low(at)), ()) else None
    return chunk if chunk is not None and chunk.head > at else None


def _first_of(spot: Spot, own: Chunk | None) -> Chunk | None:
    """The phrase of the number before "and": "between the ages *of 18* and 26"."""
    if own is None or not spot.is_(own.first - 1, COORDINATOR):
        return own
    before = spot.chunk(own.first - 2)
    return own if before is None or before.number is None else before


def _of_many(spot: Spot, own: Chunk | None) -> bool:
    """Whether ages are named as bounds, "between the ages of 18 and 26": then the subject has none of them."""
    before = None if own is None else spot.before(own.first)
    return before is not None and bool(before.plural) and stem(spot.low(before.head)) in spot.joints.age_nouns


def _carrier(spot: Spot, own: Chunk | None) -> Owner | None:
    """The people that an age hangs on: "17.000 Jugendliche zwischen 16 und 21 Jahren"."""
    before = None if own is None else spot.before(own.first)
    if before is not None and _of_many(spot, own):
        own, before = before, spot.before(before.first)
    if own is None or before is None or before.pronoun or before.last < own.first - 1:
        return None
    return noun_owner(spot, before, people=True) if spot.referents.is_person(spot.low(before.head)) else None


def _of_subject(spot: Spot) -> Owner | None:
    """The subject of the clause; without one, or where the age itself is that, whom the text is on."""
    subject = None if spot.clause is None else spot.subject(spot.clause)
    if subject is None:
        return _headed(spot) or _person(spot, PERSON)
    if spot.place() == "subject":
        return _person(spot, PERSON)
    return pronoun_owner(spot, subject) if subject.pronoun else noun_owner(spot, subject, people=True)


def _headed(spot: Spot) -> Owner | None:
    """The person whose name stands last before an age without a verb: "Lena Kern im Alter von 53 Jahren"."""
    before = (each.last - 1 for each in reversed(spot.sentence.chunks) if each.last <= spot.first)
    at = next((at for at in before if spot.named(at)), None)
    return None if at is None else words_owner(spot, at - 1, at)


def _person(spot: Spot, forms: frozenset[Form]) -> Owner | None:
    found = spot.referents.person(spot.offset, forms)
    return None if found is None else owner(found, implied=True)


def _bracketed(spot: Spot) -> Owner | None:
    found = before_brackets(spot)
    word = spot.sentence.tokens[spot.first - 2].text
    if found is not None or not (spot.surname(spot.first - 2) or spot.names.is_surname(word)):
        return found
    return words_owner(spot, spot.first - 2, spot.first - 2)
