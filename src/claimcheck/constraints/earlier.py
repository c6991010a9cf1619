"""How words tell that a value is the earlier one of two: "from 40", "then 40", "had been 40", "40 a year before"."""

from __future__ import annotations

from claimcheck.constraints.leading import leading, leads
from claimcheck.constraints.sizes import MOVED
from claimcheck.languages.word_roles import BE, BECOME, OPEN, PARTICIPLE
from claimcheck.statements.dimension import TIMES, UNSTATED, dimension
from claimcheck.statements.statement import Statement

LEADS_OLD = frozenset({"from_", "instead", "baseline", "than", "as_many"})
WEAK, LED = 2, 4


def age(statement: Statement, around: frozenset[str]) -> int:
    """How clearly the words around a value say that it is the earlier one; below zero the later one."""
    if led_as_old(statement):
        return LED
    if around & {"than", "as_many"} and opening(statement) < statement.verb.first:
        return LED  # "more than in May, when there were 40"
    if moves(statement) and leads(statement, "to"):
        return -WEAK
    told = 3 * (bool(around & {"then", "so_far"}) - ("later" in around)) - WEAK * ("now" in around)
    return told + (3 if had(statement) else 0) + _still(statement, around)


def led_as_old(statement: Statement) -> bool:
    """Whether a preposition leads to the earlier value: "from 40", "against 40", "after 40 cases"."""
    if leads(statement, "to"):
        return False
    told = set(LEADS_OLD)
    if dimension(statement.claim) not in {UNSTATED, *TIMES}:
        told.add("after")
    if leads(statement, "amount_of") and not moves(statement):
        told.discard("from_")  # "ein Anteil von 30 Prozent"
    return any(leads(statement, each) for each in told) or _hangs_on_old(statement)


def _hangs_on_old(statement: Statement) -> bool:
    """Whether it is that of a noun to which such a preposition leads, or set in brackets behind one: "after Monday's
    close of 40", "im Vergleich zum Vorjahr (40)".
    """
    if statement.first == 0:
        return False
    held, before = statement.held, statement.first - 1
    if held.tokens[before].roles & OPEN:
        cue = statement.near.before(before)
        return cue is not None and bool({"baseline", "then"} & cue.roles)
    cue = leading(statement, frozenset({"of", "amount_of"}))
    chunk = held.chunk_at(held.tokens[cue.first - 1].span.start) if cue is not None and cue.first else None
    if chunk is None or chunk.preposition is None or chunk.number is not None:
        return False
    return bool(
        {"after", "from_", "instead", "baseline"} & statement.near.roles(chunk.preposition, chunk.preposition + 1)
    )


def moves(statement: Statement) -> bool:
    """Whether the clause tells of a change."""
    return not (MOVED.isdisjoint(statement.verb.senses) and {"rise", "fall", "became"}.isdisjoint(statement.around))


def opening(statement: Statement) -> int:
    """Where the words of a clause begin: with the phrase it hangs on, if it is a dependent one."""
    first, held = statement.verb.first, statement.held
    if statement.verb.kind not in ("relative", "subordinate") or first < 2:
        return first
    chunk = held.chunk_at(held.tokens[first - 2].span.start)
    if chunk is None:
        return first
    cue = statement.near.before(chunk.first) or statement.near.over(chunk.first)
    return chunk.first if cue is None or LEADS_OLD.isdisjoint(cue.roles) else cue.first


def _still(statement: Statement, around: frozenset[str]) -> int:
    """Whether "noch" or "last year" marks a value of which a past tense tells; "are still 40" is of now."""
    past = statement.verb.tense != "present" or "had" in around
    return int("earlier" in around and "then" not in around and past)


def had(statement: Statement) -> bool:
    """Whether the clause tells what had been before: "had been 14", "hatten 6600 gefunden", "waren es 5200 gewesen"."""
    clause, tokens = statement.verb, statement.held.tokens
    if clause.verb is None or "had" not in statement.near.roles(clause.verb, clause.verb + 1):
        return False
    inside = (tokens[at].roles for first, last in clause.stretches for at in range(first, last))
    return clause.tense == "perfect" or any(roles & PARTICIPLE and roles & (BE | BECOME) for roles in inside)
