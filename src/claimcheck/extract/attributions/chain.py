"""Who speaks on without a new cue: further quotations, and sentences in the mood of reported speech."""

from __future__ import annotations

from typing import Literal

from claimcheck.extract.attributions.phrases import phrase_at
from claimcheck.extract.attributions.unit import Unit
from claimcheck.languages import voice_roles as r

Level = Literal["none", "second", "first"]
_MOST_BEFORE = 2


def free_quote(unit: Unit) -> int | None:
    """The one quotation that is, with a word or two and a colon before it, the whole unit."""
    if not unit.bits & r.LONG:
        return None
    long = [k for k, role in enumerate(unit.roles) if role & r.LONG]
    if len(long) != 1:
        return None
    at = long[0]
    rest = [k for k in range(unit.count) if k != at and not unit.roles[k] & r.EDGE]
    alone = not rest or (len(rest) <= _MOST_BEFORE and rest[-1] < at and unit.roles[at - 1] & r.COLON)
    return at if alone else None


def reported(unit: Unit) -> Level:
    """Whether the main clause of a unit stands in the mood of reported speech.

    "first" for a form that is nothing else, "second" for one that an author's own sentence may have too.
    """
    roles = unit.roles
    if unit.bits & r.FIRST_PERSON or not unit.bits & (r.MOOD | r.SECOND):
        return "none"
    at = 0
    while at < unit.count:
        edge = unit.right_edge(at)
        first = _depends(unit, at, edge)
        if at == 0 and first >= 0 and _plain(unit, first, edge):
            return "none"
        for k in range(edge if first < 0 else first, edge):
            role = roles[k]
            if role & r.CAPITAL and k > 0:
                continue
            if role & r.MOOD and not role & (r.DOUBTFUL | r.DETERMINER | r.PREPOSITION | r.CAPITAL):
                return "first"
            if role & r.SECOND:
                return "none" if role & r.DOUBTFUL else "second"
            if role & (r.FINITE | r.CUE):
                return "none"
        at = edge + 1
    return "none"


def _plain(unit: Unit, first: int, edge: int) -> bool:
    """Whether the first clause tells a plain fact with a verb that no list has: “Das nährt den Verdacht, er lüge”."""
    subject = phrase_at(unit, first, edge)
    verb = edge if subject is None else subject[1]
    return verb < edge and not unit.roles[verb] and unit.low[verb].endswith(unit.words.indicative_endings)


def _depends(unit: Unit, at: int, edge: int) -> int:
    """The first word of a clause behind its conjunctions, -1 where the clause depends on another."""
    roles = unit.roles
    first = at
    while first < edge and roles[first] & r.CONJUNCTION and not roles[first] & (r.SUBORDINATOR | r.THAT):
        first += 1
    if first >= edge:
        return first
    role = roles[first]
    after = roles[first + 1] if first + 1 < edge else 0
    if at > 0 and role & r.PREPOSITION and after & r.RELATIVE and not roles[edge - 1] & r.CAPITAL:
        return -1
    if role & r.RELATIVE and at > 0 and not role & r.SUBORDINATOR:
        return first if after & (r.MOOD | r.SECOND) else -1
    opens_question = role & r.QUESTION and first == 0
    return -1 if role & (r.SUBORDINATOR | r.THAT | r.QUESTION) and not opens_question else first
