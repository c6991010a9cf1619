"""Statements whose cue is a noun: “die Warnung des Verbands, der Damm breche”, “Kern's claim that …”."""

from __future__ import annotations

from claimcheck.extract.attributions.grammar import dependent_end, infinitive_end, relative, verb_like
from claimcheck.extract.attributions.phrases import Range, is_possessive, phrase_at
from claimcheck.extract.attributions.reader import Reader
from claimcheck.extract.attributions.subjects import origin_before, subject_after, subject_before
from claimcheck.extract.attributions.unit import Unit
from claimcheck.extract.attributions.voice import speaks
from claimcheck.languages import voice_roles as r

_MOST_CUES = 20
_MOST_ADJECTIVES = 4
_SHORTEST_CLAUSE = 4
_MOST_VERBS = 2
_VERB = r.FINITE | r.HAVE | r.PASSIVE
_INSIDE_VERB = _VERB | r.ADVERB | r.RELATIVE | r.CONJUNCTION | r.TO


def nouns(reader: Reader) -> None:
    """Adds every statement of a unit that a noun of saying introduces and no verb before it."""
    unit = reader.unit
    if not unit.bits & r.SAYING:
        return
    marked = [at for at, role in enumerate(unit.roles) if role & r.SAYING]
    for at in marked[:_MOST_CUES]:
        if not reader.covered(at):
            owner, behind = _owner(unit, at)
            if unit.words.verb_second:
                _behind_comma(reader, at, owner, behind)
            else:
                _that(reader, at, owner, behind)


def _behind_comma(reader: Reader, at: int, owner: Range | None, behind: int) -> None:
    unit = reader.unit
    right = unit.right_edge(behind - 1)
    first = right + 1
    if not _ends_clause(unit, at, behind, right) or reader.covered(first):
        return
    mood = _in_mood(unit, first)
    if behind < right and not unit.roles[behind] & r.PREPOSITION and not (mood and _only_verbs(unit, behind, right)):
        return
    end = _end(unit, at, first, mood=mood)
    source = owner or _speaker(unit, at)
    if end and (source is not None or mood):
        reader.clause(source, (at, at + 1), first, end)


def _only_verbs(unit: Unit, behind: int, right: int) -> bool:
    return right - behind <= _MOST_VERBS and not unit.any(behind, right, r.CAPITAL)


def _ends_clause(unit: Unit, at: int, behind: int, right: int) -> bool:
    """Whether a noun is the last one of saying before a comma, and in no main clause of its own."""
    if not unit.at(right) & r.COMMA or right + 1 >= unit.count or unit.roles[right + 1] & r.HENCE_RELATIVE:
        return False
    return not unit.any(at + 1, right, r.SAYING) and not unit.any(behind, right, r.FINITE)


def _in_mood(unit: Unit, first: int) -> bool:
    """Whether a main clause in the mood of reported speech begins at a token, no relative clause in that mood."""
    roles, edge = unit.roles, unit.right_edge(first)
    depends = r.SUBORDINATOR | r.QUESTION | r.THAT
    if roles[first] & depends or (
        roles[first] & (r.ADVERB | r.PREPOSITION) and roles[first + 1] & (depends | r.RELATIVE)
    ):
        return False
    found = next((k for k in range(first, edge) if roles[k] & r.MOOD), edge)
    return found < edge - (1 if roles[first] & r.RELATIVE else 0)


def _end(unit: Unit, at: int, first: int, *, mood: bool) -> int:
    """Where the clause at `first` ends, 0 where none with somebody's words stands there."""
    roles = unit.roles
    last = unit.part_end(first)
    if not roles[first] & r.THAT and not mood:
        return 0 if relative(unit, first, unit.right_edge(first)) else infinitive_end(unit, first, last)
    return last if _verb_before(unit, at) >= 0 else dependent_end(unit, first)


def _verb_before(unit: Unit, at: int) -> int:
    """The first verb before a noun in its clause, -1 where there is none: then the noun is the subject."""
    roles = unit.roles
    for k in range(unit.left_edge(at) + 1, at):
        if (roles[k] & (r.VERBAL | r.CUE) and not roles[k] & r.CAPITAL) or verb_like(unit, k):
            return k
    return -1


def _phrase_start(unit: Unit, at: int) -> int:
    """The first token of the noun's own phrase: its article and adjectives."""
    roles, k = unit.roles, at
    while k > 0 and at - k < _MOST_ADJECTIVES and not roles[k - 1] & (r.EDGE | r.LONG | r.PREPOSITION):
        if roles[k - 1] & r.CAPITAL and not (k == 1 and roles[0] & r.DETERMINER):
            break
        if is_possessive(unit, k - 1):
            break
        k -= 1
        if roles[k] & r.DETERMINER:
            break
    return k


def _owner(unit: Unit, at: int) -> tuple[Range | None, int]:
    """Whose word a noun is, and the token behind the noun and its owner: "Kerns Warnung", "die Warnung von Kern"."""
    right, after = unit.right_edge(at), at + 1
    if after < right and unit.roles[after] & (r.GENITIVE | r.ORIGIN):
        owner = phrase_at(unit, after if unit.roles[after] & r.DETERMINER else after + 1, right)
        if owner is not None:
            return owner, owner[1]
    return _owner_before(unit, at), after


def _owner_before(unit: Unit, at: int) -> Range | None:
    start = _phrase_start(unit, at)
    if unit.roles[start] & r.WHOSE:
        return start, start + 1
    if start > 1 and is_possessive(unit, start - 1):
        return _ends_at(unit, start - 1)
    if _is_genitive_name(unit, start):
        return unit.back(start - 1, 0, r.CAPITAL, unless=r.DETERMINER | r.LONG), start
    by = origin_before(unit, at) if unit.roles[at - 1] & r.ATTRIBUTIVE else -1
    return phrase_at(unit, by + 1, at - 1) if by >= 0 else None


def _is_genitive_name(unit: Unit, start: int) -> bool:
    if not unit.at(start - 1) & r.CAPITAL or unit.roles[start] & r.DETERMINER:
        return False
    return unit.low[start - 1].endswith(unit.words.name_genitives)


def _ends_at(unit: Unit, high: int) -> Range | None:
    """The name or the noun with its article that ends right before a token."""
    roles, last = unit.roles, high - 1
    named, k = roles[last] & r.CAPITAL, last
    while (
        k > 0 and not roles[k] & r.DETERMINER and not roles[k - 1] & (r.EDGE | r.LONG | _VERB | r.CUE | r.PREPOSITION)
    ):
        if named and not roles[k - 1] & (r.CAPITAL | r.NAME_LINK | r.DETERMINER):
            break
        k -= 1
    return (k, high) if roles[k] & (r.DETERMINER | r.CAPITAL) else None


def _speaker(unit: Unit, at: int) -> Range | None:
    """The subject of the clause in which somebody expresses, repeats or raises what the noun says."""
    left, start, verb = unit.left_edge(at), _phrase_start(unit, at), _verb_before(unit, at)
    if verb < 0 or unit.any(left + 1, unit.right_edge(at), r.REJECTING | r.NEGATION):
        return None
    if unit.at(start - 1) & r.PREPOSITION and not unit.at(start - 1) & r.ALONG:
        return None
    source = subject_before(unit, left + 1, verb) or subject_after(unit, verb + 1, start)
    if source is None or source[0] <= at < source[1] or unit.any(*source, r.NUMBER | r.DAY):
        return None
    return source if speaks(unit, source, sure=False) else None


def _that(reader: Reader, at: int, owner: Range | None, behind: int) -> None:
    """“Kern's claim that …”, “the warning of the board that …”, “her promise to …”; where nouns look like verbs."""
    unit = reader.unit
    roles = unit.roles
    end = unit.part_end(at)
    if behind + 2 >= end or reader.covered(behind):
        return
    if owner is None:
        return
    infinitive = roles[behind] & r.TO and not roles[behind + 1] & (r.CAPITAL | r.DETERMINER | r.PRONOUN | r.OBLIQUE)
    if infinitive:
        reader.clause(owner, (at, at + 1), behind, _main_verb(unit, at, behind + 2, end))
    elif roles[behind] & r.THAT and roles[behind] & r.RELATIVE and not _relative(unit, behind):
        reader.clause(owner, (at, at + 1), behind, _main_verb(unit, at, behind + 1, end))


def _relative(unit: Unit, that: int) -> bool:
    """Whether "that" opens a relative clause: "the claim that was made", "the claim that Kern made"."""
    roles = unit.roles
    if roles[that + 1] & (_VERB | r.CUE | r.ADVERB) and not roles[that + 1] & (r.CAPITAL | r.DETERMINER):
        return True
    last = unit.right_edge(that) - 1
    return last - that < _SHORTEST_CLAUSE and bool(roles[last] & (r.FINITE | r.CUE))


def _main_verb(unit: Unit, at: int, first: int, end: int) -> int:
    """Where the sentence goes on whose subject the noun is: at the second verb behind it."""
    roles = unit.roles
    if _verbs(unit, unit.left_edge(at) + 1, at, _VERB | r.CUE):
        return end
    seen = roles[first - 1] & r.TO == 0 and roles[first - 2] & r.TO != 0
    for k in _verbs(unit, first, unit.right_edge(first), _VERB):
        if not roles[k] & r.CAPITAL:
            if seen and not roles[k - 1] & _INSIDE_VERB:
                return k
            seen = True
    return end


def _verbs(unit: Unit, low: int, high: int, bits: int) -> list[int]:
    return [k for k in range(low, high) if unit.roles[k] & bits and not is_possessive(unit, k)]
