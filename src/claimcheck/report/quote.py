"""The lines a finding rests on, with the words in question marked below them, as a compiler shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from rich.cells import cell_len

from claimcheck.model import Place, Span
from claimcheck.report.places import Lines
from claimcheck.report.words import safe

MOST_PIECES = 3
"""So many rows are shown of a place that is longer than one; what is between the first and the last is left out."""

CONTEXT = 16
"""Columns left for the words around marks that are shown beside each other."""

_WIDE = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60"
_FIRST_WIDE = _WIDE[0]
_SPACED = re.compile(r"\S+")


@cache
def _signs() -> re.Pattern[str]:
    return re.compile(rf"[{_WIDE}]|[^\s{_WIDE}]+")


def words_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """A text is cut between words only. Chinese, Japanese and Korean have no spaces: there each sign is a word."""
    for spaced in _SPACED.finditer(text, start, len(text) if end is None else end):
        if max(spaced.group()) < _FIRST_WIDE:
            yield Span(*spaced.span())
        else:
            yield from (Span(*sign.span()) for sign in _signs().finditer(text, *spaced.span()))


class Mark(NamedTuple):
    """What is marked on one line: from and to as offsets, and the role where the place ends on this line."""

    line: int
    span: Span
    role: str


class Excerpt(NamedTuple):
    """A part of a line of a text with its number in the file, safe to print, and where in it the marks stand.

    Below it there is a row of carets for each mark.
    With them stands the role: behind them, before them or, where both sides are too narrow, in a row of its own.
    """

    line: int
    text: str
    marked: tuple[Span, ...]
    rows: tuple[str, ...]


def excerpts(lines: Lines, places: Sequence[tuple[Place, str]], width: int) -> Iterator[Excerpt]:
    """The quoted parts of a file for places in it with what their roles are called, none wider than `width` columns.

    Marks of one line that do not fit beside each other, with some of the words around them, are shown apart.
    """
    whole = sorted({mark for place, role in places for mark in _marks(lines, place, role)})
    group: list[Mark] = []
    for mark in (piece for each in whole for piece in _pieces(lines.text, each, width - 4)):
        if group and not _beside(lines.text, group[0], mark, width - CONTEXT):
            yield _excerpt(lines, group, width)
            group = []
        group.append(mark)
    if group:
        yield _excerpt(lines, group, width)


def _beside(text: str, first: Mark, last: Mark, width: int) -> bool:
    """Whether two marks and all between them can be shown beside each other."""
    return first.line == last.line and cell_len(safe(text[first.span.start : last.span.end])) <= width


def _marks(lines: Lines, place: Place, role: str) -> Iterator[Mark]:
    first, last = lines.line(place.span.start), lines.line(max(place.span.start, place.span.end - 1))
    for line in range(first, last + 1):
        start, end = lines.bounds(line)
        span = Span(max(start, place.span.start), min(end, place.span.end))
        if span.start < span.end or first == last:
            yield Mark(line, span, role if line == last else "")


def _pieces(text: str, mark: Mark, width: int) -> list[Mark]:
    """The mark, or where it is too wide for a row, its first rows and its last."""
    start, end = mark.span
    if end - start <= width // 2 or cell_len(safe(text[start:end])) <= width:
        return [mark]
    spans: list[Span] = []
    while start < end:
        spans.append(Span(start, _stop(text, start, end, width)))
        start = spans[-1].end
        while start < end and text[start].isspace():
            start += 1
    if len(spans) > MOST_PIECES:
        spans[MOST_PIECES - 1 : -1] = []
    return [Mark(mark.line, span, mark.role if span is spans[-1] else "") for span in spans]


def _stop(text: str, start: int, end: int, width: int) -> int:
    """Where the last word ends that fits into a row with all before it; a word too wide for a row is cut."""
    stop = start
    for word in words_in(text, start, end):
        if cell_len(safe(text[start : word.end])) > width:
            break
        stop = word.end
    return stop if stop > start else min(end, start + width // 2)


def _excerpt(lines: Lines, marks: Sequence[Mark], width: int) -> Excerpt:
    text = lines.text
    low, high = lines.bounds(marks[0].line)
    core = Span(marks[0].span.start, max(mark.span.end for mark in marks))
    start, end = _window(text, core, Span(low, high), width)
    before, after = "… " if start > low else "", " …" if end < high else ""
    marked, rows = [], []
    for mark in marks:
        left = before + safe(text[start : mark.span.start])
        words = safe(text[mark.span.start : mark.span.end])
        marked.append(Span(len(left), len(left) + len(words)))
        rows += _rows(cell_len(left), max(1, cell_len(words)), mark.role, width)
    return Excerpt(lines.at(core.start)[0], before + safe(text[start:end]) + after, tuple(marked), tuple(rows))


def _window(text: str, core: Span, line: Span, width: int) -> Span:
    """What of a line is shown around its marks: by whole words, as much before them as behind, as far as there is room.

    Words of which the marks are only a part come first.
    """
    words = _whole_words(text, line, Span(core.start - 2 * width, core.end + 2 * width))
    sides = (
        [word.start for word in words if word.start < core.start],  # the nearest last
        [word.end for word in reversed(words) if word.end > core.end],
    )
    shown = [core.start, core.end]

    def room() -> int:
        ellipses = 2 * (shown[0] > line.start) + 2 * (shown[1] < line.end)
        return width - ellipses - cell_len(safe(text[shown[0] : shown[1]]))

    while any(sides):
        for side, ends in enumerate(sides):
            before = shown[side]
            if ends:
                shown[side] = ends.pop()
            if room() < 0:
                shown[side] = before
                ends.clear()
    return Span(*shown)


def _whole_words(text: str, line: Span, reach: Span) -> list[Span]:
    """The words of a line within reach, without those that may reach further."""
    start, end = max(line.start, reach.start), min(line.end, reach.end)
    words = [*words_in(text, start, end)]
    return words[start > line.start : len(words) - (end < line.end)]


def _rows(indent: int, carets: int, role: str, width: int) -> list[str]:
    row = " " * indent + "^" * carets
    if not role:
        return [row]
    wide = cell_len(role)
    if indent + carets + 1 + wide <= width:
        return [f"{row} {role}"]
    if wide + 1 <= indent:
        return [" " * (indent - 1 - wide) + f"{role} {'^' * carets}"]
    return [row, " " * max(0, min(indent, width - wide)) + role]
