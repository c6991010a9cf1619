"""Noun phrases that may be a speaker, as ranges of tokens."""

from __future__ import annotations

from claimcheck.extract.attributions.unit import Unit
from claimcheck.languages import voice_roles as r

Range = tuple[int, int]
STOPPER = r.FINITE | r.HAVE | r.PASSIVE | r.SUBORDINATOR | r.THAT | r.PREPOSITION
_PLAIN_STOPPER = STOPPER | r.REFLEXIVE | r.CONJUNCTION | r.ADVERB | r.EDGE | r.LONG | r.TO | r.PRONOUN
_MOST_ADJECTIVES = 5
_LONGEST_PLAIN = 10
_MOST_TAILS = 6
_NO_START = r.PREPOSITION | r.SUBORDINATOR | r.THAT | r.EDGE | r.LONG | r.CONJUNCTION | r.TO


def phrase_at(unit: Unit, at: int, high: int) -> Range | None:
    """The noun phrase or pronoun that begins at a token, as [first, behind last); None if none does."""
    if at >= high:
        return None
    role = unit.roles[at]
    determined = bool(role & r.DETERMINER)
    alone = role & r.PRONOUN and not (determined and _nouns(unit, at + 1, high) is not None)
    if alone and (determined or not role & r.OBLIQUE or not role & r.REFLEXIVE):
        return at, at + 1
    named = role & r.CAPITAL and at > 0
    if not determined and ((role & _NO_START and not named) or role & r.REFLEXIVE):
        return None
    behind = _nouns(unit, at + determined, high)
    return None if behind is None else (at, _behind_tail(unit, behind, high, determined=determined))


def _nouns(unit: Unit, at: int, high: int) -> int | None:
    """Behind adjectives and nouns in a row, None if there is no noun."""
    return _capital_nouns(unit, at, high) if unit.words.noun_capitals else _plain_nouns(unit, at, high)


def _capital_nouns(unit: Unit, at: int, high: int) -> int | None:
    roles, begun = unit.roles, at
    while at < high and not roles[at] & (r.CAPITAL | r.EDGE | r.LONG):
        role = roles[at]
        if role & (STOPPER | r.REFLEXIVE | r.CONJUNCTION) and not role & (r.NUMBER | r.DETERMINER):
            break
        at += 1
        if at - begun > _MOST_ADJECTIVES:
            return None
    if at >= high or not roles[at] & r.CAPITAL:
        return at if at > begun and all(roles[k] & r.NUMBER for k in range(begun, at)) else None
    first = max(at, 1)
    while at < high:
        role = roles[at]
        after = roles[at + 1] if at + 1 < high else 0
        named = roles[at - 1] & r.CAPITAL  # "Kern | Anfang Juli"
        if (
            (role & r.CAPITAL and not role & r.LONG and not (role & r.DAY and at > first and named))
            or (role & r.NUMBER and roles[at - 1] & r.CAPITAL and not after & r.CAPITAL)
            or (role & r.POSSESSIVE and is_possessive(unit, at))
            or (role & r.NAME_LINK and not role & r.DETERMINER and after & r.CAPITAL and roles[at - 1] & r.CAPITAL)
        ):
            at += 1
        else:
            break
    return at


def _plain_nouns(unit: Unit, at: int, high: int) -> int | None:
    """The same where nouns look like other words: any words up to one that cannot belong to them."""
    roles, begun = unit.roles, at
    while at < high and at - begun < _LONGEST_PLAIN:
        role = roles[at]
        if (role & r.CAPITAL and not role & r.LONG) or (role & r.POSSESSIVE and at > begun and is_possessive(unit, at)):
            at += 1
        elif role & (r.NUMBER | r.DETERMINER):
            if (
                at > begun
                and not role & (r.NUMBER | r.GENITIVE)
                and not unit.roles[at - 1] & (r.POSSESSIVE | r.GENITIVE)
            ):
                break
            at += 1
        elif role & r.CUE and at > begun and _conjugated(unit, at) and not _noun_like(unit, at, high):
            break
        elif role & _PLAIN_STOPPER:
            after = roles[at + 1] if at + 1 < high else 0
            if not (role & r.NAME_LINK and at > begun and roles[at - 1] & r.CAPITAL and after & r.CAPITAL):
                break
            at += 1
        else:
            at += 1
    return at if at > begun else None


def is_possessive(unit: Unit, at: int) -> bool:
    """Whether a token is the ending of the noun before it ("Kern's")."""
    return bool(unit.roles[at] & r.POSSESSIVE) and unit.text[unit.starts[at] - 1] in "'’"


def _conjugated(unit: Unit, at: int) -> bool:
    return any(form & (r.F_FINITE | r.F_INFINITIVE) for form, _, _ in unit.words.cues[unit.low[at]])


def _noun_like(unit: Unit, at: int, high: int) -> bool:
    """Whether another verb follows at once, so that this one is a noun ("the report says")."""
    after = unit.roles[at + 1] if at + 1 < high else 0
    return bool(after & (r.CUE | r.HAVE | r.FINITE)) and not after & r.CAPITAL


def _behind_tail(unit: Unit, at: int, high: int, *, determined: bool) -> int:
    """Behind what belongs to a noun: brackets, genitives, "von …", "und …"."""
    roles = unit.roles
    for _ in range(_MOST_TAILS):
        role = roles[at] if at < unit.count else 0
        if role & r.OPEN and (close := unit.closing(at)) > at:
            at = close + 1
            continue
        if at + 1 >= high:
            break
        after: int | None = None
        if _belongs(unit, at, determined=determined):
            first = at + 1
            while first < high and roles[first] & r.DETERMINER and not roles[first] & r.CAPITAL:
                first += 1
            after = _nouns(unit, first, high)
            after = after if after is not None and after > at + 1 else None
        elif role & r.AND and roles[at + 1] & (r.DETERMINER | r.CAPITAL):
            inner = phrase_at(unit, at + 1, high)
            alone = inner is not None and inner[1] - inner[0] == 1 and roles[at + 1] & r.DETERMINER
            after = inner[1] if inner is not None and not alone else None
        if after is None:
            break
        at = after
    return at


def _belongs(unit: Unit, at: int, *, determined: bool) -> bool:
    role = unit.roles[at]
    if role & r.GENITIVE and determined and unit.low[at - 1]:
        return True
    if not role & r.BELONGS:
        return False
    return determined or not unit.words.noun_capitals or (bool(role & r.ORIGIN) and not role & r.GENITIVE)
