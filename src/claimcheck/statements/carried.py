"""What a number takes over from the one before it: "11m euros ($14m)", "52 stations and 29", "three of them"."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.languages.word_roles import CAPITAL, COLON, COMMA, COORDINATOR, NOUN, NUMBER, OPEN, SEMICOLON, TIME
from claimcheck.model import Measure
from claimcheck.model.claim import Noun, Slot
from claimcheck.statements.concepts import family
from claimcheck.statements.measure import By, Found
from claimcheck.statements.owner import owner_of
from claimcheck.statements.place import Spot
from claimcheck.statements.possessor import Owner
from claimcheck.statements.referents import PERSON

NOBODY: frozenset[Slot] = frozenset()


class Told(NamedTuple):
    """What is known of a number; `carried` are the slots that the number before has filled."""

    spot: Spot
    measure: Noun | None
    owner: Owner | None
    base: Noun | None
    carried: frozenset[Slot] = NOBODY
    converted: bool = False
    by: By | None = None


def carried(told: Told, before: Told | None) -> Told:
    """The number with what the one before it, or the noun its subject points to, tells of it."""
    if before is not None and _converted(told.spot, before):
        return before._replace(spot=told.spot, converted=True)
    found = None if before is None or before.measure is None else _from_number(told, before)
    if found is not None:
        return found
    return told if told.measure is not None else _from_noun(told, before)


def _from_noun(told: Told, before: Told | None) -> Told:
    """The noun that the subject points to, and whose it was when the number before spoke of it."""
    noun = _meant(told.spot)
    if noun is None:
        return told
    same = before is not None and before.measure is not None and before.measure.text == noun.text
    owner = before.owner if before is not None and same else None
    return told._replace(measure=noun, owner=owner, carried=told.carried | {"measure"})


def _from_number(told: Told, before: Told) -> Told | None:
    """A part of what was counted, or the same measure again; None where the number before tells nothing."""
    spot = told.spot
    same = spot.sentence is before.spot.sentence
    if spot.partitive() == "pronoun" and (same or spot.number == before.spot.number + 1):
        part = told if told.measure is not None else _taken(told, before)
        return part._replace(base=before.measure, carried=part.carried | {"of"})
    if told.measure is not None:
        return None
    if _again(spot, before.spot, same=same):
        return _taken(told, before)
    if _pointed(spot, before):
        return told._replace(measure=before.measure, owner=before.owner, carried=told.carried | {"measure", "owner"})
    return None


def _again(spot: Spot, before: Spot, *, same: bool) -> bool:
    """Whether a number leaves out the noun of the one before it, in the same sentence, as a subject or an object."""
    if _elided(spot, before):
        return same or spot.place() in ("subject", "object") or _borne(spot)
    return (same and _old(spot, before)) or _continued(spot, before)


def _continued(spot: Spot, before: Spot) -> bool:
    """Whether a list goes on with the same unit: "… 815 million hectares. Second is Lindow with 494 million …"."""
    one, two = spot.claim.value, before.claim.value
    if not _borne(spot) or spot.number - before.number > 1:
        return False
    return isinstance(one, Measure) and isinstance(two, Measure) and one.unit is not None and one.unit == two.unit


def _borne(spot: Spot) -> bool:
    """Whether it is what somebody has who is named beside others: "größer als Lindow mit 5300"."""
    hung = spot.hung()
    return hung is not None and spot.low(hung) in spot.joints.carrier


def _taken(told: Told, before: Told) -> Told:
    """The measure of the number before; whose it is, by the number's own clause, else by the one before."""
    if before.measure is None:
        return told
    own = told.spot.own()
    found = Found(told.spot.first, before.measure.kind, "counted", before.measure.text, own)
    beside = _bare(told.spot) and not told.spot.is_(told.spot.first - 1, COORDINATOR | COMMA) and told.spot.bracket()
    owner = told.owner or (None if beside else owner_of(told.spot, found) or before.owner)
    return told._replace(measure=before.measure, owner=owner, carried=told.carried | {"measure"})


def _converted(spot: Spot, before: Told) -> bool:
    """Whether the number says the one before it in another unit, in brackets: "11bn euros ($14.4bn; £7.6bn)"."""
    if spot.sentence is not before.spot.sentence or spot.first - _behind_rate(before.spot) != 1:
        return False
    one, two = spot.claim.value, before.spot.claim.value
    joint = OPEN | (COMMA | SEMICOLON | COLON if before.converted else 0)
    if not (isinstance(one, Measure) and isinstance(two, Measure)) or not spot.is_(spot.first - 1, joint):
        return False
    kinds = {family(spot.claim), family(before.spot.claim)}
    same = (len(kinds) == 1 and kinds.isdisjoint(("", "count", "persons"))) or kinds == {"share", "points"}
    return same and one.unit != two.unit


def _behind_rate(spot: Spot) -> int:
    """The token behind a number and the time that it is counted by: "200bn euros a year (£140bn)"."""
    value = spot.claim.value
    chunk = spot.chunk(spot.last) if isinstance(value, Measure) and value.per is not None else None
    return chunk.last if chunk is not None and chunk.first == spot.last and spot.is_(chunk.head, TIME) else spot.last


def _bare(spot: Spot) -> bool:
    value = spot.claim.value
    return spot.claim.type == "quantity" and isinstance(value, Measure) and value.unit is None and value.noun is None


def _elided(spot: Spot, before: Spot) -> bool:
    """Whether a count without a noun counts what the one before it counts: "52 stations, and Astral's 29"."""
    counts = _bare(spot) and family(before.claim) in ("count", "persons")
    bracket = spot.is_(spot.first - 1, OPEN) and not before.is_(before.first - 1, OPEN)
    return counts and not bracket and not spot.is_(spot.last, NOUN | NUMBER | CAPITAL) and spot.partitive() is None


def _old(spot: Spot, before: Spot) -> bool:
    """Whether a number of the same kind is the old value of the one before: "profit of 3 million, after 2 million"."""
    hung = spot.hung()
    joint = spot.joint() if hung is None else hung
    return joint is not None and spot.low(joint) in spot.joints.old and family(spot.claim) == family(before.claim)


def _meant(spot: Spot) -> Noun | None:
    """The noun that the subject of a change points to: "They added 6.4 per cent" after "the shares"."""
    clause = spot.clause
    if clause is None or clause.subject is None or not clause.subject.pronoun or not spot.changing(clause):
        return None
    forms = spot.referents.pronoun(spot.sentence, clause, clause.subject.head) - PERSON
    found = spot.referents.meant(spot.sentence.tokens[clause.subject.head].span.start, forms) if forms else None
    if found is None or found.named or spot.referents.is_person(found.argument.text.lower()):
        return None
    concept = next(iter(spot.concepts.noun(found.argument.text.lower())), None)
    return Noun(found.argument.span, found.argument.text, concept)


def _pointed(spot: Spot, before: Told) -> bool:
    """Whether a pronoun points at the number before: "In some areas this rises to 65 per cent"."""
    clause = spot.clause
    if clause is None or clause.subject is None or not clause.subject.pronoun:
        return False
    if spot.low(clause.subject.head) not in spot.joints.empty or spot.number - before.spot.number > 1:
        return False
    kinds = {family(spot.claim), family(before.spot.claim)}
    return (spot.changing(clause) or spot.equating(clause)) and (len(kinds) == 1 or "share" in kinds)
