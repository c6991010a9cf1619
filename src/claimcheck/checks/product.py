"""A total against its two factors: "200 flats for 50 million, or 25,000 each"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from claimcheck.checks.comparison import Comparison, Write, doubted, judged, role, rounded
from claimcheck.checks.readings import far_apart, middle, rounded_to
from claimcheck.checks.repair import mend
from claimcheck.model import Duration, Measure
from claimcheck.model.figures import Product
from claimcheck.model.interval import Interval, exactly
from claimcheck.model.link import Dossier
from claimcheck.statements.dimension import measure

ONE, MOST = Decimal(1), Decimal(5)
# how far a factor may be off: ways and times are rules of thumb, a price for each is often rounded
ROOM = {"each": Decimal("0.03"), "speed": Decimal("0.08"), "rate": Decimal("0.03"), "stake": Decimal(0)}
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
    """Fails where the total cannot be the product of its two factors; `of` says which products the rule is about."""

    names = ("total", "one", "two", "result", "single")

    def __init__(self, of: Literal["each", "speed", "rate", "stake", "times"]) -> None:
        self.of = of

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each product of this kind."""
        for link in dossier.links:
            if isinstance(link, Product) and link.kind == self.of and (found := _compare(link, write)):
                yield found


def _compare(link: Product, write: Write) -> Comparison | None:
    measures = [measure(claim) for claim in (link.total, link.one, link.two)]
    shown = [middle(claim) for claim in (link.total, link.one, link.two)]
    total, one, two = measures
    if total is None or one is None or two is None or None in shown:
        return None
    factor = _factor(link)
    claims = (link.total, link.one, link.two)
    whole, first, second = (number for number in shown if number is not None)
    if total.hedge == "up_to" and "up_to" in (one.hedge, two.hedge):
        link = _unhedged(link)  # the most of both gives the most of the total
    result = _first(link).product(rounded_to(link.two, open_ended=True))
    if result is None or factor is None or not whole or not first or not second:
        return None
    found = _loose(result.times(factor), ROOM.get(link.kind, Decimal("0.005")))
    fits = found.meets(rounded_to(link.total, open_ended=True))
    product = rounded(first * second * factor, total.number)
    single = rounded(whole / first / factor, two.number)
    values = (
        ("total", link.total.text),
        ("one", link.one.text),
        ("two", link.two.text),
        ("result", write(product)),
        ("single", write(single)),
    )
    return Comparison(
        judged(fits),
        claims,
        (role("total", link.total), role("claim", link.one), role("other", link.two)),
        values,
        f"{write(first)} × {write(second)} → {write(product)}",
        (*mend(link.total, product, write), *mend(link.two, single, write)),
        slot=doubted(fits, far=far_apart(product, whole, MOST)),
    )


def _first(link: Product) -> Interval:
    """The first factor; the share of a stake is a figure of a contract and no rounding."""
    value = measure(link.one)
    if link.kind == "stake" and value is not None and value.number is not None and value.hedge is None:
        return exactly(value.number)
    return rounded_to(link.one)


def _unhedged(link: Product) -> Product:
    plain = []
    for claim in (link.total, link.one, link.two):
        value = claim.value
        if isinstance(value, Duration):
            value = value.measure if value.measure is not None else value
        plain.append(claim._replace(value=value._replace(hedge=None)) if isinstance(value, Measure) else claim)
    return link._replace(total=plain[0], one=plain[1], two=plain[2])


def _factor(link: Product) -> Decimal | None:
    """What the product of the two numbers is multiplied by to have the unit of the total."""
    total, one, two = (measure(claim) for claim in (link.total, link.one, link.two))
    if total is None or one is None or two is None:
        return None
    if link.kind == "rate":
        if one.per is None or one.per.unit not in DAYS or two.unit not in DAYS:
            return None
        if {one.per.unit, two.unit} == {"month", "year"}:
            return Decimal(12) if two.unit == "year" else ONE / 12
        return DAYS[two.unit] / DAYS[one.per.unit]
    if link.kind in ("each", "times"):
        return ONE
    units = [each.unit for each in (total, one, two)]
    if link.kind == "stake":
        return SCALE["percent"]
    scales = [SCALE.get(unit or "") for unit in units]
    length, time, speed = scales
    return None if length is None or time is None or speed is None else time * speed / length


def _loose(interval: Interval, room: Decimal) -> Interval:
    low, high = interval.low, interval.high
    return Interval(None if low is None else low * (1 - room), None if high is None else high * (1 + room))
