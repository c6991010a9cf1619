"""What the readers of one text need to know of the text and of its language."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple


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

    def sentence_between(self, left: int, right: int) -> bool:
        """Whether a sentence ends between two offsets."""
        at = bisect_left(self.ends, left)
        return at < len(self.ends) and self.ends[at] <= right
