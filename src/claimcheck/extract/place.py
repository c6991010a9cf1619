"""What the readers of one text need to know of the text and of its language."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple


class Place(NamedTuple):
    """One text with its sentences; `ends` is sorted. The rest is the language's: see numbers.yaml and units.yaml."""

    text: str
    sentence_starts: frozenset[int]
    sentence_ends: frozenset[int]
    ends: tuple[int, ...]
    capitals: bool
    stop_words: frozenset[str]
    age_cues: tuple[str, ...]
    times: frozenset[str]
    starters: frozenset[str] = frozenset()

    def sentence_between(self, left: int, right: int) -> bool:
        """Whether a sentence ends between two offsets."""
        at = bisect_left(self.ends, left)
        return at < len(self.ends) and self.ends[at] <= right
