"""From prose to paragraphs, list items and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from claimcheck.model import Span
from claimcheck.segment.breaks import Line, is_item, line_break, wrap_width
from claimcheck.segment.stops import NOT_SPACE, STOP, Stops

_BLANK_LINE = re.compile(r"\n *+\n[ \n]*+")


class Division(NamedTuple):
    """What a text is divided into; every list in the order of the text, no span with white space at its ends."""

    paragraphs: list[Span]
    list_items: list[Span]
    sentences: list[Span]


def divide(prose: str, blocks: Iterable[Span], table: dict[str, Any]) -> Division:
    """Divides every block (a stretch that nothing crosses, such as a Markdown heading) by blank lines and rules."""
    divider = _Divider(prose, table)
    for block in blocks:
        last = block.start
        for gap in _BLANK_LINE.finditer(prose, block.start, block.end):
            divider.part(last, gap.start())
            last = gap.end()
        divider.part(last, block.end)
    return divider.found


class _Divider:
    def __init__(self, prose: str, table: dict[str, Any]) -> None:
        self.prose = prose
        self.table = table
        self.stops = Stops(prose, table)
        self.found = Division([], [], [])

    def part(self, start: int, end: int) -> None:
        """One stretch without blank lines: its sentences line by line, and what each line feed ends."""
        prose = self.prose
        lines = _lines(prose, start, end)
        if not lines:
            return
        width = wrap_width(prose, lines, self.table) if len(lines) > 1 else 0
        high = lines[-1][1]
        first = begun = lines[0][0]
        whole = True
        for i, (low, line_end) in enumerate(lines):
            after = self._sentences(begun, low, line_end, high)
            whole = whole and after == begun
            begun = after
            if i + 1 == len(lines):
                break
            line = Line(low, line_end, begun >= line_end, whole)
            kind = line_break(prose, line, lines[i + 1], width, self.table)
            whole = line.ended or kind != "none"
            if whole and not line.ended:
                self.found.sentences.append(Span(begun, line_end))
                begun = lines[i + 1][0]
            if kind == "paragraph":
                self._close(first, line_end)
                first = begun
        if begun < high:
            self.found.sentences.append(Span(begun, high))
        self._close(first, high)

    def _sentences(self, begun: int, low: int, line_end: int, high: int) -> int:
        """Adds the sentences that end in a line; returns where the next one begins."""
        prose, decide, sentences = self.prose, self.stops.end, self.found.sentences
        for stop in STOP.finditer(prose, low, line_end):
            start, end = stop.span()
            if end >= high:
                break
            ended = decide(max(low, begun), start, end, high)
            if ended > begun:
                sentences.append(Span(begun, ended))
                begun = ended + 1 if prose[ended] == " " else ended
                if prose[begun] in " \n":
                    begun = NOT_SPACE.search(prose, begun, high).start()  # type: ignore[union-attr]
        return begun

    def _close(self, start: int, end: int) -> None:
        self.found.paragraphs.append(Span(start, end))
        if is_item(self.prose, start, end):
            self.found.list_items.append(Span(start, end))


def _lines(prose: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where each line that is not blank begins and ends, without the spaces around it."""
    lines: list[tuple[int, int]] = []
    while start < end:
        stop = prose.find("\n", start, end)
        stop = end if stop < 0 else stop
        raw = prose[start:stop]
        if words := raw.strip(" "):
            at = start + len(raw) - len(raw.lstrip(" "))
            lines.append((at, at + len(words)))
        start = stop + 1
    return lines
