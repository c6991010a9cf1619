"""One quantity in two units: "5 miles (12 kilometres)"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.comparison import Comparison, Write, role, rounded
from claimcheck.checks.readings import allowed, middle
from claimcheck.checks.repair import mend
from claimcheck.link.dimension import measure
from claimcheck.model.bounds import possible
from claimcheck.model.interval import Interval
from claimcheck.model.link import Dossier, TwoUnits

# exact by definition: the international yard and pound (1959), the US gallon; a sea mile is 1852 metres
FACTORS: dict[str, tuple[str, Decimal]] = {
    "mm": ("length", Decimal("0.001")),
    "cm": ("length", Decimal("0.01")),
    "m": ("length", Decimal(1)),
    "km": ("length", Decimal(1000)),
    "[in_i]": ("length", Decimal("0.0254")),
    "in": ("length", Decimal("0.0254")),
    "[ft_i]": ("length", Decimal("0.3048")),
    "ft": ("length", Decimal("0.3048")),
    "[yd_i]": ("length", Decimal("0.9144")),
    "yd": ("length", Decimal("0.9144")),
    "[mi_i]": ("length", Decimal("1609.344")),
    "mi": ("length", Decimal("1609.344")),
    "nmi": ("length", Decimal(1852)),
    "g": ("mass", Decimal("0.001")),
    "kg": ("mass", Decimal(1)),
    "t": ("mass", Decimal(1000)),
    "[lb_av]": ("mass", Decimal("0.45359237")),
    "lb": ("mass", Decimal("0.45359237")),
    "[oz_av]": ("mass", Decimal("0.028349523125")),
    "m2": ("area", Decimal(1)),
    "km2": ("area", Decimal(1000000)),
    "ha": ("area", Decimal(10000)),
    "har": ("area", Decimal(10000)),
    "acre": ("area", Decimal("4046.8564224")),
    "[acr_us]": ("area", Decimal("4046.8564224")),
    "ml": ("volume", Decimal("0.001")),
    "l": ("volume", Decimal(1)),
    "L": ("volume", Decimal(1)),
    "hl": ("volume", Decimal(100)),
    "m3": ("volume", Decimal(1000)),
    "gal": ("volume", Decimal("3.785411784")),
    "cm2": ("area", Decimal("0.0001")),
    "ar": ("area", Decimal(100)),
    "mi2": ("area", Decimal("2589988.110336")),
    "ft2": ("area", Decimal("0.09290304")),
    "cl": ("volume", Decimal("0.01")),
    "dl": ("volume", Decimal("0.1")),
    "bbl": ("volume", Decimal("158.987294928")),
    "mg": ("mass", Decimal("0.000001")),
    "oz": ("mass", Decimal("0.028349523125")),
    "km/h": ("speed", Decimal(1000)),
    "mi/h": ("speed", Decimal("1609.344")),
    "m/s": ("speed", Decimal(3600)),
    "kn": ("speed", Decimal(1852)),
    "kW": ("power", Decimal("1.35962")),
    "MW": ("power", Decimal("1359.62")),
    "PS": ("power", Decimal(1)),
    "hp": ("power", Decimal("1.01387")),
    "kWh": ("energy", Decimal(1)),
    "MWh": ("energy", Decimal(1000)),
    "GWh": ("energy", Decimal(1000000)),
    "TWh": ("energy", Decimal(1000000000)),
    "kcal": ("heat", Decimal("4.184")),
    "kJ": ("heat", Decimal(1)),
}
# people convert by rule of thumb: 5 miles are called 8 kilometres, 100 pounds 45 or 50 kilograms
LOOSE = Decimal("0.07")

KNOWN = FACTORS.keys() | {"Cel", "degF"}
DEGREES = Decimal("1.5")


class Conversion:
    """Fails where a quantity said in two units cannot be the same, rules of thumb allowed for."""

    names = ("claim", "other", "result")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each quantity that is said in two units."""
        for link in dossier.links:
            if not isinstance(link, TwoUnits):
                continue
            one, two = measure(link.claim), measure(link.other)
            if one is None or two is None or not {one.unit, two.unit} <= KNOWN:
                continue
            if {one.unit, two.unit} == {"Cel", "degF"}:
                yield from _degrees(link, write)
                continue
            (kind, factor), (other_kind, other_factor) = FACTORS[str(one.unit)], FACTORS[str(two.unit)]
            first, last = middle(link.claim), middle(link.other)
            if kind != other_kind or first is None or last is None:
                continue
            here = _loose(allowed(link.claim).times(factor))
            there = possible(two).times(other_factor)
            claims = (link.claim, link.other)
            if here.meets(there):
                yield Comparison(False, claims)
                continue
            result = rounded(first * factor / other_factor, two.number)
            values = (("claim", link.claim.text), ("other", link.other.text), ("result", write(result)))
            computation = f"{write(first)} {one.unit} = {write(result)} {two.unit}"
            roles = (role("claim", link.claim), role("other", link.other))
            yield Comparison(True, claims, roles, values, computation)


def _loose(interval: Interval) -> Interval:
    low, high = interval.low, interval.high
    return Interval(None if low is None else low - abs(low) * LOOSE, None if high is None else high + abs(high) * LOOSE)


def _degrees(link: TwoUnits, write: Write) -> Iterator[Comparison]:
    """Degrees of two scales; "two degrees warmer (3.6 Fahrenheit)" is a difference and has no zero to shift."""
    one, two = measure(link.claim), measure(link.other)
    first = middle(link.claim)
    if one is None or two is None or first is None:
        return
    celsius = one.unit == "Cel"
    ratio = Decimal(9) / 5 if celsius else Decimal(5) / 9
    zero = Decimal(32)
    result = first * ratio + zero if celsius else (first - zero) * ratio
    last = middle(link.other)
    room = DEGREES + (abs(result) / 20 if one.hedge or two.hedge else 0)
    claims = (link.claim, link.other)
    if last is None or abs(last - result) <= room or abs(last - first * ratio) <= DEGREES:
        yield Comparison(False, claims)
        return
    result = rounded(result, two.number)
    values = (("claim", link.claim.text), ("other", link.other.text), ("result", write(result)))
    roles = (role("claim", link.claim), role("other", link.other))
    computation = f"{write(first)} {one.unit} = {write(result)} {two.unit}"
    yield Comparison(True, claims, roles, values, computation, mend(link.other, result, write))
