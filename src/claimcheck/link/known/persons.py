"""Whether an article may mean the one a fact names: by any name, as its parent or part, or as one of its people."""

from __future__ import annotations

from claimcheck.link.known.facts import Held
from claimcheck.model.reference import ReferenceClaim, Term
from claimcheck.model.relation import Argument

UNLIKE = 70
"""Percent of alikeness below which two surnames are no spellings of one."""
WHOLE = 2
"""Words of a name that tells a person from others."""


def goes_by(held: Held, told: Argument, fact: ReferenceClaim, role: str) -> bool:
    """Whether who is told of may be meant by a role of a fact."""
    identity = held.entity(told)
    entity = held.reference.entity(identity or "")
    names = [told.text, _whole(held, told)] if entity is None else [told.text, entity.name]
    terms = fact.arguments.get(role, ())
    if any(_is_named(each, told.text, names) for each in terms):
        return True
    ids = [each.entity for each in terms if each.entity is not None]
    return identity in ids or any(_means(held, names, identity, each) for each in ids)


def _is_named(term: Term, told: str, names: list[str]) -> bool:
    """Whether a term is called so, with something more or less."""
    inside = term.entity is None and term.name.casefold() in told.casefold()
    return inside or any(_is_longer(term.name, each) for each in names)


def _is_longer(name: str, other: str) -> bool:
    """Whether a name is another with more before it: "Professor Meike Dassow"."""
    return len(other.split()) >= WHOLE and f" {name}".endswith(f" {other}")


def _means(held: Held, names: list[str], identity: str | None, other: str) -> bool:
    """Whether one of the names may mean the other, or it is one of its people."""
    if any(held.reference.may_mean(name, other) for name in names):
        return True
    facts = held.reference.about(identity) if identity else ()
    people = (each for each in facts if "person" in each.arguments or "founder" in each.arguments)
    return any(other in each.entities("organization") for each in people)


def is_another(held: Held, told: Argument, fact: ReferenceClaim, role: str) -> bool:
    """Whether who is told of is for certain none of those in a role of a fact, and of their kind."""
    if goes_by(held, told, fact, role):
        return False
    identity = held.entity(told)
    kinds = {held.kind(each) for each in fact.entities(role)} - {None}
    if identity is not None:
        return held.kind(identity) in kinds
    others = [each.name for each in fact.arguments.get(role, ())]
    return kinds == {"person"} and _is_stranger(_whole(held, told), others)


def _whole(held: Held, told: Argument) -> str:
    """The name of which an argument is a part: "James" of "James B. Korten"."""
    return next((each.name for each in held.names if each.span.covers(told.span)), told.text)


def _is_stranger(name: str, others: list[str]) -> bool:
    """Whether a full name that nobody knows has another surname than all of those, and no misspelled one."""
    from rapidfuzz import fuzz  # noqa: PLC0415 – only where a name is not known

    words = name.split()
    if len(words) < WHOLE or not all(each[0].isupper() for each in (words[0], words[-1])):
        return False
    return all(fuzz.ratio(words[-1].casefold(), each.split()[-1].casefold()) < UNLIKE for each in others)
