"""Which numbers and words say how many times as much something is."""

from __future__ import annotations

from claimcheck.constraints.leading import leads
from claimcheck.language.words import Words
from claimcheck.languages.word_roles import ADJECTIVE, NOUN
from claimcheck.model.interval import HUNDRED
from claimcheck.statements.cues import Cue
from claimcheck.statements.dimension import spelled
from claimcheck.statements.statement import Statement


def is_ratio(statement: Statement, words: Words) -> bool:
    """Whether a number is a ratio: "five times as many", "eightfold", "to a third"; not "he won five times"."""
    value = statement.value
    times = value.unit == "times" and value.number is not None and value.number > 1
    return (times and _is_multiple(statement, words)) or is_remainder(statement)


def _is_multiple(statement: Statement, words: Words) -> bool:
    own, behind = statement.near.at(statement.first), statement.near.at(statement.last)
    roles = frozenset().union(*(each.roles for each in (own, behind) if each is not None))
    if any(map(is_factor, roles)) or (behind is not None and behind.roles & {"as_much", "more"}):
        return behind is None or not _is_adverbial(statement, behind)
    following = statement.held.tokens[statement.last : statement.last + 1]
    return any({"rise", "fall"} & {*words.senses_of_noun(each.text)} for each in following)


def _is_adverbial(statement: Statement, more: Cue) -> bool:
    """Whether "more" belongs to an adjective that no number measures: "four times more likely to own one"."""
    if "more" not in more.roles or more.last - more.first > 1:
        return False
    tokens = statement.held.tokens[more.last : more.last + 2]
    return bool(tokens) and bool(tokens[0].roles & ADJECTIVE) and not any(each.roles & NOUN for each in tokens)


def is_factor(role: str) -> bool:
    """Whether a role names a factor: "multiply:2"."""
    return role.startswith(("multiply:", "divide:"))


def is_remainder(statement: Statement) -> bool:
    """Whether a fraction in words is what something fell to: "shrank to a third"."""
    number = statement.value.number
    if statement.value.unit != "percent" or not number or not 0 < number < HUNDRED or not spelled(statement.claim):
        return False
    return leads(statement, "to") and not {"fall", "lower"}.isdisjoint(statement.verb.senses)
