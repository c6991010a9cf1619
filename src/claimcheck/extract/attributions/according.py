"""Speakers named by a phrase: laut, zufolge, demnach, wonach; those with a noun of saying are in `opinion`."""

from __future__ import annotations

from claimcheck.extract.attributions.around import around
from claimcheck.extract.attributions.grammar import dependent_end
from claimcheck.extract.attributions.opinion import noun_before, noun_behind
from claimcheck.extract.attributions.phrases import phrase_at
from claimcheck.extract.attributions.reader import Reader
from claimcheck.extract.attributions.subjects import antecedent, phrase_before
from claimcheck.languages import voice_roles as r

_MARKED = (
    r.ATTRIBUTIVE | r.BEFORE | r.BEHIND | r.NOUN_BEFORE | r.NOUN_BEHIND | r.HENCE | r.HENCE_MOOD | r.HENCE_RELATIVE
)
_LONGEST_SPEAKER = 9
_MOST_CUES = 40


def according(reader: Reader) -> None:
    """Adds every statement of a unit whose cue is a phrase."""
    if not reader.unit.bits & _MARKED:
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
        elif not (role & r.NOUN_BEHIND and noun_behind(reader, at)) and role & r.NOUN_BEFORE:
            noun_before(reader, at)


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
        around(reader, source, (at, at + 1), source[0], at + 1)


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
    right = unit.right_edge(at)
    source = phrase_at(unit, after, right)
    if source is None:
        return
    if source[1] == after + 1 < right and unit.roles[after] & r.CAPITAL and unit.roles[source[1]] & r.GENITIVE:
        whose = phrase_at(unit, source[1], right)
        if whose is not None and unit.roles[after] & r.NOUN:  # "laut Angaben der Stadt"
            source, cue = whose, (at, source[1])
        elif whose is not None:  # "laut Satzung des Vereins"
            source = after, whose[1]
    ends = at > 0 and unit.roles[at - 1] & r.COMMA and not unit.any(source[1], right, r.VERBAL)
    if ends and not unit.words.verb_second:
        source = source[0], right  # "…, according to figures released on Monday by the board"
    around(reader, source, cue, at, source[1])


def _hence(reader: Reader, at: int) -> None:
    unit = reader.unit
    role = unit.roles[at]
    if role & r.HENCE_RELATIVE:
        reader.by_phrase(antecedent(unit, at - 1) if at else None, (at, at + 1), at + 1, dependent_end(unit, at))
    elif not role & r.HENCE_MOOD or unit.any(0, unit.count, r.MOOD):
        begin = unit.begin(at)
        reader.by_phrase(None, (at, at + 1), at + 1 if at == begin else begin, unit.part_end(at))
