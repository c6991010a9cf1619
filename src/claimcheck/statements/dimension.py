"""What a number measures, and whether two of them may be values of one thing."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.model import Claim, Duration, Hedge, Measure
from claimcheck.model.measure import SCALES

UNSTATED = "?"
SPREAD = 50
TIMES = {"year", "month", "week", "day", "hour", "minute", "second"}


def measure(claim: Claim) -> Measure | None:
    """The number of a claim, that of a length of time included."""
    value = claim.value
    if isinstance(value, Duration):
        return value.measure
    return value if isinstance(value, Measure) else None


def number(claim: Claim) -> Decimal | None:
    """The number of a claim that has a single one; a range has none."""
    value = measure(claim)
    return None if value is None else value.number


def exact(claim: Claim) -> Decimal | None:
    """The single number of a claim, where no word such as "about" softens it."""
    value = measure(claim)
    return None if value is None or value.hedge is not None else value.number


def whole(claim: Claim) -> bool:
    """Whether the single number is a whole one that is not rounded."""
    value = measure(claim)
    if value is None or value.number is None:
        return False
    return not value.rounded and value.number == value.number.to_integral_value()


def noun(claim: Claim) -> str | None:
    """What is counted, as the text calls it."""
    value = measure(claim)
    return None if value is None else value.noun


def hedged(claim: Claim) -> Hedge | None:
    """The word such as "about" that softens the number."""
    value = measure(claim)
    return None if value is None else value.hedge


def unit(claim: Claim) -> str | None:
    """The unit of the number."""
    value = measure(claim)
    return None if value is None else value.unit


def ends(claim: Claim) -> tuple[Decimal, Decimal] | None:
    """Both ends of a range."""
    value = measure(claim)
    if value is None or value.number is not None or value.low is None or value.high is None:
        return None
    return value.low, value.high


def spelled(claim: Claim) -> bool:
    """Whether the number is written in words."""
    return not any(char.isdigit() for char in claim.text)


def ratio(claim: Claim, other: Claim) -> Decimal:
    """The smaller of two numbers by the larger, 0 to 1; 0 where one is missing or not above zero."""
    one, two = number(claim), number(other)
    if one is None or two is None or min(one, two) <= 0:
        return Decimal(0)
    return min(one, two) / max(one, two)


def dimension(claim: Claim) -> str:
    """What kind of thing the number counts: only equal dimensions are added or compared.

    A currency, "percent", a physical unit, or "" for things and people; UNSTATED for a bare scaled number
    ("500 billion" after "750 billion euros"), which takes the unit of what it is compared with.
    """
    value = measure(claim)
    if value is None:
        return "time"
    if value.unit in ("percent", "percentage_point"):
        return "percent"
    if value.unit not in (None, "person"):
        return str(value.unit)
    return UNSTATED if value.unit is None and value.noun is None else ""


def comparable(claim: Claim, other: Claim, *, rates: bool = False) -> bool:
    """Whether the two may be values of one thing, by unit; `rates`: also where only one of them is said "per year"."""
    first, second = measure(claim), measure(other)
    if first is None or second is None or (is_rate(first) != is_rate(second) and not rates):
        return False
    kinds = {dimension(claim), dimension(other)}
    if len(kinds) == 1 or UNSTATED not in kinds or "percent" in kinds:
        return len(kinds) == 1
    # "1.3 hours (from 6.6 to 7.9)" is one thing, "within four weeks to 2600" is not
    timed = {type(claim.value), type(other.value)} & {Duration} or TIMES & kinds
    return not timed or all(map(_has_decimals, (first, second)))


def of_kind(claim: Claim, other: Claim) -> bool:
    """Whether the two are lengths, weights, volumes … in whatever units: 70 centimetres and 3.40 metres."""
    one, two = (SCALES.get(str(unit(each))) for each in (claim, other))
    return one is not None and two is not None and one[0] == two[0] != "time"


def in_unit(claim: Claim, like: Claim) -> Claim:
    """The claim in the unit of another of its kind; any other claim as it is."""
    value = measure(claim)
    if value is None or value.number is None or not of_kind(claim, like) or unit(claim) == unit(like):
        return claim
    scaled = value.number * SCALES[str(value.unit)][1] / SCALES[str(unit(like))][1]
    return claim._replace(value=value._replace(number=scaled.normalize(), unit=unit(like)))


def below_zero(claim: Claim) -> Claim:
    """The claim with its number below zero: what was lost, as a result."""
    value = measure(claim)
    if value is None or value.number is None or value.number < 0:
        return claim
    return claim._replace(value=value._replace(number=-value.number))


def _has_decimals(value: Measure) -> bool:
    exponent = 0 if value.number is None else value.number.as_tuple().exponent
    return isinstance(exponent, int) and exponent < 0


def is_rate(value: Measure) -> bool:
    """Whether the number is one of "so many per so many"; a base that is no power of ten is no base."""
    return value.per is not None and value.per.number.normalize().as_tuple().digits == (1,)


def in_scale(claim: Claim, like: Claim) -> Claim:
    """The claim in the scale of the other: in "from 400 to 500 million" the first number is 400 million.

    Only where the number as it stands would be less than a thousandth of the other, and the other has a scale word.
    """
    value, other, power = measure(claim), number(like), _power(like)
    if value is None or value.number is None or other is None or power is None:
        return claim
    digits = value.number.as_tuple()
    if int(digits.exponent) > 0 or not 0 < value.number * 400 < other:
        return claim
    scaled = Decimal((0, digits.digits, int(digits.exponent) + power))
    if not other <= scaled * SPREAD <= other * SPREAD * SPREAD:
        return claim
    return claim._replace(value=value._replace(number=scaled, rounded=True))


def _power(claim: Claim) -> int | None:
    """The power of ten that the scale word of a number stands for, in threes."""
    value = measure(claim)
    exponent = None if value is None or value.number is None else value.number.as_tuple().exponent
    if value is None or not value.rounded or not isinstance(exponent, int) or exponent < 2:
        return None
    return -(-exponent // 3) * 3


def is_base(before: Claim | None, claim: Claim) -> bool:
    """Whether a number is what the rate before it is per: "40 per 100,000 residents"."""
    rate, base = None if before is None else measure(before), measure(claim)
    return rate is not None and base is not None and rate.per is not None and rate.per.number == base.number != 1
