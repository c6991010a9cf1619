"""Whether two stated values can be the same, of one unit and by what their wording allows, and how they differ."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from typing import Literal

from claimcheck.link.across.line import Number
from claimcheck.model import Duration, Measure, Per, Period
from claimcheck.model.interval import Interval, bounds, centre
from claimcheck.model.measure import SCALES

UNITLESS = (None, "person")
ROUND = Decimal("0.005")
HALF = Decimal("0.5")
CLOSE = Decimal("0.03")
ROUND_FROM, MEASURED = 10_000, 100
LEAST = frozenset(("over", "at_least"))
SPARED = Decimal("1.25")
MANY_YEARS = 10
FAHRENHEIT = "degF"


def measure(number: Number) -> Measure | None:
    """The number of a claim, that of a length of time included, degrees as Celsius; None for a date."""
    value = number.claim.value
    if isinstance(value, Duration):
        return _in_one_unit(value)
    if not isinstance(value, Measure) or value.unit != FAHRENHEIT or value.number is None:
        return value if isinstance(value, Measure) else None
    return value._replace(
        number=round((value.number - 32) / Decimal("1.8"), 0), unit="Cel", hedge=value.hedge or "about"
    )


_TWO_UNITS = re.compile(r"P(?:T?)(\d+)([YWDH])T?(\d+)([MDHS])$")
SMALLER = {"YM": (12, "month"), "WD": (7, "day"), "DH": (24, "hour"), "HM": (60, "minute")}


def _in_one_unit(value: Duration) -> Measure | None:
    """A length of time as a number of its smaller unit: "three years and six months" are 42 months."""
    found = _TWO_UNITS.match(value.iso or "")
    scale = SMALLER.get(found[2] + found[4]) if found is not None else None
    if found is None or scale is None or value.measure is None:
        return value.measure
    return value.measure._replace(number=Decimal(int(found[1]) * scale[0] + int(found[3])), unit=scale[1])


def same_unit(one: Number, two: Number) -> bool | None:
    """Whether two numbers are of one unit; None where one of them states neither unit nor noun."""
    if isinstance(one.claim.value, Period) or isinstance(two.claim.value, Period):
        return isinstance(one.claim.value, Period) and isinstance(two.claim.value, Period)
    first, second = measure(one), measure(two)
    if first is None or second is None or not _same_rate(first.per, second.per):
        return False
    if _one_unit(first, second) or one_scale(first, second):
        return True
    return None if any(each.unit is None and each.noun is None for each in (first, second)) else False


def _same_rate(one: Per | None, two: Per | None) -> bool:
    return one is two if one is None or two is None else one._replace(noun=None) == two._replace(noun=None)


def _one_unit(mine: Measure, yours: Measure) -> bool:
    return mine.unit == yours.unit or {mine.unit, yours.unit} <= set(UNITLESS)


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
    if None not in (mine.unit, yours.unit) and not _one_unit(mine, yours):
        return False
    if _as_exact(mine, yours):
        return mine.number == yours.number
    return allowed(mine, yours).meets(allowed(yours, mine)) or _both_least(mine, yours)


def one_scale(mine: Measure, yours: Measure) -> bool:
    """Whether two units differ and measure the same: kilometres and miles, months and years."""
    first, second = SCALES.get(mine.unit or ""), SCALES.get(yours.unit or "")
    return first is not None and second is not None and mine.unit != yours.unit and first[0] == second[0]


def middle(value: Measure) -> Decimal | None:
    """The one number to compare, in the unit of its scale where it has one."""
    found, scale = centre(value), SCALES.get(value.unit or "")
    return found if found is None or scale is None else found * scale[1]


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
    number = abs(value.number)
    if value.hedge is None and number >= 1000 and digits(other.number) >= digits(number) + 2:
        last = number.normalize().as_tuple().exponent
        if isinstance(last, int) and last >= 2:
            return interval.widened(Decimal((0, (1,), last)) * HALF)
    return interval.widened(HALF) if _is_rounded(value, other.number) else interval


def _is_rounded(value: Measure, other: Decimal) -> bool:
    """Whether a whole number of at least three digits may stand for one that is measured more finely: 180.2 km."""
    number = value.number or Decimal(0)
    exponents = number.as_tuple().exponent, other.as_tuple().exponent
    finer = exponents[0] == 0 and isinstance(exponents[1], int) and exponents[1] < 0
    return finer and value.unit not in UNITLESS and abs(number) >= MEASURED


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


def years_ago(number: Number) -> int | None:
    """How many years before its text a year lies, or something began that has lasted for so many."""
    page, value, stated = number.line.page, number.claim.value, measure(number)
    if page.published is not None and isinstance(value, Period) and value.grain == "year" and value.start is not None:
        return page.published.year - value.start.year
    years = None if stated is None or stated.unit != "year" else stated.number
    return int(years) if years is not None and years >= MANY_YEARS and years == int(years) else None


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


Likeness = Literal["magnitude", "digits", "close", "near", "far"]
FAR = 4
ROUGHLY = Decimal("0.04")
TELLING = 3


def likeness(one: Measure, two: Measure) -> Likeness:
    """ "magnitude": the same digits, moved by the point; "digits": two exchanged, one wrong, lost or added."""
    first, second = centre(one), centre(two)
    if not first or not second:
        return "near"
    mine, yours = figures(first), figures(second)
    if mine == yours:
        return "magnitude" if _apart(first, second) >= 1 else "near"
    ranged = one.number is None or two.number is None  # whose middle nobody wrote
    if not ranged and _one_unit(one, two) and _is_slip(first, second):
        return "digits"
    low, high = sorted((abs(first), abs(second)))
    if high - low <= high * ROUGHLY and max(len(mine), len(yours)) >= TELLING:
        return "close"
    return "far" if high > low * FAR else "near"


def slip(one: Number, two: Number) -> bool:
    """Whether two numbers of at least two digits differ by the point alone: as telling as the same value."""
    mine, yours = one.claim.value, two.claim.value
    if not isinstance(mine, Measure) or not isinstance(yours, Measure) or mine.number is None or yours.number is None:
        return False
    return len(figures(mine.number)) > 1 and likeness(mine, yours) == "magnitude"


def exchanged(one: Number, two: Number) -> bool:
    """Whether two values are of the same digits in another order: no later count is, and no rounding."""
    first, second = (None if (value := measure(each)) is None else value.number for each in (one, two))
    if first is None or second is None or first == second or first.adjusted() != second.adjusted():
        return False
    return sorted(_whole(first)) == sorted(_whole(second))


def is_one_digit(one: Number, two: Number) -> bool:
    """Whether one digit of two values of equal length is another, which by chance often is."""
    mine, yours = (None if (value := measure(each)) is None else value.number for each in (one, two))
    return mine is not None and yours is not None and _wrong(mine, yours) == 1


def _apart(first: Decimal, second: Decimal) -> int:
    return abs(first.adjusted() - second.adjusted())


def figures(number: Decimal) -> str:
    """The digits of a number without zeros at the end."""
    return "".join(map(str, abs(number).normalize().as_tuple().digits))


def _whole(number: Decimal) -> str:
    """All digits as written, without those a scale word stands for."""
    return "".join(map(str, abs(number).as_tuple().digits))


def _is_slip(first: Decimal, second: Decimal) -> bool:
    """Two digits exchanged, one of at least three wrong, or one lost."""
    whole = _whole(first), _whole(second)
    if _lost(*whole) or _apart(first, second):
        return _lost(*whole)
    wrong = [at for at, (a, b) in enumerate(zip(*whole, strict=False)) if a != b]
    if len(whole[0]) == len(whole[1]) and len(wrong) == 2:
        return Counter(whole[0]) == Counter(whole[1])
    return len(figures(first)) > 2 and _wrong(first, second) == 1


def _wrong(first: Decimal, second: Decimal) -> int:
    """How many digits are others; none where not so many are stated."""
    mine, yours = figures(first), figures(second)
    return sum(a != b for a, b in zip(mine, yours, strict=True)) if len(mine) == len(yours) else 0


def _lost(mine: str, yours: str) -> bool:
    """One digit of at least four lost: "13000" and "3000"."""
    longer, shorter = sorted((mine, yours), key=len, reverse=True)
    if len(longer) != len(shorter) + 1 or len(shorter) < TELLING:
        return False
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
