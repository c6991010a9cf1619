"""Amounts, percentages and quantities: every number that no date took, with its hedge, range and unit."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from claimcheck.extract.elided import Units, with_elided_units
from claimcheck.extract.parts import Part, find_parts
from claimcheck.extract.phrases import Phrase
from claimcheck.extract.place import Noun, Place, Reading, age_before, aside_age
from claimcheck.extract.rates import read_per
from claimcheck.extract.scan import Token
from claimcheck.extract.units import Unit, joined_by, part_of
from claimcheck.model import Measure


def find_measures(place: Place, tokens: list[Token], taken: list[bool]) -> tuple[list[Reading], list[tuple[int, int]]]:
    """All measures of a text in order, and the spans of the numbers that were not understood.

    `taken[i]` says that a date already used token i. A unit that stands only behind the last of several numbers
    holds for those before it too ("von 19 auf 16 Prozent").
    """
    parts, unread = find_parts(place, tokens, taken)
    readings: list[Reading] = []
    units, ends = with_elided_units(place, tokens, parts)
    at = 0
    while at < len(parts):
        part, unit = parts[at], units[at]
        joined = _composed(place.text, tokens, parts, units, at)
        if joined is not None:
            readings.append(joined[0])
            at = joined[1]
            continue
        readings.append(_bare(place, tokens, part, ends[at]) if unit is None else _measured(place, tokens, part, unit))
        at += 1
    return readings, unread


def _composed(text: str, tokens: list[Token], parts: list[Part], units: Units, at: int) -> tuple[Reading, int] | None:
    """A measure with its smaller parts as one reading, and the index behind them."""
    unit, part = units[at], parts[at]
    total = part.phrase.number
    if unit is None or total is None or part.unit is None or unit.type == "percentage":
        return None
    last, after, end = unit, at + 1, unit.end
    while after < len(parts) and joined_by(text, tokens, last, parts[after].phrase):
        added = _added(part, unit, parts[after], units[after], total if after == at + 1 else None)
        if added is None:
            break
        last = units[after] or last
        total, end, after = total + added, max(parts[after].phrase.end, last.end), after + 1
    if after == at + 1:
        return None
    measure = Measure(total, unit.code, hedge=part.phrase.hedge, rounded=True)
    return Reading(unit.type, part.phrase.start, end, measure), after


def _added(first: Part, unit: Unit, smaller: Part, other: Unit | None, whole: Decimal | None) -> Decimal | None:
    """What a part adds to the measure before it; `whole` is the measure so far, None behind its first part."""
    number = smaller.phrase.number
    if number is None:
        return None
    if other is not None:
        return part_of(unit, other, Decimal(0) if whole is None else whole, number)
    return None if whole is None else _hundredths(first, smaller, unit)


def _hundredths(first: Part, smaller: Part, unit: Unit) -> Decimal | None:
    """What a bare number behind money in words adds to it: "zwei Euro fünfzig"."""
    number = smaller.phrase.number
    spelled = smaller.phrase.numeral.spelled and first.phrase.numeral.spelled
    return number / 100 if number is not None and unit.type == "amount" and spelled and 10 <= number < 100 else None


def _measured(place: Place, tokens: list[Token], part: Part, unit: Unit) -> Reading:
    """A phrase with a unit as a reading; a rate's base ("pro Jahr") goes into the measure, not into the span."""
    phrase = part.phrase
    end = max(unit.end, phrase.end)
    noun = place.text[phrase.end : unit.end].strip(" \n-") if unit.code == "person" else None
    if noun is not None:
        _settle(phrase)
    per = read_per(place, tokens, end, phrase, unit.after)
    return Reading(unit.type, phrase.start, end, make_measure(phrase, unit, noun or None, per[0] if per else None))


def _bare(place: Place, tokens: list[Token], part: Part, end: int) -> Reading:
    """A number without a unit, a count or a share in words of a fraction; what it counts stands behind `end`."""
    phrase = part.phrase
    noun = place.counted(end)
    if _is_share(place, tokens, phrase, noun):
        unit = Unit("percentage", "percent", Decimal(100), phrase.end, phrase.after)
        return Reading("percentage", phrase.start, phrase.end, make_measure(phrase, unit, None, None))
    if noun is not None:
        _settle(phrase)
    per = read_per(place, tokens, noun.end if noun and end == phrase.end else phrase.end, phrase, phrase.after)
    age = noun is None and phrase.unscaled_years() and _is_age(place, tokens, phrase)
    unit = Unit("quantity", "year" if age else None, None, phrase.end, phrase.after)
    measure = make_measure(phrase, unit, noun.text if noun else None, per[0] if per else None)
    return Reading("quantity", phrase.start, phrase.end, measure)


def _is_share(place: Place, tokens: list[Token], phrase: Phrase, noun: Noun | None) -> bool:
    """Whether a fraction is one of something: "ein Drittel der Bäume", "a 2/3 majority"; alone it is of nothing."""
    if phrase.start == 0 and phrase.end >= len(place.text.rstrip()):
        return False
    pure = phrase.fraction is not None and noun is not None and not phrase.rounded
    return pure or phrase.is_share(tokens)


def _settle(phrase: Phrase) -> None:
    """Drops a preposition that is no hedge before persons and things: "unter 30 Bewerbern"."""
    if phrase.among:
        phrase.hedge, phrase.start = None, phrase.bare


def _is_age(place: Place, tokens: list[Token], phrase: Phrase) -> bool:
    """Whether years are meant: a word of age before, "Kern, 31,", or "Menschen zwischen 15 und 29"."""
    if age_before(place, phrase.start) or aside_age(place, phrase):
        return True
    at = phrase.first - 1
    while at >= 0 and tokens[at].start >= phrase.start:
        at -= 1
    persons = at >= 0 and tokens[at].roles.get("unit") == "person" and tokens[at].end + 1 == phrase.start
    return persons and phrase.number is None


def make_measure(phrase: Phrase, unit: Unit, noun: str | None, per: Any) -> Measure:
    """The measure of a phrase in a unit; the unit's factor turns cents into euros and a fraction into percent."""
    number, low, high = phrase.number, phrase.low, phrase.high
    if unit.factor is not None:
        number, low, high = (None if value is None else value * unit.factor for value in (number, low, high))
    if phrase.fraction is not None and unit.factor == 100 and number is not None:
        number = Decimal(100) * phrase.fraction[0] / phrase.fraction[1]
    fraction = phrase.fraction if number is not None else None
    return Measure(number, unit.code, low, high, phrase.hedge, noun, per, fraction, phrase.rounded)
