"""Place by value: "the highest of the three peaks", "third largest, only A (88) and B (39) have more"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from claimcheck.languages.word_roles import OPEN
from claimcheck.model.comparison import Evidence
from claimcheck.model.figures import Placed
from claimcheck.model.span import Span, Word
from claimcheck.statements.agreement import contradiction
from claimcheck.statements.dimension import number
from claimcheck.statements.statement import Statement, Statements

ENDS = frozenset({"highest", "lowest"})
SMALL = 30
"""A set of which every member is told with its value has no more."""
SCOPE = 6
"""So many words behind a superlative at most its set is named: "of the county's four weather stations"."""
MORE = frozenset({"more", "better", "above"})


class Claimed(NamedTuple):
    """A superlative with its rank, 1 for the very first, its tokens, and whether the largest is the first."""

    sentence: int
    first: int
    last: int
    rank: int
    end: Literal["highest", "lowest"]


def placed(table: Statements) -> Iterator[Placed]:
    """Every superlative or "second-largest" with a value of its own and the values of others in the passage."""
    for at in table.numbered():
        for claimed in _claimed(table, at):
            value = _own(table, claimed)
            if value is not None:
                yield from _by_set(table, claimed, value)
                yield from _by_list(table, claimed, value)
            else:
                yield from _told_apart(table, claimed)


def _claimed(table: Statements, at: int) -> Iterator[Claimed]:
    """The superlatives of a sentence, those with an ordinal too: "second-busiest", "drittgrößte", "third largest"."""
    cues = table.cues(at)
    ranks = {each.last: each for each in cues if any(role.startswith("rank:") for role in each.roles)}
    for cue in cues:
        end = _end(cue.roles)
        if end is None and cue.last in ranks:
            tokens = table.analysis.sentence(at).tokens
            end = next(
                (each for word in _parts(tokens[cue.last - 1].low) if (each := _end(table.roles_of(word)))), None
            )
        if end is not None:
            before = ranks.get(cue.first) or ranks.get(cue.last)
            rank = 1 if before is None else _rank(before.roles)
            yield Claimed(at, cue.first if before is None else before.first, cue.last, rank, end)


def _end(roles: frozenset[str]) -> Literal["highest", "lowest"] | None:
    if len(ENDS & roles) != 1:
        return None
    return "highest" if "highest" in roles else "lowest"


def _parts(word: str) -> list[str]:
    """The ends of a word that may be a superlative: "second-largest", "drittgrößte"."""
    return [word.rpartition("-")[2], *(word[at:] for at in range(4, len(word) - 4))]


def _rank(roles: frozenset[str]) -> int:
    return min(int(role.removeprefix("rank:")) for role in roles if role.startswith("rank:"))


def _own(table: Statements, claimed: Claimed) -> Statement | None:
    """The value of what is called so: the only one of its clause or sentence outside brackets and lists of others."""
    sentence = table.analysis.sentence(claimed.sentence)
    clause = sentence.owners[claimed.first]
    told = [each for each in table.within(claimed.sentence) if _is_value(each) and _scope(each, claimed) is None]
    told = [each for each in told if not _in_brackets(each) and "earlier" not in each.cues]
    inside = [each for each in told if each.clause == clause] or told
    return inside[0] if len(inside) == 1 else None


def _is_value(each: Statement) -> bool:
    return each.value.number is not None and each.value.hedge in (None, "about", "good", "nearly")


def _in_brackets(each: Statement) -> bool:
    return each.first > 0 and bool(each.held.tokens[each.first - 1].roles & OPEN)


def _scope(each: Statement, claimed: Claimed) -> int | None:
    """How many are compared: "the highest of the three peaks", "of the four stations Lindow was the driest"."""
    count = number(each.claim)
    counts = each.claim.type == "quantity" and each.value.unit is None and each.value.noun is not None
    if not counts or count is None or not 1 < count <= SMALL or each.sentence != claimed.sentence:
        return None
    ahead = {"of", "whole"} & each.lead and each.first < claimed.first
    return int(count) if ahead or 0 <= each.first - claimed.last <= SCOPE else None


def _others(table: Statements, claimed: Claimed, value: Statement, back: int, ahead: int) -> list[Statement]:
    """The values of others that may be set beside it: of the same unit and kind, and of now."""
    near = [each for each in table.reach(value, back, ahead) if _is_value(each) and _scope(each, claimed) is None]
    return [each for each in near if contradiction(each, value, ("unit", "status")) is None]


def _by_set(table: Statements, claimed: Claimed, value: Statement) -> Iterator[Placed]:
    """Where the set is counted and each of its members has its value: the first stands above all others."""
    sizes = [size for each in table.within(claimed.sentence) if (size := _scope(each, claimed)) is not None]
    if len(sizes) != 1:
        return
    for back, ahead in ((0, 0), (0, 1), (1, 0), (1, 1)):
        others = _others(table, claimed, value, back, ahead)
        if len(others) + 1 == sizes[0]:
            yield _ranked(table, claimed, value, others)
            return


def _told_apart(table: Statements, claimed: Claimed) -> Iterator[Placed]:
    """Where all values stand in the sentence before or behind: that of what is called so names it, or comes first."""
    sizes = [size for each in table.within(claimed.sentence) if (size := _scope(each, claimed)) is not None]
    sentence = table.analysis.sentence(claimed.sentence)
    subject = sentence.clauses[sentence.owners[claimed.first]].subject
    if len(sizes) != 1 or subject is None:
        return
    name = sentence.tokens[subject.head].low
    for at in (claimed.sentence - 1, claimed.sentence + 1):
        told = [each for each in table.within(at) if _is_value(each)]
        told = [each for each in told if contradiction(each, told[0], ("unit", "status")) is None]
        if len(told) != sizes[0]:
            continue
        named = [each for each in told if name in each.tokens(each.last, each.last + SCOPE).split()]
        value = named[0] if len(named) == 1 else told[0] if at > claimed.sentence and not named else None
        if value is not None:
            others = [each for each in told if each is not value]
            yield _ranked(table, claimed, value, others)


def _ranked(table: Statements, claimed: Claimed, value: Statement, others: list[Statement]) -> Placed:
    first = sorted(others, key=lambda each: number(each.claim) or 0, reverse=claimed.end == "highest")
    return _placed(table, claimed, value, (first[: claimed.rank - 1], first[claimed.rank - 1 :]), "equal_slots")


def _by_list(table: Statements, claimed: Claimed, value: Statement) -> Iterator[Placed]:
    """Those who are named before it or behind it: "behind A (88) and B (39)", "only A and B have more"."""
    near = _others(table, claimed, value, 0, 1)
    before = [each for each in near if _goes_before(table, claimed, each)]
    behind = [each for each in near if each not in before and _comes_behind(table, claimed, each)]
    if len(before) == claimed.rank - 1 and (before or behind):
        yield _placed(table, claimed, value, (before, behind), "construction")


def _goes_before(table: Statements, claimed: Claimed, each: Statement) -> bool:
    """Whether a value stands in a list of those before: "behind A (88)", "only A (88) and B (39) have more"."""
    cues = [cue for cue in table.cues(each.sentence) if cue.first < each.first]
    if each.sentence == claimed.sentence:
        behind = [cue for cue in cues if cue.first >= claimed.last and "behind" in cue.roles]
        return bool(behind) and not any(cue.roles & MORE for cue in cues if cue.first > behind[-1].first)
    alone = any("alone" in cue.roles for cue in cues)
    return alone and any(cue.roles & MORE for cue in table.cues(each.sentence))


def _comes_behind(table: Statements, claimed: Claimed, each: Statement) -> bool:
    """Whether a value stands in a list of those behind: "followed by B (39)", "Es folgen A mit 88 und B mit 39"."""
    cues = [cue for cue in table.cues(each.sentence) if cue.first < each.first and "followed" in cue.roles]
    return any(each.sentence != claimed.sentence or cue.first >= claimed.last for cue in cues)


def _placed(
    table: Statements,
    claimed: Claimed,
    value: Statement,
    sides: tuple[list[Statement], list[Statement]],
    evidence: Evidence,
) -> Placed:
    tokens = table.analysis.sentence(claimed.sentence).tokens[claimed.first : claimed.last]
    span = Span(tokens[0].span.start, tokens[-1].span.end)
    word = Word(span, table.article.document.prose[span.start : span.end])
    before, behind = (tuple(each.claim for each in side) for side in sides)
    return Placed(word, value.claim, before, behind, claimed.end == "highest", evidence)
