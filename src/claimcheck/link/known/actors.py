"""Who did it, of what, where: arguments of an article's relations that only one can fill, beside those that do.

Nothing is held against an article that could be meant otherwise: both must be known and of one kind, everything else
of the relation must be the same, and the fact must hold on the days the article speaks of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, cast

from claimcheck.languages.word_roles import PREPOSITION
from claimcheck.link.known.facts import BUYER, UNCERTAIN, Held, beside, goes_by, holds, is_another, names_of
from claimcheck.link.known.when import When
from claimcheck.model.claim import Argument, ArgumentName, Claim, Relation
from claimcheck.model.entity import ReferenceClaim
from claimcheck.model.link import Known
from claimcheck.reference.predicates import PREDICATES, arguments
from claimcheck.reference.store import folded

if TYPE_CHECKING:
    from claimcheck.reference import Reference

LASTING = frozenset({"part_of", "owner", "located_in", "capital_of", "member_of", "holds_stake"})
"""Predicates of what lasts: they hold on certain days; all others happen once."""
NATURAL: Mapping[str, str] = {"capital_of": "place", "born": "place", "died": "place", "joins": "from"}
"""Arguments that only one can fill whatever a fact says."""


class Form(NamedTuple):
    """A predicate of the reference in which a relation of an article may be known, its arguments under their names."""

    predicate: str
    names: Mapping[str, str]


_SAME: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "member_of": {"part_of": {"person": "entity", "member": "entity", "organization": "whole"}},
    "owner": {"part_of": {"object": "entity", "owner": "whole"}},
    "part_of": {
        "owner": {"entity": "object", "whole": "owner"},
        "member_of": {"entity": "person", "whole": "organization"},
    },
}
SWAPPED: Mapping[str, tuple[ArgumentName, ArgumentName]] = {
    "acquires": ("acquirer", "target"),
    "defeated": ("winner", "loser"),
    "part_of": ("entity", "whole"),
    "succeeds": ("person", "predecessor"),
}
"""Pairs of arguments that cannot change places."""
RECURRING = frozenset({"defeated", "succeeds"})
"""Events that may happen again with the two changed about."""
FRESH = 7
"""Days for which an article speaks of such an event and not of the next."""
TWO = 2
MEMBERS: tuple[ArgumentName, ...] = ("person", "member", "entity")
WHERE = ("born", "died")
OF_PEOPLE = ("has_role", "appointed", "member_of", "plays_for")


def forms(relation: Relation) -> list[Form]:
    """The predicates under which a relation may be known, its own first."""
    return [Form(relation.predicate, {}), *(Form(*each) for each in _SAME.get(relation.predicate, {}).items())]


def actors(held: Held, claim: Claim, relation: Relation) -> Iterator[Known]:
    """Arguments that only one can fill, beside the one that does."""
    for form in forms(relation):
        told = {cast("ArgumentName", form.names.get(role, role)): each for role, each in relation.arguments}
        if relation.predicate in WHERE and "place" not in told and (place := _place(held, claim)) is not None:
            told["place"] = place
        if form.predicate in PREDICATES and (found := _exclusive(held, claim, form.predicate, told)):
            yield found
            return


def _place(held: Held, claim: Claim) -> Argument | None:
    """The only place behind a preposition in the words of a birth or a death."""
    sentence = held.times.statements.analysis.at(claim.span.start)
    inside = [each for each in held.names if claim.span.covers(each.span) and each.kind == "place"]
    if sentence is None or len(inside) != 1:
        return None
    name = inside[0]
    before = sentence.tokens[max(0, sentence.token_at(name.span.start) - 1)]
    return Argument(name.span, name.text, name.entity) if before.roles & PREPOSITION else None


def _exclusive(held: Held, claim: Claim, predicate: str, told: Mapping[ArgumentName, Argument]) -> Known | None:
    """The first fact that agrees with an argument, else the first that leaves no room for it."""
    missed: Known | None = None
    for role, actor in told.items():
        for fact in _themed(held, predicate, role, told):
            if goes_by(held, actor, fact, role):
                return beside(claim, "actor", True, actor, names_of(fact, role), fact)
            if missed is None and claim.modality == "fact" and _speaks_against(held, claim, actor, role, fact):
                missed = beside(claim, "actor", False, actor, names_of(fact, role), fact)
    return missed


def _themed(held: Held, predicate: str, role: str, told: Mapping[ArgumentName, Argument]) -> Iterator[ReferenceClaim]:
    """The facts of a predicate that only one can fill in a role, and that are of the same in all other names."""
    if not (themes := _themes(held, predicate, role, told)):
        return
    name, entity = themes[0]
    for fact in held.reference.about(entity, predicate, name):
        if _only_one(fact, role) and all(each in fact.entities(other) for other, each in themes):
            yield fact


def _themes(
    held: Held, predicate: str, role: str, told: Mapping[ArgumentName, Argument]
) -> list[tuple[ArgumentName, str]]:
    """The other names of a relation with their ids; none where one that must be there is not, or is not known."""
    roles = arguments(predicate)
    names = [each for each, (must, named) in roles.items() if named and each != role and (must or each in told)]
    known = [(name, held.entity(told.get(name)) or "") for name in cast("list[ArgumentName]", names)]
    return known if role in roles and "" not in dict(known).values() else []


def _only_one(fact: ReferenceClaim, role: str) -> bool:
    """Whether only one can fill a role of a fact."""
    return (
        role in fact.exclusive
        or NATURAL.get(fact.predicate) == role
        or bool(fact.predicate == "founded" and fact.complete)
    )


def _speaks_against(held: Held, claim: Claim, actor: Argument, role: str, fact: ReferenceClaim) -> bool:
    """Whether a fact leaves no room for the actor: nobody else can be meant, and it is certain and in force."""
    if held.entity(actor) is None and role != BUYER:
        return False
    if fact.confidence in UNCERTAIN or not is_another(held, actor, fact, role):
        return False
    return in_force(held, held.times.of(claim.span), fact)


def in_force(held: Held, when: When, fact: ReferenceClaim) -> bool:
    """Whether a fact holds at the time an article speaks of; an event must not lie behind the article."""
    if fact.predicate in LASTING:
        return _lasts(when, fact)
    published, since = held.times.published, fact.announced or fact.date or fact.valid_from
    return published is None or since is None or since.start is None or since.start <= published


def _lasts(when: When, fact: ReferenceClaim) -> bool:
    undated = fact.valid_from is None and fact.valid_to is None
    if undated or when.start is None:
        return when.kind != "vague" and fact.valid_to is None
    return holds(fact, when) is True


def swapped(held: Held, claim: Claim, relation: Relation) -> Iterator[Known]:
    """Two arguments that the reference knows the other way round: who bought whom, who followed whom."""
    pair: tuple[ArgumentName, ...] = SWAPPED.get(relation.predicate, ())
    told = [found for each in pair if (found := held.known(relation, each)) is not None]
    if len(told) == TWO:
        (one, a), (_, b) = told
        for fact in _turned(held, relation.predicate, pair, a, b)[:1]:
            yield beside(claim, "actor", False, one, names_of(fact, pair[0]) or names_of(fact, "person"), fact)


def _turned(held: Held, predicate: str, pair: Sequence[str], one: str, two: str) -> list[ReferenceClaim]:
    """The facts that have two the other way round; none where one has them as they are told."""
    known = held.reference.about(one, predicate)
    if any(_are(each, pair, one, two) for each in known):
        return []
    followed = _followed(held, one, two) if predicate == "succeeds" else []
    return [*(each for each in known if _are(each, pair, two, one) and _is_certain(held, each)), *followed]


def _is_certain(held: Held, fact: ReferenceClaim) -> bool:
    """Whether a fact holds for certain on the day of the article, and is fresh if the contrary may follow."""
    fresh = fact.predicate not in RECURRING or _days_since(held, fact) in range(FRESH)
    return fresh and fact.confidence not in UNCERTAIN and in_force(held, held.times.present, fact)


def _days_since(held: Held, fact: ReferenceClaim) -> int:
    """Days from an event to the article; -1 where either has none."""
    day, published = None if fact.date is None else fact.date.start, held.times.published
    return -1 if day is None or published is None else (published - day).days


def _are(fact: ReferenceClaim, pair: Sequence[str], one: str, two: str) -> bool:
    return one in fact.entities(pair[0]) and two in fact.entities(pair[1])


def _followed(held: Held, person: str, before: str) -> list[ReferenceClaim]:
    """The fact that somebody took an office when the other had left it for good, and has it on the day of the article.

    Later the other may have had it again: nobody knows who followed whom since.
    """
    pairs = [(one, two) for one in _offices(held, person) for two in _offices(held, before) if _is_one_house(one, two)]
    again = any(_began(one) >= _began(two) for one, two in pairs)
    present = held.times.present
    return [two for one, two in pairs if not again and _is_before(one, two) and holds(two, present) is not False]


def _offices(held: Held, person: str) -> list[ReferenceClaim]:
    """The offices of somebody whose beginning is known."""
    return [each for each in held.reference.about(person, "has_role", "person") if each.valid_from is not None]


def _is_one_house(one: ReferenceClaim, two: ReferenceClaim) -> bool:
    return not set(one.entities("organization")).isdisjoint(two.entities("organization"))


def _began(fact: ReferenceClaim) -> date:
    """The first day somebody may have held an office."""
    return (None if fact.valid_from is None else fact.valid_from.start) or date.min


def _is_before(first: ReferenceClaim, second: ReferenceClaim) -> bool:
    """Whether one had left an office on the day on which another took it, or before."""
    until = None if first.valid_to is None else first.valid_to.end
    return until is not None and until <= _began(second)


def failed(held: Held, claim: Claim, relation: Relation) -> Iterator[Known]:
    """A purchase told as a fact that is known to have come to nothing before the article was written."""
    buyer, target = held.known(relation, "acquirer"), held.known(relation, "target")
    if relation.predicate != "acquires" or buyer is None or target is None:
        return
    for fact in held.reference.about(target[1], "acquisition_failed", "target"):
        if buyer[1] in fact.entities("acquirer") and _has_ended(fact, held.times.published):
            yield beside(claim, "actor", False, buyer[0], _sentence(fact), fact)


def _has_ended(fact: ReferenceClaim, published: date | None) -> bool:
    ended = None if fact.terminated is None else fact.terminated.start
    return ended is not None and (published is None or ended <= published)


def _sentence(fact: ReferenceClaim) -> str:
    return next(iter(sorted(fact.text.values())), "–")


def denied(held: Held, claim: Claim, relation: Relation) -> Iterator[Known]:
    """What the reference says is not so: somebody is not employed by, something is no member of a house."""
    member, house = held.known(relation, *MEMBERS), held.known(relation, "organization", "whole")
    if member is None or house is None:
        return
    named = house[1], house[0].text
    known = [each for each in held.reference.about(member[1]) if _denies(each, relation.predicate, *named)]
    for fact in known[:1]:
        if fact.confidence not in UNCERTAIN and holds(fact, held.times.of(claim.span)) is not False:
            yield beside(claim, "actor", False, member[0], _sentence(fact), fact)


def _denies(fact: ReferenceClaim, predicate: str, house: str, name: str) -> bool:
    """Whether a fact says that its subject is not what the predicate would make it of a house."""
    if fact.predicate == "not_employed_by":
        return predicate in OF_PEOPLE and house in fact.entities("organization")
    if predicate not in ("member_of", "part_of"):
        return False
    if fact.predicate == "not_member_of":
        return house in fact.entities("organization")
    classes = fact.denied.get("class", ()) if fact.predicate == "is_a" else ()
    return any(f" {folded(name)}" in f" {folded(each)}" for each in classes)


def categories(claim: Claim, relation: Relation, reference: Reference) -> Iterator[Known]:
    """What something is said to be, where the reference denies some classes of it."""
    entity, kind = relation.get("entity"), relation.get("class")
    if entity is None or entity.entity is None or kind is None or kind.entity is None:
        return
    for fact in reference.about(entity.entity, "is_a", "entity"):
        known = fact.denied.get("class", ())
        if known:
            right = ", ".join(term.name for term in fact.arguments.get("class", ()))
            yield beside(claim, "category", kind.entity not in known, entity, right, fact)
