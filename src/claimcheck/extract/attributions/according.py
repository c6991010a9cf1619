"""Speakers named by a phrase: laut, zufolge, nach Angaben von, demnach, wonach."""

from __future__ import annotations

from claimcheck.extract.attributions.grammar import verb_like
from claimcheck.extract.attributions.phrases import Range, phrase_at
from claimcheck.extract.attributions.reader import Reader
from claimcheck.extract.attributions.subjects import antecedent, phrase_before
from claimcheck.extract.attributions.unit import Unit
from claimcheck.languages import voice_roles as r

_MARKED = (
    r.ATTRIBUTIVE | r.BEFORE | r.BEHIND | r.NOUN_BEFORE | r.NOUN_BEHIND | r.HENCE | r.HENCE_MOOD | r.HENCE_RELATIVE
)
_FARTHEST_NOUN = 4
_LONGEST_SPEAKER = 9
_MOST_CUES = 40


def according(reader: Reader) -> None:
    """Adds every statement of a unit whose cue is a phrase."""
    if not reader.unit.every & _MARKED:
        return
    marked = [at for at, role in enumerate(reader.unit.roles) if role & _MARKED]
    for at in marked[:_MOST_CUES]:
        role = reader.unit.roles[at]
        if reader.covered(at):
            continue
        if role & r.ATTRIBUTIVE:
            _attributive(reader, at)
        elif role & r.BEHIND:
            _behind(reader, at)
        elif role & r.BEFORE:
            _before(reader, at)
        elif role & (r.HENCE | r.HENCE_MOOD | r.HENCE_RELATIVE):
            _hence(reader, at)
        elif not (role & r.NOUN_BEHIND and _noun_behind(reader, at)) and role & r.NOUN_BEFORE:
            _noun_before(reader, at)


def _attributive(reader: Reader, at: int) -> None:
    """“die von Kern genannten 100 Millionen Euro”."""
    unit = reader.unit
    for by in range(at - 2, max(-1, at - _LONGEST_SPEAKER), -1):
        if unit.roles[by] & r.ORIGIN and unit.roles[by] & r.BELONGS:
            source = phrase_at(unit, by + 1, at)
            said = phrase_at(unit, at + 1, unit.right_edge(at))
            if source is not None and source[1] == at and said is not None and not unit.roles[at + 1] & r.PRONOUN:
                reader.clause(source, (at, at + 1), *said)
            return


def _behind(reader: Reader, at: int) -> None:
    """“der Polizei zufolge”, “…, denen zufolge …”."""
    unit = reader.unit
    if at > 1 and unit.roles[at - 1] & r.RELATIVE and unit.roles[at - 2] & r.COMMA:
        source = antecedent(unit, at - 2)
        if source is not None:
            reader.by_phrase(source, (at, at + 1), at + 1, unit.part_end(at))
        return
    source = phrase_before(unit, unit.left_edge(at) + 1, at)
    if source is not None:
        _around(reader, source, (at, at + 1), source[0], at + 1)


def _before(reader: Reader, at: int) -> None:
    """“laut Polizei”, “according to the police”."""
    unit = reader.unit
    rest = unit.words.before[unit.low[at]]
    after = at + 1 + len(rest)
    if unit.low[at + 1 : after] != rest:
        return
    cue = (at, after)
    if after < unit.count and unit.roles[after] & r.BELONGS and not unit.roles[after] & r.DETERMINER:
        after += 1
    source = phrase_at(unit, after, unit.right_edge(at))
    if source is not None:
        _around(reader, source, cue, at, source[1])


def _hence(reader: Reader, at: int) -> None:
    unit = reader.unit
    role = unit.roles[at]
    if role & r.HENCE_RELATIVE:
        reader.by_phrase(antecedent(unit, at - 1) if at else None, (at, at + 1), at + 1, unit.part_end(at))
    elif not role & r.HENCE_MOOD or unit.any(0, unit.count, r.MOOD):
        begin = unit.begin(at)
        reader.by_phrase(None, (at, at + 1), at + 1 if at == begin else begin, unit.part_end(at))


def _noun_behind(reader: Reader, at: int) -> bool:
    """“ihrer Meinung nach”."""
    unit = reader.unit
    if at < 2 or not unit.roles[at - 1] & r.NOUN or not unit.roles[at - 2] & (r.DETERMINER | r.CAPITAL):
        return False
    source = phrase_before(unit, unit.left_edge(at) + 1, at)
    if source is not None:
        _around(reader, source, (at, at + 1), source[0], at + 1)
    return source is not None


def _noun_before(reader: Reader, at: int) -> None:
    """“nach Angaben der Polizei”, “nach Kerns Angaben”, “nach ihrer Ansicht”, “nach einem Bericht der Zeitung”."""
    unit = reader.unit
    roles, right = unit.roles, unit.right_edge(at)
    noun = at + 1
    while noun < min(right, at + _FARTHEST_NOUN) and not roles[noun] & r.CAPITAL:
        noun += 1
    if (
        noun + 1 < right
        and not roles[noun] & r.NOUN
        and roles[noun + 1] & r.NOUN
        and unit.low[noun].endswith(unit.words.name_genitives)
    ):
        _around(reader, (noun, noun + 1), (at, noun + 2), at, noun + 2)
        return
    if noun >= right or not roles[noun] & r.NOUN or (noun + 1 < right and roles[noun + 1] & r.BEHIND):
        return
    if roles[at + 1] & r.DEMONSTRATIVE and noun > at + 1:
        return
    whose = _whose(unit, noun, right)
    determined = bool(roles[at + 1] & r.DETERMINER)
    if roles[noun] & r.SPEAKER_NOUN and (whose is None or roles[noun] & r.PAPER):
        definite = determined and not roles[at + 1] & r.INDEFINITE
        if whose is None and (definite or roles[unit.left_edge(at) + 1] & r.RELATIVE):
            return
        last = noun + 1 if whose is None else whose[1]
        _around(reader, (at + 1, last), (at, at + 1), at, last)
    elif whose is not None:
        _around(reader, whose, (at, noun + 1), at, whose[1])
    elif noun > at + 1 and (determined or roles[at + 1] & r.OWN or at == unit.left_edge(at) + 1):
        _around(reader, (at + 1, noun), (at, noun + 1), at, noun + 1)


def _whose(unit: Unit, noun: int, right: int) -> Range | None:
    """Whose report or opinion a noun of saying is: its genitive, "von …", or the name behind it."""
    roles = unit.roles
    after = noun + 1
    if after >= right:
        return None
    role = roles[after]
    if role & (r.BELONGS | r.GENITIVE):
        return phrase_at(unit, after if role & r.DETERMINER else after + 1, right)
    named = role & r.CAPITAL and (
        not roles[noun] & r.SPEAKER_NOUN or unit.low[after].endswith(unit.words.name_genitives)
    )
    if named or (not role and unit.low[after].endswith(unit.words.adjective_genitives)):
        return phrase_at(unit, after, right)
    return None


def _around(reader: Reader, source: Range, cue: Range, first: int, last: int) -> None:
    """Adds the clause that a phrase from `first` up to `last` stands in, without the phrase where that is at an end."""
    unit = reader.unit
    roles = unit.roles
    begin = unit.begin(first)
    end = _independent(unit, last, unit.part_end(last))
    k = last
    while k < end and roles[k] & (r.COMMA | r.STOP):
        k += 1
    if any(begin <= used < end for used in reader.used):
        return
    lone = _lone(reader, begin, end)
    if lone is not None:
        reader.quote(source, cue, lone)
    elif not unit.any(begin, first, ~(r.CONJUNCTION | r.ADVERB | r.EDGE)):
        # a relative clause may follow the speaker: "der Zeitung zufolge, die …, soll er"
        if last < k < end and roles[k] & r.RELATIVE and (edge := unit.right_edge(k)) < end:
            k = edge + 1
        reader.by_phrase(source, cue, k, end)
    else:
        reader.by_phrase(source, cue, begin, first if k >= end else end)


def _independent(unit: Unit, at: int, end: int) -> int:
    """Where another main clause follows a comma: “…, hier fehlen Zahlen”."""
    roles = unit.roles
    k = unit.right_edge(at - 1)
    while k + 2 < end:
        adverb = roles[k + 1] & r.ADVERB and not roles[k + 1] & (r.SUBORDINATOR | r.PREPOSITION | r.DETERMINER)
        if roles[k] & r.COMMA and adverb and (roles[k + 2] & r.VERBAL or verb_like(unit, k + 2)):
            return k
        k = unit.right_edge(k)
    return end


def _lone(reader: Reader, begin: int, end: int) -> int | None:
    """A quotation that begins or ends a stretch and is all that is said in it."""
    unit = reader.unit
    for at in (begin, end - 1):
        if (
            begin <= at < end
            and unit.roles[at] & r.LONG
            and at not in reader.used
            and not unit.any(begin, at, r.VERBAL)
        ):
            return at
    return None
