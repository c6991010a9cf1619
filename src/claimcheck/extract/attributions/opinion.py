"""Speakers named by a preposition and a noun of saying: nach Angaben von, nach ihrer Ansicht, ihrer Meinung nach."""

from __future__ import annotations

from claimcheck.extract.attributions.around import around
from claimcheck.extract.attributions.phrases import Range, phrase_at
from claimcheck.extract.attributions.reader import Reader
from claimcheck.extract.attributions.subjects import antecedent, phrase_before
from claimcheck.extract.attributions.unit import Unit
from claimcheck.languages import voice_roles as r

_FARTHEST_NOUN = 4


def noun_behind(reader: Reader, at: int) -> bool:
    """“ihrer Meinung nach”."""
    unit = reader.unit
    if at < 2 or not unit.roles[at - 1] & r.NOUN or not unit.roles[at - 2] & (r.DETERMINER | r.CAPITAL):
        return False
    source = phrase_before(unit, unit.left_edge(at) + 1, at)
    if source is not None:
        around(reader, source, (at, at + 1), source[0], at + 1)
    return source is not None


def noun_before(reader: Reader, at: int) -> None:
    """“nach Angaben der Polizei”, “nach Kerns Angaben”, “nach ihrer Ansicht”, “nach einem Bericht der Zeitung”."""
    unit = reader.unit
    roles, right = unit.roles, unit.right_edge(at)
    if at and roles[at - 1] & r.COMMA and at + 2 < right and roles[at + 1] & r.RELATIVE:
        paper = antecedent(unit, at - 1)  # "ein Bericht, nach dem das Werk schließt"
        if paper is not None and unit.any(*paper, r.NOUN) and not roles[right - 1] & r.CAPITAL:
            reader.by_phrase(paper, (at, at + 1), at + 2, right)
            return
        if roles[at + 2] & r.DETERMINER:
            return
    noun = at + 1
    while noun < min(right, at + _FARTHEST_NOUN) and not roles[noun] & r.CAPITAL:
        noun += 1
    if (
        noun + 1 < right
        and not roles[noun] & r.NOUN
        and roles[noun + 1] & r.NOUN
        and unit.low[noun].endswith(unit.words.name_genitives)
    ):
        around(reader, (noun, noun + 1), (at, noun + 2), at, noun + 2)
        return
    if noun >= right or not roles[noun] & r.NOUN or (noun + 1 < right and roles[noun + 1] & r.BEHIND):
        return
    if roles[at + 1] & r.DEMONSTRATIVE and noun > at + 1:
        return
    if _sought(unit, at):
        return
    whose = whose_is(unit, noun, right)
    determined = bool(roles[at + 1] & r.DETERMINER)
    if roles[noun] & r.SPEAKER_NOUN and (whose is None or roles[noun] & r.PAPER):
        if whose is None and determined and not roles[at + 1] & r.INDEFINITE:
            return
        last = noun + 1 if whose is None else whose[1]
        around(reader, (at + 1, last), (at, at + 1), at, last)
    elif whose is not None:
        around(reader, whose, (at, noun + 1), at, whose[1])
    elif noun > at + 1 and (determined or roles[at + 1] & r.OWN):
        around(reader, (at + 1, noun), (at, noun + 1), at, noun + 1)
    elif noun > at + 1:
        around(reader, (at + 1, noun + 1), (at, at + 1), at, noun + 1)


def _sought(unit: Unit, at: int) -> bool:
    """Whether the clause has a word with which "nach" is what is looked or asked for: "sucht nach neuen Angaben"."""
    seeking, roles, low = unit.words.seeking, unit.roles, unit.low
    first = unit.left_edge(at) + 1
    if at > first and low[at - 1].startswith(seeking):
        return True
    return any(not roles[k] & r.CAPITAL and low[k].startswith(seeking) for k in range(first, at))


def whose_is(unit: Unit, noun: int, right: int) -> Range | None:
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
