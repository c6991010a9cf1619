"""The clause that a phrase which names a speaker stands in: “Das Werk, das laut Kern leer steht, brennt.”"""

from __future__ import annotations

from claimcheck.extract.attributions.grammar import relative, verb_like
from claimcheck.extract.attributions.phrases import Range
from claimcheck.extract.attributions.reader import Reader
from claimcheck.extract.attributions.unit import Unit
from claimcheck.languages import voice_roles as r


def around(reader: Reader, source: Range | None, cue: Range, first: int, last: int) -> None:
    """Adds the clause that a phrase from `first` up to `last` stands in, without the phrase where that is at an end."""
    unit = reader.unit
    inner = _relative_clause(unit, first) or _between_dashes(unit, first, last)
    if inner is not None:
        reader.by_phrase(source, cue, *inner)
        return
    begin, end = unit.begin(first), _independent(unit, last, unit.part_end(last))
    if any(begin <= used < end for used in reader.used):
        return
    lone = _lone(reader, begin, end)
    if lone is not None:
        reader.quote(source, cue, lone)
    elif unit.any(begin, first, ~(r.CONJUNCTION | r.ADVERB | r.EDGE)):
        behind = unit.past(last, end, r.COMMA | r.STOP)
        reader.by_phrase(source, cue, begin, first if behind >= end else end)
    else:
        reader.by_phrase(source, cue, _behind_phrase(unit, last, end), end)


def _relative_clause(unit: Unit, first: int) -> Range | None:
    """“…, die nach Angaben der Stadt leer steht”: the relative clause that a phrase stands in."""
    roles, left = unit.roles, unit.left_edge(first)
    edge = unit.right_edge(first)
    if left <= 0 or not roles[left] & r.COMMA or not relative(unit, left + 1, edge):
        return None
    while unit.at(edge) & r.COMMA and unit.at(edge + 1) & r.SUBORDINATOR:
        edge = unit.right_edge(edge)
    return left + 1, edge


def _between_dashes(unit: Unit, first: int, last: int) -> Range | None:
    """“– in der Stadt fehlen laut Verband 300 Lehrer –”: what stands between the dashes around a phrase."""
    before, after = _dash(unit, first, unit.begin(first), -1), _dash(unit, last, unit.part_end(last), 1)
    return (before + 1, after) if before >= 0 and after >= 0 else None


def _behind_phrase(unit: Unit, last: int, end: int) -> int:
    """Past the comma behind a phrase and a relative clause about the speaker: “der Zeitung zufolge, die …, soll er”."""
    k = unit.past(last, end, r.COMMA | r.STOP)
    if last < k < end and unit.roles[k] & r.RELATIVE and (edge := unit.right_edge(k)) < end:
        return edge + 1
    return k


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
