"""Series: values of several times that are said to rise or fall every time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from claimcheck.constraints.orders import part_of, set_beside, smaller
from claimcheck.constraints.sizes import way_of
from claimcheck.model import Period
from claimcheck.model.comparison import Evidence
from claimcheck.model.judged import Judged
from claimcheck.model.link import Direction
from claimcheck.statements.agreement import nouns_agree
from claimcheck.statements.cues import Cue
from claimcheck.statements.dimension import UNSTATED, dimension, ratio
from claimcheck.statements.statement import Statement, Statements

LEAST, MOST = 3, 9
NEAR = Decimal("0.2")
"""No value of a series is less than so much of the first, or so many times as large."""
UPWARDS, DOWNWARDS = frozenset({"rise", "raise", "exceed"}), frozenset({"fall", "lower", "undercut"})


def series(table: Statements) -> Iterator[Judged]:
    """Every word such as "every year" with the only row of values of its sentence, the one before or the one behind."""
    for at in sorted({near for each in table.numbered() for near in (each - 1, each, each + 1)}):
        for cue in table.cues(at, "every_time".__eq__):
            way = _way(table, at, cue) if "every_time" in cue.roles else None
            if way is not None:
                rows = [row for near in (at, at - 1, at + 1) if (row := _row(table, near))]
                yield from [_judged(table, rows[0], way, (at, cue))] if len(rows) == 1 else []


def _way(table: Statements, at: int, cue: Cue) -> Direction | None:
    """Whether the clause of the word says that something rises or falls; a negation says nothing."""
    sentence = table.analysis.sentence(at)
    clause = sentence.clauses[sentence.owners[cue.first]]
    roles = frozenset().union(*(each.roles for each in table.cues(at) if clause.holds(each.first)))
    if "excepted" in roles:
        return None  # "with one exception it rose every year"
    up, down = bool(UPWARDS & {*clause.senses}), bool(DOWNWARDS & {*clause.senses})
    if clause.negated or (up and down):
        return None
    return way_of(roles) if up == down else "up" if up else "down"


def _row(table: Statements, at: int) -> list[Statement]:
    """All values of a sentence, where they are of one kind and as many as make a series; "five years later" is none."""
    told = [each for each in table.within(at) if each.claim.type != "duration"]
    units = {dimension(each.claim) for each in told} - {UNSTATED}
    if not LEAST <= len(told) <= MOST or len(units) > 1 or (not units and len(_days(table, told)) < LEAST):
        return []
    return told if all(_is_one_more(each, told[0]) for each in told) else []


def _is_one_more(each: Statement, like: Statement) -> bool:
    bare = UNSTATED in (dimension(each.claim), dimension(like.claim))
    if each.value.hedge is not None or (each is not like and ratio(each.claim, like.claim) < NEAR):
        return False
    return each.value.number is not None and (bare or nouns_agree(like, each) is not False)


def _judged(table: Statements, row: list[Statement], way: Direction, word: tuple[int, Cue]) -> Judged:
    """The two values that follow each other and break the series, in whatever order they are told."""
    orders = [row] if _ordered(table, row) else [row, row[::-1]]
    if _backwards(table, row):
        orders = [row[::-1]]
    breaks = [_break(order, way) for order in orders]
    found = None if None in breaks else breaks[0]
    one, two = (row[0], row[1]) if found is None else found
    evidence: Evidence = "construction" if row[0].sentence == word[0] else "anaphor"
    return set_beside("series", two.claim, one.claim, evidence, fits=found is None, word=part_of(table, *word))


def _break(row: Sequence[Statement], way: Direction) -> tuple[Statement, Statement] | None:
    for one, two in pairwise(row):
        low, high = (one, two) if way == "up" else (two, one)
        if smaller(high.claim, low.claim):
            return one, two
    return None


def _days(table: Statements, row: Sequence[Statement]) -> list[date]:
    values = (each.value for each in table.times(row[0].sentence))
    return [each.start for each in values if isinstance(each, Period) and each.start is not None]


def _ordered(table: Statements, row: Sequence[Statement]) -> bool:
    days = _days(table, row)
    return len(days) > 1 and days == sorted(days)


def _backwards(table: Statements, row: Sequence[Statement]) -> bool:
    days = _days(table, row)
    return len(days) > 1 and days == sorted(days, reverse=True)
