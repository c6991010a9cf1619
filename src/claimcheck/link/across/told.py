"""What two articles on one story state of one thing, by what the numbers are numbers of and not by shared words.

Numbers of one concept are set against each other where either article has one value for it. Whatever tells them apart
(a part, an earlier time, another place, a plan, two sources) keeps them apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import product

from claimcheck.link.across import scope
from claimcheck.link.across.evidence import within_bound
from claimcheck.link.across.line import Number
from claimcheck.link.across.meaning import AGE, PEOPLE, Meaning
from claimcheck.link.across.page import Page
from claimcheck.link.across.scope import counts_two, elsewhere, other_place, placed_apart, same_noun, two_sources
from claimcheck.link.across.turns import turns_round
from claimcheck.link.across.value import (
    LEAST,
    agrees,
    exchanged,
    likeness,
    measure,
    middle,
    same_unit,
    weight,
)
from claimcheck.link.across.verdict import COUNTED_ON, Verdict
from claimcheck.model.interval import centre
from claimcheck.model.report import Aspect
from claimcheck.statements.concepts import table

TELLING = 0.75
NEAR_AGE, MEANT_AGE = 3, 10  # years that two ages differ by, and two of one person unless digits are exchanged
WIDEST = 6  # beyond this ratio two values that differ by no power of ten are of two things
FEW = 2  # so little small counts of one thing differ that are worth showing
# kinds of values that real articles on one event, stating them once each, state alike on any day
LASTING = frozenset({"length", "duration"})
LATEST = {"day": 14, "week": 14, "month": 45, "quarter": 120, "half": 200}
YEAR = 300
"""Days before an article up to which what it dates is still news, by the grain of the date."""
LIKE: dict[str, Aspect] = {"magnitude": "magnitude", "digits": "digits"}
GOES_ON = Verdict("updates", "value", "a count that goes on")
CROSSED = Verdict("conflicts", "direction", "one change, told as a rise and as a fall")


Told = tuple[tuple[Number, Number], Verdict]  # two numbers of one thing, and how they stand to each other
Pair = tuple[Meaning, Meaning]


def told(one: Page, two: Page, agreed: set[Number], days: int) -> Iterator[Told]:
    """What both state of one thing, but for numbers that are known to agree with others."""
    mine, yours = _by_key(one), _by_key(two)
    for key in sorted(mine.keys() & yours.keys(), key=str):
        yield from _of_key(mine[key], yours[key], agreed, days)


def _by_key(page: Page) -> dict[tuple[object, ...], list[Meaning]]:
    """The numbers told as so, of a whole, by what they are of; whatever somebody plans, his age is what it is."""
    found: defaultdict[tuple[object, ...], list[Meaning]] = defaultdict(list)
    for each in page.meanings:
        if each.thing is not None and not each.part and (each.real or each.concept == AGE):
            found[each.key].append(each)
    return found


def _of_key(mine: Sequence[Meaning], yours: Sequence[Meaning], agreed: set[Number], days: int) -> Iterator[Told]:
    """The numbers of one concept: those that agree, else the one value that each side has for it."""
    pairs = [pair for pair in product(mine, yours) if of_one_time(*pair)]
    equal = [pair for pair in pairs if agrees(*numbers_of(pair))]
    yield from _agreeing(equal, agreed)
    if not equal or mine[0].concept == AGE:  # everybody has an age of his own
        known = {number for pair in equal for number in numbers_of(pair)}
        yield from _apart(filter(partial(_may_differ, known), pairs), agreed, days)


def _may_differ(known: set[Number], pair: Pair) -> bool:
    """Whether two numbers that agree with no others may be of one thing."""
    free = known.isdisjoint(numbers_of(pair)) and not within_bound(*numbers_of(pair))
    return free and one_thing(*pair) and comparable(*pair)


def _apart(pairs: Iterable[Pair], agreed: set[Number], days: int) -> Iterator[Told]:
    """The one value that each side has, as far as it is not known to agree with another."""
    pair = _only([*pairs])
    if pair is not None and agreed.isdisjoint(numbers_of(pair)) and (verdict := _differing(*pair, days)) is not None:
        yield numbers_of(pair), verdict


def numbers_of(pair: Pair) -> tuple[Number, Number]:
    """Both numbers themselves."""
    return pair[0].number, pair[1].number


def _only(pairs: Sequence[Pair]) -> Pair | None:
    """The first of several pairs, below the headlines, where the numbers of either side may all be the same."""
    sides = [[pair[side].number for pair in pairs] for side in (0, 1)]
    one_value = pairs and all(agrees(side[0], each) for side in sides for each in side)
    return min(pairs, key=_headlines) if one_value else None


def _headlines(pair: Pair) -> int:
    """How many of two numbers stand in headlines."""
    return sum(number.line.headline for number in numbers_of(pair))


def _agreeing(equal: Sequence[Pair], agreed: set[Number]) -> Iterator[Told]:
    """Each number with one that it agrees with; one change told as a rise and as a fall is none."""
    done: set[Number] = set()
    for pair in equal:
        numbers, turned = numbers_of(pair), turns_round(*pair)
        if done.isdisjoint(numbers) and (turned or agreed.isdisjoint(numbers)):
            done.update(numbers)
            yield numbers, CROSSED if turned else Verdict("agrees", "value", f"the same measure: {pair[0].thing}")


def of_one_time(a: Meaning, b: Meaning) -> bool:
    """Whether two numbers are of one unit, and their clauses are not dated apart."""
    if same_unit(a.number, b.number) is not True and a.concept != AGE:
        return False
    mine, yours = _days(a), _days(b)
    return not mine or not yours or any(a < d and c < b for a, b in mine for c, d in yours)


def _days(each: Meaning) -> list[tuple[date, date]]:
    return [(time.start, time.end) for time in each.times if time.start is not None and time.end is not None]


def _then(each: Meaning) -> bool:
    """Whether it is told of a time well before the article."""
    published = each.number.line.page.published
    unknown = any(time.start is None and time.grain not in ("day", "week") for time in each.times)
    if each.then or unknown or published is None:
        return each.then or unknown
    return any((published - end).days > LATEST.get(time.grain, YEAR) for time in each.times if (end := time.end))


def one_thing(a: Meaning, b: Meaning) -> bool:
    """Whether nothing tells two numbers of one concept apart; ages are of the day of the event."""
    anew = ["more" in scope.marks(each.number) for each in (a, b)]  # once more, or so many are added
    if elsewhere(a.number, b.number) or (_then(a), anew[0]) != (_then(b), anew[1]):
        return False
    if _then(a) and a.concept != AGE and not (a.times and b.times):
        return False
    return counts_two(a.number) == counts_two(b.number) and not _of_two(a, b)


def _of_two(a: Meaning, b: Meaning) -> bool:
    """Whether both are told of somebody who is called by name, and not the same name, though the other has it too."""
    if a.concept is None or table()[a.concept]["of"] == "event":
        return False
    mine, yours = _owner(a), _owner(b)
    if not mine or not yours or not mine.isdisjoint(yours):
        return False
    return a.concept == AGE or _names(b, mine) or _names(a, yours)


def _names(each: Meaning, words: frozenset[str]) -> bool:
    """Whether the article of a number has these words."""
    return words <= frozenset().union(*(line.keys for line in each.number.line.page.lines))


def _owner(each: Meaning) -> frozenset[str]:
    """The words of the name of the one whose number it is; of an age, also of whom another sentence names."""
    about, page = each.number.claim.about, each.number.line.page
    aged = page.aged.get(each.number.claim.span) if each.concept == AGE else None
    named = aged or (None if about is None else about.bearer or (about.entities[0] if about.entities else None))
    words = () if named is None else named.text.replace("-", " ").split()
    return frozenset(key for word in words if (key := page.vocabulary.key(word)) is not None)


def _differing(a: Meaning, b: Meaning, days: int) -> Verdict | None:
    """Two values that do not agree: an update, a conflict, two sources, or only a difference."""
    reason = f"the only value for one measure: {a.thing}"
    if two_sources(a.number, b.number):
        return Verdict("differs", "sources", f"two named sources: {reason}")
    if a.running and goes_on(a, b, days) and not exchanged(a.number, b.number):
        return Verdict("updates", "value", f"a count that goes on: {reason}")
    like = _slip(a, b)
    several = "up_to" in _hedges(a, b)  # of a most something may have more than one
    if like is not None or (_sure(a, b, days) and not several):
        return Verdict("conflicts", like or "measure", reason)
    return Verdict("differs", "measure", reason) if _worth_showing(a, b) else None


def _sure(a: Meaning, b: Meaning, days: int) -> bool:
    """Whether what either article states but once is one thing: what an event has one of, lengths, amounts of one day.

    Of all else only what is told of one bearer by name, and but for ages on one day.
    """
    if placed_apart(a.number, b.number):
        return False
    shared = bool(_owner(a) & _owner(b))
    if a.core and b.core and a.concept != AGE:
        return shared or not _everybody_has(a)
    return _are_dated(a, b) and (_is_stated_once(a, days) or (shared and not _may_change(a, days)))


def _everybody_has(each: Meaning) -> bool:
    """Whether several of one story have one each: the seats and votes of a party, of a house."""
    return each.concept is not None and table()[each.concept]["of"] == "holder"


def _is_stated_once(each: Meaning, days: int) -> bool:
    return not each.step and (each.family in LASTING or (each.family == "money" and not days))


def _may_change(each: Meaning, days: int) -> bool:
    return bool(days) and each.concept != AGE


def _are_dated(a: Meaning, b: Meaning) -> bool:
    """Whether the days of both articles are known."""
    return all(each.number.line.page.published is not None for each in (a, b))


def _slip(a: Meaning, b: Meaning) -> Aspect | None:
    """How two telling values differ like a slip of the pen."""
    mine, yours = measure(a.number), measure(b.number)
    if mine is None or yours is None or a.concept == AGE or not _are_telling(a, b):
        return None
    like = likeness(mine, yours)
    chance = like == "magnitude" and a.family in PEOPLE and not same_noun(a.number, b.number)
    return None if chance else LIKE.get(like)


def _are_telling(a: Meaning, b: Meaning) -> bool:
    return min(weight(a.number), weight(b.number)) >= TELLING


def _worth_showing(a: Meaning, b: Meaning) -> bool:
    """Whether a difference may be shown: of one place, and counts of what one concept or noun names; no bare shares."""
    if a.concept == AGE:
        return bool(_owner(a) & _owner(b))
    if other_place(a.number, b.number):
        return False
    if a.family in PEOPLE and not _are_telling(a, b):
        return a.concept is not None and table()[a.concept]["of"] == "event" and _apart_by(a, b) <= FEW
    return a.family not in PEOPLE or a.concept is not None or bool(same_noun(a.number, b.number))


def _apart_by(a: Meaning, b: Meaning) -> Decimal:
    """How far two counts are apart."""
    mine, yours = (measure(each.number) for each in (a, b))
    first, second = (None if each is None else centre(each) for each in (mine, yours))
    return Decimal("Infinity") if first is None or second is None else abs(first - second)


def goes_on(a: Meaning, b: Meaning, days: int) -> bool:
    """Whether two running counts may be of two times: two days, a least, one more, "so far", or many and near."""
    if days or not LEAST.isdisjoint(_hedges(a, b)) or _apart_by(a, b) <= 1:
        return True
    return any("running" in scope.marks(each.number) for each in (a, b)) or _are_close(a, b)


def _are_close(a: Meaning, b: Meaning) -> bool:
    mine, yours = measure(a.number), measure(b.number)
    if mine is None or yours is None or likeness(mine, yours) != "close":
        return False
    return min(centre(mine) or 0, centre(yours) or 0) >= COUNTED_ON


def _hedges(a: Meaning, b: Meaning) -> set[str | None]:
    return {value.hedge for value in (measure(a.number), measure(b.number)) if value is not None}


def comparable(a: Meaning, b: Meaning) -> bool:
    """Whether two values are near enough to be meant for one; ages nearer."""
    mine, yours = measure(a.number), measure(b.number)
    if mine is None or yours is None:
        return False
    if a.concept == AGE:
        return _near_ages(a, b, centre(mine), centre(yours))
    first, second = middle(mine), middle(yours)
    if not first or not second:
        return False
    low, high = sorted((abs(first), abs(second)))
    return likeness(mine, yours) == "magnitude" or high <= Decimal(WIDEST) * low


def _near_ages(a: Meaning, b: Meaning, first: Decimal | None, second: Decimal | None) -> bool:
    if first is None or second is None:
        return False
    apart = abs(first - second)
    return apart <= NEAR_AGE or exchanged(a.number, b.number) or (bool(_owner(a) & _owner(b)) and apart <= MEANT_AGE)
