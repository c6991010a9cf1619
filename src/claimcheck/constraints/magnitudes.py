"""Ranges, whose lower end comes first, and amounts of one series, of which none is a thousandfold of the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from claimcheck.constraints.couples import from_to
from claimcheck.constraints.leading import leads
from claimcheck.constraints.sizes import DEGREES
from claimcheck.model import Claim, Measure
from claimcheck.model.figures import Series
from claimcheck.model.link import Spread
from claimcheck.statements.dimension import comparable, dimension, ends, ratio
from claimcheck.statements.statement import Statement, Statements

LARGE = 1000
"""So many things or people are a range; fewer may be a score."""
THOUSAND, ALIKE = Decimal(1000), Decimal("2.6")
LEAST = 3
PARTS = frozenset({"of_which", "open", "each", "total", "per_one"})
MOVED = frozenset({"from_", "by", "rise", "fall"})
NEAR = 2


def magnitudes(table: Statements) -> Iterator[Spread | Series]:
    """Every range with two stated ends, and every amount that stands out of those it is told with."""
    for at in table.numbered():
        told = table.within(at)
        yield from (Spread(each.claim, "a range with two ends") for each in told if _is_range(each))
        ranging = table.tells(at, "ranging".__eq__)
        yield from (_ranging(table, *two) for two in pairwise(told) if ranging and _are_ends(*two))
        yield from [*_of_change(told), *_of_dates(table, at)][:1]


def _is_range(each: Statement) -> bool:
    """Whether it is a range and no score, no old and new value, and no temperatures in the order of the hours."""
    told = ends(each.claim)
    if told is None or dimension(each.claim) in DEGREES or "years_before" in each.behind or _is_cut(each):
        return False
    said = each.lead | each.near.roles(each.first, each.last)
    if leads(each, "between") or {"ranging", "between"} & said:
        return True
    moved = bool(MOVED & each.lead) or _is_step(each)
    return _is_measured(each, told[0]) and not moved and "minus" not in each.claim.text.lower()


def _is_cut(each: Statement) -> bool:
    """Whether a number with a space behind its comma stands before: "Kaliber 7, 65 bis 9 mm"."""
    before = each.held.tokens[max(0, each.first - 2) : each.first]
    return len(before) == 2 and before[0].text.isdigit() and before[1].text == ","


def _is_step(each: Statement) -> bool:
    """Whether a word that may lead to a new value stands between two ends with a unit each: "the 400m to 200m"."""
    tokens = each.held.tokens
    steps = (cue.first for cue in each.near.all if "to" in cue.roles and each.first < cue.first < each.last)
    return any(not tokens[at - 1].text[-1].isdigit() for at in steps)


def _is_measured(each: Statement, low: Decimal) -> bool:
    """Whether it is one in a physical unit, or counts many."""
    unit, counted = each.value.unit, each.value.noun is not None and low >= LARGE
    return each.claim.type == "quantity" and (counted if unit in (None, "person") else unit not in ("times", "year"))


def _are_ends(one: Statement, two: Statement) -> bool:
    """As in "prices range from 320 to 450 euros"."""
    close = 0 < two.first - one.last <= NEAR and comparable(one.claim, two.claim)
    return close and "ranging" in one.lead and None not in (one.value.number, two.value.number) and from_to(one, two)


def _ranging(table: Statements, one: Statement, two: Statement) -> Spread:
    word = table.word(one.sentence, one.first, two.last)
    value = two.value._replace(number=None, low=one.value.number, high=two.value.number, hedge=None)
    return Spread(Claim(two.claim.type, word.span, word.text, value), "a range in words")


def _of_change(told: Sequence[Statement]) -> Iterator[Series]:
    """Old and new value of one change."""
    for one, two in pairwise(told):
        if from_to(one, two) and comparable(one.claim, two.claim, rates=True):
            old, new = (one.claim, two.claim) if leads(one, "from_") else (two.claim, one.claim)
            if _scaled(old) and _scaled(new) and _thousandfold(old, new):
                yield Series(new, (old,), "old and new value of one change")


def _of_dates(table: Statements, at: int) -> Iterator[Series]:
    """The one that stands out of three amounts or more that are told for several dates."""
    amounts = [each.claim for each in table.within(at) if _is_amount(each)]
    if len(amounts) >= LEAST and table.times(at) and not table.tells(at, PARTS.__contains__):
        for claim in amounts:
            others = tuple(each for each in amounts if each is not claim)
            yield from (Series(claim, others, "values of one series"),) if _stands_out(claim, others) else ()


def _is_amount(each: Statement) -> bool:
    """Whether it is a single sum of money above zero, and no step up or down."""
    return each.claim.type == "amount" and (each.value.number or 0) > 0 and MOVED.isdisjoint(each.lead)


def _stands_out(claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether an amount is a thousandfold of all others, which are near each other, and a scale word tells of it."""
    scaled = _scaled(claim) or all(map(_scaled, others))
    alike = all(comparable(claim, each, rates=True) for each in others)
    near = all(ratio(others[0], each) >= 1 / (ALIKE * 2) for each in others)
    return scaled and alike and near and all(_thousandfold(claim, each) for each in others)


def _scaled(claim: Claim) -> bool:
    """Whether it is told with a scale word."""
    return claim.type == "amount" and isinstance(claim.value, Measure) and claim.value.rounded


def _thousandfold(claim: Claim, other: Claim) -> bool:
    return 1 / (THOUSAND * ALIKE) <= ratio(claim, other) <= ALIKE / THOUSAND
