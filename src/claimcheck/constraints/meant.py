"""The only two values that a size or a factor can mean, where no grammar ties them: a slip is near, chance is not.

Who writes "up 24 percent" after 1,250 and 1,500 has seldom miscounted by more than a little: values that come to quite
another size, or go the other way, are of something else and no rivals. What is left must be one couple alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from claimcheck.constraints.couples import Couple, Values
from claimcheck.constraints.leading import WEAK
from claimcheck.constraints.licence import vetoed
from claimcheck.constraints.sizes import DEGREES, Size, is_lost
from claimcheck.model import Claim
from claimcheck.model.interval import HUNDRED
from claimcheck.model.link import Direction

from claimcheck.statements.agreement import (  # isort: skip
    GAINS, LOSSES, UNREAL, clash, nouns_agree, of_two, owners_agree, slipped, statuses_agree,
)  # fmt: skip
from claimcheck.statements.dimension import (  # isort: skip
    TIMES, UNSTATED, below_zero, comparable, dimension, in_unit, number, of_kind, whole,
)  # fmt: skip
from claimcheck.statements.statement import Statement

REACH, AHEAD = 4, 2
"""How many sentences of the paragraph before and behind hold the values."""
NEAR, NEAR_STEP = Decimal("2.5"), Decimal("1.7")
"""How many times as large as stated, or as small, a percentage or factor may really be, and a step."""
MOST, SMALL = 30, 20
"""More values than that in reach are a table; so small a number without a unit may be part of a name."""


def only(values: Values, told: Size, own: Statement | None) -> Couple | None:
    """The two values a size can mean: no others come near what it states; `own` is called more or less than the old."""
    stated = told.at.claim
    if number(stated) is None or stated.modality in UNREAL or _has_rival(values, told):
        return None

    def near(old: Claim, new: Claim) -> bool:
        first, last, size = number(old), number(new), number(in_unit(stated, old))
        if not first or last is None or size is None or (told.share and first < 0):
            return False
        change = (last - first) / first * HUNDRED if told.share else last - first
        return _goes(change, told.way) and _comes_near(abs(change), abs(size), share=told.share)

    couples = [*_own_first(every_couple(values, in_reach(values, told.at)), own)]
    alone = _unordered(values, couples[0]) if len(couples) == 1 and _announces(told) else None
    if alone is not None and _is_alone(values, told, alone):
        return alone
    couple = _only(values, couples, near)
    return couple if couple is not None and _may_be(values, told, couple) else None


def _unordered(values: Values, couple: Couple) -> Couple:
    """Two values, without an order that hardly anything tells."""
    return couple if values.surely(couple, WEAK + 1) else couple._replace(old=None)


def _announces(told: Size) -> bool:
    """Whether a size tells by itself that it lies between two values: degrees, "the drop", "a drop of 20 percent"."""
    if told.at.value.unit in DEGREES:
        return True
    return told.noun is not None and (told.pointing or told.share)


def _is_alone(values: Values, told: Size, couple: Couple) -> bool:
    """Whether nothing speaks against the only two values in reach, and what is stated is near to what they come to."""
    if vetoed(values, told, couple) or _taken(values, told, couple) or clash(*couple.both) or _are_bare(told, couple):
        return False
    return any(_is_about(told, *ends) for ends in couple.orders)


def _are_bare(told: Size, couple: Couple) -> bool:
    """Whether only one of two values has a unit, or both are small and of nothing: "Doom 2 … Doom 3"."""
    bare = [dimension(each.claim) == UNSTATED for each in couple.both]
    if told.at.value.unit in DEGREES:
        return all(bare)
    return bare[0] != bare[1] or (all(bare) and all((number(each.claim) or 0) < SMALL for each in couple.both))


def _is_about(told: Size, old: Claim, new: Claim) -> bool:
    """Whether a size is near the one from one value to the other, or is that where a sign is left out."""
    first, last, size = number(old), number(new), number(in_unit(told.at.claim, old))
    if not first or last is None or size is None or (told.share and first < 0):
        return False
    step = last - first
    changes = [step / first * HUNDRED] if told.share else [step, abs(last) - abs(first)]
    near = any(_comes_near(abs(each), abs(size), share=told.share) for each in changes)
    return near and _goes(step, told.way)


def _may_be(values: Values, told: Size, couple: Couple) -> bool:
    """Whether nothing speaks against it; a step must point to the values, or these be called one thing."""
    if vetoed(values, told, couple) or _taken(values, told, couple):
        return False
    if told.share:
        return told.pointing or couple.one.sentence == told.at.sentence or not values.told(couple)
    return told.pointing or nouns_agree(*couple.both) is True


def _has_rival(values: Values, told: Size) -> bool:
    """Whether another size of the kind is told around it, which may be that of the values as well."""
    at = told.at
    around = (other for number in values.reach(at.sentence, REACH, AHEAD) for other in values.sizes(number).values())
    return any(other.at is not at and other.share == told.share and not other.added for other in around)


def _taken(values: Values, told: Size, couple: Couple) -> bool:
    """Whether a value is the new one of another size, or that of this size is none of the two."""
    new = values.new_of(told.at)
    return new is not None and (new not in couple.both or couple.old is new)


def only_for(values: Values, at: int, times: Decimal, *, down: bool) -> Couple | None:
    """The two values a factor in a sentence can mean."""

    def near(old: Claim, new: Claim) -> bool:
        first, last = (number(each) for each in ((new, old) if down else (old, new)))
        return first is not None and last is not None and last > first > 0 and _is_near(last / first, times, NEAR)

    found = every_couple(values, values.near(at, back=REACH, ahead=AHEAD), lasting=True)
    return _only(values, found, near, least=WEAK)


def swung(values: Values, told: Size) -> tuple[Claim, Claim] | None:
    """The only loss, below zero, and the only gain in reach of a step that is called neither: a result swung by it."""
    if told.share or told.at.concept is not None or not (told.pointing or told.apart):
        return None
    results = sorted(_results(values, told.at), key=_is_loss)
    if [_is_loss(each) for each in results] != [False, True]:
        return None
    return below_zero(results[1].claim), results[0].claim


def _results(values: Values, at: Statement) -> Iterator[Statement]:
    """What was gained and lost around a step, told as surely as it."""
    for number_of in values.reach(at.sentence, REACH, AHEAD):
        for each in values.statements.within(number_of):
            alike = each is not at and comparable(each.claim, at.claim) and statuses_agree(at, each) is not False
            if alike and (each.concept in GAINS or _is_loss(each)):
                yield each


def _is_loss(each: Statement) -> bool:
    """Whether a number is a result below zero: by its noun, its sign or its verb."""
    return each.concept in LOSSES or (number(each.claim) or 0) < 0 or is_lost(each)


def in_reach(values: Values, at: Statement) -> list[Statement]:
    """The values around a size: percentages only where it is told in points."""
    found = values.near(at.sentence, back=REACH, ahead=AHEAD)
    if dimension(at.claim) == "percent":
        points = at.value.unit == "percentage_point"
        return [each for each in found if (dimension(each.claim) == "percent") == points]
    return [each for each in found if _is_like(at, each)]


def _is_like(at: Statement, each: Statement) -> bool:
    """Whether a step may lie between values such as this; "by two votes" is no step between seats."""
    counted, bare = at.value.noun is not None and at.value.unit is None, at.value.unit is None and whole(at.claim)
    if bare and not whole(each.claim):
        return False
    alike = comparable(each.claim, at.claim, rates=True) or of_kind(each.claim, at.claim)
    return alike and not (counted and nouns_agree(at, each) is False)


def _only(
    values: Values, couples: Iterable[Couple], near: Callable[[Claim, Claim], bool], least: int = WEAK + 1
) -> Couple | None:
    """The only couple near what is stated, if its order is told, `least` so clearly, or both are called one thing."""
    found = [each for each in couples if any(near(*ends) for ends in each.orders)]
    if len(found) != 1:
        return None
    return found[0] if values.surely(found[0], least) or nouns_agree(*found[0].both) else None


def _own_first(couples: Iterable[Couple], own: Statement | None) -> Iterator[Couple]:
    """The couples; what follows "15 percent less than …" is the old value of what is called less."""
    for each in couples:
        behind = own is each.one and each.old is None and each.two.sentence == own.sentence
        yield each._replace(old=each.two) if behind else each


def every_couple(values: Values, found: Sequence[Statement], *, lasting: bool = False) -> Iterator[Couple]:
    """Every two values that may be of one thing, `lasting`: lengths of time too; no word speaks against it."""
    found = [each for each in found if not _is_age_or_part(each)]
    for one, two in combinations(found if len(found) <= MOST else (), 2):
        apart = _of_two(one, two) or values.at_once(one, two)
        if comparable(one.claim, two.claim, rates=True) and not apart and (lasting or not _is_time(one)):
            yield values.couple(one, two)


def _of_two(one: Statement, two: Statement) -> bool:
    """Whether the two are told of two; percentages by any two names: "Labour won 49 percent … National with 44"."""
    return of_two(one, two) or (dimension(one.claim) == "percent" and owners_agree(one, two) is False)


def _is_time(each: Statement) -> bool:
    return dimension(each.claim) in {*TIMES, "time"} and each.concept in (None, "age")


def _is_age_or_part(each: Statement) -> bool:
    """Whether it is somebody's age, or "260 million of it", which is a part of what was told."""
    return each.concept == "age" or "of_which" in each.leaving


def _goes(change: Decimal, way: Direction | None) -> bool:
    return bool(change) and (way is None or (change > 0) == (way == "up"))


def _comes_near(change: Decimal, stated: Decimal, *, share: bool) -> bool:
    if share:
        return _is_near(change, stated, NEAR)
    return _is_near(change, stated, NEAR_STEP) or slipped(stated, change)


def _is_near(one: Decimal, two: Decimal, most: Decimal) -> bool:
    small, large = sorted((one, two))
    return 0 < large <= small * most
