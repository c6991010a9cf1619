"""Place by value: "the highest of the three peaks", "third largest, only A (88) and B (39) have more"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, partial
from typing import Literal, NamedTuple

from claimcheck.languages import load
from claimcheck.languages.word_roles import CAPITAL, FINITE, NOUN, OPEN
from claimcheck.model.comparison import Evidence
from claimcheck.model.figures import Placed
from claimcheck.model.span import Span, Word
from claimcheck.statements.agreement import contradiction
from claimcheck.statements.dimension import number
from claimcheck.statements.phrases import Cues
from claimcheck.statements.statement import Statement, Statements

ENDS = frozenset({"highest", "lowest"})
NAMED = NOUN | CAPITAL
SMALL = 30
"""A set of which every member is told with its value has no more."""
SCOPE = 6
"""So many words behind a superlative at most its set is named: "of the county's four weather stations"."""
MORE = frozenset({"more", "better", "above"})
ALONE, BEHIND = frozenset({"alone"}), frozenset({"behind"})


class Claimed(NamedTuple):
    """A superlative with its rank, 1 for the very first, its tokens, and whether the largest is the first."""

    sentence: int
    first: int
    last: int
    rank: int
    end: Literal["highest", "lowest"]


def placed(table: Statements) -> Iterator[Placed]:
    """Every superlative or "second-largest" with a value of its own and the values of others in the passage."""
    for at in filter(partial(_may_claim, table), table.numbered()):
        for claimed in _claimed(table, at):
            value = _own(table, claimed)
            if value is not None:
                yield from _by_set(table, claimed, value)
                yield from _by_list(table, claimed, value)
            else:
                yield from _told_apart(table, claimed)


def _may_claim(table: Statements, at: int) -> bool:
    """Whether a sentence has a superlative, or a word that begins with an ordinal; its grammar is not asked."""
    span = table.analysis.spans[at]
    low = table.article.document.prose[span.start : span.end].lower()
    heads = _ordinals(table.article.document.language or "")
    return table.tells(at, ENDS.__contains__) or any(head in low for head in heads)


@cache
def _ordinals(code: str) -> tuple[str, ...]:
    phrases = load(code).relations["phrases"].items()
    return tuple(word for word, each in phrases if any(not rest and _ranks(frozenset(roles)) for rest, roles in each))


def _claimed(table: Statements, at: int) -> Iterator[Claimed]:
    """The superlatives of a sentence, those with an ordinal too: "third largest", "second-busiest", "drittgrößte"."""
    cues = table.cues(at)
    ranks = {each.last: each for each in cues if _ranks(each.roles)}
    ends = {cue.first: (cue, end) for cue in cues if (end := _end(cue.roles)) is not None}
    for cue, end in ends.values():
        before = ranks.get(cue.first) or ranks.get(cue.last) or cue
        yield Claimed(at, before.first, cue.last, min(_ranks(before.roles), default=1), end)
    for place, token in enumerate(table.analysis.sentence(at).tokens):
        if place not in ends and (joined := _joined(table, token.low)) is not None:
            yield Claimed(at, place, place + 1, *joined)


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


def _own(table: Statements, claimed: Claimed) -> Statement | None:
    """The value of what is called so: the only one of its clause or sentence outside brackets and lists of others."""
    sentence = table.analysis.sentence(claimed.sentence)
    clause = sentence.owners[claimed.first]
    told = [each for each in table.within(claimed.sentence) if _is_value(each) and _scope(each, claimed) is None]
    told = [each for each in told if not (_in_brackets(each) or "earlier" in each.cues)]
    inside = [each for each in told if each.clause == clause] or told
    return inside[0] if len(inside) == 1 else None


def _is_value(each: Statement) -> bool:
    return each.value.number is not None and each.value.hedge in (None, "about", "good", "nearly")


def _in_brackets(each: Statement) -> bool:
    return each.first > 0 and bool(each.held.tokens[each.first - 1].roles & OPEN)


def _scope(each: Statement, claimed: Claimed) -> int | None:
    """How many are compared: "the highest of the three peaks", "of the four stations Lindow was the driest"."""
    count = number(each.claim)
    if not _counts(each) or count is None or not 1 < count <= SMALL or each.sentence != claimed.sentence:
        return None
    ahead = each.first < claimed.first and {"of", "whole"} & (each.lead | _before(each))
    behind = 0 <= each.first - claimed.last <= SCOPE and not _parted(each, claimed)
    return int(count) if ahead or behind else None


def _counts(each: Statement) -> bool:
    return each.claim.type == "quantity" and each.value.unit is None and each.value.noun is not None


def _parted(each: Statement, claimed: Claimed) -> bool:
    """Whether a verb stands between a superlative and a number behind it."""
    return any(token.roles & FINITE for token in each.held.tokens[claimed.last : each.first])


def _before(each: Statement) -> frozenset[str]:
    """The roles of the words of the phrase that a number stands in the midst of: "of the county's four stations"."""
    return each.near.roles(max(0, each.first - SCOPE), each.first) if each.verb.first == 0 else frozenset()


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
    for at in (claimed.sentence - 1, claimed.sentence + 1) if len(sizes) == 1 else ():
        told = _alike(table.within(at))
        value = _called(table, claimed, told) if len(told) == sizes[0] else None
        if value is not None:
            yield _ranked(table, claimed, value, [each for each in told if each is not value])


def _alike(found: Sequence[Statement]) -> list[Statement]:
    """The values of a sentence of the unit of the first."""
    told = [each for each in found if _is_value(each)]
    return [each for each in told if contradiction(each, told[0], ("unit", "status")) is None]


def _called(table: Statements, claimed: Claimed, told: list[Statement]) -> Statement | None:
    """The value that is followed by a name that stands before the superlative, else the first behind that."""
    names = _names(table, claimed)
    named = [each for each in told if names & {*each.tokens(each.last, each.last + SCOPE).split()}]
    if named:
        return named[0] if len(named) == 1 else None
    return told[0] if told[0].sentence > claimed.sentence else None


def _names(table: Statements, claimed: Claimed) -> set[str]:
    """The nouns and names before a superlative, of which one is what is called so."""
    before = table.analysis.sentence(claimed.sentence).tokens[: claimed.first]
    return {each.low for each in before if each.roles & NAMED}


def _ranked(table: Statements, claimed: Claimed, value: Statement, others: list[Statement]) -> Placed:
    """All of the set in their order; where one sentence tells them all, nothing else can be meant."""
    first = sorted(others, key=lambda each: number(each.claim) or 0, reverse=claimed.end == "highest")
    evidence: Evidence = "construction" if {each.sentence for each in others} == {value.sentence} else "anaphor"
    return _placed(table, claimed, value, (first[: claimed.rank - 1], first[claimed.rank - 1 :]), evidence)


def _by_list(table: Statements, claimed: Claimed, value: Statement) -> Iterator[Placed]:
    """Those who are named before it or behind it: "behind A (88) and B (39)", "only A and B have more"."""
    near = _others(table, claimed, value, 0, 1)
    before = [each for each in near if _goes_before(table, claimed, each)]
    behind = [each for each in near if each not in before and _comes_behind(table, claimed, each)]
    if len(before) == claimed.rank - 1 and (before or behind):
        yield _placed(table, claimed, value, (before, behind), "construction")


def _goes_before(table: Statements, claimed: Claimed, each: Statement) -> bool:
    """Whether a value stands in a list of those before: "behind A (88)", "only A (88) and B (39) have more"."""
    cues = table.cues(each.sentence)
    if each.sentence != claimed.sentence:
        return bool(_places(cues, MORE)) and min(_places(cues, ALONE), default=each.first) < each.first
    behind = [at for at in _places(cues, BEHIND) if claimed.last <= at < each.first]
    return bool(behind) and not any(behind[-1] < at < each.first for at in _places(cues, MORE))


def _places(cues: Cues, roles: frozenset[str]) -> list[int]:
    return [cue.first for cue in cues if cue.roles & roles]


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
