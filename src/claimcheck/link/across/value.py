"""Whether two stated values can be the same: of one unit, and by what their wording allows."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.link.across.line import Number
from claimcheck.model import Duration, Measure, Period
from claimcheck.model.bounds import bounds, centre
from claimcheck.model.interval import Interval
from claimcheck.model.scales import SCALES

UNITLESS = (None, "person")
ROUND = Decimal("0.005")
HALF = Decimal("0.5")
CLOSE = Decimal("0.03")
ROUND_FROM = 10_000
LEAST = ("over", "at_least")
SPARED = Decimal("1.25")


def measure(number: Number) -> Measure | None:
    """The number of a claim, that of a length of time included; None for a date."""
    value = number.claim.value
    if isinstance(value, Duration):
        return value.measure
    return value if isinstance(value, Measure) else None


def same_unit(one: Number, two: Number) -> bool | None:
    """Whether two numbers are of one unit; None where one of them states neither unit nor noun."""
    if isinstance(one.claim.value, Period) or isinstance(two.claim.value, Period):
        return isinstance(one.claim.value, Period) and isinstance(two.claim.value, Period)
    first, second = measure(one), measure(two)
    if first is None or second is None:
        return False
    if (first.per is None) != (second.per is None):
        return False
    if (
        first.per is not None
        and second.per is not None
        and (first.per.number, first.per.unit) != (second.per.number, second.per.unit)
    ):
        return False
    units = first.unit, second.unit
    if units[0] == units[1] or (units[0] in UNITLESS and units[1] in UNITLESS) or one_scale(first, second):
        return True
    bare = [each for each in (first, second) if each.unit is None and each.noun is None]
    return None if bare else False


def agrees(one: Number, two: Number) -> bool:
    """Whether both can be true of one thing, by rounding and hedge."""
    first, second = one.claim.value, two.claim.value
    if isinstance(first, Period) and isinstance(second, Period):
        return dates_agree(first, second) or one.claim.text.lower() == two.claim.text.lower()
    mine, yours = measure(one), measure(two)
    if mine is None or yours is None:
        return False
    if one_scale(mine, yours):
        return _scaled(mine).meets(_scaled(yours))
    if mine.unit != yours.unit and None not in (mine.unit, yours.unit) and not {mine.unit, yours.unit} <= set(UNITLESS):
        return False
    if _as_exact(mine, yours):
        return mine.number == yours.number
    return allowed(mine, yours).meets(allowed(yours, mine)) or _both_least(mine, yours)


def one_scale(mine: Measure, yours: Measure) -> bool:
    """Whether two units differ and measure the same: kilometres and miles, months and years."""
    first, second = SCALES.get(mine.unit or ""), SCALES.get(yours.unit or "")
    return first is not None and second is not None and mine.unit != yours.unit and first[0] == second[0]


def other_unit(one: Number, two: Number) -> bool:
    """Whether two numbers measure the same in different units."""
    mine, yours = measure(one), measure(two)
    return mine is not None and yours is not None and one_scale(mine, yours)


def _scaled(value: Measure) -> Interval:
    """What a number allows in the scale's own unit; who converts a size rounds it, who converts a time need not."""
    scale, factor = SCALES[value.unit or ""]
    last = (centre(value) or Decimal(0)).as_tuple().exponent
    room = Decimal((0, (1,), last)) * HALF if isinstance(last, int) and scale != "time" else Decimal(0)
    return bounds(value).widened(room).times(factor)


def nearly_equal(one: Number, two: Number) -> bool:
    """Whether two stated numbers are the same or one a close rounding of the other, hedges left aside; dates equal."""
    mine, yours = measure(one), measure(two)
    if mine is None or yours is None:
        return one.claim.value == two.claim.value
    if mine.number is None or yours.number is None or one_scale(mine, yours):
        return (mine.low, mine.high) == (yours.low, yours.high) if mine.unit == yours.unit else True
    return abs(mine.number - yours.number) <= CLOSE * max(abs(mine.number), abs(yours.number))


def _as_exact(mine: Measure, yours: Measure) -> bool:
    """Whether only equal numbers agree: two stated to the same decimal, none a rounding of the other; two limits."""
    if mine.number is None or yours.number is None or mine.hedge != yours.hedge:
        return False
    if mine.hedge == "up_to":
        return True
    same = mine.number.as_tuple().exponent == yours.number.as_tuple().exponent
    if min(abs(mine.number), abs(yours.number)) >= ROUND_FROM and abs(digits(mine.number) - digits(yours.number)) >= 2:
        return False  # 340,000 beside 343,200
    return mine.hedge is None and same and mine.fraction is None and yours.fraction is None


def _both_least(mine: Measure, yours: Measure) -> bool:
    """Whether both are lower bounds and near: "more than 200" and "more than 240" are both true of 260."""
    if mine.number is None or yours.number is None or not {mine.hedge, yours.hedge} <= set(LEAST):
        return False
    low, high = sorted((mine.number, yours.number))
    return low > 0 and high <= low * SPARED


def allowed(value: Measure, other: Measure) -> Interval:
    """What a number allows beside another: a round count may stand for an exact one of more digits."""
    interval = bounds(value)
    if value.number is None or other.number is None or value.rounded or value.unit == "percent" or value.fraction:
        return interval
    number, against = abs(value.number), abs(other.number)
    if value.hedge is None and number >= 1000 and digits(against) >= digits(number) + 2:
        last = number.normalize().as_tuple().exponent
        if isinstance(last, int) and last >= 2:
            return interval.widened(Decimal((0, (1,), last)) * HALF)
    return interval


def digits(number: Decimal) -> int:
    """How many digits of a number are stated, trailing zeros left out."""
    return len(number.normalize().as_tuple().digits)


def dates_agree(first: Period, second: Period) -> bool:
    """Whether the one lies in the other, as far as both are known."""
    if first.grain == second.grain == "day" and first.edtf[-5:] == second.edtf[-5:]:
        return True  # a day without its year is set in the year of its article
    if first.start is None or second.start is None or first.end is None or second.end is None:
        return first.edtf == second.edtf or _partly(first.edtf, second.edtf)
    return first.start < second.end and second.start < first.end


def _partly(first: str, second: str) -> bool:
    """ "XXXX-05-12" and "2025-05-12"."""
    return len(first) == len(second) and all(a == b or "X" in (a, b) for a, b in zip(first, second, strict=True))


def weight(number: Number) -> float:
    """How telling it is that another article states the same value: many digits tell more."""
    value = number.claim.value
    if isinstance(value, Period):
        return 0.8 if value.grain == "day" else 0.5
    stated = measure(number)
    middle = None if stated is None else centre(stated)
    if stated is None or middle is None:
        return 0.4
    count = digits(abs(middle))
    small = abs(middle) < 13 and count == 1 and stated.unit in UNITLESS
    return 0.3 if small else min(0.5 + 0.25 * count, 1.5)


def stated(number: Number) -> str:
    """The value of a claim in plain notation, with its unit."""
    value = number.claim.value
    if isinstance(value, Period):
        return value.edtf
    found = measure(number)
    if found is None:
        return ""
    ends = (found.number,) if found.number is not None else (found.low, found.high)
    return f"{'–'.join('…' if each is None else f'{each:f}' for each in ends)} {found.unit or ''}".rstrip()
