"""Lengths of time: "zwei Jahre und drei Monate", "an hour and a half", "45-minütig", "mehr als zehn Jahre"."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

from claimcheck.extract.dates.grammar import Match
from claimcheck.extract.dates.scene import Scene
from claimcheck.model import Duration, Measure
from claimcheck.model.measure import Hedge

BASIC: dict[str, tuple[str, int]] = {
    "decade": ("year", 10), "century": ("year", 100), "millennium": ("year", 1000), "quarter": ("month", 3),
    "half_year": ("month", 6), "fortnight": ("day", 14),
}  # fmt: skip
LETTERS = {"year": "Y", "month": "M", "week": "W", "day": "D", "hour": "H", "minute": "M", "second": "S"}
CLOCK = {"hour": 3600, "minute": 60, "second": 1}
SMALLER = {"year": ("month", 12), "day": ("hour", 24), "hour": ("minute", 60), "minute": ("second", 60)}
RANK = {unit: i for i, unit in enumerate(("millennium", "century", "decade", "year", "half_year", "quarter", "month",
                                          "fortnight", "week", "day", "hour", "minute", "second"))}  # fmt: skip
MOST = Decimal(10) ** 9
SHORT_RACE = 10
Parts = list[tuple[str, Decimal]]
FAR = 60


class Length(NamedTuple):
    """Numbers with their units, the greatest unit first; `high` is the upper end of a range in the one unit.

    `watch`: written as a stopwatch shows it.
    """

    parts: tuple[tuple[str, Decimal], ...]
    high: Decimal | None = None
    hedge: Hedge | None = None
    start: int = 0
    watch: bool = False


def duration(length: Length) -> Duration:
    """The ISO 8601 duration; half a year is P6M, half an hour PT30M, but 2.5 years stays P2.5Y."""
    unit, number = _basic(*length.parts[0])
    if length.high is not None:
        _, high = _basic(length.parts[0][0], length.high)
        measure = Measure(None, unit, number, high, length.hedge)
        return Duration(None, _iso([(unit, number)]), _iso([(unit, high)]), measure)
    if length.watch:
        return Duration(_iso([_basic(*part) for part in length.parts]))
    parts = [_basic(*part) for part in length.parts]
    if {unit for unit, _ in parts} <= CLOCK.keys():  # an hour and ten minutes are 70 minutes
        unit = parts[-1][0]
        number = sum((CLOCK[each] * count for each, count in parts), Decimal(0)) / CLOCK[unit]
    return Duration(_iso(parts), measure=Measure(number, unit, hedge=length.hedge))


def _basic(unit: str, number: Decimal) -> tuple[str, Decimal]:
    base, factor = BASIC.get(unit, (unit, 1))
    number *= factor
    if number < 1 and base in SMALLER and number != number.to_integral_value():
        smaller, count = SMALLER[base]
        if number * count == (number * count).to_integral_value():
            return smaller, number * count
    return base, number


def _iso(parts: Parts) -> str:
    days = "".join(f"{_digits(number)}{LETTERS[unit]}" for unit, number in parts if unit not in CLOCK)
    clock = "".join(f"{_digits(number)}{LETTERS[unit]}" for unit, number in parts if unit in CLOCK)
    return f"P{days}T{clock}" if clock else f"P{days}"


def _digits(number: Decimal) -> str:
    if number == number.to_integral_value():
        return str(int(number))
    return format(number.normalize(), "f")


def _length(match: Match, number: Decimal, high: Decimal | None = None) -> dict[str, Any] | None:
    values = match.values
    unit = values.get("unit") or values["adj"]
    if not 0 < number < MOST or (high is not None and not number < high < MOST) or _compared(match):
        return None
    if _no_length(match, unit):
        return {}
    hedges = match.all("hedge")
    hedge = hedges[-1] if hedges else None
    if high is not None and hedge != "about":
        hedge = None
    return {"length": Length(((unit, number),), high, hedge, match.start), "start": match.start}


def _compared(match: Match) -> bool:
    """Whether a hedge says what a number is compared with: "180 more than a year ago", "5 percent more than …"."""
    scene = match.scene
    if "hedge" not in match.values or "looks_back" not in scene.roles(match.end):
        return False
    return scene.before(match.start)[-1:].isdigit() or "percent" in scene.roles_before(match.start)


def _no_length(match: Match, unit: str) -> bool:
    """Whether the words are an age, a time of day or part of a compound."""
    scene = match.scene
    if "adj" in match.values:
        if _person(match, unit):
            return True
    elif scene.compound(match.start, match.end):
        return True
    if match.start and scene.text[match.start - 1] in ":/":
        return True
    return _aged(match) or (unit == "hour" and scene.cued(match.start, "clock"))


def _aged(match: Match) -> bool:
    """Whether the words before or behind make a length an age: "aged", "older than", "und älter"."""
    scene = match.scene
    before = scene.roles_before(match.start)
    if "aged" in scene.roles(match.end) or scene.older(match.end) or "aged" in before:
        return True
    if scene.cued(match.start, "than") and scene.two_before(match.start) in scene.cues["age"]:
        return True
    if "hedge" in match.values and scene.cued(match.start, "age"):
        return True
    return ("one_of" in before or "from" in before) and _aged_before(match)


def _aged_before(match: Match) -> bool:
    """Whether the word before the one beside a length tells an age."""
    scene = match.scene
    inner = scene.text.rfind(" ", max(0, match.start - FAR), match.start - 1)
    return inner > 0 and "aged" in scene.roles_before(inner + 1)


def _person(match: Match, unit: str) -> bool:
    """Whether "-jährig" tells an age: where a noun of the language's list does not show that something lasts."""
    scene = match.scene
    if unit != "year" or not scene.cues["lasting"]:
        return False
    noun = scene.next_word(match.end).lower()
    return not any(noun.endswith(word) for word in scene.cues["lasting"])


def length(match: Match) -> dict[str, Any] | None:
    """A number with a unit; "a year" alone only where the words around it, or the language, make it a length."""
    values = match.values
    if "num" in values and "one" not in values:
        numbers = match.all("num")
        if len(numbers) == 2 and not (0 < numbers[1] < 1 and numbers[0] == numbers[0].to_integral_value()):
            return None
        return _length(match, sum(numbers, Decimal(values.get("half", 0))))
    if "half" in values:
        return _length(match, Decimal(values["half"]) + (1 if match.symbols[-1] == "half" and "one" in values else 0))
    return _length(match, Decimal(1)) if _one_unit(match) else None


def _one_unit(match: Match) -> bool:
    """Whether "a year" is a length of one and neither a rate nor "eines Tages"."""
    scene, atom = match.scene, match.atoms[match.symbols.index("unit")]
    if "ord" in atom.symbols or "plural" in atom.symbols or scene.text.startswith("-", atom.start):
        return False
    article = scene.text[match.start : match.end].split(" ", 1)[0].lower()
    if article in scene.cues["not_length"] and atom.symbols.get("unit") == "day":
        return False
    if scene.length_of_article or "hedge" in match.values or scene.cued(match.start, "length"):
        return True
    return not {"back", "from_now", "and"}.isdisjoint(match.values)


def length_range(match: Match) -> dict[str, Any] | None:
    """Such as "zwei bis drei Wochen", "zwischen 5 und 10 Jahren"."""
    low, high = (Decimal(1), *match.all("num")) if "one" in match.values else match.all("num")
    return _length(match, low, high)


def adjective(match: Match) -> dict[str, Any] | None:
    """Such as "45-minütig", "dreistündig", "18-month": as a number with a unit."""
    numbers = match.all("num") or [Decimal(1)]
    result = _length(match, numbers[0], numbers[1] if len(numbers) > 1 else None)
    return {**result, "single": True} if result else result


def piece(match: Match) -> dict[str, Any] | None:
    """A word that is a length by itself: "Viertelstunde"."""
    iso = match.values["piece"]
    times = match.values.get("num", Decimal(1))
    if match.scene.compound(match.start, match.end) or times != times.to_integral_value() or not 0 < times < MOST:
        return None
    unit = {"Y": "year", "D": "day", "H": "hour"}.get(iso[-1]) or ("minute" if "T" in iso else "month")
    number = Decimal("".join(filter(str.isdigit, iso))) * times
    return {"length": Length(((unit, number),), start=match.start), "single": True}


def measured(match: Match) -> dict[str, Any] | None:
    """Such as "2:05:13", "45:12 Minuten": a time that a stopwatch shows; two numbers need their unit."""
    scene, unit = match.scene, match.values.get("unit")
    if "stopwatch" in match.values:
        hours = match.values["stopwatch"]
        if unit not in (None, "hour") or (unit is None and not _raced(scene, match, hours[0])):
            return {}
        parts = tuple(zip(("hour", "minute", "second"), hours, strict=True))
    else:
        first, second = match.values["pace"]
        if unit not in ("hour", "minute") or (unit == "hour" and second >= 60):
            return None
        parts = ((unit, first), ("minute" if unit == "hour" else "second", second))
    parts = tuple(part for part in parts if part[1]) or parts[-1:]
    return {"length": Length(parts, start=match.start, watch=len(parts) > 1), "single": True}


def _raced(scene: Scene, match: Match, hours: Decimal) -> bool:
    """Whether three numbers with colons are how long something took and no time of day."""
    roles = scene.roles(match.end)
    return hours < SHORT_RACE and "clock" not in roles and not scene.cued(match.start, "clock")


def length_and(match: Match) -> dict[str, Any] | None:
    """Such as "drei Jahre und zwei Monate": every unit smaller than the one before, or sorted."""
    lengths: list[Length] = match.all("length")
    if any(each.high is not None for each in lengths) or any(each.hedge for each in lengths[1:]):
        return None
    parts = [part for each in lengths for part in each.parts]
    ordered = sorted(parts, key=lambda part: RANK[part[0]])
    if any("single" in atom.symbols for atom in match.atoms) or not _one_row(match, parts, ordered):
        return None
    return {"length": Length(tuple(ordered), hedge=lengths[0].hedge, start=match.start)}


def _one_row(match: Match, parts: Parts, ordered: Parts) -> bool:
    """Whether the parts are whole numbers of different units, and in order where words join them."""
    if len({unit for unit, _ in parts}) < len(parts):
        return False
    if any(number != number.to_integral_value() for _, number in ordered[:-1]):
        return False
    joined = {"and", "comma"} & match.values.keys()
    return not joined or (ordered == parts and ("and" in joined or len(parts) >= 3))


def each(match: Match) -> dict[str, Any]:
    """Such as "jeden Montag", "alle zwei Wochen": no day and no length, and nothing inside is one."""
    return {}
