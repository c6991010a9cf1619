"""Which word leads to a number: "by 40", "from some 40", "plus 40"."""

from __future__ import annotations

from claimcheck.statements.cues import Cue
from claimcheck.statements.statement import Statement

LIGHT = frozenset({"light", "filler", "article", "definite", "alone"})
PREPOSITIONS = frozenset({"amount_of", "by", "from_", "to"})
STEPS = 4


def leads(statement: Statement, role: str) -> bool:
    """Whether a word with the role stands right before the number, with nothing but small words between."""
    return leading(statement, frozenset({role})) is not None


def leading(statement: Statement, roles: frozenset[str]) -> Cue | None:
    """The word with one of the roles before a number, or with which it begins: "um die Hälfte"."""
    at = statement.first
    own = statement.near.at(at)
    if own is not None and own.roles & roles and own.last < statement.last and not is_hedge(own):
        return own
    cue = statement.near.before(at) or statement.near.over(at)
    for _ in range(STEPS):
        if cue is None or cue.roles & roles:
            return cue
        if not _is_light(cue):
            return None
        cue = statement.near.before(cue.first)
    return None


def _is_light(cue: Cue) -> bool:
    """Whether a word may stand between a preposition and its number."""
    return cue.roles.isdisjoint(PREPOSITIONS) and (not cue.roles.isdisjoint(LIGHT) or is_hedge(cue))


def is_hedge(cue: Cue) -> bool:
    """Whether a word softens a number: "almost", "more than"."""
    return any(each.startswith("hedge:") for each in cue.roles)
