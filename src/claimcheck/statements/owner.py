"""Whose value a number is: what its measure hangs on, the subject of its clause, where it is, who was last told of."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.languages.word_roles import FINITE, OPEN, TIME
from claimcheck.model.analysis import Chunk, Clause
from claimcheck.statements.concepts import family, table, takes
from claimcheck.statements.measure import Found
from claimcheck.statements.place import Spot
from claimcheck.statements.possessor import (
    Owner,
    before_brackets,
    hanging,
    held,
    is_name,
    noun_owner,
    owner,
    possessor,
    pronoun_owner,
)

SPEECH = frozenset(("say", "think"))


def owner_of(spot: Spot, measure: Found | None) -> Owner | None:
    """Whose value the number is; None where the text does not say."""
    if spot.is_(spot.first - 1, OPEN) and (measure is None or measure.by == "counted"):
        return before_brackets(spot) or _worded(spot, measure)
    return _named_subject(spot) if measure is None else _worded(spot, measure)


def _worded(spot: Spot, measure: Found | None) -> Owner | None:
    """By the words of the measure, then by its clause."""
    if measure is None:
        return None
    return _described(spot, measure) or possessor(spot, measure) or hanging(spot, measure) or _beyond(spot, measure)


def _described(spot: Spot, measure: Found) -> Owner | None:
    """What an adjective of size stands before or behind: "the 3 metre long bridge", "a deal worth $3m"."""
    if measure.by != "state":
        return None
    chunk = measure.chunk
    if chunk is not None and chunk.head > measure.at and chunk.head >= spot.last:
        return noun_owner(spot, chunk)
    described = spot.mere(spot.before(spot.first - 1)) if measure.at == spot.first - 1 else None
    return None if described is None or described.last != measure.at else noun_owner(spot, described)


def _beyond(spot: Spot, measure: Found) -> Owner | None:
    return _carrier(spot, measure) or _around(spot, measure)


def _around(spot: Spot, measure: Found) -> Owner | None:
    """By the clause: its subject, and where it happens; of an event the latter first."""
    steps = (_setting, _of_clause) if _happens(measure) else (_of_clause, _setting)
    return steps[0](spot, measure) or steps[1](spot, measure)


def _named_subject(spot: Spot) -> Owner | None:
    """Who has a number that nothing names: "Die Grünen kamen auf 4,1 Prozent"."""
    clause = spot.clause
    if clause is None or spot.claim.type == "quantity":
        return None
    told = spot.place() == "object" and SPEECH.isdisjoint(clause.senses)
    if not told and not spot.changing(clause) and not spot.equating(clause):
        return None
    found = _subject(spot, Found(spot.first, None, "phrase", chunk=spot.own()))
    return found if found is not None and (found.named or told) else None


def _of_clause(spot: Spot, measure: Found) -> Owner | None:
    """The subject, where the measure is not that itself; else, of what somebody has, who was last told of."""
    if measure.by == "subject" or _is_subject(spot, measure):
        return _told_before(spot) if held(measure) and _bare(spot, measure) else None
    return _subject(spot, measure)


def _is_subject(spot: Spot, measure: Found) -> bool:
    subject = None if spot.clause is None else spot.clause.subject
    return subject is not None and _holds(subject, measure.at, spot.first)


def _holds(chunk: Chunk, *tokens: int) -> bool:
    return any(chunk.first <= each < chunk.last for each in tokens)


def _bare(spot: Spot, measure: Found) -> bool:
    """Whether nothing hangs on the measure that says whose or which it is."""
    behind = None if measure.chunk is None else spot.behind(measure.chunk)
    return behind is None or not (behind.of or spot.preposition(behind) in spot.joints.owner)


def _told_before(spot: Spot) -> Owner | None:
    """The last subject that is a name, in this sentence or the ones before."""
    found = spot.referents.topic(spot.offset)
    return None if found is None else owner(found, implied=True)


def _carrier(spot: Spot, measure: Found) -> Owner | None:
    """The noun that what is counted hangs on: "ein Bus mit 40 Passagieren", "a city of 40,000 people"."""
    chunk = measure.chunk
    if measure.by != "counted" or chunk is None or chunk.preposition is None:
        return None
    before = spot.mere(spot.before(chunk.preposition))
    if before is None or before.last != chunk.first or not _may_carry(spot, before, chunk):
        return None
    return noun_owner(spot, before)


def _may_carry(spot: Spot, before: Chunk, chunk: Chunk) -> bool:
    """Whether a noun has what hangs on it; "the arrest of 399 people" has none."""
    word, preposition = spot.low(before.head), spot.preposition(chunk)
    deed = next(iter(spot.concepts.noun(word)), None)
    if deed is not None and table()[deed]["kind"] == "flow" and takes(deed, family(spot.claim)):
        return False
    body = preposition in spot.joints.share and spot.referents.kind_of(word) in ("organisation", "place")
    return preposition in spot.joints.carrier or body


def _subject(spot: Spot, measure: Found) -> Owner | None:
    """The subject, where the verb has, bears or changes the number for it."""
    clause = spot.clause
    subject = None if clause is None else spot.subject(clause)
    if clause is None or subject is None or _holds(subject, spot.first, measure.at) or spot.joined(subject):
        return None
    if _of_nobody(spot, clause, subject) or not _bears(spot, clause, measure):
        return None
    if subject.pronoun:
        return pronoun_owner(spot, subject)
    return noun_owner(spot, subject, speakers=_direct(spot, clause, measure))


def _of_nobody(spot: Spot, clause: Clause, subject: Chunk) -> bool:
    """Whether the subject means nothing ("es gibt", "there are"), or the number belongs to what somebody says."""
    nobody = clause.lemma in spot.joints.existential and spot.low(subject.head) in spot.joints.empty
    return nobody or _of_others(spot, clause)


def _suffers(spot: Spot, clause: Clause, measure: Found) -> bool:
    """Whether a passive clause tells of what its subject has or becomes: "was weighed down by debts of 3 million"."""
    return (_among(clause.adjuncts, measure) and held(measure)) or (spot.place() == "adjunct" and spot.changing(clause))


def _of_others(spot: Spot, clause: Clause) -> bool:
    """Whether the number belongs to what somebody says or thinks of others: "Kern said 40 people came"."""
    if SPEECH.isdisjoint(clause.senses):
        return False
    own = spot.own()
    behind = spot.last if own is None else own.last
    return any(spot.is_(at, FINITE) and clause.holds(at) for at in range(behind, len(spot.sentence.tokens)))


def _bears(spot: Spot, clause: Clause, measure: Found) -> bool:
    """Whether the verb gives its object's number to its subject, or changes or equals it by a preposition."""
    if clause.passive:
        return _suffers(spot, clause, measure)
    if measure.by in ("verb", "object") or _direct(spot, clause, measure):
        return True
    if _among(clause.adjuncts, measure) and held(measure):
        return True
    hung = spot.hung()
    return spot.place() == "adjunct" and spot.low(hung or 0) in spot.joints.number and _carries(spot, clause)


def _direct(spot: Spot, clause: Clause, measure: Found) -> bool:
    """Whether the number or its measure is an object of the verb, or hangs on one."""
    return spot.place() == "object" or _among(clause.objects, measure) or _on_object(spot, clause)


def _on_object(spot: Spot, clause: Clause) -> bool:
    """Whether the number hangs on an object of its verb: "announced an increase of 25 basis points"."""
    own, objects = spot.own(), {each.first for each in clause.objects}
    while own is not None and own.preposition is not None:
        before = spot.before(own.first)
        if before is None or before.last != own.first:
            return False
        if before.first in objects:
            return before.number is None and spot.changes(before.head)
        own = before
    return False


def _among(chunks: Sequence[Chunk], measure: Found) -> bool:
    return measure.chunk is not None and measure.chunk.first in {each.first for each in chunks}


def _carries(spot: Spot, clause: Clause) -> bool:
    """Whether the verb gives a number behind a preposition to its subject: to have, earn, sell, change or equal it."""
    borne = clause.lemma in spot.concepts.objects.single
    return borne or spot.changing(clause) or spot.equating(clause) or spot.having(clause)


def _setting(spot: Spot, measure: Found) -> Owner | None:
    """Where there are so many, or in what: "Im Werk arbeiten 300 Menschen", "there are 911 students in the class"."""
    clause = spot.clause
    if clause is None or measure.by not in ("counted", "subject", "verb", "phrase"):
        return None
    if _agent(spot, clause) and not _happens(measure):
        return None
    found = [each for each in clause.adjuncts if _sets(spot, each) and not each.first <= measure.at < each.last]
    return noun_owner(spot, found[0], places=True) if len(found) == 1 and _may_hold(spot, found[0]) else None


def _happens(measure: Found) -> bool:
    """Whether the measure is one of an event, which has a place whoever acts."""
    return measure.concept is not None and table()[measure.concept]["of"] == "event"


def _sets(spot: Spot, chunk: Chunk) -> bool:
    if spot.preposition(chunk) not in spot.joints.setting or spot.is_(chunk.head, TIME):
        return False
    return chunk.number is None and not chunk.pronoun


def _may_hold(spot: Spot, chunk: Chunk) -> bool:
    """Whether a phrase that says where names somewhere or something that has so much."""
    if is_name(spot, chunk) or spot.referents.kind_of(spot.low(chunk.head)) is not None:
        return True
    concept = next(iter(spot.concepts.noun(spot.low(chunk.head))), None)
    return chunk.determiner is not None and concept is not None and "count" in table()[concept]["values"]


def _agent(spot: Spot, clause: Clause) -> bool:
    """Whether somebody else does it: then where it happens is not whose it is."""
    subject = None if clause.passive else clause.subject
    if subject is None or subject.first <= spot.first < subject.last:
        return False
    return spot.low(subject.head) not in spot.joints.empty
