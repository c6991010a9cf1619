"""One quantity in two units: "5 miles (12 kilometres)"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.comparison import Comparison, Write, judged, role, rounded
from claimcheck.checks.readings import middle
from claimcheck.checks.repair import mend
from claimcheck.model import Measure
from claimcheck.model.bounds import bounds, possible, step
from claimcheck.model.interval import Interval
from claimcheck.model.link import Dossier, TwoUnits
from claimcheck.model.measure import SCALES
from claimcheck.statements.dimension import measure

# people convert by rule of thumb: 5 miles are called 8 kilometres, 100 pounds 45 or 50 kilograms
LOOSE = Decimal("0.07")

KNOWN = {unit for unit, (scale, _) in SCALES.items() if scale != "time"} | {"Cel", "degF"}  # a week may be five days
DEGREES = Decimal("1.5")
ZERO_DEGREES = Decimal(32)


class Conversion:
    """Fails where a quantity said in two units cannot be the same, rules of thumb allowed for."""

    names = ("claim", "other", "result")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each quantity that is said in two units."""
        for link in dossier.links:
            one, two = (measure(link.claim), measure(link.other)) if isinstance(link, TwoUnits) else (None, None)
            if not isinstance(link, TwoUnits) or one is None or two is None or not {one.unit, two.unit} <= KNOWN:
                continue
            units = {one.unit, two.unit}
            if units == {"Cel", "degF"}:
                yield from _degrees(link, write)
            elif units <= SCALES.keys():  # else one is a temperature and the other is not
                yield from _scales(link, one, two, write)


def _scales(link: TwoUnits, one: Measure, two: Measure, write: Write) -> Iterator[Comparison]:
    (kind, factor), (other_kind, other_factor) = SCALES[str(one.unit)], SCALES[str(two.unit)]
    first, last = middle(link.claim), middle(link.other)
    if kind != other_kind or first is None or last is None:
        return
    fits = _loose(bounds(_plain(one)).times(factor)).meets(_rounded(two, last).times(other_factor))
    result = rounded(first * factor / other_factor, two.number)
    values = (("claim", link.claim.text), ("other", link.other.text), ("result", write(result)))
    computation = f"{write(first)} {one.unit} = {write(result)} {two.unit}"
    roles = (role("claim", link.claim), role("other", link.other))
    yield Comparison(judged(fits), (link.claim, link.other), roles, values, computation, evidence=link.evidence)


def _plain(stated: Measure) -> Measure:
    """What is converted: of "about 14 stone (89 kg)" the 14, whatever it is for."""
    return stated._replace(hedge=None) if stated.hedge == "about" else stated


def _rounded(stated: Measure, number: Decimal) -> Interval:
    """What the second quantity may mean; a single digit of it is a rounded one: "30 feet (10 metres)"."""
    found = possible(stated)
    return found.widened(step(number) / 2) if len(number.normalize().as_tuple().digits) == 1 else found


def _loose(interval: Interval) -> Interval:
    low, high = interval.low, interval.high
    return Interval(None if low is None else low - abs(low) * LOOSE, None if high is None else high + abs(high) * LOOSE)


def _degrees(link: TwoUnits, write: Write) -> Iterator[Comparison]:
    """Degrees of two scales; "two degrees warmer (3.6 Fahrenheit)" is a difference and has no zero to shift.

    Where no word tells a difference from a temperature, either may be meant, and the nearer one is shown.
    """
    one, two = measure(link.claim), measure(link.other)
    first, last = middle(link.claim), middle(link.other)
    if one is None or two is None or first is None or last is None:
        return
    apart, whole = _converted(first, celsius=one.unit == "Cel")
    hedged = bool(one.hedge or two.hedge)
    result = apart if link.step or abs(last - apart) < abs(last - whole) else whole
    result = rounded(result, two.number)
    values = (("claim", link.claim.text), ("other", link.other.text), ("result", write(result)))
    roles = (role("claim", link.claim), role("other", link.other))
    computation = f"{write(first)} {one.unit} = {write(result)} {two.unit}"
    fits = _near(last, apart, hedged=hedged) or (not link.step and _near(last, whole, hedged=hedged))
    mends = mend(link.other, result, write)
    yield Comparison(judged(fits), (link.claim, link.other), roles, values, computation, mends)


def _converted(degrees: Decimal, *, celsius: bool) -> tuple[Decimal, Decimal]:
    """A difference and a temperature of so many degrees in the other scale."""
    ratio = Decimal(9) / 5 if celsius else Decimal(5) / 9
    return degrees * ratio, degrees * ratio + ZERO_DEGREES if celsius else (degrees - ZERO_DEGREES) * ratio


def _near(stated: Decimal, result: Decimal, *, hedged: bool) -> bool:
    return abs(stated - result) <= DEGREES + (abs(result) / 20 if hedged else 0)
