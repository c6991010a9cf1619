"""Standings: values that a sentence gives to several, each by name, and which of them is called the largest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimcheck.constraints.operands import changed, counted
from claimcheck.constraints.superlatives import SCOPE, Claimed, in_order, made, scope, scopes
from claimcheck.languages.word_roles import (
    CAPITAL,
    COLON,
    COMMA,
    COORDINATOR,
    DASH,
    NOUN,
    NUMBER,
    SEMICOLON,
    TIME,
)
from claimcheck.model.analysis import Token
from claimcheck.model.figures import Placed
from claimcheck.statements.agreement import statuses_agree
from claimcheck.statements.dimension import TIMES
from claimcheck.statements.statement import Statement, Statements

NAMED = NOUN | CAPITAL
APART = COMMA | SEMICOLON | COLON | COORDINATOR | DASH
Names = frozenset[str]


class Entry(NamedTuple):
    """A value with the words that say whose it is, and that no other of its row has."""

    at: Statement
    names: Names


def standings(table: Statements, number: int) -> list[Entry]:
    """The values of a sentence of one unit, where each has a name of its own: "A took 41 million and B 37 million",
    "412 in A, 388 in B".
    """
    told = _row(table, number)
    if len(told) < 2:
        return []
    tokens = told[0].held.tokens
    ends = [0, *(each.last for each in told)]
    starts = [*(each.first for each in told[1:]), len(tokens)]
    before = [tokens[end : each.first] for end, each in zip(ends, told, strict=False)]
    behind = [tokens[each.last : start] for each, start in zip(told, starts, strict=True)]
    for stretches, names_of in ((before, _last_names), (behind, _first_names), (before, names_in)):
        names = _own([names_of(each) for each in stretches])
        if all(names):
            return [Entry(each, own) for each, own in zip(told, names, strict=True)]
    return []


def _row(table: Statements, number: int) -> list[Statement]:
    """The plain values of a sentence that are of the first unit in it; those without one behind it take that."""
    told = [each for each in table.within(number) if is_plain(each) and not _is_moved(each)]
    first = next((each for each in told if each.value.unit is not None), told[0] if told else None)
    return [] if first is None else _of_one(told, first)


def _of_one(told: Sequence[Statement], first: Statement) -> list[Statement]:
    alike = [each for each in told if each.first >= first.first and like(each, first)]
    return alike if all(statuses_agree(each, first) is not False for each in alike) else []


def _is_moved(each: Statement) -> bool:
    """Whether it is what something rose or fell by, to or from."""
    return changed(each) or each.way is not None


def is_plain(each: Statement) -> bool:
    """Whether it is a single value, and no time, age or name."""
    value = each.value
    if value.number is None or value.hedge not in (None, "about", "good", "nearly") or "label" in each.lead:
        return False
    return value.unit not in TIMES and each.claim.type != "duration"


def like(each: Statement, other: Statement) -> bool:
    """Whether a value is of the unit or noun of another, or has none."""
    if each.value.unit is None and counted(each) is None:
        return True
    return each.value.unit == other.value.unit and (each.value.unit is not None or counted(each) == counted(other))


def _own(found: Sequence[Names]) -> list[Names]:
    """The names that only one of several has."""
    shared = {word for at, each in enumerate(found) for other in found[at + 1 :] for word in each & other}
    return [each - shared for each in found]


def names_in(tokens: Sequence[Token]) -> Names:
    """The nouns and names among words."""
    named = (each for each in tokens if each.roles & NAMED and not each.roles & (TIME | NUMBER))
    return frozenset(each.low for each in named if each.low.isalpha())


def _last_names(tokens: Sequence[Token]) -> Names:
    """Those behind the last mark or "and"."""
    marks = [at for at, each in enumerate(tokens) if each.roles & APART]
    return names_in(tokens[marks[-1] + 1 :] if marks else tokens)


def _first_names(tokens: Sequence[Token]) -> Names:
    """Those before the first mark or "and"."""
    marks = [at for at, each in enumerate(tokens) if each.roles & APART]
    return names_in(tokens[: marks[0]] if marks else tokens)


def by_row(table: Statements, claimed: Claimed) -> Iterator[Placed]:
    """Where a sentence tells of each of several by name what it has: that which the superlative is said of, or the
    value beside that, stands in its place.
    """
    said = _said_of(table, claimed)
    for at in (claimed.sentence, claimed.sentence - 1, claimed.sentence + 1):
        row = standings(table, at)
        others = [each.at for each in row if each.names.isdisjoint(said)]
        value = _said(row, said, elsewhere=at != claimed.sentence) or _beside(table, claimed, others)
        if value is not None and _are_all(table, claimed, others):
            yield made(table, claimed, value, ([], in_order(claimed, others)[claimed.rank - 1 :]), "anaphor")
            return


def _said(row: Sequence[Entry], said: Names, *, elsewhere: bool) -> Statement | None:
    """The only value of a row in another sentence whose name is one of those a superlative is said of."""
    named = [each.at for each in row if each.names & said]
    return named[0] if elsewhere and len(named) == 1 else None


def _said_of(table: Statements, claimed: Claimed) -> Names:
    """The names a superlative is said of: those it stands in apposition to, else those of the subject of its clause."""
    sentence = table.analysis.sentence(claimed.sentence)
    tokens, clause = sentence.tokens, sentence.clauses[sentence.owners[claimed.first]]
    comma = next((at for at in (claimed.first - 1, claimed.first - 2) if at > 0 and tokens[at].roles & COMMA), None)
    chunk = clause.subject if comma is None else sentence.chunk_at(tokens[comma - 1].span.start)
    if chunk is None or chunk.first <= claimed.first < chunk.last:
        return frozenset()
    return names_in(tokens[chunk.first : chunk.last])


def _are_all(table: Statements, claimed: Claimed, others: Sequence[Statement]) -> bool:
    """Whether a superlative is one among just those of a row: their number is told."""
    return (scopes(table, claimed) or _sizes(table, claimed)) == [len(others) + 1]


def _sizes(table: Statements, claimed: Claimed) -> list[int]:
    """How many a word right behind a superlative takes up: "of the three", "of the trio"."""
    tokens = table.analysis.sentence(claimed.sentence).tokens
    near = [cue for cue in table.cues(claimed.sentence) if 0 <= cue.first - claimed.last <= SCOPE]
    words = [cue for cue in near if tokens[cue.first].text.isalpha()]
    sizes = [role.split(":") for cue in words for role in cue.roles if role.startswith(("size:", "cardinal:"))]
    return [int(size) for _, size in sizes[:1]]


def _beside(table: Statements, claimed: Claimed, others: Sequence[Statement]) -> Statement | None:
    """The only value in the clause of a superlative, else in its sentence, that is of the unit of others elsewhere."""
    told = [each for each in table.within(claimed.sentence) if _is_of_row(each, others)]
    told = [each for each in told if scope(each, claimed) is None]
    inside = [each for each in told if each.verb.holds(claimed.first)] or told
    return inside[0] if len(inside) == 1 else None


def _is_of_row(each: Statement, others: Sequence[Statement]) -> bool:
    """Whether a value may be one of a row: of the unit that one of them has or takes, or a count beside counts."""
    if each in others or not is_plain(each):
        return False
    if each.value.unit is None:
        return all(other.value.unit is None for other in others) and bool(others)
    return any(other.value.unit == each.value.unit or _takes_unit(other) for other in others)


def _takes_unit(each: Statement) -> bool:
    """Whether a number stands without unit and noun, but with a scale word: "41 million"."""
    return each.value.unit is None and each.value.noun is None and each.value.rounded
