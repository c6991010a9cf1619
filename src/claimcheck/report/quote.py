"""The lines a finding rests on, with the words in question marked below them, as a compiler shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimcheck.model import Place, Span
from claimcheck.report.places import Files, Lines
from claimcheck.report.safe import safe

WIDTH = 100  # columns of quoted text; an article's line is a whole paragraph and is cut around the marks

# Latin letters, general punctuation and currency signs all take one column.
_UNEVEN = "[^\x00-\u02ff\u2010-\u205e\u20a0-\u20bf]"


class Mark(NamedTuple):
    """What is marked on one line: from and to as offsets, and the role where the place ends on this line."""

    line: int
    span: Span
    role: str


class Excerpt(NamedTuple):
    """A line of a text with its number in the file, safe to print, and a row of carets with its role for each mark."""

    line: int
    text: str
    rows: tuple[tuple[str, str], ...]


def excerpts(files: Files, path: str, places: Sequence[Place]) -> Iterator[Excerpt]:
    """The quoted lines of one file, by line, each cut to about WIDTH columns; far marks of one line are cut apart."""
    lines = files[path]
    marks = sorted({mark for place in places if place.path == path for mark in _marks(lines, place)})
    group: list[Mark] = []
    for mark in marks:
        near = group and mark.line == group[0].line and mark.span.end - group[0].span.start <= WIDTH * 3 // 4
        if group and not near:
            yield _excerpt(lines, group)
            group = []
        group.append(mark)
    if group:
        yield _excerpt(lines, group)


def _marks(lines: Lines, place: Place) -> Iterator[Mark]:
    first, last = lines.line(place.span.start), lines.line(max(place.span.start, place.span.end - 1))
    for line in range(first, last + 1):
        start, end = lines.bounds(line)
        span = Span(max(start, place.span.start), min(end, place.span.end))
        if span.start < span.end or first == last:
            yield Mark(line, span, place.role if line == last else "")


def _excerpt(lines: Lines, marks: Sequence[Mark]) -> Excerpt:
    text = lines.text
    line_start, line_end = lines.bounds(marks[0].line)
    first, last = marks[0].span.start, max(mark.span.end for mark in marks)
    margin = max(WIDTH // 8, (WIDTH - (last - first)) // 2)
    start = max(line_start, min(first - margin, line_end - WIDTH))
    end = min(line_end, max(start + WIDTH, min(last + margin, first + WIDTH)))
    if start > line_start:
        space = text.find(" ", start, first)
        start = space + 1 if space >= 0 else start
    if end < line_end:
        space = text.rfind(" ", last, end)
        end = space if space > last else end
    before, after = "… " if start > line_start else "", " …" if end < line_end else ""
    rows = []
    for mark in marks:
        indent = columns(before + safe(text[start : mark.span.start]))
        carets = max(1, columns(safe(text[mark.span.start : min(mark.span.end, end)])))
        rows.append((f"{' ' * indent}{'^' * carets}", mark.role))
    return Excerpt(lines.at(first)[0], before + safe(text[start:end]) + after, tuple(rows))


def columns(text: str) -> int:
    """How many terminal columns a safe text takes: two for a wide character, none for a combining one."""
    if not re.search(_UNEVEN, text):
        return len(text)
    from unicodedata import combining, east_asian_width  # noqa: PLC0415 – a large table, for rare texts only

    return sum(0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in text)
