"""One quantity in two units: "5 miles (12 kilometres)", "223 million dollars (about 156,000 euros)"."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from claimcheck.checks.comparison import Comparison, Write, judged, mend, role, rounded
from claimcheck.checks.readings import allowed, middle
from claimcheck.model import Article, Measure, Period
from claimcheck.model.interval import Interval, bounds, exactly, possible, rounded_to, step
from claimcheck.model.link import Dossier, TwoUnits
from claimcheck.model.measure import SCALES
from claimcheck.statements.dimension import measure, unit

# people convert by rule of thumb: 5 miles are called 8 kilometres, 100 pounds 45 or 50 kilograms
LOOSE = Decimal("0.07")

KELVIN: dict[str, tuple[Decimal, Decimal]] = {
    "K": (Decimal(1), Decimal(0)),
    "Cel": (Decimal(1), Decimal("273.15")),
    "degF": (Decimal(5) / 9, Decimal("273.15") - Decimal(160) / 9),
}
"""How many kelvin a degree of a scale is, and where its zero lies."""
KNOWN = {unit for unit, (scale, _) in SCALES.items() if scale != "time"} | KELVIN.keys()  # a week may be five days
DEGREES = Decimal("1.5")


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
            if units <= KELVIN.keys():
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
    apart, whole = _converted(first, KELVIN[str(one.unit)], KELVIN[str(two.unit)])
    hedged = bool(one.hedge or two.hedge)
    result = apart if link.step or abs(last - apart) < abs(last - whole) else whole
    result = rounded(result, two.number)
    values = (("claim", link.claim.text), ("other", link.other.text), ("result", write(result)))
    roles = (role("claim", link.claim), role("other", link.other))
    computation = f"{write(first)} {one.unit} = {write(result)} {two.unit}"
    fits = _near(last, apart, hedged=hedged) or (not link.step and _near(last, whole, hedged=hedged))
    mends = mend(link.other, result, write)
    yield Comparison(judged(fits), (link.claim, link.other), roles, values, computation, mends, evidence=link.evidence)


def _converted(
    degrees: Decimal, scale: tuple[Decimal, Decimal], other: tuple[Decimal, Decimal]
) -> tuple[Decimal, Decimal]:
    """A difference and a temperature of so many degrees of one scale in another one."""
    return degrees * scale[0] / other[0], (degrees * scale[0] + scale[1] - other[1]) / other[0]


def _near(stated: Decimal, result: Decimal, *, hedged: bool) -> bool:
    return abs(stated - result) <= DEGREES + (abs(result) / 20 if hedged else 0)


ROOM = Decimal("0.03")
BEYOND = Decimal("0.25")
"""By how much a rate may change in a year."""
BEFORE = 3
"""Months up to that of an article whose rates it may use."""
YEAR = 12
PAIR, MOST_COMPARED = 2, 12
"""So many conversions of one kind at most are held against each other; of two the first gives the rate."""
Rate = tuple[Decimal, Decimal, Interval]
THOUSANDS = re.compile(r"\d[.,]\d{3}(?!\d)")


class CurrencyConversion:
    """Fails where no rate of the time makes the two amounts equal."""

    names = ("claim", "other", "low", "high")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each amount that is said in two currencies whose rates are known."""
        links = [each for each in dossier.each(TwoUnits) if each.claim.type == each.other.type == "amount"]
        when = months(dossier.article) if links else frozenset()
        for link in links:
            usual = None if when else _usual(link, links)
            found = _compared(link, when, usual, write)
            if found is not None:
                yield found if usual is None else _beside(found, link, usual)


def _usual(link: TwoUnits, links: Sequence[TwoUnits]) -> TwoUnits | None:
    """The first conversion of its kind at whose rate most of them may be, if it is another one and more than half are;
    of two the first. An article converts at one rate.
    """
    units = [unit(link.claim), unit(link.other)]
    alike = [each for each in links if [unit(each.claim), unit(each.other)] == units][:MOST_COMPARED]
    agreeing = [sum(_at_one_rate(each, other) for other in alike) for each in alike]
    found = alike[agreeing.index(max(agreeing))]
    return found if found is not link and (len(alike) == PAIR or max(agreeing) * 2 > len(alike)) else None


def _at_one_rate(one: TwoUnits, other: TwoUnits) -> bool:
    """Whether two conversions may be at one rate."""
    first, second = _implied(one), _implied(other)
    return first is not None and second is not None and first[2].meets(second[2])


def _implied(link: TwoUnits) -> Rate | None:
    """The rate that a conversion is at."""
    two = measure(link.other)
    return None if two is None else _with_room(possible(two).over(allowed(link.claim)))


def _at(rate: Rate | None, usual: TwoUnits | None) -> Rate | None:
    """The rates of some months, or the one that an undated article has elsewhere, if it ever was."""
    elsewhere = None if usual is None else _implied(usual)
    return elsewhere if rate is not None and elsewhere is not None and elsewhere[2].meets(rate[2]) else rate


def _compared(link: TwoUnits, when: frozenset[int], usual: TwoUnits | None, write: Write) -> Comparison | None:
    """Two amounts of money held against the rates that the conversion may have been made at, where these are known."""
    one, two, first = measure(link.claim), measure(link.other), middle(link.claim)
    if one is None or two is None or not first:
        return None
    rate = _at(_rate(str(one.unit), str(two.unit), when), usual)
    result = None if rate is None else allowed(link.claim).product(rate[2])
    if rate is None or result is None:
        return None
    fits = result.meets(possible(two))
    if not fits and _grouped(link.claim.text, result, possible(two)):
        return None
    low, high = (_short(rounded(first * end, two.number)) for end in rate[:2])
    told = (("claim", link.claim.text), ("other", link.other.text), ("low", write(low)), ("high", write(high)))
    computation = f"{write(first)} {one.unit} = {write(low)} … {write(high)} {two.unit}"
    repair = mend(link.other, _short((low + high) / 2), write)
    roles = (role("claim", link.claim), role("other", link.other))
    return Comparison(judged(fits), (link.claim, link.other), roles, told, computation, repair)


def _beside(found: Comparison, link: TwoUnits, usual: TwoUnits) -> Comparison:
    """The comparison with the conversion whose rate was taken; its own two stand as one beside the other."""
    roles = (*found.roles, role("first", usual.claim), role("second", usual.other))
    return found._replace(roles=roles, evidence=link.evidence or "apposition")


def months(article: Article) -> frozenset[int]:
    """The months whose rates an article may use, counted from the year 0; none where it is not dated."""
    published = article.document.published
    if published is None:
        return frozenset()
    last = _month(published)
    found = set(range(last - BEFORE + 1, last + 1))
    for claim in article.claims:
        if isinstance(claim.value, Period) and claim.value.start is not None and claim.value.end is not None:
            first = _month(claim.value.start)
            found.update(range(first, min(_month(claim.value.end), first + YEAR - 1) + 1))
    return frozenset(found)


def _month(day: date) -> int:
    return day.year * YEAR + day.month - 1


def _grouped(text: str, result: Interval, other: Interval) -> bool:
    """Whether the amount is right if its mark groups thousands, as elsewhere: "139,800 Yuan" in German."""
    return THOUSANDS.search(text) is not None and result.times(Decimal(1000)).meets(other)


def _short(number: Decimal) -> Decimal:
    """The number with three digits that count."""
    return rounded_to(number, number.adjusted() - 2) if number else number


def _rate(one: str, two: str, when: frozenset[int]) -> Rate | None:
    """The rates between two currencies in some months; None where none is known."""
    first, second = _per_euro(one, when), _per_euro(two, when)
    return None if first is None or second is None else _with_room(second.over(first))


def _with_room(found: Interval | None) -> Rate | None:
    """The least and the greatest rate, and the interval of the two, with some room."""
    if found is None or found.low is None or found.high is None:
        return None
    low, high = found.low * (1 - ROOM), found.high * (1 + ROOM)
    return low, high, Interval(low, high)


def _per_euro(currency: str, when: frozenset[int]) -> Interval | None:
    """How many units of a currency one euro was worth in these months, or in all if none is given."""
    if currency == "EUR":
        return exactly(Decimal(1))
    table = _table()
    if currency in table["fixed"]:
        return exactly(Decimal(table["fixed"][currency]))
    known = _known(currency)
    if not known:
        return None
    ends = [end for month, pair in known.items() if not when or month in when for end in pair]
    ends += _since(known, max(when, default=0))
    return Interval(min(ends), max(ends)) if ends else None


def _since(known: Mapping[int, tuple[Decimal, Decimal]], month: int) -> tuple[Decimal, ...]:
    """What the last known rate may have become by a month behind it; nothing for one that is not."""
    last = max(known)
    if month <= last:
        return ()
    change = BEYOND * min(YEAR, month - last) / YEAR
    low, high = known[last]
    return low * (1 - change), high * (1 + change)


@cache
def _known(currency: str) -> dict[int, tuple[Decimal, Decimal]]:
    """The least and the greatest rate of a currency by month."""
    written: dict[str, list[str]] = _table()["months"].get(currency, {})
    return {
        _month(date.fromisoformat(f"{month}-01")): (Decimal(low), Decimal(high))
        for month, (low, high) in written.items()
    }


@cache
def _table() -> dict[str, Any]:
    import json  # noqa: PLC0415 – for the few articles with two currencies

    with open(os.path.join(os.path.dirname(__file__), "euro_rates.json"), encoding="utf-8") as stream:
        table: dict[str, Any] = json.load(stream)
    return table
