"""Where something stands in a text."""

from typing import NamedTuple


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
