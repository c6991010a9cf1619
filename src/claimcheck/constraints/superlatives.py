"""Superlatives: what is called the highest or the second-largest, of how many, and what stands before and behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from claimcheck.languages import load
from claimcheck.languages.word_roles import FINITE
from claimcheck.model.comparison import Evidence
from claimcheck.model.figures import Placed
from claimcheck.model.span import Span, Word
from claimcheck.statements.dimension import number
from claimcheck.statements.phrases import Cue, Cues
from claimcheck.statements.statement import Statement, Statements

ENDS = frozenset({"highest", "lowest"})
CLAIMING = ENDS | {"as_much"}
SMALL = 30
"""A set of which every member is told with its value has no more."""
SCOPE = 6
"""So many words behind a superlative at most its set is named: "of the county's four weather stations"."""


class Claimed(NamedTuple):
    """A superlative with its rank, 1 for the very first, its tokens, and whether the largest is the first."""

    sentence: int
    first: int
    last: int
    rank: int
    end: Literal["highest", "lowest"]


def may_claim(table: Statements, at: int) -> bool:
    """Whether a sentence has a superlative, or a word that begins with an ordinal; its grammar is not asked."""
    if not table.analysis.written(at):
        return False
    span = table.analysis.spans[at]
    low = table.article.document.prose[span.start : span.end].lower()
    heads = _ordinals(table.article.document.language or "")
    return table.tells(at, CLAIMING.__contains__) or any(head in low for head in heads)


@cache
def _ordinals(code: str) -> tuple[str, ...]:
    phrases = load(code).relations["phrases"].items()
    return tuple(word for word, each in phrases if any(not rest and _ranks(frozenset(roles)) for rest, roles in each))


def claims(table: Statements, at: int) -> Iterator[Claimed]:
    """The superlatives of a sentence, those with an ordinal too: "third largest", "second-busiest", "drittgrößte"."""
    cues = table.cues(at)
    ranks = {each.last: each for each in cues if _ranks(each.roles)}
    ends = {cue.first: (cue, end) for cue in cues if (end := _end(cue.roles)) is not None}
    for cue, end in ends.values():
        before = ranks.get(cue.first) or ranks.get(cue.last) or cue
        yield Claimed(at, before.first, cue.last, min(_ranks(before.roles), default=1), end)
    yield from _unequalled(cues, at)
    for place, token in enumerate(table.analysis.sentence(at).tokens):
        if place not in ends and (joined := _joined(table, token.low)) is not None:
            yield Claimed(at, place, place + 1, *joined)


def _unequalled(cues: Cues, at: int) -> Iterator[Claimed]:
    """As in "None of the four made as many as": that is the highest of them."""
    for cue in cues:
        if "as_much" in cue.roles and "denied" in cues.roles(0, cue.first):
            yield Claimed(at, cue.first, cue.last, 1, "highest")


def _joined(table: Statements, word: str) -> tuple[int, Literal["highest", "lowest"]] | None:
    """Rank and end of an ordinal and a superlative in one word: "second-busiest", "drittgrößte"."""
    for at in range(4, len(word) - 4):
        ranks = _ranks(table.roles_of(word[:at].rstrip("-")))
        end = _end(table.roles_of(word[at:].lstrip("-"))) if ranks else None
        if end is not None:
            return min(ranks), end
    return None


def _end(roles: frozenset[str]) -> Literal["highest", "lowest"] | None:
    if len(ENDS & roles) != 1:
        return None
    return "highest" if "highest" in roles else "lowest"


def _ranks(roles: frozenset[str]) -> list[int]:
    return [int(role.removeprefix("rank:")) for role in roles if role.startswith("rank:")]


def scope(each: Statement, claimed: Claimed) -> int | None:
    """How many are compared: "the highest of the three peaks", "of the four stations Lindow was the driest"."""
    count = number(each.claim)
    if not _counts(each) or count is None or not 1 < count <= SMALL or each.sentence != claimed.sentence:
        return None
    ahead = each.first < claimed.first and {"of", "whole"} & (each.lead | _before(each))
    behind = 0 <= each.first - claimed.last <= SCOPE and not _parted(each, claimed)
    return int(count) if ahead or behind else None


def scopes(table: Statements, claimed: Claimed) -> list[int]:
    """The numbers that its sentence tells of those compared."""
    return [size for each in table.within(claimed.sentence) if (size := scope(each, claimed)) is not None]


def _counts(each: Statement) -> bool:
    return each.claim.type == "quantity" and each.value.unit is None and each.value.noun is not None


def _parted(each: Statement, claimed: Claimed) -> bool:
    """Whether a verb stands between a superlative and a number behind it."""
    return any(token.roles & FINITE for token in each.held.tokens[claimed.last : each.first])


def _before(each: Statement) -> frozenset[str]:
    """The roles of the words of the phrase that a number stands in the midst of: "of the county's four stations"."""
    return each.near.roles(max(0, each.first - SCOPE), each.first) if each.verb.first == 0 else frozenset()


def in_order(claimed: Claimed, others: Sequence[Statement]) -> list[Statement]:
    """Values, that which the superlative would be said of first."""
    return sorted(others, key=lambda each: number(each.claim) or 0, reverse=claimed.end == "highest")


def made(
    table: Statements,
    claimed: Claimed,
    value: Statement,
    sides: tuple[list[Statement], list[Statement]],
    evidence: Evidence,
) -> Placed:
    """The value of what is called so, between those before it and those behind it."""
    tokens = table.analysis.sentence(claimed.sentence).tokens[claimed.first : claimed.last]
    span = Span(tokens[0].span.start, tokens[-1].span.end)
    word = Word(span, table.article.document.prose[span.start : span.end])
    before, behind = (tuple(each.claim for each in side) for side in sides)
    return Placed(word, value.claim, before, behind, claimed.end == "highest", evidence)


def called(each: Statement) -> Cue | None:
    """The nearer of the words for the least and the greatest: the last before a number, else the first behind it, with
    no other number between.
    """
    ends = [cue for cue in each.near.all if ENDS & cue.roles]
    before = [
        cue for cue in ends if cue.first < each.first and not numbers_between(each, _behind_set(each, cue), each.first)
    ]
    return before[-1] if before else _first_behind(each, ends)


def _behind_set(each: Statement, cue: Cue) -> int:
    """The token behind a word for the least or greatest, and behind those it is one of: "the smallest of the 41"."""
    tokens = each.held.tokens
    chunk = each.held.chunk_at(tokens[min(cue.last, len(tokens) - 1)].span.start)
    of_them = chunk is not None and chunk.number is not None and chunk.first <= cue.last and chunk.last <= each.first
    return chunk.last if chunk is not None and of_them else cue.last


def _first_behind(each: Statement, cues: Sequence[Cue]) -> Cue | None:
    """The first of some words behind a number in its clause, with no other number between."""
    behind = (cue for cue in cues if cue.first >= each.last and each.verb.holds(cue.first))
    return next((cue for cue in behind if not numbers_between(each, each.last, cue.first)), None)


def numbers_between(each: Statement, first: int, last: int) -> bool:
    """Whether digits stand between two tokens of its sentence."""
    return any(token.text[:1].isdigit() for token in each.held.tokens[first:last])
