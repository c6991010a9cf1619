"""Rows of numbers that commas and "and" join in a sentence, with what an article counts among them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimcheck.constraints.operands import (
    ARTICLES,
    BREAK,
    CLOSE,
    changed,
    counted,
    of_one_kind,
    usable,
)
from claimcheck.languages.word_roles import (
    CAPITAL,
    COLON,
    COMMA,
    COORDINATOR,
    DASH,
    DETERMINER,
    FINITE,
    NOUN,
    OPEN,
    SEMICOLON,
    TIME,
    VERB,
)
from claimcheck.languages.word_roles import CLOSE as SHUT
from claimcheck.model import Claim, Measure
from claimcheck.model.analysis import Token
from claimcheck.statements.cues import Cue
from claimcheck.statements.statement import Statement, Statements

APART = 16


def lists(table: Statements, number: int) -> list[list[Statement]]:
    """The rows of two numbers or more of one kind that commas and "and" join in a sentence."""
    kinds: list[list[Statement]] = []
    for each in _members(table, number):
        kind = next((kind for kind in kinds if of_one_kind(kind[0], each)), None)
        if kind is None:
            kinds.append([each])
        elif _joined(kind[-1], each):
            kind.append(each)
        elif len(kind) == 1:
            kind[0] = each
    return [kind for kind in kinds if len(kind) > 1]


def _members(table: Statements, number: int) -> list[Statement]:
    """The numbers of a sentence and what an article counts beside them: "four women and a man"."""
    told = [each for each in table.within(number) if usable(each) and not changed(each)]
    if not told:
        return []
    ones = filter(None, (_one(table, number, cue, told) for cue in table.cues(number) if cue.roles & ARTICLES))
    return sorted((*told, *ones), key=lambda each: each.claim.span)


def _one(table: Statements, number: int, cue: Cue, told: Sequence[Statement]) -> Statement | None:
    """What an article counts, where it stands in a list with numbers."""
    tokens, begins = told[0].held.tokens, {each.first for each in told}
    if cue.first in begins or cue.last >= len(tokens) or not _is_member(tokens, cue.first, begins):
        return None
    token = tokens[cue.first]
    one = Claim("quantity", token.span, token.text, Measure(number=Decimal(1), noun=tokens[cue.last].text))
    return Statement(one, number, told[0].held, table.cues(number))


def _is_member(tokens: Sequence[Token], at: int, begins: set[int]) -> bool:
    """Whether "and" leads from a number to an article and its noun, or from these to a number or the last article."""
    noun = tokens[at + 1]
    if not noun.roles & (NOUN | CAPITAL) or noun.roles & (TIME | FINITE):
        return False
    behind = at > min(begins)
    if behind and tokens[at - 1].roles & COORDINATOR:
        return True
    if at + 3 >= len(tokens) or not tokens[at + 2].roles & COORDINATOR:
        return False
    last = behind and tokens[at - 1].roles & COMMA and tokens[at + 3].roles & DETERMINER  # "…, a Pole and a Dane"
    return at + 3 in begins or bool(last)


def _joined(one: Statement, two: Statement) -> bool:
    """Whether a comma or "and" leads from the one to the other, and no colon lies between."""
    between = one.held.tokens[one.last : two.first]
    if in_brackets(one) != in_brackets(two):
        return False  # "895 cars (56 towed) and 222 lorries (18)"
    joining = COMMA | SEMICOLON | (COORDINATOR if any(token.roles & SHUT for token in between) else 0)
    marked = any(token.roles & joining for token in between) or _and_before(two)
    return marked and len(between) <= APART and not any(token.roles & COLON for token in between)


def in_brackets(each: Statement) -> bool:
    """Whether a bracket opens right before the number."""
    return bool(each.first and each.held.tokens[each.first - 1].roles & OPEN)


def _and_before(each: Statement) -> bool:
    """Whether "and" stands right before the number, with small words between: "and the other 40"."""
    for token in reversed(each.held.tokens[max(0, each.first - CLOSE) : each.first]):
        if token.roles & COORDINATOR:
            return True
        if token.roles & (NOUN | VERB | BREAK):
            return False
    return False


def leads(table: Statements, row: Sequence[Statement]) -> bool:
    """Whether the list stands before all other numbers of its sentence."""
    return [each.claim for each in table.within(row[0].sentence)[: len(row)]] == [each.claim for each in row]


def begins_anew(each: Statement) -> bool:
    """Whether it begins anew, with a noun of its own behind a comma and "and": "…, and 50 stairs"."""
    before = each.held.tokens[max(0, each.first - 2) : each.first]
    return counted(each) is not None and len(before) > 1 and bool(before[0].roles & COMMA)


def closed(row: Sequence[Statement]) -> bool:
    """Whether "and" stands before the last member, so that nothing is left out."""
    return _and_before(row[-1])


def ends(last: Statement) -> bool:
    """Whether the list runs to the end of the sentence."""
    return not any(token.roles & (COMMA | DASH | OPEN | COLON) for token in last.held.tokens[last.last :])
