"""Who holds an office, beside who is known to have held it on the days the article speaks of.

An office is the same in every language by the key of its word; what stands before that word tells a deputy from his
chief and one ministry from another. Where it is not certain that two words mean one office nothing is held against it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from claimcheck import languages
from claimcheck.languages.extra import extra, joins_compounds, office_keys
from claimcheck.languages.word_roles import (
    ADVERB,
    CAPITAL,
    COMMA,
    COORDINATOR,
    DETERMINER,
    OPEN,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
)
from claimcheck.link.known.facts import UNCERTAIN, Held, beside, goes_by, holds, is_another, names_of
from claimcheck.link.known.when import When
from claimcheck.model.analysis import Sentence
from claimcheck.model.claim import Argument, Attribution, Claim, Relation
from claimcheck.model.entity import ReferenceClaim
from claimcheck.model.link import Known
from claimcheck.model.span import Span
from claimcheck.reference.store import folded
from claimcheck.statements.concepts import offices as table

OFFICES = ("has_role", "leads", "appointed", "elected")
FREE = DETERMINER | PREPOSITION | COMMA | OPEN | QUOTE | POSSESSIVE | ADVERB | COORDINATOR
SHORTEST = 4
MOST_KEPT = 5000


class Office(NamedTuple):
    """What somebody is: the key of the word, and the folded words that tell it from others of the same key."""

    key: str
    of: str = ""


LEADS = Office("leads")
"""Whoever leads a house has the first office in it."""
Likeness = Literal["same", "perhaps"]


def offices(held: Held, claim: Claim, relation: Relation) -> Iterator[Known]:
    """The holder of an office beside those the reference knows: one agreement, or one proof of the contrary."""
    person, house = relation.get("person") or relation.get("leader"), held.known(relation, "organization")
    if person is None or house is None:
        return
    told = _told(held, relation, house[0])
    known = known_offices(held, house[1])
    facts = [each for each in known if _likeness(told, each) is not None]
    if facts:
        sure = [each for each in facts if _likeness(told, each) == "same"]
        yield from _judged(held, claim, person, facts, sure if _is_named(held, *house) else ())


def _is_named(held: Held, house: Argument, entity: str) -> bool:
    """Whether a sentence names the house: whose chief "its chief" is only somebody who guesses says."""
    named = any(each.entity == entity and each.span.touches(house.span) for each in held.names)
    return (named or held.listed(house) == entity) and not house.implied


def _judged(
    held: Held, claim: Claim, person: Argument, facts: Sequence[ReferenceClaim], sure: Sequence[ReferenceClaim]
) -> Iterator[Known]:
    """Whoever is known to have held the office agrees; else somebody else who is sure to have had that very one."""
    when = held.times.of(claim.span)
    own = [each for each in facts if goes_by(held, person, each, "person")]
    agreeing = [each for each in own if _may_hold(held, each, when)]
    judged = sure if claim.modality == "fact" and not agreeing else ()
    against = [each for each in judged if _excludes(held, person, each, when)]
    for fact in [*agreeing, *against][:1]:
        yield beside(claim, "actor", bool(agreeing), person, names_of(fact, "person"), fact)


def _may_hold(held: Held, fact: ReferenceClaim, when: When) -> bool:
    """Whether an office may be meant: papers give people that of today in a sentence about another year too."""
    return holds(fact, when) is not False or holds(fact, held.times.present) is True


def known_offices(held: Held, house: str) -> list[ReferenceClaim]:
    """All that is known of the offices of a house."""
    found = (held.reference.about(house, predicate, "organization") for predicate in OFFICES)
    return [each for facts in found for each in facts]


def _excludes(held: Held, person: Argument, fact: ReferenceClaim, when: When) -> bool:
    """Whether a fact leaves no room for another holder at the time."""
    if "person" not in fact.exclusive or fact.confidence in UNCERTAIN or not is_another(held, person, fact, "person"):
        return False
    if when.kind == "present" and when.start is None:
        return fact.valid_to is None and _busy_elsewhere(held, person, fact)
    return holds(fact, when) is True


def _busy_elsewhere(held: Held, person: Argument, fact: ReferenceClaim) -> bool:
    """Whether somebody is known to have an office in another house, and none in this one."""
    houses = fact.entities("organization")
    known = () if person.entity is None else held.reference.about(person.entity, "has_role", "person")
    return any(each.valid_to is None and set(each.entities("organization")).isdisjoint(houses) for each in known)


def _told(held: Held, relation: Relation, house: Argument) -> Office | None:
    """The office an article gives somebody; None where words around it make it another one."""
    role = relation.get("role")
    if relation.predicate == "leads":
        return LEADS
    if role is None or _is_limited(held, relation, role, house):
        return None
    found = office_of(role.text, held.article.document.language or "")
    return found if found.of or role.entity is None else Office(role.entity, found.of)


def _is_limited(held: Held, relation: Relation, role: Argument, house: Argument) -> bool:
    """Whether a word before the office or behind the house makes it another: "deputy mayor", "head of Nordwerk's …"."""
    sentence = held.times.statements.analysis.at(role.span.start)
    if sentence is None:
        return True
    own = [each.span for _, each in relation.arguments]
    before, behind = sentence.token_at(role.span.start) - 1, sentence.token_at(house.span.end)
    if before >= 0 and not _is_free(sentence, before, own):
        return True
    follows = sentence.tokens[behind]
    if house.span.end < role.span.end or follows.span.start < house.span.end:
        return False
    return bool(follows.roles & (POSSESSIVE | CAPITAL)) and not any(each.touches(follows.span) for each in own)


def _is_free(sentence: Sentence, at: int, own: Sequence[Span]) -> bool:
    """Whether a word before an office leaves it as it is: an article, a verb, a mark, a name of the same relation."""
    token = sentence.tokens[at]
    if token.roles & FREE or any(each.touches(token.span) for each in own):
        return True
    return any(at in (each.verb, each.predicate) for each in sentence.clauses)


def _likeness(told: Office | None, fact: ReferenceClaim) -> Likeness | None:
    """Whether a fact tells of the office: for certain, perhaps, or not at all."""
    known = {LEADS} if fact.predicate == "leads" else _offices_of(fact)
    if told is None or told in known:
        return None if told is None else "same"
    if LEADS in (told, *known):
        return _as_leader({told, *known})
    return "perhaps" if any(each.key in _holds(told, "akin", ()) for each in known) else None


def _as_leader(offices: Set[Office]) -> Likeness | None:
    """Whether whoever has one of these offices leads the house."""
    leads = {(_holds(each, "leads", None), each.of) for each in offices}
    if ("always", "") in leads:
        return "same"
    return "perhaps" if any(leading for leading, _ in leads) else None


def _holds(office: Office, key: str, otherwise: Any) -> Any:
    return table().get(office.key, {}).get(key, otherwise)


def _offices_of(fact: ReferenceClaim) -> set[Office]:
    """What a fact calls the office, as every language reads it."""
    words = (*(term.name for term in fact.arguments.get("role", ())), *fact.accepted_terms.get("role", ()))
    return {office_of(each, code) for each in words for code in languages.known()}


@lru_cache(MOST_KEPT)
def office_of(words: str, code: str) -> Office:
    """The office that words name in a language: "Bundesfinanzminister" is a minister, of "bundesfinanz".

    Words that name none are an office by themselves.
    """
    keys = office_keys(code)
    joints = extra(code, "relation_verbs").get("belongs", ())
    lows = words.lower().split()
    cut = next((at for at, low in enumerate(lows) if at and low in joints), len(lows))
    head, rest = lows[:cut], " ".join(lows[cut:])
    for first in range(len(head)):
        phrase = " ".join(head[first:])
        if phrase in keys:
            return _office(keys, phrase, " ".join([*head[:first], rest]))
    last = head[-1] if head else ""
    start = _last_part(keys, last) if joins_compounds(code) else None
    if start is None:
        return Office(folded(words))
    return _office(keys, last[start:].lstrip("-"), " ".join([*head[:-1], last[:start], rest]))


def _last_part(keys: Mapping[str, str | None], word: str) -> int | None:
    """Where the office in a compound begins."""
    return next((at for at in range(1, len(word) - SHORTEST + 1) if word[at:].lstrip("-") in keys), None)


def is_office(word: str, code: str) -> bool:
    """Whether a word of a language says what somebody is."""
    return office_of(word, code) != Office(folded(word)) or word.lower() in office_keys(code)


def _office(keys: Mapping[str, str | None], word: str, of: str) -> Office:
    """The office of a word of the language; one without a key of its own is that of its stem, for men and women."""
    key = keys[word] or folded(word).removesuffix("in")
    *apart, last = word.split()
    if keys.get(last) == key and apart:
        of = " ".join([*apart, of])  # a prime minister is a minister of his own
    return Office(key, folded(of))


def attributed(held: Held, claim: Claim) -> bool:
    """Whether a figure is what a person says. What a document or a house tells an article has to pass on rightly."""
    if claim.voice is None:
        return False
    voices = (each.value for each in held.article.claims if each.id == claim.voice)
    said = next((each for each in voices if isinstance(each, Attribution)), None)
    if said is None:
        return True
    return said.mode == "direct" or (said.mode == "indirect" and _is_person(held, said))


def _is_person(held: Held, said: Attribution) -> bool:
    source = said.source
    if source is None or said.source_kind == "pronoun":
        return source is not None
    if said.source_kind == "role":
        return any(is_office(each, held.article.document.language or "") for each in source.text.split())
    kinds = {each.kind for each in held.names if source.span.covers(each.span)}
    return said.source_kind == "named" and ("person" in kinds or not kinds)
