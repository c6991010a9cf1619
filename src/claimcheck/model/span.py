"""Where something stands in a text, and words of it that say something by themselves, or hide it."""

from typing import Literal, NamedTuple


class Span(NamedTuple):
    """Unicode code points into the text the user wrote, end exclusive."""

    start: int
    end: int

    def touches(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
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
