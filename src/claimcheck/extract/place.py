"""What the readers of one text need to know of the text and of its language."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from itertools import takewhile
from typing import TYPE_CHECKING, Any, NamedTuple

from claimcheck.model import ClaimType, Duration, Measure, Value

if TYPE_CHECKING:
    from claimcheck.extract.phrases import Phrase


CAPITALS = r"[ \n]((?:[a-zäöüß][\w-]{2,}(?:,? |\n)){0,3})([A-ZÄÖÜ][\w]*(?:[-:*/][\wäöüß]+)*)"
LOWER = r"[ \n-]((?:[a-z][\w'-]{2,} ){0,2})([a-z][\w-]{2,})(?![\w-])"
INFLECTED = re.compile(r"\w+(?:e|en|er|es|em|te|ten|iger)[ \n,]*$")


class Noun(NamedTuple):
    """The counted noun with its offsets in the text."""

    start: int
    end: int
    text: str


def counted(text: str, end: int, habits: Habits) -> Noun | None:
    """The noun a number that ends at `end` counts.

    In a language that writes nouns with a capital: the first capitalised word, with inflected adjectives at most
    between ("13 neue Fälle"). Elsewhere the first plain word in the plural ("four young women"), else the first that is
    no function word.
    """
    return _capitalised(text, end, habits.stop_words) if habits.capitals else _plain(text, end, habits)


def _capitalised(text: str, end: int, stop_words: frozenset[str]) -> Noun | None:
    match = re.compile(CAPITALS).match(text, end)
    if match is None:
        return None
    between = match.group(1).replace("\n", " ").replace(",", "").split()
    if any(word in stop_words or not INFLECTED.match(word + " ") for word in between):
        return None
    return Noun(match.start(2), match.end(2), match.group(2))


def _plain(text: str, end: int, habits: Habits) -> Noun | None:
    match = re.compile(LOWER).match(text, end)
    if match is None:
        return None
    words = [*match.group(1).split(), match.group(2)]
    if words[0] in habits.stop_words:
        return None
    named = [*takewhile(lambda word: word not in habits.stop_words, words)]
    plural = [len(words) == 1 or word.endswith(habits.plural_endings) for word in named]
    at = plural.index(True) if True in plural else 0
    while at + 1 < len(named) and plural[at] and plural[at + 1]:
        at += 1  # "40 police officers"
    start = match.start(1) + sum(len(word) + 1 for word in named[:at])
    return Noun(start, start + len(named[at]), named[at])


class Tens(NamedTuple):
    """How a language tells an age by the tens it lies in."""

    form: re.Pattern[str]
    first: dict[str, int]


class Habits(NamedTuple):
    """What a language writes around its numbers: see numbers.yaml and units.yaml."""

    capitals: bool
    ordinal_dot: bool
    decimal: str
    stop_words: frozenset[str]
    pronouns: frozenset[str]
    uncounted: frozenset[str]
    plural_endings: tuple[str, ...]
    age_cues: tuple[str, ...]
    times: frozenset[str]
    starters: frozenset[str]
    tens: Tens


class Place(NamedTuple):
    """One text with its sentences; `ends` is sorted."""

    text: str
    sentence_starts: frozenset[int]
    sentence_ends: frozenset[int]
    ends: tuple[int, ...]
    habits: Habits

    def counted(self, end: int) -> Noun | None:
        """The noun that a number which ends there counts."""
        return counted(self.text, end, self.habits)

    def sentence_between(self, left: int, right: int) -> bool:
        """Whether a sentence ends between two offsets."""
        at = bisect_left(self.ends, left)
        return at < len(self.ends) and self.ends[at] <= right


class Reading(NamedTuple):
    """A typed value with its offsets in the text that was read."""

    type: ClaimType
    start: int
    end: int
    value: Value


REACH = 40
LONGEST_WORD = 60
OLDEST = 120
GROWN = 10
PART_OF_TEN, LAST_OF_TEN = 3, 9
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


def tens_of(told: dict[str, Any]) -> Tens:
    """The words of a language for tens of years and their parts, each with the first year it is of."""
    parts, own, only = ("|".join(map(re.escape, told[name])) for name in ("parts", "tens", "only_in_parts"))
    whose = "|".join(map(re.escape, told["whose"]))
    in_part = rf"({parts})[ \n]({only or '(?!)'})"
    form = rf"(?<!\w)(?:(?:{whose})[ \n](?:({parts})[ \n-])?({own})|{in_part})(?!\w|[ -][\dA-ZÄÖÜ%€]|[.,]\d)"
    return Tens(re.compile(form), {**told["parts"], **told["tens"], **told["only_in_parts"]})


def in_tens(text: str, tens: Tens) -> Iterator[Reading]:
    """Ages told by the tens they lie in: "Ende dreißig", "in her early sixties"."""
    for match in tens.form.finditer(text):
        part, ten = (match[1] or match[3]), (match[2] or match[4])
        low = tens.first[ten] + (tens.first[part] if part else 0)
        high = min(low + PART_OF_TEN, tens.first[ten] + LAST_OF_TEN) if part else low + LAST_OF_TEN
        start = min(match.start(group) for group in range(1, 5) if match[group])
        yield Reading("quantity", start, match.end(), Measure(None, "year", Decimal(low), Decimal(high)))


def beside_ages(place: Place, dates: list[Reading]) -> list[Reading]:
    """The dates and the ages told by tens, of which none is a date as well, in order."""
    ages = list(in_tens(place.text, place.habits.tens))
    free = [each for each in dates if not any(age.start < each.end and each.start < age.end for age in ages)]
    return sorted([*free, *ages], key=lambda each: each.start) if ages else dates


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
