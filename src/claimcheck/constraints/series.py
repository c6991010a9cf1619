"""Series: values of several times that are said to rise, fall, double or stay above a mark every time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from claimcheck.constraints.leading import is_factor, leads
from claimcheck.constraints.operands import amount, counted
from claimcheck.constraints.orders import part_of, set_beside
from claimcheck.constraints.sizes import way_of
from claimcheck.model import Period
from claimcheck.model.analysis import Clause
from claimcheck.model.comparison import Evidence, Judged
from claimcheck.model.interval import bounds
from claimcheck.model.link import Direction
from claimcheck.statements.agreement import clash
from claimcheck.statements.dimension import UNSTATED, dimension, ratio
from claimcheck.statements.phrases import Cue
from claimcheck.statements.statement import Statement, Statements

LEAST, MOST = 3, 9
MANY = 4
"""So many bare numbers are a row even where no days stand beside them."""
NEAR = Decimal("0.2")
"""No value of a series is less than so much of the one before, or so many times as large."""
LOOSE = Decimal("0.05")
"""So much of it at most is what has doubled more or less than doubled."""
UPWARDS, DOWNWARDS = frozenset({"rise", "raise", "exceed"}), frozenset({"fall", "lower", "undercut"})
TURNED: dict[Direction, Direction] = {"up": "down", "down": "up"}
BEYOND: dict[str, Direction] = {"over": "up", "at_least": "up", "under": "down", "up_to": "down"}
YEARS = range(1900, 2100)


class Course(NamedTuple):
    """What is said of every value: it is above or below the one before, so many times as much, or beyond a mark."""

    way: Direction | None
    factor: Decimal | None = None
    mark: Statement | None = None
    steps: int = MOST


def series(table: Statements) -> Iterator[Judged]:
    """Every word such as "every year" or "not once" with the only row of values of its sentence, the one before or the
    one behind.
    """
    for at in sorted({near for each in table.numbered() for near in (each - 1, each, each + 1)}):
        for cue in table.cues(at, lambda role: role in ("every_time", "never")):
            course = _course(table, at, cue) if {"every_time", "never"} & cue.roles else None
            if course is not None:
                rows = [row for near in (at, at - 1, at + 1) if (row := _row(table, near, course.mark))]
                yield from [_judged(table, rows[0], course, (at, cue))] if len(rows) == 1 else []


def _course(table: Statements, at: int, cue: Cue) -> Course | None:
    """What the clause of the word says of every time; "not once did it fall" is that it never fell."""
    sentence = table.analysis.sentence(at)
    clause = sentence.clauses[sentence.owners[cue.first]]
    roles = frozenset().union(*(each.roles for each in table.cues(at) if clause.holds(each.first)))
    never = "never" in cue.roles
    if "excepted" in roles or clause.negated != never:
        return None  # "with one exception it rose every year", "it did not rise every year"
    mark, factors = _mark(table, at, cue), [*map(_factor, filter(is_factor, roles))]
    if factors and not never:
        return Course("up", factors[0])
    way = _way(clause, roles) if mark is None else BEYOND[str(mark.value.hedge)]
    if way is None:
        return None
    return Course(TURNED[way] if never else way, mark=mark, steps=_count(table, at, cue))


def _factor(role: str) -> Decimal:
    """How many times as much a role says: "multiply:2", "divide:2"."""
    name, number = role.split(":")
    return Decimal(number) if name == "multiply" else 1 / Decimal(number)


def _way(clause: Clause, roles: frozenset[str]) -> Direction | None:
    """Whether a clause says that something rises or falls; None where it says neither, or both."""
    up, down = bool(UPWARDS & {*clause.senses}), bool(DOWNWARDS & {*clause.senses})
    if up and down:
        return None
    return way_of(roles) if up == down else "up" if up else "down"


def _mark(table: Statements, at: int, cue: Cue) -> Statement | None:
    """The only number of the clause that nothing was below, or above: "not once below 300"."""
    told = [each for each in table.within(at) if each.value.hedge in BEYOND and each.verb.holds(cue.first)]
    return told[0] if len(told) == 1 and told[0].value.unit != "percent" else None


def _count(table: Statements, at: int, cue: Cue) -> int:
    """How many times in a row: "for the fourth straight month", "three years in a row"; else all that are told."""
    near = table.cues(at).roles(cue.first - 3, cue.last + 1)
    told = [int(role.split(":")[1]) for role in near if role.startswith(("rank:", "cardinal:"))]
    return told[0] if len(told) == 1 and told[0] > 1 else MOST


def _row(table: Statements, at: int, mark: Statement | None) -> list[Statement]:
    """All values of a sentence, where they are of one kind and as many as make a series; "five years later" is none."""
    told = [each for each in table.within(at) if not _is_time(each) and each is not mark]
    if not LEAST <= len(told) <= MOST or not _are_of_one(table, told):
        return []
    return told if all(_is_one_more(each, like, told[0]) for like, each in pairwise([told[0], *told])) else []


def _are_of_one(table: Statements, told: Sequence[Statement]) -> bool:
    """Whether values are of one unit, or bare numbers one behind the other."""
    units = {dimension(each.claim) for each in told} - {UNSTATED}
    return len(units) == 1 or (not units and _are_in_turn(table, told))


def _is_time(each: Statement) -> bool:
    """Whether a number is a length of time, or may be a year."""
    value = each.value
    bare = value.unit is None and counted(each) is None and value.hedge is None and each.claim.text.isdigit()
    return each.claim.type == "duration" or (bare and int(value.number or 0) in YEARS)


def _are_in_turn(table: Statements, told: Sequence[Statement]) -> bool:
    """Whether bare numbers are a row: with days beside them, many, or from one to another over others."""
    through = leads(told[0], "from_") and leads(told[-1], "to")
    return through or len(told) >= MANY or len(_days(table, told)) >= LEAST


def _is_one_more(each: Statement, like: Statement, first: Statement) -> bool:
    bare = UNSTATED in (dimension(each.claim), dimension(first.claim))
    over = each.value.hedge == "over" and leads(first, "from_")  # "from 212 over 187 to 154"
    if (each.value.hedge is not None and not over) or (each is not like and ratio(each.claim, like.claim) < NEAR):
        return False
    return each.value.number is not None and (bare or not clash(first, each))


def _judged(table: Statements, row: list[Statement], course: Course, word: tuple[int, Cue]) -> Judged:
    """The two values that follow each other and break the series, in whatever order they are told."""
    orders = [row] if _ordered(table, row) else [row, row[::-1]]
    if _backwards(table, row):
        orders = [row[::-1]]
    breaks = [_break(order[-course.steps - 1 :], course) for order in orders]
    found = None if None in breaks else breaks[0]
    one, two = (course.mark or row[0], row[1]) if found is None else found
    evidence: Evidence = "construction" if row[0].sentence == word[0] else "anaphor"
    return set_beside("series", two.claim, one.claim, evidence, fits=found is None, word=part_of(table, *word))


def _break(row: Sequence[Statement], course: Course) -> tuple[Statement, Statement] | None:
    pairs = pairwise(row) if course.mark is None else ((course.mark, each) for each in row)
    return next(((one, two) for one, two in pairs if _breaks(one, two, course)), None)


def _breaks(one: Statement, two: Statement, course: Course) -> bool:
    """Whether the second of two values is not what it must be beside the first."""
    if course.factor is not None:
        room = bounds(one.value).times(course.factor)
        return not bounds(two.value).meets(room.widened(amount(two) * LOOSE))
    low, high = (one, two) if course.way == "up" else (two, one)
    return amount(high) < amount(low)


def _days(table: Statements, row: Sequence[Statement]) -> list[date]:
    values = (each.value for each in table.times(row[0].sentence))
    return [each.start for each in values if isinstance(each, Period) and each.start is not None]


def _ordered(table: Statements, row: Sequence[Statement]) -> bool:
    days = _days(table, row)
    return len(days) > 1 and days == sorted(days)


def _backwards(table: Statements, row: Sequence[Statement]) -> bool:
    days = _days(table, row)
    return len(days) > 1 and days == sorted(days, reverse=True)
