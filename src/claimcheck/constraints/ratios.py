"""Which numbers and words say how many times as much something is."""

from __future__ import annotations

from claimcheck.language.words import Words
from claimcheck.statements.statement import Statement


def is_ratio(statement: Statement, words: Words) -> bool:
    """Whether a number of times is a ratio: "five times as many", "an eightfold increase"; not "he won five times"."""
    value = statement.value
    if value.unit != "times" or value.number is None or value.number <= 1:
        return False
    own, behind = statement.near.at(statement.first), statement.near.at(statement.last)
    roles = frozenset().union(*(each.roles for each in (own, behind) if each is not None))
    if any(map(is_factor, roles)) or (behind is not None and behind.roles & {"as_much", "more"}):
        return True
    following = statement.held.tokens[statement.last : statement.last + 1]
    return any({"rise", "fall"} & {*words.senses_of_noun(each.text)} for each in following)


def is_factor(role: str) -> bool:
    """Whether a role names a factor: "multiply:2"."""
    return role.startswith(("multiply:", "divide:"))
