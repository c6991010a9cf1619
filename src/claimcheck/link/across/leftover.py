"""The numbers of two articles on one story of which nothing else is known: equal values, and slips of the pen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from claimcheck.link.across.line import Number
from claimcheck.link.across.meaning import AGE, PEOPLE, Meaning
from claimcheck.link.across.page import Page
from claimcheck.link.across.scope import same_noun, two_sources
from claimcheck.link.across.told import LIKE, NEAR, TELLING, Told, numbers_of, of_one_time, one_thing
from claimcheck.link.across.value import (
    SPARED,
    agrees,
    dates_agree,
    figures,
    likeness,
    measure,
    middle,
    same_unit,
    weight,
)
from claimcheck.link.across.verdict import Verdict, in_clause
from claimcheck.model import Measure, Period
from claimcheck.model.report import Aspect

MANY_DIGITS = 1.0
DATED = ("day", "month", "quarter", "year")
EQUAL = Verdict("agrees", "value", "the same value in one story")


def equal(one: Page, two: Page, taken: set[Number]) -> Iterator[Told]:
    """Telling values that each article states as one, and the same dates."""
    mine, yours = _telling(one, taken), _telling(two, taken)
    done: set[Number] = set()
    for a in mine:
        fits = [b for b in yours if b not in done and _same(a, b)]
        if fits and (_sure_again(a) or _single(mine, fits)):
            done.update(fits)
            yield (a, fits[0]), EQUAL


def _single(mine: Sequence[Number], fits: Sequence[Number]) -> bool:
    """Whether either article states a value but once."""
    return len(fits) == 1 == sum(_same(each, fits[0]) for each in mine)


def _sure_again(number: Number) -> bool:
    """Whether a value is told of one thing, even where an article states it more than once: a day, many digits."""
    return isinstance(number.claim.value, Period) or weight(number) >= 1.0


def slipped(one: Page, two: Page, taken: set[Number], days: int) -> Iterator[Told]:
    """Of the numbers that nothing else is known of: two telling values with one slip of the pen between them.

    Either article has no other value so near the other's, and neither is told of another concept, time or place.
    """
    mine, yours = (list(_counting(page, taken)) for page in (one, two))
    found = [(a, b, like) for a, b in product(mine, yours) if (like := _like(a, b)) and _may_be_one(a, b, days)]
    for a, b, like in found:
        if sum(a in each for each in found) == 1 == sum(b in each for each in found):
            yield numbers_of((a, b)), Verdict("conflicts", like, "one slip of the pen between two values of one story")


def _counting(page: Page, taken: set[Number]) -> Iterator[Meaning]:
    """The telling numbers that are told as so, of a whole and of now, and are not known to stand for others."""
    for each in page.meanings:
        if each.number not in taken and each.real and not each.part and weight(each.number) >= 1.0:
            yield each


def _like(a: Meaning, b: Meaning) -> Aspect | None:
    """How two values of one unit differ like a slip of the pen; ages and years are near each other by chance."""
    mine, yours = measure(a.number), measure(b.number)
    if mine is None or yours is None or same_unit(a.number, b.number) is not True or AGE in (a.concept, b.concept):
        return None
    if not _is_one_slip(a, b, mine, yours):
        return None
    like = likeness(mine, yours)
    chance = like == "magnitude" and a.family in PEOPLE and not a.core and same_noun(a.number, b.number) is False
    return None if chance else LIKE.get(like)


def _is_one_slip(a: Meaning, b: Meaning, mine: Measure, yours: Measure) -> bool:
    """Whether two values are no chance neighbours: two digits exchanged or the point moved, or of one known concept.

    Shares are so many in one story that only a concept makes them one.
    """
    first, second = mine.number, yours.number
    if mine.unit != yours.unit:
        return False
    if first is None or second is None or abs(first - second) <= NEAR * max(abs(first), abs(second)):
        return False
    known = a.concept == b.concept is not None
    return known or (a.family not in ("share", "points") and sorted(figures(first)) == sorted(figures(second)))


def _may_be_one(a: Meaning, b: Meaning, days: int) -> bool:
    """Whether nothing is told of two numbers that keeps them apart."""
    if not of_one_time(a, b) or not one_thing(a, b) or (a.step, a.each) != (b.step, b.each):
        return False
    if None not in (a.concept, b.concept) and a.thing != b.thing:
        return False
    moving = days and (a.running or b.running)
    return not moving and _of_one_kind(a, b) and not two_sources(a.number, b.number)


def _of_one_kind(a: Meaning, b: Meaning) -> bool:
    """Whether two counts are of one noun or concept; anything else has its unit."""
    return a.family not in PEOPLE or a.concept == b.concept is not None or bool(same_noun(a.number, b.number))


def _telling(page: Page, taken: set[Number]) -> list[Number]:
    """The numbers and dates that are not stated by chance and are not known to stand for others."""
    free = (each for line in page.lines for each in line.numbers if each not in taken)
    return [each for each in free if weight(each) >= TELLING or _is_dated(each)]


def _is_dated(number: Number) -> bool:
    """Whether it is a date of another year than that of the article."""
    value, published = number.claim.value, number.line.page.published
    if not isinstance(value, Period) or value.start is None or published is None:
        return False
    return value.grain in DATED and value.start.year != published.year


def _same(one: Number, two: Number) -> bool:
    """Whether two values are one, small ones of no other noun; dates where something is told of them."""
    if isinstance(one.claim.value, Period) or isinstance(two.claim.value, Period):
        return _same_date(one, two) and in_clause(one) and in_clause(two)
    if same_unit(one, two) is not True or (weight(one) < MANY_DIGITS and same_noun(one, two) is False):
        return False
    return agrees(one, two) and _near(one, two)


def _same_date(one: Number, two: Number) -> bool:
    first, second = one.claim.value, two.claim.value
    if not isinstance(first, Period) or not isinstance(second, Period):
        return False
    return first.edtf == second.edtf or (first.grain == second.grain == "day" and dates_agree(first, second))


def _near(one: Number, two: Number) -> bool:
    """Whether two values that agree are near each other: "up to 65,000" allows all that is less."""
    mine, yours = measure(one), measure(two)
    first, second = (None if each is None else middle(each) for each in (mine, yours))
    if first is None or second is None:
        return False
    low, high = sorted((abs(first), abs(second)))
    return high <= SPARED * low
