"""Whether two stated numbers may be one: rounding, hedges, units and notation allowed for."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.ground.figures import ONE, Size, alike
from claimcheck.model import Measure
from claimcheck.model.interval import Interval, bounds, exactly, possible, rounded_to
from claimcheck.model.measure import SCALES
from claimcheck.model.report import Reason
from claimcheck.statements import agreement

OVER, UNDER = ("over", "at_least", "good"), ("under", "nearly", "up_to")
LOOSE = {"time": Decimal("0.03"), "length": Decimal("0.005")}
LOOSE_KINDS = ({"bare", "count"}, {"bare", "money"}, {"times", "count"}, {"times", "bare"})
LOOSE_ROUNDING = Decimal("0.006")
FEWEST_DIGITS = 3
MOST_OF_IT, AT_LEAST_OF_IT = Decimal("0.75"), Decimal("0.95")
NEAR_BOUND, FAR_BOUND = Decimal("1.25"), Decimal("1.6")


def comparable(one: Size, two: Size) -> bool:
    """Whether the two could be values of one thing; wrong units count as comparable, for that is an error to find."""
    if {one.kind, two.kind} == {"bare", "money"}:
        bare = one if one.kind == "bare" else two
        return bare.measure.rounded
    return alike(one.kind, two.kind)


def agree(said: Size, source: Size) -> Reason | None:
    """Why the two are one value – "same", "rounded", "converted" –, or None if they cannot be."""
    if _unit_lost(said, source):
        return "same"
    if not _one_unit(said, source) or hedges_clash(said, source) or _beyond_range(said, source):
        return None
    if said.per != source.per and None in (said.per, source.per):
        said, source = _without_rate(said), _without_rate(source)
    if not any(fits(said, source) for fits in (_meet, _end_of, _rounding, _same_bound)):
        return None
    if said.factor != source.factor:
        return "converted"
    return "same" if said.measure.number == source.measure.number else "rounded"


def _one_unit(said: Size, source: Size) -> bool:
    if said.kind != source.kind and {said.kind, source.kind} not in LOOSE_KINDS:
        return False
    return not said.currency or not source.currency or said.currency == source.currency


def _meet(said: Size, source: Size) -> bool:
    """Whether the draft's number and the source's have a value in common, a converted one with some room."""
    here, there = _scaled(said), _stated(source)
    room = LOOSE.get("time" if said.per != source.per else said.kind)
    if room is not None and said.factor != source.factor:
        there = _loosened(there, room)
    return here.meets(there)


def hedges_clash(said: Size, source: Size) -> bool:
    """ "More than 400" against "nearly 400": the hedges leave no number that fits both."""
    one, two = said.measure, source.measure
    if one.number is None or two.number is None:
        return False
    first, second = one.number * said.factor, two.number * source.factor
    if one.hedge in OVER and two.hedge in UNDER:
        return first >= second
    if one.hedge in UNDER and two.hedge in OVER:
        return first <= second
    return False


def points(value: Measure) -> tuple[Decimal, ...]:
    """The numbers the words name: one, or both ends of a range."""
    return tuple(each for each in (value.number, value.low, value.high) if each is not None)


def same_digits(said: Size, source: Size) -> bool:
    """Whether the two have the same digits and differ only in a power of ten: "1.9 million" for "1.9 billion"."""
    one, two = said.measure.number, source.measure.number
    if one is None or two is None or not one or not two or one == two:
        return False
    return one.normalize().as_tuple().digits == two.normalize().as_tuple().digits


def slipped(said: Size, source: Size) -> bool:
    """Whether the one is what a slip of the pen makes of the other: its digits, unit, bound or power of ten alone."""
    one, two = said.measure.number, source.measure.number
    if one is None or two is None:
        return False
    return one == two or same_digits(said, source) or agreement.slipped(one, two)


def _without_rate(each: Size) -> Size:
    """The number as it is where only one of two says "a month"."""
    return each._replace(factor=ONE, per=None) if each.per in SCALES and each.kind == "money" else each


def contains(source: Size, said: Size) -> bool:
    """Whether the source's wording leaves the draft's number open: "below 100" for 98.4."""
    return possible(source.measure).times(source.factor).meets(_scaled(said))


def _scaled(each: Size) -> Interval:
    value = each.measure
    if value.hedge == "up_to" and value.number is not None:  # "up to 1,200" is not said of 700
        return Interval(value.number * each.factor * MOST_OF_IT, value.number * each.factor)
    interval = bounds(value)
    return interval if each.factor == ONE else interval.times(each.factor)


def _stated(source: Size) -> Interval:
    """What the source's number stands for; a plain one for itself, so that the draft may be less exact but not more."""
    value = source.measure
    if value.number is not None and value.hedge == "up_to":
        return Interval(value.number * source.factor * AT_LEAST_OF_IT, value.number * source.factor)
    if value.number is not None and value.hedge is None and value.fraction is None:
        return exactly(value.number * source.factor)
    return _scaled(source)


def _beyond_range(said: Size, source: Size) -> bool:
    """ "More than 29 million" where the source's range ends at 29 million, "fewer than 14" where it begins there."""
    number, value = said.measure.number, source.measure
    if number is None or value.number is not None:
        return False
    if said.measure.hedge in ("over", "good"):
        return value.high is not None and number * said.factor >= value.high * source.factor
    if said.measure.hedge in ("under", "nearly"):
        return value.low is not None and number * said.factor <= value.low * source.factor
    return False


def _same_bound(said: Size, source: Size) -> bool:
    """ "Over two million" for "more than 2.3 million" or for 2 million flat; "under" likewise."""
    one, two = said.measure, source.measure
    if one.number is None or two.number is None or one.fraction is not None:
        return False
    first, second = one.number * said.factor, two.number * source.factor
    if one.hedge in OVER and two.hedge in (*OVER, None):
        return first <= second <= first * _reach(one.number)
    return one.hedge in UNDER and two.hedge in (*UNDER, None) and second <= first <= second * _reach(one.number)


def _reach(number: Decimal) -> Decimal:
    """How far beyond a bound a value may lie: "over 100" is said of 142, "over 120" is not."""
    return FAR_BOUND if len(number.normalize().as_tuple().digits) == 1 else NEAR_BOUND


def _loosened(interval: Interval, share: Decimal) -> Interval:
    low, high = interval.low, interval.high
    return Interval(None if low is None else low - abs(low) * share, None if high is None else high + abs(high) * share)


def _unit_lost(said: Size, source: Size) -> bool:
    """One side is a count of things whose name holds the unit ("Tonnenkilometer"); then many equal digits must do."""
    if "count" not in (said.kind, source.kind) or {said.kind, source.kind} & {"percent", "points", "money", "time"}:
        return False
    number = said.measure.number
    return (
        number is not None
        and number == source.measure.number
        and len(number.normalize().as_tuple().digits) >= FEWEST_DIGITS
    )


def _end_of(said: Size, source: Size) -> bool:
    """One end of a range of the source, or a range whose ends the source has."""
    number = said.measure.number
    if number is None or source.measure.number is not None:
        return False
    ends = [end * source.factor for end in points(source.measure)]
    return said.measure.hedge not in ("over", "under") and number * said.factor in ends


def _rounding(said: Size, source: Size) -> bool:
    """A count rounded without a word for it: "17,300" for 17,311."""
    one, two = said.measure.number, source.measure.number
    if said.factor != source.factor or one is None or two is None or said.measure.hedge is not None:
        return False
    if one != one.to_integral_value() or not two:
        return False
    digits = one.normalize().as_tuple()
    if not isinstance(digits.exponent, int) or digits.exponent < 2 or len(digits.digits) < 2:
        return False
    return abs(one - two) <= abs(two) * LOOSE_ROUNDING and rounded_to(two, digits.exponent) == one
