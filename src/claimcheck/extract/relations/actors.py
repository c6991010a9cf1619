"""Who does what a clause tells, and to whom: its subject and object, and what a relative pronoun stands for."""

from __future__ import annotations

from typing import Any

from claimcheck.extract.relations.names import Reading
from claimcheck.languages.word_roles import (
    ACCUSATIVE,
    CASE,
    COMMA,
    DATIVE,
    GERUND,
    INFINITIVE,
    OPEN,
    PARTICIPLE,
    TIME,
)  # fmt: skip
from claimcheck.model.analysis import Chunk, Clause

Party = Chunk | None


def actors(reading: Reading, clause: Clause, frame: dict[str, Any]) -> tuple[Party, Party]:
    """Subject and object as the words have it: in the passive the one to whom it is done, and nobody."""
    things = _things(reading, clause, frame)
    thing = things[0] if things else None
    if clause.kind == "infinitive":
        return _controller(reading, clause), thing
    if clause.kind == "participle":
        return _beside(reading, clause), thing
    if clause.kind == "relative" and clause.connective is not None:
        pair = _relative(reading, clause, things)
        return _person_first(reading, *pair) if frame["subject"] in frame["people"] else pair
    if _follows_verb(reading, clause):
        return None, None
    return clause.subject, _before_contact(reading, clause) if thing is None else thing


def _before_contact(reading: Reading, clause: Clause) -> Party:
    """What a relative clause without a pronoun is about: "*the app* she founded"."""
    return reading.antecedent(clause) if clause.kind == "relative" and clause.connective is None else None


def _follows_verb(reading: Reading, clause: Clause) -> bool:
    """Whether the subject stands behind the verb where it never does in a statement."""
    subject = clause.subject
    return subject is not None and not reading.lexicon.words.verb_second and subject.head > (clause.verb or 0)


def is_passive(reading: Reading, clause: Clause, at: int) -> bool:
    """Whether the verb at a token is in the passive; "dass Kern den Verein verlassen wird" is not."""
    if clause.kind == "participle":
        return bool(reading.role(at) & PARTICIPLE) and not reading.role(at) & GERUND
    objects = [each for each in clause.objects if each.case & ACCUSATIVE and not each.pronoun]
    return clause.passive and not (objects and reading.role(at) & INFINITIVE)


def _things(reading: Reading, clause: Clause, frame: dict[str, Any]) -> list[Chunk]:
    """The phrases that can be what is done something to."""
    shared = () if clause.subject is None else reading.joined(clause.subject)
    other = ACCUSATIVE if frame["dative"] else DATIVE
    return [
        each
        for each in clause.objects
        if each not in shared and each.case & CASE != other and _is_thing(reading, clause, each)
    ]


def _is_thing(reading: Reading, clause: Clause, chunk: Chunk) -> bool:
    """Whether a phrase is no time, no number, no other pronoun, and nothing that only explains another."""
    if reading.role(chunk.head) & TIME or chunk.head == chunk.number:
        return False
    if chunk.pronoun and chunk.head != clause.connective and not reading.is_anaphor(chunk):
        return False
    before = reading.role(chunk.first - 1)
    opens = chunk.first - clause.first in (0, 1)
    return not before & OPEN and (opens or not before & COMMA)


def _controller(reading: Reading, clause: Clause) -> Party:
    """Who is to do it: the subject of the clause that hands it on ("plant, … zu", "wurde beauftragt, … zu")."""
    if clause.parent is None:
        return None
    parent = reading.sentence.clauses[clause.parent]
    named = _other_names(reading, parent)
    if parent.kind not in ("main", "subordinate", "relative") or (named and not parent.passive):
        return None
    return None if parent.subject is None else reading.standing_for(parent, parent.subject)


def _other_names(reading: Reading, clause: Clause) -> list[Chunk]:
    """The names among the objects of a clause; those that share its subject are none."""
    shared = () if clause.subject is None else reading.joined(clause.subject)
    others = (each for each in clause.objects if not each.pronoun and each not in shared)
    return [each for each in others if reading.named(each) is not None]


def _beside(reading: Reading, clause: Clause) -> Party:
    """Of whom a participle tells: the phrase before its comma, or the subject of its clause."""
    first = clause.first
    if first and not (reading.role(first) | reading.role(first - 1)) & COMMA:
        return reading.ending_at(first)
    before = reading.ending_at(reading.before_aside(first if reading.role(first) & COMMA else first - 1))
    if before is not None and before.preposition is None:
        return before
    return None if clause.parent is None else reading.sentence.clauses[clause.parent].subject


def _relative(reading: Reading, clause: Clause, things: list[Chunk]) -> tuple[Party, Party]:
    """What the pronoun stands for is subject or object as its case tells; where nothing tells, nothing is said."""
    subject, pronoun = clause.subject, clause.connective
    whom = reading.antecedent(clause)
    if subject is None or subject.head != pronoun:
        return _of_whom(clause, subject, things, whom)
    if reading.lexicon.words.verb_second and subject.case & ACCUSATIVE and _rivals(reading, things):
        return None, None
    return whom, things[0] if things else None


def _of_whom(clause: Clause, subject: Party, things: list[Chunk], whom: Party) -> tuple[Party, Party]:
    """Subject and object where the pronoun is no subject."""
    stands = any(each.head == clause.connective for each in things)
    others = [each for each in things if each.head != clause.connective]
    thing = others[0] if others else None
    return (None if subject is None or subject.pronoun else subject), whom if stands else thing


def _rivals(reading: Reading, things: list[Chunk]) -> bool:
    """Whether another phrase may be the subject just as well."""
    return any(reading.named(each) is not None and each.case & CASE != ACCUSATIVE for each in things)


def _person_first(reading: Reading, subject: Party, thing: Party) -> tuple[Party, Party]:
    """Subject and object of a relative clause whose pronoun may be either, where only a person can do it."""
    if subject is None or thing is None or not reading.lexicon.words.verb_second:
        return subject, thing
    who, what = reading.named(subject), reading.named(thing)
    turned = what is not None and what.human and (who is None or not who.human)
    return (thing, subject) if turned else (subject, thing)
