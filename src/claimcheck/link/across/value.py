"""Whether two stated values can be the same: of one unit, and by what their wording allows."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.link.across.line import Number
from claimcheck.link.across.words import vocabulary
from claimcheck.model import Duration, Measure, Period
from claimcheck.model.bounds import bounds, centre
from claimcheck.model.interval import Interval

UNITLESS = (None, "person")
SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}
ROUND = Decimal("0.005")
HALF = Decimal("0.5")


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
    if units[0] in SECONDS and units[1] in SECONDS:
        return True
    if units[0] == units[1] or (units[0] in UNITLESS and units[1] in UNITLESS):
        return True
    bare = [each for each in (first, second) if each.unit is None and each.noun is None]
    return None if bare else False


def same_noun(one: Number, two: Number) -> bool | None:
    """Whether two counts are of the same thing; None where one of them names none."""
    first, second = noun_key(one), noun_key(two)
    if first is None or second is None:
        return None
    return first == second


def noun_key(number: Number) -> str | None:
    """The key of what is counted."""
    value = measure(number)
    if value is None or value.noun is None:
        return None
    words = value.noun.replace("-", " ").replace(":", " ").replace("*", " ").split()
    return vocabulary(number.line.page.language).key(words[-1]) if words else None


def agrees(one: Number, two: Number) -> bool:
    """Whether both can be true of one thing, by rounding and hedge."""
    first, second = one.claim.value, two.claim.value
    if isinstance(first, Period) and isinstance(second, Period):
        return dates_agree(first, second) or one.claim.text.lower() == two.claim.text.lower()
    mine, yours = measure(one), measure(two)
    if mine is None or yours is None:
        return False
    if mine.unit in SECONDS and yours.unit in SECONDS and mine.unit != yours.unit:
        return bounds(mine).times(Decimal(SECONDS[mine.unit])).meets(bounds(yours).times(Decimal(SECONDS[yours.unit])))
    if mine.unit != yours.unit and None not in (mine.unit, yours.unit) and not {mine.unit, yours.unit} <= set(UNITLESS):
        return False
    if _as_exact(mine, yours):
        return mine.number == yours.number
    return allowed(mine, yours).meets(allowed(yours, mine))


def _as_exact(mine: Measure, yours: Measure) -> bool:
    """Whether only equal numbers agree: two stated to the same decimal, none a rounding of the other; two limits."""
    if mine.number is None or yours.number is None or mine.hedge != yours.hedge:
        return False
    if mine.hedge == "up_to":
        return True
    same = mine.number.as_tuple().exponent == yours.number.as_tuple().exponent
    return mine.hedge is None and same and mine.fraction is None and yours.fraction is None


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
