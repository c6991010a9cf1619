"""What is left of a whole when its parts are taken away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain, combinations, pairwise

from claimcheck.constraints.operands import MOST, amount, changed, counted, parts_of, same_things, terms, usable
from claimcheck.model.comparison import Evidence
from claimcheck.model.link import Part, Total
from claimcheck.statements.agreement import slipped, statuses_agree, tie, weakest
from claimcheck.statements.statement import Statement, Statements

REST = frozenset({"remaining", "others"})
BACK, FAR = 2, 4
"""So many sentences before the whole of which something is left is looked for, and may stand."""


def remainders(table: Statements) -> Iterator[Total]:
    """Every number that words call what is left, with the wholes and parts it may be left of."""
    for number in table.numbered():
        for each in table.within(number):
            if usable(each) and not changed(each) and (strong := _is_rest(each)) is not None:
                yield from _filled(table, each, strong=strong)
        yield from _all_but(table, number)


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
            parts = _parts([pair.part], told[0])
            yield Total(pair.whole.claim, parts, True, "a whole without some of it", "anaphor")


def _is_rest(each: Statement) -> bool | None:
    """Whether the number is called the rest itself; False where something "is left" may be more than what was told."""
    if REST & each.lead or ("remaining" in each.cues and counted(each) is None) or "left_over" in each.leaving:
        return True
    if "own_share" in each.around and {"equals", "thereby", "or_"} & each.around:
        return True
    return False if "left_over" in each.cues | each.around else None


def _filled(table: Statements, rest: Statement, *, strong: bool) -> Iterator[Total]:
    first = rest.sentence - FAR
    near = [each for each in terms(table, range(first, rest.sentence + 1), rest) if not _behind(each, rest)][-MOST:]
    licensed = _licensed(table, rest, near, strong=strong)
    if licensed is None:
        return
    whole, parts, evidence = licensed
    others = tuple((each.claim, _parts(taken, rest)) for each, taken in _fillings(near) if amount(each) > amount(rest))
    reason = "what is left of a whole and its other parts"
    yield Total(whole.claim, _parts(parts, rest), True, reason, evidence, others)


def _behind(each: Statement, rest: Statement) -> bool:
    return each.claim.span > rest.claim.span


def _parts(taken: Sequence[Statement], rest: Statement) -> tuple[Part, ...]:
    return tuple(Part(each.claim, 1) for each in (*taken, rest))


def _fillings(near: Sequence[Statement]) -> Iterator[tuple[Statement, tuple[Statement, ...]]]:
    """Every whole with every choice of parts."""
    for whole in near:
        others = [each for each in near if each is not whole]
        for taken in chain.from_iterable(combinations(others, size) for size in range(1, len(others) + 1)):
            yield whole, taken


Filling = tuple[Statement, Sequence[Statement], Evidence]


def _licensed(table: Statements, rest: Statement, near: Sequence[Statement], *, strong: bool) -> Filling | None:
    """The whole named first with all that is told behind it, if words tie them; else what a slip of the pen made."""
    for back in range(1, BACK + 1):
        told = [each for each in near if each.sentence >= rest.sentence - back]
        if len(told) > 1 and (found := _of_told(table, rest, told, strong=strong, only=told == near)) is not None:
            return found
    return None


def _of_told(
    table: Statements, rest: Statement, told: Sequence[Statement], *, strong: bool, only: bool
) -> Filling | None:
    """The largest as whole and all others as parts; `only`: nothing else is near that they could be."""
    whole = max(told, key=amount)
    parts = [each for each in told if each is not whole]
    if not _agree(table, whole, parts, rest):
        return None
    ties = _ties(table, whole, parts) if strong else None
    if (ties is not None or (strong and only)) and _named_first(whole, parts):
        return whole, parts, weakest(ties or ["anaphor"])
    left = amount(whole) - sum(map(amount, parts), Decimal(0))
    return (whole, parts, "anaphor") if slipped(amount(rest), left) else None


def _ties(table: Statements, whole: Statement, parts: Sequence[Statement]) -> list[Evidence] | None:
    row = sorted([whole, *parts], key=lambda each: each.claim.span)
    found = [_tie(table, one, two) for one, two in pairwise(row)]
    tied = [each for each in found if each is not None]
    return [*tied, "anaphor"] if len(tied) == len(found) else None


def _tie(table: Statements, one: Statement, two: Statement) -> Evidence | None:
    """What joins two numbers; one without a noun counts what was counted before it: "300 tickets; 214 are sold"."""
    found = tie(table.article.document, one, two)
    return "anaphor" if found is None and counted(two) is None and two.claim.type == "quantity" else found


def _agree(table: Statements, whole: Statement, parts: Sequence[Statement], rest: Statement) -> bool:
    """Whether no part and no rest is counted by another noun than the whole, or told with another certainty."""
    tied = {pair.whole.claim.span for at in {whole.sentence, rest.sentence} for pair in parts_of(table, at)}
    others = [*parts] if whole.claim.span in tied else [*parts, rest]
    return not any(changed(each) or statuses_agree(whole, each) is False for each in others) and not any(
        same_things(whole, each) is False for each in others
    )


def _named_first(whole: Statement, parts: Sequence[Statement]) -> bool:
    """Whether the whole comes before its parts, or right behind "of"."""
    return all(whole.claim.span < each.claim.span for each in parts) or "of" in whole.lead
