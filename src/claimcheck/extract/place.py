"""What the readers of one text need to know of the text and of its language."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from claimcheck.model import ClaimType, Value

CAPITALS = r"[ \n]((?:[a-zäöüß][\w-]{2,}(?:,? |\n)){0,3})([A-ZÄÖÜ][\w]*(?:[-:*/][\wäöüß]+)*)"
LOWER = r"[ \n-]((?:[a-z][\w'-]{2,} ){0,2})([a-z][\w-]{2,})(?![\w-])"
INFLECTED = re.compile(r"\w+(?:e|en|er|es|em|te|ten|iger)[ \n,]*$")


class Noun(NamedTuple):
    """The counted noun with its offsets in the text."""

    start: int
    end: int
    text: str


def counted(text: str, end: int, *, capitals: bool, stop_words: frozenset[str]) -> Noun | None:
    """The noun a number that ends at `end` counts.

    In a language that writes nouns with a capital: the first capitalised word, with inflected adjectives at most
    between ("13 neue Fälle"). Elsewhere the first plain word that is no function word ("14 homes").
    """
    return _capitalised(text, end, stop_words) if capitals else _plain(text, end, stop_words)


def _capitalised(text: str, end: int, stop_words: frozenset[str]) -> Noun | None:
    match = re.compile(CAPITALS).match(text, end)
    if match is None:
        return None
    between = match.group(1).replace("\n", " ").replace(",", "").split()
    if any(word in stop_words or not INFLECTED.match(word + " ") for word in between):
        return None
    return Noun(match.start(2), match.end(2), match.group(2))


def _plain(text: str, end: int, stop_words: frozenset[str]) -> Noun | None:
    match = re.compile(LOWER).match(text, end)
    if match is None:
        return None
    words = [*match.group(1).split(), match.group(2)]
    if words[0] in stop_words:
        return None
    first = start = text.index(words[0], match.start(1))
    for word in words:
        start = text.index(word, start)
        if word in stop_words:
            break
        if word.endswith("s") or len(words) == 1:
            return Noun(start, start + len(word), word)
        start += len(word)
    return Noun(first, first + len(words[0]), words[0])


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


class Place(NamedTuple):
    """One text with its sentences; `ends` is sorted."""

    text: str
    sentence_starts: frozenset[int]
    sentence_ends: frozenset[int]
    ends: tuple[int, ...]
    habits: Habits

    def counted(self, end: int) -> Noun | None:
        """The noun that a number which ends there counts."""
        habits = self.habits
        return counted(self.text, end, capitals=habits.capitals, stop_words=habits.stop_words)

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
