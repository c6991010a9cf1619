"""The numbers of two articles on one story of which nothing else is known: equal values, and slips of the pen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from claimcheck.link.across.line import Number, in_clause
from claimcheck.link.across.meaning import AGE, PEOPLE, SHARES, Meaning
from claimcheck.link.across.page import Page
from claimcheck.link.across.scope import elsewhere, same_noun, told_apart, two_sources
from claimcheck.link.across.story import days_between
from claimcheck.link.across.told import LIKE, TELLING, Told, comparable, numbers_of, of_one_time, one_thing
from claimcheck.link.across.value import (
    SPARED,
    agrees,
    dates_agree,
    figures,
    likeness,
    measure,
    middle,
    one_scale,
    same_unit,
    weight,
    years_ago,
)
from claimcheck.link.across.verdict import Verdict, days_from_text, go_with_texts
from claimcheck.model import Measure, Period
from claimcheck.model.report import Aspect

MANY_DIGITS = 1.0
NEAR = Decimal("0.04")  # what lies so near another value may be that of a later count
NEWS = 7
"""Days for which a date is that of the news."""
CHANCE, NEARLY = 0.3, Decimal("0.1")
HEAD, ALIKE = 4, 2
"""Sentences in which an article tells its news; words that two sentences have in common."""
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
    return not moving and _of_one_kind(a, b) and not told_apart(a.number, b.number)


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
        return _same_year(one, two) or _same_date(one, two)
    if same_unit(one, two) is not True or (weight(one) < MANY_DIGITS and same_noun(one, two) is False):
        return False
    return agrees(one, two) and _near(one, two)


def _same_date(one: Number, two: Number) -> bool:
    first, second = one.claim.value, two.claim.value
    if not isinstance(first, Period) or not isinstance(second, Period) or not in_clause(one) or not in_clause(two):
        return False
    return first.edtf == second.edtf or (first.grain == second.grain == "day" and dates_agree(first, second))


def _same_year(one: Number, two: Number) -> bool:
    """Whether a year is told in digits and by how long ago it was: "built in 1987", "the 38-year-old hall"."""
    return years_ago(one) == years_ago(two) is not None and one.claim.type != two.claim.type


def _near(one: Number, two: Number) -> bool:
    """Whether two values that agree are near each other: "up to 65,000" allows all that is less."""
    mine, yours = measure(one), measure(two)
    first, second = (None if each is None else middle(each) for each in (mine, yours))
    if first is None or second is None:
        return False
    low, high = sorted((abs(first), abs(second)))
    return high <= SPARED * low


Kind = tuple[str | bool | None, ...]
LEFT = "the only value of a kind that either article has left"


def left(one: Page, two: Page, taken: set[Number]) -> Iterator[Told]:
    """What either article has left of one kind: equal values, else the one value of each.

    They are perhaps of one thing: where they differ the table of what is shared shows it, and no rule reports it.
    """
    mine, yours = ({**_by_kind(page, taken), **_dated(page, taken)} for page in (one, two))
    for kind in sorted(mine.keys() & yours.keys(), key=str):
        equal = [pair for pair in product(mine[kind], yours[kind]) if _agree(*pair)]
        yield from ((pair, EQUAL) for pair in _one_to_one(equal))
        pair = _only_ones(mine[kind], yours[kind], {each for pair in equal for each in pair})
        if pair is not None and _may_be_meant(one, two, pair):
            yield pair, Verdict("differs", "left", f"{LEFT}: {kind[0]}")


def _only_ones(mine: Sequence[Number], yours: Sequence[Number], known: set[Number]) -> tuple[Number, Number] | None:
    """The first numbers of both sides, where either has but one value besides those that are known."""
    sides = [[each for each in side if each not in known] for side in (mine, yours)]
    if all(sides) and all(agrees(side[0], each) for side in sides for each in side):
        return sides[0][0], sides[1][0]
    return None


def _one_to_one(pairs: Sequence[tuple[Number, Number]]) -> Iterator[tuple[Number, Number]]:
    """The pairs of which either article states the value but once, and it is no small count."""
    for pair in pairs:
        alone = all(sum(each in other for other in pairs) == 1 for each in pair)
        if alone and not elsewhere(*pair) and min(map(weight, pair)) > CHANCE:
            yield pair


def _agree(one: Number, two: Number) -> bool:
    """Whether two values are one, or in two units nearly so: ten weeks are two and a half months."""
    if agrees(one, two):
        return True
    mine, yours = measure(one), measure(two)
    if mine is None or yours is None or not one_scale(mine, yours):
        return False
    first, second = abs(middle(mine) or Decimal(0)), abs(middle(yours) or Decimal(0))
    return abs(first - second) <= NEARLY * max(first, second)


def _by_kind(page: Page, taken: set[Number]) -> dict[Kind, list[Number]]:
    """The numbers of an article that are told of a whole, by what is known of their kind."""
    found: defaultdict[Kind, list[Number]] = defaultdict(list)
    for each in page.meanings:
        kind = None if each.part or each.number in taken else _kind(each)
        if kind is not None:
            found[kind].append(each.number)
    return found


def _kind(each: Meaning) -> Kind | None:
    """What counts are of, and of whatever else the unit tells; None for counts of nothing known."""
    if each.concept == AGE or each.family in PEOPLE:
        return None if each.thing is None else (each.thing,)
    value = measure(each.number) if each.family == "money" else None
    unit = None if value is None else value.unit
    return (each.family, unit, each.step) if each.family else None


def _dated(page: Page, taken: set[Number]) -> dict[Kind, list[Number]]:
    """The dates of an article by how exact they are, and whether they are of the news, before or to come."""
    found: defaultdict[Kind, list[Number]] = defaultdict(list)
    for each in page.numbers:
        value, days = each.claim.value, days_from_text(each)
        if isinstance(value, Period) and days is not None and each not in taken:
            found[value.grain, "ahead" if days > 0 else "news" if days > -NEWS else "past"].append(each)
    return found


def _may_be_meant(one: Page, two: Page, pair: tuple[Number, Number]) -> bool:
    """Whether nothing tells two values apart, but that they differ."""
    if elsewhere(*pair) or two_sources(*pair):
        return False
    if isinstance(pair[0].claim.value, Period):
        apart = go_with_texts(*pair, days_between(one, two))
        return not apart and in_clause(pair[0]) and in_clause(pair[1]) and _may_be_one_date(*pair)
    meant = {each.number: each for page in (one, two) for each in page.meanings}
    return _may_be_values_of_one(meant[pair[0]], meant[pair[1]])


def _may_be_values_of_one(a: Meaning, b: Meaning) -> bool:
    if not of_one_time(a, b) or not one_thing(a, b) or not comparable(a, b) or _are_of_two_wholes(a, b):
        return False
    told = all(each.real or each.concept == AGE for each in (a, b))  # whatever somebody plans, his age is what it is
    return _slip(a.number, b.number) or (told and (None in (a.concept, b.concept) or a.thing == b.thing))


def _are_of_two_wholes(a: Meaning, b: Meaning) -> bool:
    """Whether two shares are told in sentences that have no word in common, of no one concept."""
    return a.family in SHARES and (a.concept is None or a.thing != b.thing) and not _shared(a.number, b.number)


def _shared(one: Number, two: Number) -> int:
    """How many words two sentences have in common."""
    return len(one.line.keys & two.line.keys)


def _slip(one: Number, two: Number) -> bool:
    """Whether two values differ like a slip of the pen, whatever they are said to be of."""
    mine, yours = measure(one), measure(two)
    return mine is not None and yours is not None and likeness(mine, yours) in LIKE


def _may_be_one_date(one: Number, two: Number) -> bool:
    """Whether two dates may be of one thing: both to come, in sentences alike, or days in a row where texts begin."""
    first, second = days_from_text(one) or 0, days_from_text(two) or 0
    in_a_row = _days_between(one, two) == 1 and (first != second or _say_weekday(one, two))
    if first > 0 or (in_a_row and max(one.line.id, two.line.id) <= HEAD):
        return True
    return _shared(one, two) >= ALIKE and (in_a_row or first <= -NEWS)


def _say_weekday(*numbers: Number) -> bool:
    """Whether one of several dates tells its weekday: "today" and "today" are of two texts."""
    values = (each.claim.value for each in numbers)
    return any(isinstance(value, Period) and value.weekday is not None for value in values)


def _days_between(one: Number, two: Number) -> int | None:
    first, second = one.claim.value, two.claim.value
    if not isinstance(first, Period) or not isinstance(second, Period) or not first.start or not second.start:
        return None
    return abs((first.start - second.start).days)
