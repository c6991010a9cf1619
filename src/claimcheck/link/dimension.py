"""What a number measures, and whether two of them may be values of one thing."""

from __future__ import annotations

from claimcheck.model import Claim, Duration, Measure

UNSTATED = "?"
TIMES = {"year", "month", "week", "day", "hour", "minute", "second"}


def measure(claim: Claim) -> Measure | None:
    """The number of a claim, that of a length of time included."""
    value = claim.value
    if isinstance(value, Duration):
        return value.measure
    return value if isinstance(value, Measure) else None


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
    one, two = dimension(claim), dimension(other)
    if one == two:
        return True
    if UNSTATED not in (one, two) or "percent" in (one, two):
        return False
    # "1.3 hours (from 6.6 to 7.9)" is one thing, "within four weeks to 2600" is not
    timed = any(isinstance(each.value, Duration) for each in (claim, other)) or TIMES & {one, two}
    return not timed or (_has_decimals(first) and _has_decimals(second))


def _has_decimals(value: Measure) -> bool:
    exponent = 0 if value.number is None else value.number.as_tuple().exponent
    return isinstance(exponent, int) and exponent < 0


def is_rate(value: Measure) -> bool:
    """Whether the number is one of "so many per so many"; a base that is no power of ten is no base."""
    return value.per is not None and value.per.number.normalize().as_tuple().digits == (1,)
