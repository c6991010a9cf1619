"""What stands before its cue: “…”, sagte Kern · …, sagte Kern · …, sagte Kern, … · wie Kern sagte."""

from __future__ import annotations

from claimcheck.extract.attributions.grammar import main_verb, verb_like
from claimcheck.extract.attributions.phrases import is_possessive
from claimcheck.extract.attributions.reader import Reader
from claimcheck.extract.attributions.said import Said
from claimcheck.extract.attributions.unit import Unit
from claimcheck.languages import voice_roles as r


def tail(reader: Reader, said: Said) -> None:
    """Adds what ends at the left edge of a cue's clause, and what goes on behind it."""
    unit = reader.unit
    roles, edge, right = unit.roles, said.left, said.right
    last = edge if roles[edge] & (r.COMMA | r.DASH) else edge + 1
    begin = unit.begin(edge)
    if last <= begin or unit.any(said.at, right, r.NEGATION):
        return
    quoted = bool(roles[last - 1] & r.LONG)
    more = right + 1 < unit.count and bool(roles[right] & r.COMMA)
    if said.mood and not quoted:
        return
    first = begin + bool(roles[begin] & r.OPEN)
    if not quoted and roles[first] & r.SUBORDINATOR and said.source and roles[said.source[0]] & r.FIRST_PERSON:
        return  # "Wenn Sie mehr wissen wollen, empfehlen wir …"
    begun = more and unit.right_edge(begin - 1) == edge and (_short(unit, said) or not _aside(unit, first))
    if not begun and not main_verb(unit, begin, last):
        if roles[right - 1] & r.LONG or (right < unit.count and roles[right] & r.COLON):
            _more(reader, said)  # "Auf die Frage, ob er gehe, antwortete Kern: „…“"
        return
    if (quoted or (roles[last - 1] & r.QUOTE and last - 1 == begin)) and not in_clause(unit, begin, last - 1):
        reader.quote(said.source, said.cue, last - 1)
        for k in range(begin, last - 1):
            if roles[k] & r.LONG and k not in reader.used:
                reader.quote(said.source, said.cue, k)
    else:
        if more and roles[right + 1] & r.LONG and _aside(unit, first) and not _has_verb(unit, begin, last):
            _more(reader, said)  # "As for the plant, Kern said, “…”"
            return
        alone = unit.right_edge(begin - 1) == edge
        finished = (
            unit.any(begin, last, r.VERBAL | r.LONG)
            and not (more and _interrupted(unit, begin, last, right))
            and not (alone and roles[first] & r.SUBORDINATOR and not main_verb(unit, begin, last))
        )
        if more and (not finished or roles[right + 1] & r.THAT):
            reader.clause(said.source, said.cue, begin, unit.part_end(right))
            return
        reader.clause(said.source, said.cue, begin, last)
    _more(reader, said)


def _has_verb(unit: Unit, begin: int, last: int) -> bool:
    return any(unit.roles[k] & r.VERBAL and not is_possessive(unit, k) for k in range(begin, last))


def _aside(unit: Unit, first: int) -> bool:
    """Whether a part of a sentence may belong to the clause with the cue: “In his speech, Kern urged …”."""
    return bool(unit.roles[first] & (r.SUBORDINATOR | r.PREPOSITION)) and not unit.roles[first] & r.DETERMINER


def _short(unit: Unit, said: Said) -> bool:
    """Whether a clause is no more than who speaks, and when or where."""
    k = max(said.at + 1, said.source[1] if said.source is not None else 0)
    return not unit.any(k, said.right, r.TO | r.THAT | r.PRONOUN | r.OBLIQUE) and (
        k >= said.right or bool(unit.roles[k] & (r.PREPOSITION | r.ADVERB | r.DAY))
    )


def _interrupted(unit: Unit, begin: int, last: int, right: int) -> bool:
    """Whether what follows is the rest of the clause before: it has no verb, and that clause was no more than begun."""
    roles, end = unit.roles, unit.right_edge(right)
    if roles[right + 1] & (r.CONJUNCTION | r.RELATIVE & ~r.DETERMINER | r.PREPOSITION | r.LONG | r.ADVERB):
        return False
    if roles[right + 1] & (r.CAPITAL | r.DETERMINER) and not roles[last - 1] & r.PASSIVE:
        return False  # "…, sagte Kern, der Chef der Stadt"
    if unit.any(right + 1, end, r.VERBAL | r.CUE) or any(verb_like(unit, k) for k in range(right + 1, end)):
        return False
    alone = unit.right_edge(begin - 1) == last and not unit.any(begin, last - 1, r.VERBAL)
    return alone and last > begin and bool(roles[last - 1] & (r.VERBAL | r.CUE))


def in_clause(unit: Unit, begin: int, at: int) -> bool:
    """Whether the quotation at `at` is a part of a clause rather than a sentence of its own."""
    if at <= begin or not unit.any(begin, at, r.VERBAL | r.CUE):
        return False
    return not unit.roles[at - 1] & (r.COLON | r.COMMA | r.LONG)


def _more(reader: Reader, said: Said) -> None:
    """The second half of an interrupted quotation: …, sagte Kern, “…” · …, sagte Kern: “…”"""
    unit = reader.unit
    k = said.right
    while k < unit.count and not unit.roles[k] & (r.LONG | r.VERBAL | r.CUE | r.SEMICOLON):
        k += 1
    if k < unit.count and unit.roles[k] & r.LONG and k not in reader.used:
        reader.quote(said.source, said.cue, k)
    elif said.right < unit.count and unit.roles[said.right] & r.COLON:
        reader.clause(said.source, said.cue, said.right + 1, unit.count)


def as_said(reader: Reader, said: Said) -> None:
    """…, wie Kern sagte · Wie Kern sagte, … · …, wie Kern sagte, …"""
    unit = reader.unit
    roles = unit.roles
    if said.source is not None and roles[said.source[0]] & (r.FIRST_PERSON | r.GENERIC):
        return
    if said.left < 0 or roles[said.left] & r.BREAK:
        reader.clause(said.source, said.cue, said.right + 1, unit.part_end(said.right + 1))
        return
    begin = unit.begin(said.left)
    if roles[begin] & r.SUBORDINATOR:
        begin = _main_clause(unit, begin, said.left)
    last = said.left if roles[said.left] & r.COMMA else said.left + 1
    if roles[last - 1] & r.LONG and not in_clause(unit, begin, last - 1):
        reader.quote(said.source, said.cue, last - 1)
    elif not unit.any(begin, last, r.VERBAL) and said.right < unit.count and roles[said.right] & r.COMMA:
        reader.clause(said.source, said.cue, begin, unit.part_end(said.right))
    else:
        reader.clause(said.source, said.cue, begin, last)


def _main_clause(unit: Unit, begin: int, high: int) -> int:
    """Where the main clause behind one that depends begins: at a comma that a verb follows."""
    k = unit.right_edge(begin)
    while k < high:
        if unit.roles[k] & r.COMMA and (unit.roles[k + 1] & (r.VERBAL | r.CUE) or not unit.roles[k + 1]):
            return k + 1
        k = unit.right_edge(k)
    return begin
