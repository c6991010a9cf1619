"""Years that are an age and no length of time: "Senioren über 80 Jahre", "im Alter von 15 bis 34", "Kern, 31,"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extract.place import Reading
from claimcheck.model import Duration, Measure

if TYPE_CHECKING:
    from claimcheck.extract.phrases import Phrase
    from claimcheck.extract.place import Place

REACH = 40
LONGEST_WORD = 60
OLDEST = 120
GROWN = 10
NAME_COMMA = r"[A-ZÄÖÜ][^\W\d_]*[^\W\d_A-Z], \Z"


def as_age(place: Place, reading: Reading) -> Reading:
    """A duration in years as a quantity where the words around say it is an age; any other reading unchanged.

    They do where a word such as "Alter" stands shortly before, or where "über", "unter", "ab" or "zwischen" follow a
    capitalised noun directly: "seit über zwei Jahren" is a length, "Kinder unter zwei Jahren" an age.
    """
    value = reading.value
    measure = value.measure if isinstance(value, Duration) else None
    if measure is None or not _of_a_life(measure):
        return reading
    if age_before(place, reading.start) or (_bounded(measure) and _noun_before(place, reading.start)):
        return Reading("quantity", reading.start, reading.end, measure)
    return reading


def _of_a_life(measure: Measure) -> bool:
    top = measure.number if measure.number is not None else measure.high
    return measure.unit == "year" and top is not None and top <= OLDEST


def age_before(place: Place, start: int) -> bool:
    """Whether a word of age stands in the few words before, in the same sentence."""
    around = place.text[max(0, start - REACH) : start]
    around = around[max(around.rfind(sign) for sign in ".!?;\n") + 1 :]
    return any(word in around for word in place.habits.age_cues)


def aside_age(place: Place, phrase: Phrase) -> bool:
    """ "Kern, 31, sagte": two digits between commas behind a capitalised word."""
    text, numeral = place.text, phrase.numeral
    if numeral.spelled or phrase.start != numeral.start or phrase.number is None or phrase.number < GROWN:
        return False
    if not numeral.raw.isdigit() or text[phrase.end : phrase.end + 1] not in (",", ")"):
        return False
    return re.compile(NAME_COMMA).search(text, max(0, phrase.start - LONGEST_WORD), phrase.start) is not None


def _bounded(measure: Measure) -> bool:
    return measure.hedge in ("over", "under", "at_least") or (measure.number is None and measure.low is not None)


def _noun_before(place: Place, start: int) -> bool:
    """Whether the word right before is a capitalised noun and no word that merely opens the sentence."""
    habits = place.habits
    if not habits.capitals or start < 2 or place.text[start - 1] not in " \n":
        return False
    low = max(0, start - LONGEST_WORD)
    left = max(place.text.rfind(" ", low, start - 1), place.text.rfind("\n", low, start - 1), low - 1) + 1
    word = place.text[left : start - 1]
    return word[:1].isupper() and word.isalpha() and word not in habits.times and word not in habits.starters
