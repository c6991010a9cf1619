"""Which clause a phrase that names a speaker tells of: the one it stands in, with or without the phrase."""

from __future__ import annotations

from claimcheck.extract.attributions.grammar import relative, verb_like
from claimcheck.extract.attributions.phrases import Range
from claimcheck.extract.attributions.reader import Reader
from claimcheck.extract.attributions.unit import Unit
from claimcheck.languages import voice_roles as r


def around(reader: Reader, source: Range, cue: Range, first: int, last: int) -> None:
    """Adds the clause that a phrase from `first` up to `last` stands in, without the phrase where that is at an end."""
    unit = reader.unit
    roles = unit.roles
    left = unit.left_edge(first)
    if left > 0 and roles[left] & r.COMMA and relative(unit, left + 1, unit.right_edge(first)):
        edge = unit.right_edge(first)  # "…, die nach Angaben der Stadt leer steht"
        while edge + 1 < unit.count and roles[edge] & r.COMMA and roles[edge + 1] & r.SUBORDINATOR:
            edge = unit.right_edge(edge)
        reader.by_phrase(source, cue, left + 1, edge)
        return
    begin = unit.begin(first)
    before, after = _dash(unit, first, begin, -1), _dash(unit, last, unit.part_end(last), 1)
    if before >= 0 and after >= 0:  # "– in der Stadt fehlen laut Verband 300 Lehrer –"
        reader.by_phrase(source, cue, before + 1, after)
        return
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


def _dash(unit: Unit, at: int, end: int, step: int) -> int:
    """The nearest dash from a token on, before the end of the part; -1 where there is none."""
    return next((k for k in range(at, end, step) if unit.roles[k] & r.DASH), -1)


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
