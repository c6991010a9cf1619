"""Where something stands in a text, and words of it that say something by themselves, or hide it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple


class Span(NamedTuple):
    """Unicode code points into the text the user wrote, end exclusive."""

    start: int
    end: int

    def touches(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


class Word(NamedTuple):
    """A word that states a relation by itself ("doubled", "majority"), with its place."""

    span: Span
    text: str


WordingKind = Literal["vague_source", "hearsay", "record", "study"]


class Wording(NamedTuple):
    """One such wording.

    vague_source: "experts", "some", "is often assumed" · hearsay: "apparently", "reportedly" · record: a superlative
    ("record level") · study: a study, survey or analysis without its title.
    """

    kind: WordingKind
    span: Span
    text: str


class Stretches:
    """Stretches in the order of their beginnings; they may lie inside one another.

    `reach` is the furthest end of each one and all before it: where it falls short no stretch from there back reaches
    far enough, so every question costs a bisection instead of a look at all of them.
    """

    __slots__ = ("reach", "spans", "starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = sorted(spans)
        self.starts = [span.start for span in self.spans]
        self.reach: list[int] = []
        furthest = 0
        for span in self.spans:
            furthest = max(furthest, span.end)
            self.reach.append(furthest)

    def cover(self, span: Span) -> bool:
        """Whether one of them covers the span."""
        at = bisect_right(self.starts, span.start)
        return at > 0 and self.reach[at - 1] >= span.end

    def covering(self, span: Span) -> Iterator[Span]:
        """Those that cover the span, the innermost first."""
        at = bisect_right(self.starts, span.start) - 1
        while at >= 0 and self.reach[at] >= span.end:
            if self.spans[at].end >= span.end:
                yield self.spans[at]
            at -= 1

    def hold(self, offset: int) -> bool:
        """Whether the character at an offset lies in one of them."""
        at = bisect_right(self.starts, offset)
        return at > 0 and self.reach[at - 1] > offset

    def touch(self, span: Span) -> bool:
        """Whether one of them shares a character with the span."""
        at = bisect_left(self.starts, span.end)
        return at > 0 and self.reach[at - 1] > span.start

    def touching(self, span: Span) -> Iterator[Span]:
        """Those that share a character with the span, the last first."""
        at = bisect_left(self.starts, span.end) - 1
        while at >= 0 and self.reach[at] > span.start:
            if self.spans[at].end > span.start:
                yield self.spans[at]
            at -= 1
