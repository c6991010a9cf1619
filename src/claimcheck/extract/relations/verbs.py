"""Relations stated by the verb of a clause: "X übernimmt Y", "Y wurde von X übernommen", "X, das Y übernahm"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from claimcheck.extract.relations.filling import Filling, attribute_start, before_participle, is_aside, is_scene
from claimcheck.extract.relations.found import Found, add_values, enough, relation
from claimcheck.extract.relations.meant import (
    controller,
    gerunds,
    is_human,
    is_over,
    meant_by_verb,
    person_first,
    value_behind,
    wholes,
)
from claimcheck.extract.relations.names import Reading
from claimcheck.extract.relations.wanted import apart
from claimcheck.languages.word_roles import (
    ACCUSATIVE,
    BE,
    CASE,
    COMMA,
    DATIVE,
    GENITIVE,
    GERUND,
    INFINITIVE,
    OPEN,
    PARTICIPLE,
    PREPOSITION,
    RELATIVE,
    TIME,
)  # fmt: skip
from claimcheck.model.analysis import Chunk, Clause

Party = Chunk | None


def actors(reading: Reading, clause: Clause, frame: dict[str, Any]) -> tuple[Party, Party]:
    """Subject and object as the words have it: in the passive the one to whom it is done, and nobody."""
    things = _things(reading, clause, frame)
    thing = things[0] if things else None
    if clause.kind in ("infinitive", "participle"):
        return _of_nonfinite(reading, clause, thing)
    if clause.kind == "relative" and clause.connective is not None:
        return person_first(reading, frame, *_relative(reading, clause, things, frame["subject"] in frame["people"]))
    if _follows_verb(reading, clause):
        return None, None
    if thing is None:
        return _with_one_phrase(reading, clause)
    return person_first(reading, frame, *value_behind(reading, clause.subject, things))


def _of_nonfinite(reading: Reading, clause: Clause, thing: Party) -> tuple[Party, Party]:
    """Subject and object of a verb that has no subject of its own, but that of a gerund."""
    if clause.subject is not None and clause.verb is not None and reading.role(clause.verb) & GERUND:
        return clause.subject, thing
    if clause.kind == "infinitive":
        return controller(reading, clause), thing
    return _turned(reading, clause) or (_beside(reading, clause), thing)


def _with_one_phrase(reading: Reading, clause: Clause) -> tuple[Party, Party]:
    """Subject and object where only one phrase is found: two with nothing between, or what is told of stands before."""
    parts = None if clause.subject is None else apart(reading, clause.subject)
    return parts or (clause.subject, _before_contact(reading, clause))


def _before_contact(reading: Reading, clause: Clause) -> Party:
    """What a relative clause without a pronoun is about: "*the app* she founded"."""
    return reading.antecedent(clause) if clause.kind == "relative" and clause.connective is None else None


def _follows_verb(reading: Reading, clause: Clause) -> bool:
    """Whether the subject stands behind the verb where it never does in a statement."""
    verb_second = reading.lexicon.words.verb_second
    return clause.subject is not None and not verb_second and clause.subject.head > (clause.verb or 0)


def is_passive(reading: Reading, clause: Clause, at: int) -> bool:
    """Whether the verb at a token is in the passive; "dass Kern den Verein verlassen wird" is not."""
    if clause.kind == "participle":
        return (
            bool(reading.role(at) & PARTICIPLE)
            and not reading.role(at if clause.verb is None else clause.verb) & GERUND
        )
    objects = [each for each in clause.objects if each.case & ACCUSATIVE and not each.pronoun]
    return clause.passive and not (objects and reading.role(at) & INFINITIVE)


def _things(reading: Reading, clause: Clause, frame: dict[str, Any]) -> list[Chunk]:
    """The phrases that can be what is done something to; none where a preposition follows the verb: "lead *to* it"."""
    if not reading.lexicon.words.verb_second and not frame["objects"] and _goes_to(reading, clause):
        return []
    shared = () if clause.subject is None else reading.joined(clause.subject)
    if not frame["dative"]:
        objects, other = clause.objects, DATIVE
    else:
        objects, other = (*clause.objects, *wholes(reading, clause)), ACCUSATIVE
    return [
        each
        for each in objects
        if each not in shared and each.case & CASE != other and _is_thing(reading, clause, each)
    ]


def _goes_to(reading: Reading, clause: Clause) -> bool:
    at = clause.predicate
    return at is not None and not clause.passive and bool(reading.role(at + 1) & PREPOSITION)


def _is_thing(reading: Reading, clause: Clause, chunk: Chunk) -> bool:
    """Whether a phrase is no time, no number, no other pronoun, and nothing that only explains another."""
    pronouns = reading.lexicon.table["pronouns"]
    if reading.role(chunk.head) & TIME or chunk.head == chunk.number:
        return False
    if chunk.pronoun and chunk.head != clause.connective and reading.low(chunk.head) not in pronouns:
        return False
    before = reading.role(chunk.first - 1)
    opens = chunk.first - clause.first in (0, 1)
    return not before & OPEN and (opens or not before & COMMA)


def _beside(reading: Reading, clause: Clause) -> Party:
    """Of whom a participle tells: the phrase before its comma, or the subject of its clause."""
    first = clause.first
    if first and not (reading.role(first) | reading.role(first - 1)) & COMMA:
        return reading.ending_at(first)
    before = reading.ending_at(reading.before_aside(first if reading.role(first) & COMMA else first - 1))
    if before is not None and before.preposition is None:
        return before
    return None if clause.parent is None else reading.sentence.clauses[clause.parent].subject


def _turned(reading: Reading, clause: Clause) -> tuple[Party, Party] | None:
    """Subject and object of a participle with which a sentence begins that tells who it is: "*Leading X is Y*"."""
    outer = None if clause.parent is None else reading.sentence.clauses[clause.parent]
    thing = None if outer is None or clause.verb is None else reading.beginning_at(clause.verb + 1)
    turned = outer is not None and outer.subject is thing and outer.objects and reading.role(outer.verb or 0) & BE
    return (outer.objects[0], thing) if outer is not None and turned else None


def _relative(reading: Reading, clause: Clause, things: list[Chunk], people: bool) -> tuple[Party, Party]:
    """What the pronoun stands for is subject or object as its case tells; where nothing tells, only `people` do it."""
    subject, pronoun = clause.subject, clause.connective
    whom = _past_place(reading, reading.antecedent(clause))
    if subject is None or subject.head != pronoun:
        return _of_whom(reading, clause, things, whom)
    if reading.lexicon.words.verb_second and subject.case & ACCUSATIVE and _rivals(reading, things):
        return (whom, things[0]) if people and is_human(reading, whom) != is_human(reading, things[0]) else (None, None)
    return whom, things[0] if things else None


def _past_place(reading: Reading, chunk: Party) -> Party:
    """What a relative clause is about, not the place where that is: "*the museum* in Leeds, which …"."""
    if chunk is None or reading.led(chunk) not in reading.lexicon.table["seated"]:
        return chunk
    return reading.ending_at(chunk.first) or chunk


def _of_whom(reading: Reading, clause: Clause, things: list[Chunk], whom: Party) -> tuple[Party, Party]:
    """Subject and object where the pronoun is no subject: "*Lumen*, which *Kern* started"."""
    others = [each for each in things if each.head != clause.connective]
    stands = len(others) < len(things) or (not others and _is_whom(reading, clause))
    subject = None if clause.subject is None or clause.subject.pronoun else clause.subject
    return subject, whom if stands else others[0] if others else None


def _is_whom(reading: Reading, clause: Clause) -> bool:
    """Whether a relative pronoun that is no phrase can be the object: no preposition leads it, nothing is its own."""
    at = clause.connective
    if at is None or reading.lexicon.words.cases or reading.role(at - 1) & PREPOSITION:
        return False
    return bool(reading.role(at) & RELATIVE) and not reading.role(at) & GENITIVE


def _rivals(reading: Reading, things: list[Chunk]) -> bool:
    """Whether another phrase may be the subject just as well."""
    return any(reading.named(each) is not None and each.case & CASE != ACCUSATIVE for each in things)


LASTING = ("leads", "has_role", "plays_for", "member_of", "part_of")
"""What holds for a time, so that a verb in the past tells of a time that is over."""


def verbs(reading: Reading) -> Iterator[Found]:
    """What the verbs of a sentence state, and the participles before its nouns."""
    frames = reading.lexicon.frames
    for clause in (*reading.sentence.clauses, *gerunds(reading)):
        for frame in frames.get(clause.lemma, ()):
            yield from _stated(reading, clause, frame)
    if reading.lexicon.capitals:
        for chunk in reading.chunks:
            yield from _attribute(reading, chunk)


def _stated(reading: Reading, clause: Clause, frame: dict[str, Any]) -> Iterator[Found]:
    at = clause.predicate if clause.predicate is not None else clause.verb
    if at is None or (filling := _filled(reading, clause, frame, at)) is None:
        return
    add_values(reading, frame["values"], _own_tokens(reading, clause), at, filling.pieces)
    _without_price_before(filling, at)
    filling.put_target()
    meant = frame["meant"] if frame["meant"] == "fact" else meant_by_verb(reading, clause) or frame["meant"]
    table = reading.lexicon.table
    begins = clause.lemma in (*table["copulas"]["become"], *table["momentary"])
    lasts = frame["predicate"] in LASTING and not begins
    former = frame["former"] or (lasts and is_over(reading, clause))
    for each in filter(partial(enough, filling.frame), filling.each()):
        yield relation(reading, filling.frame["predicate"], each, at, meant, former=former)


def _without_price_before(filling: Filling, at: int) -> None:
    """Drops an amount before a verb where objects follow theirs: "Nordwerk, with sales of 9 billion, bought …"."""
    price, reading = filling.pieces.get("price"), filling.reading
    if price is not None and not reading.lexicon.words.verb_second and price.start < reading.tokens[at].span.start:
        del filling.pieces["price"]


def _filled(reading: Reading, clause: Clause, frame: dict[str, Any], at: int) -> Filling | None:
    """The phrases of a clause in the roles of a frame; None where the clause is not built as the frame needs it."""
    if frame["objects"] and not _tells(reading, clause, frame["objects"]):
        return None
    passive = is_passive(reading, clause, at)
    subject, thing = actors(reading, clause, frame)
    if (frame["alone"] and thing is not None) or (frame["passive"] and not passive):
        return None
    filling = Filling(reading, frame)
    if passive and not frame["stative"]:
        own, agent = frame["object"], frame["subject"]
        filling.put(frame["retained"], thing)
    else:
        own, agent = frame["subject"], None
        filling.put(own, subject)
        filling.put(frame["object"], thing)
    filling.put(own, subject)
    for chunk in clause.adjuncts:
        filling.led(chunk, agent)
    _complete(filling, clause, at, alone=thing is None)
    filling.pair_up(own)
    return filling


def _complete(filling: Filling, clause: Clause, at: int, *, alone: bool) -> None:
    """Adds what only some frames have; `alone`: the clause has no object."""
    if filling.frame["office"]:
        filling.put_office(clause)
    if filling.frame["of"]:
        filling.put_of(clause)
    if filling.frame["home"] and (alone or filling.frame["objects"] or not filling.frame["subject"]):
        filling.put_home(at)


def _tells(reading: Reading, clause: Clause, words: list[str]) -> bool:
    return any(reading.low(k) in words and not (is_scene(reading, k) or is_aside(reading, k)) for k in _tokens(clause))


def _tokens(clause: Clause) -> list[int]:
    return [k for first, last in clause.stretches for k in range(first, last)]


def _own_tokens(reading: Reading, clause: Clause) -> list[int]:
    """The tokens of a clause without those that belong to a participle before a noun."""
    held = {k for each in reading.chunks for k in before_participle(reading, each)}
    return [k for k in _tokens(clause) if k not in held]


# participles before a noun


def _attribute(reading: Reading, chunk: Chunk) -> Iterator[Found]:
    """ "das von X übernommene Y", "die 2031 von X gegründete Firma Y"."""
    for at in range(chunk.first, chunk.head):
        lemma = reading.lexicon.participle(reading.low(at))
        for frame in reading.lexicon.frames[lemma] if lemma is not None else ():
            found = _attributed(reading, chunk, frame, at)
            if found is not None:
                yield found


def _attributed(reading: Reading, chunk: Chunk, frame: dict[str, Any], at: int) -> Found | None:
    own = frame["object"] or (frame["subject"] if frame["predicate"] == "died" else None)
    filling, agents = Filling(reading, frame), reading.lexicon.table["agents"]
    filling.put(own, chunk._replace(determiner=at, first=at))
    filling.put(own, chunk)
    by = next((k for k in range(at - 1, chunk.first - 1, -1) if reading.low(k) in agents), None)
    if by is not None:
        filling.put(frame["subject"], Chunk(by, at, at - 1, by))
    low = attribute_start(reading, at)
    for k in range(low, at):
        if reading.low(k) not in agents:
            filling.put(frame["prepositions"].get(reading.low(k)), Chunk(k, at, at - 1, k))
    add_values(reading, frame["values"], range(low, chunk.last), at, filling.pieces)
    return relation(reading, frame["predicate"], filling.pieces, at, "fact") if enough(frame, filling.pieces) else None
