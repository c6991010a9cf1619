"""The measure that the verb of a clause tells: "Der Umsatz stieg auf …", "cut costs by …", "sechs starben"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.model.analysis import Chunk, Clause
from claimcheck.statements.concepts import family, said_by, takes, told
from claimcheck.statements.measure import Found, change, innermost, is_known, named
from claimcheck.statements.place import Spot

COUNTED = ("count", "persons")
SIZES = {"area": "area", "mass": "weight"}
"""What a number with such a unit says of something, where a verb only says that it has so much."""


def by_verb(spot: Spot) -> Found | None:
    """By the verb: its subject or object changes or equals the number, or the verb itself says what it is."""
    clause = spot.clause
    if clause is None or not clause.lemma:
        return None
    if spot.place() == "subject":
        return _borne(spot, clause, subject=not clause.passive)
    found = _object_valued(spot, clause)
    if found is None and (spot.changing(clause) or spot.equating(clause)):
        found = _object_changed(spot, clause) or _subject_measured(spot, clause)
    return found or _borne(spot, clause, subject=False)


def _object_valued(spot: Spot, clause: Clause) -> Found | None:
    """As in "Lindow hat mit 44 Prozent die höchste Arbeitslosenquote": the object that such a number is a value of."""
    if not _beside(spot) or not spot.having(clause):
        return None
    kind = family(spot.claim)
    behind = (each for each in clause.objects if each.first >= spot.last and spot.mere(each))
    fits = (each for each in behind if any(takes(name, kind) for name in spot.concepts.noun(spot.low(each.head))))
    found = next(fits, None)
    return None if found is None else named(spot, found.head, "object", found)


def _object_changed(spot: Spot, clause: Clause) -> Found | None:
    """As in "cut costs by 5 percent": the object, where the number hangs on a preposition; "mit" needs a measure."""
    if spot.hung() is None or clause.passive:
        return None
    before = (each for each in clause.objects if each.last <= spot.first and not each.name and spot.mere(each))
    found = next((each for each in before if spot.noun(each.head)), None)
    value = None if found is None else innermost(spot, found, "object")
    return None if value is None or (_beside(spot) and value.concept is None) else value


def _subject_measured(spot: Spot, clause: Clause) -> Found | None:
    """As in "Der Umsatz stieg auf …"; not where somebody does that, or with so much beside: "mit 200 Zentimetern"."""
    subject = spot.subject(clause)
    if _beside(spot):
        return None
    if subject is not None and subject.pronoun and spot.low(subject.head) in spot.joints.empty:
        subject = spot.subject_before(clause)
    subject = spot.mere(subject)
    if subject is None or not spot.noun(subject.head):
        return None
    if spot.changes(subject.head):
        return change(spot, subject)._replace(by="subject")
    return _sized(spot, clause, subject) or (None if _somebody(spot, subject) else innermost(spot, subject, "subject"))


def _sized(spot: Spot, clause: Clause, subject: Chunk) -> Found | None:
    """The size of something that is none itself: "The city covers 1,483 acres" is an area."""
    concept = SIZES.get(family(spot.claim))
    if concept is None or clause.verb is None or spot.changing(clause):
        return None
    if is_known(spot, subject) or spot.counts_only(subject.head) or spot.hung() is not None:
        return None
    return Found(clause.verb, concept, "verb", spot.concepts.named.get(concept))


def _beside(spot: Spot) -> bool:
    """Whether the number hangs on a preposition that says what is so much beside."""
    hung = spot.hung()
    joint = spot.joint() if hung is None else hung
    return joint is not None and spot.low(joint) in spot.joints.beside


def _somebody(spot: Spot, subject: Chunk) -> bool:
    """Whether the subject is the bearer of a name, or somebody, who is no measure but has one."""
    if is_known(spot, subject) and family(spot.claim) in ("count", "persons"):
        return False
    if spot.referents.is_person(spot.low(subject.head)) or _body(spot, subject):
        return True
    if is_known(spot, subject) or spot.plain(subject.head):
        return False
    referent = spot.referents.of(spot.sentence, subject)
    return referent is not None and referent.named


def _body(spot: Spot, subject: Chunk) -> bool:
    return spot.referents.kind_of(spot.low(subject.head)) == "organisation" and not is_known(spot, subject)


def _borne(spot: Spot, clause: Clause, *, subject: bool) -> Found | None:
    """What the verb itself says of its number: "kostet 3 Euro" is a price, "sechs starben" the dead."""
    at = clause.predicate if clause.predicate is not None else clause.verb
    kind = family(spot.claim)
    if not subject and kind in COUNTED and spot.hung() is not None:
        return None  # "fell at two places"
    concept = next((each for each in _said(spot, clause, subject=subject) if takes(each, kind)), None)
    if at is None or concept is None:
        return None
    return Found(at, concept, "verb", None if clause.passive else spot.concepts.named.get(concept))


def _said(spot: Spot, clause: Clause, *, subject: bool) -> Iterator[str]:
    """The concepts that the verb or its class says of its subject, or of what stands elsewhere in its clause."""
    known = spot.concepts
    for table in (known.subjects,) if subject else (known.objects, known.subjects):
        yield from said_by(table, spot.sentence, clause)
    hung = spot.hung()
    if subject or hung is None:
        yield from _of_senses(clause.senses, "subject" if subject else "object")
    elif spot.low(hung) in spot.joints.price:
        yield from _of_senses(_deeds(spot, clause), "for")


def _of_senses(senses: Iterable[str], place: str) -> Iterator[str]:
    return (each for sense in senses for each in told().get((sense, place), ()))


def _deeds(spot: Spot, clause: Clause) -> Iterator[str]:
    """The classes of a verb, then of the one it governs: "agreed to buy the mill, a ruin, for 3 million"."""
    yield from clause.senses
    for each in spot.sentence.clauses:
        ruled = each.kind == "infinitive" and each.parent is not None and spot.sentence.clauses[each.parent] == clause
        yield from each.senses if ruled and each.first < spot.first else ()
