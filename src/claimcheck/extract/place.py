"""What the readers of one text need to know of the text and of its language."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from claimcheck.extract.nouns import Noun, counted
from claimcheck.model import ClaimType, Value


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
