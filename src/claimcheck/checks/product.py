"""A total against its two factors, and an average against the values it is one of."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from claimcheck.checks.comparison import Comparison, Made, Write, chosen, doubted, judged, mend, role, rounded
from claimcheck.checks.readings import far_apart, middle, rounded_to
from claimcheck.model import Claim, Duration, Measure
from claimcheck.model.comparison import Evidence
from claimcheck.model.figures import Average, Factors, Product, ProductKind
from claimcheck.model.interval import Interval, bounds, exactly, possible
from claimcheck.model.link import Dossier
from claimcheck.model.measure import SCALES
from claimcheck.statements.agreement import slipped
from claimcheck.statements.dimension import hedged, measure, noun, of_kind, unit, whole

ONE = Decimal(1)
MOST, LOOSE, ALONE = Decimal(5), Decimal(2), Decimal("1.5")
"""So far apart are a total and what a slip makes of it: tied by one construction, by none, or the only one there is."""
TIED = ("construction", "apposition")
# how far a factor may be off: ways and times are rules of thumb, a price for each is often rounded
ROOM = {
    "each": Decimal("0.03"),
    "per": Decimal("0.03"),
    "speed": Decimal("0.08"),
    "rate": Decimal("0.03"),
    "stake": Decimal(0),
}
SCALE = {
    "km": Decimal(1000),
    "m": ONE,
    "mi": Decimal("1609.344"),
    "nmi": Decimal(1852),
    "km/h": Decimal(1000),
    "mi/h": Decimal("1609.344"),
    "m/s": Decimal(3600),
    "kn": Decimal(1852),
    "hour": ONE,
    "minute": ONE / 60,
    "percent": Decimal("0.01"),
}
DAYS = {"day": ONE, "week": Decimal(7), "month": Decimal("30.4375"), "year": Decimal("365.25"), "hour": ONE / 24}


class ProductOfTwo:
    """Fails where the total cannot be the product of its two factors; `of` says which products the rule is about.

    It holds where any reading does. Otherwise the reading that grammar licenses fails; without one the only reading
    there is, where the text is a slip of the pen away from what it comes to.
    """

    names = ("total", "one", "two", "result", "single")

    def __init__(self, of: Literal["each", "speed", "rate", "stake", "times"]) -> None:
        self.of = of

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each product of this kind."""
        for link in dossier.each(Product):
            if (link.kind if link.kind != "per" else "each") == self.of:
                made = [each for reading in link.readings if (each := _compare(link.kind, reading, write))]
                if made:
                    yield chosen(made)


def _compare(kind: ProductKind, reading: Factors, write: Write) -> Made | None:
    total, one, two = (measure(claim) for claim in reading[:3])
    whole, first, second = (middle(claim) for claim in reading[:3])
    factor = _factor(kind, reading)
    if total is None or one is None or two is None or factor is None or not whole or not first or not second:
        return None
    if total.hedge == "up_to" and "up_to" in (one.hedge, two.hedge):
        reading = _unhedged(reading)  # the most of both gives the most of the total
    result = _first(kind, reading).product(rounded_to(reading.two, open_ended=True))
    if result is None:
        return None
    room = Decimal(0) if all(_is_count(each) for each in reading[:3]) else ROOM.get(kind, Decimal("0.005"))
    found = _loose(result.times(factor), room)
    fits = found.meets(rounded_to(reading.total, open_ended=True))
    product = rounded(first * second * factor, total.number)
    single = rounded(whole / first / factor, two.number)
    values = (
        ("total", reading.total.text),
        ("one", reading.one.text),
        ("two", reading.two.text),
        ("result", write(product)),
        ("single", write(single)),
    )
    if kind == "rate" and second * factor < ONE:
        return None  # ten days are no month
    slips = reading.near and (slipped(whole, first * second * factor) or slipped(second, single))
    comparison = Comparison(
        judged(fits),
        reading[:3],
        (role("total", reading.total), role("claim", reading.one), role("other", reading.two)),
        values,
        f"{write(first)} × {write(second)} → {write(product)}",
        (*mend(reading.total, product, write), *mend(reading.two, single, write)),
        slot=doubted(fits, far=not slips and _is_far(reading.evidence, product, whole)),
    )
    return Made(comparison, reading.evidence, slips)


def _is_count(claim: Claim) -> bool:
    """Whether a number counts things one by one, and is neither measured nor rounded."""
    return unit(claim) is None and noun(claim) is not None and hedged(claim) is None and whole(claim)


def _is_far(evidence: Evidence | None, product: Decimal, whole: Decimal) -> bool:
    """Whether the total is too far off to be that of these factors; one digit may be near anything by chance."""
    if evidence == "unique" and len(whole.normalize().as_tuple().digits) == 1:
        return True
    return far_apart(product, whole, MOST if evidence in TIED else ALONE if evidence == "unique" else LOOSE)


def _first(kind: ProductKind, reading: Factors) -> Interval:
    """The first factor; the share of a stake is a figure of a contract and no rounding."""
    value = measure(reading.one)
    if kind == "stake" and value is not None and value.number is not None and value.hedge is None:
        return exactly(value.number)
    return rounded_to(reading.one)


def _unhedged(reading: Factors) -> Factors:
    plain = []
    for claim in reading[:3]:
        value = claim.value
        if isinstance(value, Duration):
            value = value.measure if value.measure is not None else value
        plain.append(claim._replace(value=value._replace(hedge=None)) if isinstance(value, Measure) else claim)
    return Factors(plain[0], plain[1], plain[2], reading.evidence)


def _factor(kind: ProductKind, reading: Factors) -> Decimal | None:
    """What the product of the two numbers is multiplied by to have the unit of the total."""
    total, one, two = (measure(claim) for claim in reading[:3])
    if total is None or one is None or two is None:
        return None
    if kind == "rate":
        return _periods(one, two)
    if kind == "per":
        return None if two.per is None else ONE / two.per.number
    if kind in ("each", "times"):
        return _unit_of(reading, two, total)
    if kind == "stake":
        return SCALE["percent"]
    length, time, speed = (SCALE.get(each.unit or "") for each in (total, one, two))
    return None if length is None or time is None or speed is None else time * speed / length


def _unit_of(reading: Factors, two: Measure, total: Measure) -> Decimal:
    """The unit of the second factor, or of the sides of an area, by that of the total; one where they are the same."""
    whole = SCALES.get(str(total.unit), ("", ONE))
    if of_kind(reading.two, reading.total):
        return SCALES[str(two.unit)][1] / whole[1]
    sides = [SCALES[each] for each in map(str, map(unit, reading[1:3])) if each in SCALES]
    return sides[0][1] ** 2 / whole[1] if whole[0] == "area" and sides and sides[0][0] == "length" else ONE


def _periods(rate: Measure, length: Measure) -> Decimal | None:
    """How many of the periods of a rate one unit of a length of time has."""
    per = None if rate.per is None else rate.per.unit
    if per is None or per not in DAYS or length.unit not in DAYS:
        return None
    if {per, length.unit} == {"month", "year"}:
        return Decimal(12) if length.unit == "year" else ONE / 12
    return DAYS[length.unit] / DAYS[per]


def _loose(interval: Interval, room: Decimal) -> Interval:
    low, high = interval.low, interval.high
    return Interval(None if low is None else low * (1 - room), None if high is None else high * (1 + room))


MOST_MEAN = Decimal(2)
"""So far outside of its bounds an average is that of something else."""


class MeanInBounds:
    """Fails where an average is certainly below the least or above the greatest value."""

    names = ("average", "low", "high")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each average with the range it belongs to."""
        for link in dossier.each(Average):
            if found := _compare_mean(link, write):
                yield found


def _compare_mean(link: Average, write: Write) -> Comparison | None:
    mean, low = measure(link.average), measure(link.low)
    high = low if link.high is None else measure(link.high)
    shown = middle(link.average)
    if mean is None or low is None or high is None or shown is None:
        return None
    fits = _fits(mean, low, high)
    claims = (link.average, link.low) if link.high is None else (link.average, link.low, link.high)
    roles = (role("claim", link.average), *(role("other", claim) for claim in claims[1:]))
    least = low.low if low.number is None else low.number
    most = high.high if high.number is None else high.number
    if least is None or most is None:
        return Comparison("holds" if fits else "undecided", claims, roles, evidence=link.evidence)
    values = (("average", link.average.text), ("low", write(least)), ("high", write(most)))
    inside = f"{write(least)} ≤ {write(shown)} ≤ {write(most)}"
    outside = f"{write(shown)} > {write(most)}" if shown > most else f"{write(shown)} < {write(least)}"
    far = not fits and far_apart(shown, least if shown < least else most, MOST_MEAN)
    computed = inside if fits else outside
    return Comparison(
        judged(fits), claims, roles, values, computed, evidence=link.evidence, slot=doubted(fits, far=far)
    )


def _fits(mean: Measure, low: Measure, high: Measure) -> bool:
    """Whether the average may lie between the least and the greatest value that the words allow."""
    ends = sorted(end for each in map(bounds, (low, high)) for end in (each.low, each.high) if end is not None)
    return not ends or Interval(ends[0], ends[-1]).meets(possible(mean))
