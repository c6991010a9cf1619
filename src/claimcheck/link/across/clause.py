"""The words around a number, and which of them speak of it."""

from __future__ import annotations

import re

from claimcheck.link.across.line import Line, Number, Word

AROUND = 6
CLAUSE = re.compile("[,;:–—()]")


def window(number: Number, size: int = AROUND) -> tuple[list[Word], list[Word]]:
    """The words before and behind a number."""
    words = number.line.words
    return words[max(0, number.at - size) : number.at], words[number.at : number.stop + size]


def belongs(number: Number, at: int) -> bool:
    """Whether a word may speak of a number: of its clause, or of one beside that has no number of its own."""
    start, stop = _clause(number.line, at)
    inside = [other for other in number.line.numbers if start <= other.claim.span.start < stop]
    return number in inside or not inside


def _clause(line: Line, at: int) -> tuple[int, int]:
    """The stretch between two marks in which an offset lies."""
    ends = [match.start() for match in CLAUSE.finditer(line.page.prose, line.span.start, line.span.end)]
    before = max((end for end in ends if end <= at), default=line.span.start)
    return before, min((end for end in ends if end > at), default=line.span.end)
