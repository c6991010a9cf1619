"""Averages of a list, which are the mean of it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.constraints.average import is_mean, of_one_time
from claimcheck.constraints.each import falls_on_each
from claimcheck.constraints.operands import of_one_kind, same_things
from claimcheck.constraints.records import single
from claimcheck.constraints.rows import Row, closed, lists
from claimcheck.model.claim import Part
from claimcheck.model.comparison import Evidence, Judged, Roles
from claimcheck.model.span import Span
from claimcheck.statements.agreement import statuses_agree
from claimcheck.statements.dimension import in_scale, number
from claimcheck.statements.statement import Statement, Statements

SEVERAL = 3
"""So many members at least make a list of which an average may be told."""
ZERO = Decimal(0)


def spreads(table: Statements) -> Iterator[Judged]:
    """Every average with the list it is told of."""
    for at in table.numbered():
        yield from _means(table, at)


def _means(table: Statements, at: int) -> Iterator[Judged]:
    """The only average of a sentence with a list of which the text says how many it has."""
    told = [each for each in table.within(at) if is_mean(each) or _is_for_one(each)]
    if len(told) != 1:
        return
    for row in (*lists(table, at - 1), *lists(table, at)):
        members = _members(row, told[0])
        if len(members) >= SEVERAL and closed(members) and _is_of(table, members, told[0]):
            yield _mean(table, members, told[0])


def _is_for_one(each: Statement) -> bool:
    """As in "that makes 30 a match"."""
    per = each.value.per
    return single(each) and (falls_on_each(each) or (per is not None and per.number == 1))


def _members(row: Row, mean: Statement) -> Row:
    """The list without its average, and without the number of its members before it: "has four, with 24, 27, …"."""
    members = [each for each in row if each.claim.span < mean.claim.span]
    return members[1:] if members and number(members[0].claim) == len(members) - 1 else members


def _is_of(table: Statements, row: Row, mean: Statement) -> bool:
    """Whether the average is of just these: nothing speaks against it, and so many are counted beside them."""
    last = row[-1]
    if not (single(mean) and of_one_kind(last, mean) and of_one_time(table, mean, last)):
        return False
    if False in (same_things(last, mean), statuses_agree(last, mean)):
        return False
    near = [each for at in {last.sentence, mean.sentence} for each in table.within(at)]
    return any(number(each.claim) == len(row) for each in near if each not in row and each is not mean)


def _mean(table: Statements, row: Row, mean: Statement) -> Judged:
    """The mean of the list beside what the text says; what may be rounded or cut off fits."""
    values = [number(in_scale(each.claim, mean.claim)) or ZERO for each in row]
    stated = number(mean.claim) or ZERO
    step = Decimal(1).scaleb(int(stated.as_tuple().exponent))
    right = (sum(values, ZERO) / len(row)).quantize(step / 10).normalize()
    span = Span(row[0].claim.span.start, row[-1].claim.span.end)
    other = Part(span, table.article.document.prose[span.start : span.end])
    roles: Roles = (("claim", Part(mean.claim.span, mean.claim.text)), ("other", other))
    said = (("claim", mean.claim.text), ("other", other.text))
    evidence: Evidence = "construction" if row[0].sentence == mean.sentence else "anaphor"
    claims = (mean.claim, *(each.claim for each in row))
    fits = abs(right - stated) < step
    return Judged("mean", fits, roles, said, evidence=evidence, claims=claims, numbers=(right, stated))
