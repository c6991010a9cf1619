"""Amounts, percentages and quantities: every number that no date took, with its hedge, range and unit."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from claimcheck.extract.ages import age_before
from claimcheck.extract.composed import joined_by, part_of
from claimcheck.extract.elided import with_elided_units
from claimcheck.extract.nouns import Noun, counted
from claimcheck.extract.parts import Part, find_parts
from claimcheck.extract.place import Place
from claimcheck.extract.ranges import Phrase
from claimcheck.extract.rates import read_per
from claimcheck.extract.reading import Reading
from claimcheck.extract.scan import Token
from claimcheck.extract.units import Unit
from claimcheck.languages import Language
from claimcheck.model import Measure


def find_measures(
    place: Place, tokens: list[Token], taken: list[bool], language: Language
) -> tuple[list[Reading], list[tuple[int, int]]]:
    """All measures of a text in order, and the spans of the numbers that were not understood.

    `taken[i]` says that a date already used token i. A unit that stands only behind the last of several numbers
    holds for those before it too ("von 19 auf 16 Prozent").
    """
    parts, unread = find_parts(place, tokens, taken)
    readings: list[Reading] = []
    units = with_elided_units(place, tokens, parts)
    at = 0
    while at < len(parts):
        part, unit = parts[at], units[at]
        if unit is None:
            readings.append(_bare(place, tokens, part))
        else:
            joined = _composed(place.text, tokens, parts, units, at)
            if joined is not None:
                readings.append(joined[0])
                at = joined[1]
                continue
            readings.append(_measured(place, tokens, part, unit))
        at += 1
    return readings, unread


def _composed(
    text: str, tokens: list[Token], parts: list[Part], units: list[Unit | None], at: int
) -> tuple[Reading, int] | None:
    """A measure with its smaller parts as one reading, and the index behind them."""
    unit, part = units[at], parts[at]
    total = part.phrase.number
    if unit is None or total is None or part.unit is None or unit.type == "percentage":
        return None
    last, after, end = unit, at + 1, unit.end
    while after < len(parts) and (smaller := parts[after].phrase.number) is not None:
        other, following = units[after], parts[after].phrase
        if not joined_by(text, tokens, last, following):
            break
        if other is not None:
            added = part_of(unit, other, total if after == at + 1 else Decimal(0), smaller)
        elif unit.type == "amount" and following.numeral.spelled and part.phrase.numeral.spelled and after == at + 1:
            added = smaller / 100 if 10 <= smaller < 100 else None  # "zwei Euro fünfzig"
        else:
            added = None
        if added is None:
            break
        total, last = total + added, other or last
        end, after = max(following.end, other.end if other else 0), after + 1
    if after == at + 1:
        return None
    return Reading(
        unit.type, part.phrase.start, end, Measure(total, unit.code, hedge=part.phrase.hedge, rounded=True)
    ), after


def _measured(place: Place, tokens: list[Token], part: Part, unit: Unit) -> Reading:
    """A phrase with a unit as a reading; a rate's base ("pro Jahr") goes into the measure, not into the span."""
    phrase = part.phrase
    end = max(unit.end, phrase.end)
    per = read_per(place, tokens, end, unit.after)
    noun = None
    if unit.type in {"percentage", "amount"}:
        noun = None
    elif unit.code == "person":
        noun = Noun(0, 0, place.text[phrase.end : unit.end].strip(" \n-"))
    measure = make_measure(phrase, unit, noun.text if noun else None, per[0] if per else None)
    return Reading(unit.type, part.phrase.start, end, measure)


def _bare(place: Place, tokens: list[Token], part: Part) -> Reading:
    """A number without a unit: a count, or a share where the words were a fraction."""
    phrase = part.phrase
    whole_text = phrase.start == 0 and phrase.end >= len(
        place.text.rstrip()
    )  # "two thirds" alone is a share of nothing
    if phrase.fraction is not None and phrase.numeral.spelled and not whole_text:
        unit = Unit("percentage", "percent", Decimal(100), phrase.end, phrase.after)
        return Reading("percentage", phrase.start, phrase.end, make_measure(phrase, unit, None, None))
    noun = counted(place.text, phrase.end, capitals=place.capitals, stop_words=place.stop_words)
    per = read_per(place, tokens, noun.end if noun else phrase.end, phrase.after)
    age = (
        noun is None
        and phrase.unscaled_years()
        and (age_before(place, phrase.start) or (phrase.number is None and _persons_before(tokens, phrase)))
    )
    unit = Unit("quantity", "year" if age else None, None, phrase.end, phrase.after)
    return Reading(
        "quantity",
        phrase.start,
        phrase.end,
        make_measure(phrase, unit, noun.text if noun else None, per[0] if per else None),
    )


def _persons_before(tokens: list[Token], phrase: Phrase) -> bool:
    """ "Menschen zwischen 15 und 29": a range right behind persons is their age."""
    at = phrase.first - 1
    while at >= 0 and tokens[at].start >= phrase.start:
        at -= 1
    return at >= 0 and tokens[at].roles.get("unit") == "person" and tokens[at].end + 1 == phrase.start


def make_measure(phrase: Phrase, unit: Unit, noun: str | None, per: Any) -> Measure:
    """The measure of a phrase in a unit; the unit's factor turns cents into euros and a fraction into percent."""
    number, low, high = phrase.number, phrase.low, phrase.high
    if unit.factor is not None:
        number, low, high = (None if value is None else value * unit.factor for value in (number, low, high))
    if phrase.fraction is not None and unit.factor == 100 and number is not None:
        number = Decimal(100) * phrase.fraction[0] / phrase.fraction[1]
    return Measure(
        number,
        unit.code,
        low,
        high,
        phrase.hedge,
        noun,
        per,
        phrase.fraction if number is not None else None,
        phrase.rounded,
    )
