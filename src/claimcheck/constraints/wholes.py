"""All of a whole: what is left of it without some, and parts beside which words say that there are no others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from claimcheck.constraints.balance import NEAR, Filling, as_parts, told_apart
from claimcheck.constraints.operands import amount, of_one_kind, parts_of, terms, usable
from claimcheck.model.link import Total
from claimcheck.statements.agreement import slipped
from claimcheck.statements.statement import Statement, Statements


def wholes(table: Statements) -> Iterator[Total]:
    """Every number that words call all but some, and every whole with all of its parts."""
    numbered = table.numbered()
    for number in numbered:
        yield from _all_but(table, number)
    for number in sorted({at + more for at in numbered for more in (0, 1)}):
        yield from _all_told(table, number)


def _all_but(table: Statements, number: int) -> Iterator[Total]:
    """As in "all but 40 of the 500 seats were sold; the 460 guests": what a slip makes of the right number, or that."""
    for pair in parts_of(table, number):
        if "all_but" not in pair.part.touching:
            continue
        left = amount(pair.whole) - amount(pair.part)
        behind = [
            each for each in terms(table, (number, number + 1), pair.part) if each.claim.span > pair.whole.claim.span
        ]
        told = [each for each in behind if amount(each) == left or slipped(amount(each), left)]
        if len(told) == 1:
            parts = as_parts([pair.part, told[0]])
            yield Total(pair.whole.claim, parts, True, "a whole without some of it", "anaphor")


def _all_told(table: Statements, number: int) -> Iterator[Total]:
    """As in "94 works are on show. The hall has 41 oils and 38 drawings. There is nothing else": the whole first, then
    all of its parts.
    """
    reach = range(number - NEAR - 1, number + 1) if _closes(table, number) else ()
    told = [each for at in reach for each in table.within(at) if usable(each)]
    first = [each for at, each in enumerate(told) if not any(_of_kind(each, told[:at]))]
    found = (Filling(each, tuple(_of_kind(each, told))) for each in first)
    for each in filter(_is_whole, found):
        yield Total(each.whole.claim, as_parts(each.parts), True, "all of a whole", "anaphor")
        return


def _of_kind(whole: Statement, told: Iterable[Statement]) -> Iterator[Statement]:
    return (each for each in told if each is not whole and of_one_kind(each, whole))


def _is_whole(found: Filling) -> bool:
    """Whether it is larger than each of several plain parts that are told behind it."""
    if any(each.sentence <= found.whole.sentence for each in found.parts):
        return False
    largest = max(map(amount, found.parts), default=Decimal(0))
    return len(found.parts) > 1 and amount(found.whole) > largest and not any(map(told_apart, found.all))


def _closes(table: Statements, number: int) -> bool:
    """Whether a sentence says that there is no more: "There were no other costs", not "the others did not come"."""
    cues = table.cues(number, "no_more".__eq__)
    ends = [
        cue.first for cue in cues if "no_more" in cue.roles and "definite" not in cues.roles(cue.first - 1, cue.first)
    ]
    clauses = table.analysis.sentence(number).clauses if ends and table.analysis.written(number) else ()
    return any(clause.negated and clause.holds(at) for clause in clauses for at in ends)
