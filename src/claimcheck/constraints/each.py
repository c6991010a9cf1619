"""Which numbers fall on each of some things: "20 euros each", "every box held twelve", "per mile it is 28"."""

from __future__ import annotations

from claimcheck.languages.word_roles import BREAK, COLON, DASH, NUMBER, OPEN, QUOTE
from claimcheck.statements.phrases import Cue
from claimcheck.statements.statement import Statement

EACH = frozenset({"each", "per_one"})
KNOWN = frozenset({"all_of", "definite"})
"""Words by which a number is one that was told of."""


def falls_on_each(one: Statement) -> bool:
    """Whether words of its phrase, of money those of its clause, say that it falls on each of some things."""
    if "unit_price" in one.cues or _counts_each(one):
        return not _counts_each(one)
    words = [cue for cue in one.near.all if cue.roles & EACH]
    if not EACH & (one.around if one.claim.type == "amount" else one.cues):
        return any(_is_shared(one, cue) for cue in words)
    told = [cue for cue in words if _is_said_of(one, cue)]
    return not told or any(_is_each(one, cue) for cue in told)


def _is_said_of(one: Statement, cue: Cue) -> bool:
    """Whether a word stands in its clause or right behind it."""
    return one.verb.holds(cue.first) or cue.last >= one.first


def _is_shared(one: Statement, cue: Cue) -> bool:
    """Whether a phrase before it in its clause has so much each: "every box held twelve", "per mile it is 28"."""
    if KNOWN & one.touching or not one.verb.holds(cue.first) or cue.last > one.first or not _is_each(one, cue):
        return False
    tokens = one.held.tokens
    between = tokens[cue.last : one.first]
    numbers = sum(bool(token.roles & NUMBER) for token in between)
    return numbers <= _counts_each_of(one, cue) and not any(token.roles & BREAK for token in between)


def _counts_each_of(one: Statement, cue: Cue) -> int:
    """How many numbers belong to the phrase: one in "each of their 65 acres", none in "each acre"."""
    chunk = one.chunk_of(EACH)
    return int(chunk is not None and chunk.number is not None and cue.first < chunk.last <= one.first)


def _is_each(one: Statement, cue: Cue) -> bool:
    """Whether the word is no part of a name ("Nord Pro") and leads to no base ("each 1,000 shares")."""
    tokens = one.held.tokens
    named = cue.first > 0 and cue.last == cue.first + 1 and tokens[cue.first].text[0].isupper()
    if named and not tokens[cue.first - 1].roles & (COLON | DASH | OPEN | QUOTE):
        return False
    behind = tokens[cue.last] if cue.last < len(tokens) else None
    return behind is None or not behind.roles & NUMBER or cue.last == one.first or takes_up_each(one, cue)


def takes_up_each(one: Statement, cue: Cue) -> bool:
    """Whether it takes up what was counted: "each one", "every one of them"."""
    behind = one.near.at(cue.last)
    return behind is not None and bool({"one", "of_which"} & behind.roles)


def _counts_each(one: Statement) -> bool:
    """Whether it counts those of whom each has so much: "each of the 80 guests"."""
    return one.claim.type == "quantity" and bool(EACH & one.lead) and "of" in one.lead
