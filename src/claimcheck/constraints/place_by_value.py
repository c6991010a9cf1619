"""Place by value: "the highest of the three peaks", "third largest, only A (88) and B (39) have more"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from claimcheck.constraints.standings import by_row
from claimcheck.constraints.superlatives import SCOPE, Claimed, claims, in_order, made, may_claim, scope, scopes
from claimcheck.languages.word_roles import CAPITAL, NOUN, OPEN
from claimcheck.model.comparison import Evidence
from claimcheck.model.figures import Placed
from claimcheck.statements.agreement import contradiction
from claimcheck.statements.phrases import Cues
from claimcheck.statements.statement import Statement, Statements

NAMED = NOUN | CAPITAL
MORE = frozenset({"more", "better", "above"})
ALONE, BEHIND = frozenset({"alone"}), frozenset({"behind"})


def placed(table: Statements) -> Iterator[Placed]:
    """Every superlative or "second-largest" with a value of its own and the values of others in the passage."""
    numbered = table.numbered()
    for at in filter(
        partial(may_claim, table), sorted({near for each in numbered for near in (each - 1, each, each + 1)})
    ):
        for claimed in claims(table, at):
            value = _own(table, claimed) if at in numbered else None
            if value is not None:
                yield from _by_set(table, claimed, value)
                yield from _by_list(table, claimed, value)
            else:
                yield from _told_apart(table, claimed)
            yield from by_row(table, claimed)


def _own(table: Statements, claimed: Claimed) -> Statement | None:
    """The value of what is called so: the only one of its clause or sentence outside brackets and lists of others."""
    sentence = table.analysis.sentence(claimed.sentence)
    clause = sentence.owners[claimed.first]
    told = [each for each in table.within(claimed.sentence) if _may_be_own(each, claimed)]
    inside = [each for each in told if each.clause == clause] or told
    return inside[0] if len(inside) == 1 else None


def _may_be_own(each: Statement, claimed: Claimed) -> bool:
    """Whether it is a value of now outside brackets, and not how many there are."""
    plain = _is_value(each) and scope(each, claimed) is None
    return plain and not (_in_brackets(each) or "earlier" in each.cues)


def _is_value(each: Statement) -> bool:
    return each.value.number is not None and each.value.hedge in (None, "about", "good", "nearly")


def _in_brackets(each: Statement) -> bool:
    return each.first > 0 and bool(each.held.tokens[each.first - 1].roles & OPEN)


def _others(table: Statements, claimed: Claimed, value: Statement, back: int, ahead: int) -> list[Statement]:
    """The values of others that may be set beside it: of the same unit and kind, and of now."""
    near = [each for each in table.reach(value, back, ahead) if _is_value(each) and scope(each, claimed) is None]
    return [each for each in near if contradiction(each, value, ("unit", "status")) is None]


def _by_set(table: Statements, claimed: Claimed, value: Statement) -> Iterator[Placed]:
    """Where the set is counted and each of its members has its value: the first stands above all others."""
    sizes = scopes(table, claimed)
    if len(sizes) != 1:
        return
    for back, ahead in ((0, 0), (0, 1), (1, 0), (1, 1)):
        others = _others(table, claimed, value, back, ahead)
        if len(others) + 1 == sizes[0]:
            yield _ranked(table, claimed, value, others)
            return


def _told_apart(table: Statements, claimed: Claimed) -> Iterator[Placed]:
    """Where all values stand in the sentence before or behind: that of what is called so names it, or comes first."""
    sizes = scopes(table, claimed)
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
    first = in_order(claimed, others)
    evidence: Evidence = "construction" if {each.sentence for each in others} == {value.sentence} else "anaphor"
    return made(table, claimed, value, (first[: claimed.rank - 1], first[claimed.rank - 1 :]), evidence)


def _by_list(table: Statements, claimed: Claimed, value: Statement) -> Iterator[Placed]:
    """Those who are named before it or behind it: "behind A (88) and B (39)", "only A and B have more"."""
    near = _others(table, claimed, value, 0, 1)
    before = [each for each in near if _goes_before(table, claimed, each)]
    behind = [each for each in near if each not in before and _comes_behind(table, claimed, each)]
    if len(before) == claimed.rank - 1 and (before or behind):
        yield made(table, claimed, value, (before, behind), "construction")


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
