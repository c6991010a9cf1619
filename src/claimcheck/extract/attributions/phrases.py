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
    begin = _past_attribute(unit, at + 1, high) if determined else at
    if _is_pronoun(role) and not (determined and _nouns(unit, begin, high) is not None):
        return at, at + 1
    if not determined and not _may_begin(role, inside=at > 0):
        return None
    behind = _nouns(unit, begin, high)
    return None if behind is None else (at, _behind_tail(unit, behind, high, determined=determined))


def _past_attribute(unit: Unit, at: int, high: int) -> int:
    """Behind the phrase that an adjective takes before it: “die | in Bern tätige Ärztin”; the token itself without."""
    if at >= high or not unit.roles[at] & r.PREPOSITION or unit.roles[at] & r.CAPITAL:
        return at
    inner = phrase_at(unit, at + 1, high)
    adjective = high if inner is None else inner[1]
    if adjective + 1 >= high or unit.roles[adjective] & (STOPPER | r.EDGE | r.LONG | r.CAPITAL):
        return at
    inflected = unit.ends_with(adjective, unit.words.adjective_endings)
    return adjective if inflected and unit.roles[adjective + 1] & r.CAPITAL else at


def _is_pronoun(role: int) -> bool:
    only_reflexive = role & r.OBLIQUE and role & r.REFLEXIVE and not role & r.DETERMINER
    return bool(role & r.PRONOUN) and not only_reflexive


def _may_begin(role: int, *, inside: bool) -> bool:
    """Whether a word without an article may begin a noun phrase; a capital inside a sentence makes a noun of any."""
    return not role & r.REFLEXIVE and (not role & _NO_START or bool(inside and role & r.CAPITAL))


def _nouns(unit: Unit, at: int, high: int) -> int | None:
    """Behind adjectives and nouns in a row, None if there is no noun."""
    return _capital_nouns(unit, at, high) if unit.words.noun_capitals else _plain_nouns(unit, at, high)


def _capital_nouns(unit: Unit, at: int, high: int) -> int | None:
    roles, begun = unit.roles, at
    most = min(high, begun + _MOST_ADJECTIVES + 1)
    while at < most and _is_adjective(roles[at]):
        at += 1
    if at > begun + _MOST_ADJECTIVES:
        return None
    if at >= high or not roles[at] & r.CAPITAL:
        return at if at > begun and all(roles[k] & r.NUMBER for k in range(begun, at)) else None
    first = max(at, 1)
    while at < high and _in_row(unit, at, first, high):
        at += 1
    return _behind_genitive(unit, begun, at, high)


def _behind_genitive(unit: Unit, begun: int, at: int, high: int) -> int:
    """Behind the noun that adjectives part from a genitive, “Nordholms | früherer Bürgermeister”, or `at`."""
    if at != begun + 1 or not unit.low[begun].endswith(unit.words.name_genitives):
        return at
    k = at
    while k < high and not unit.roles[k] and unit.low[k].endswith(unit.words.adjective_endings):
        k += 1
    noun = k
    while k < high and _in_row(unit, k, max(begun, 1), high):
        k += 1
    return k if k > noun > at else at


def _is_adjective(role: int) -> bool:
    if role & (r.CAPITAL | r.EDGE | r.LONG):
        return False
    return not role & (STOPPER | r.REFLEXIVE | r.CONJUNCTION) or bool(role & (r.NUMBER | r.DETERMINER))


def _in_row(unit: Unit, at: int, first: int, high: int) -> bool:
    """Whether a token goes on with the nouns and names before it, in a row that begins at `first`."""
    role, before = unit.roles[at], unit.roles[at - 1]
    if role & r.CAPITAL and not role & r.LONG:
        day = role & r.DAY and at > first and before & r.CAPITAL  # "Kern | Anfang Juli"
        if not day:
            return True
    counted = role & r.NUMBER and before & r.CAPITAL
    return (
        bool(counted and not unit.any(at + 1, min(at + 2, high), r.CAPITAL))
        or is_possessive(unit, at)
        or _links_names(unit, at, high)
    )


def _links_names(unit: Unit, at: int, high: int) -> bool:
    """“van”, “de”, “al-” between two capital words."""
    roles = unit.roles
    if not roles[at] & r.NAME_LINK or roles[at] & r.DETERMINER or at + 1 >= high:
        return False
    return bool(roles[at - 1] & r.CAPITAL and roles[at + 1] & r.CAPITAL)


def _plain_nouns(unit: Unit, at: int, high: int) -> int | None:
    """The same where nouns look like other words: any words up to one that cannot belong to them."""
    begun = at
    while at < min(high, begun + _LONGEST_PLAIN) and _in_plain_row(unit, at, begun, high):
        at += 1
    return at if at > begun else None


def _in_plain_row(unit: Unit, at: int, begun: int, high: int) -> bool:
    role = unit.roles[at]
    if role & r.CAPITAL and not role & r.LONG:
        return True
    if at == begun:
        return bool(role & (r.NUMBER | r.DETERMINER)) or not role & _PLAIN_STOPPER
    if role & (r.NUMBER | r.DETERMINER) and not is_possessive(unit, at):
        return bool(role & (r.NUMBER | r.GENITIVE) or unit.roles[at - 1] & (r.POSSESSIVE | r.GENITIVE))
    return _goes_on(unit, at, high)


def _goes_on(unit: Unit, at: int, high: int) -> bool:
    role = unit.roles[at]
    if is_possessive(unit, at):
        return True
    if role & r.CUE and _conjugated(unit, at) and not _noun_like(unit, at, high):
        return False
    return not role & _PLAIN_STOPPER or _links_names(unit, at, high)


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
    for _ in range(_MOST_TAILS):
        if unit.at(at) & r.OPEN and (close := unit.closing(at)) > at:
            at = close + 1
            continue
        after = _behind_joined(unit, at, high, determined=determined) if at + 1 < high else None
        if after is None:
            break
        at = after
    return at


def _behind_joined(unit: Unit, at: int, high: int, *, determined: bool) -> int | None:
    """Behind the one phrase that a word such as "der", "von" or "und" joins to a noun; None where none does."""
    roles = unit.roles
    if _belongs(unit, at, determined=determined):
        after = _nouns(unit, unit.past(at + 1, high, r.DETERMINER, unless=r.CAPITAL), high)
        return after if after is not None and after > at + 1 else None
    if not roles[at] & r.AND or not roles[at + 1] & (r.DETERMINER | r.CAPITAL):
        return None
    inner = phrase_at(unit, at + 1, high)
    if inner is None or (inner[1] - inner[0] == 1 and roles[at + 1] & r.DETERMINER):
        return None
    return inner[1]


def _belongs(unit: Unit, at: int, *, determined: bool) -> bool:
    role = unit.roles[at]
    if role & r.GENITIVE and determined and unit.low[at - 1]:
        return True
    if not role & r.BELONGS:
        return False
    return determined or not unit.words.noun_capitals or (bool(role & r.ORIGIN) and not role & r.GENITIVE)
