"""From prose to paragraphs, list items, sentences, and what stands in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from claimcheck.model import Quotation, Span
from claimcheck.segment.breaks import Line, is_item, line_break, wrap_width
from claimcheck.segment.stops import NOT_SPACE, STOP, Stops

_MARKS = re.compile("''|[\"„“”»«›‹‚‘’']")
_TYPED = "''"
_STRAIGHT = '"'
_APOSTROPHES = "'’‘‚›‹"
_DEEPEST = 6
_BEFORE_OPENING = " \n([{–—-/\"„“”»«›‹‚‘’'."


def quotations(prose: str, paragraphs: Iterable[Span], pairs: Sequence[str]) -> tuple[Quotation, ...]:
    """Every quotation, in the order of the text; `pairs` are the opening and closing marks of the language.

    One that is not closed ends with its paragraph, as where a speaker goes on in the next one; a single mark that is
    not closed is an apostrophe. No more than six lie inside one another: deeper marks are passed over.
    """
    closing: dict[str, str] = {}
    for pair in pairs:
        closing[pair[0]] = closing.get(pair[0], "") + pair[1]
    found: list[Quotation] = []
    for span in paragraphs:
        marks = _MARKS.finditer(prose, *span)
        found += _paragraph(prose, span, [_Mark.read(prose, span, each) for each in marks], closing)
    return tuple(found)


class _Mark(NamedTuple):
    """A quotation mark: where a quotation begins and ends with it, which one it is, and what stands beside it.

    Two apostrophes in a row are a straight mark; of them only the inner one belongs to the quotation.
    """

    opens: int
    closes: int
    kind: str
    before: str
    after: str

    @classmethod
    def read(cls, prose: str, paragraph: Span, match: re.Match[str]) -> _Mark:
        start, end = match.span()
        before = prose[start - 1] if start > paragraph.start else " "
        after = prose[end] if end < paragraph.end else " "
        return cls(end - 1, start, _STRAIGHT if match[0] == _TYPED else match[0], before, after)

    @property
    def starts(self) -> bool:
        """Whether it stands where a quotation begins."""
        return not self.after.isspace() and self.before in _BEFORE_OPENING and self.after not in ",.;:!?)"

    def splits(self, beside: str) -> bool:
        """Whether it is rather an apostrophe, by the letter beside it."""
        return self.kind in _APOSTROPHES and beside.isalnum()


def _paragraph(prose: str, span: Span, marks: Sequence[_Mark], closing: dict[str, str]) -> list[Quotation]:
    found: list[Quotation] = []
    opened: list[_Mark] = []
    for mark in marks:
        level = _closes(opened, mark, closing)
        if level >= 0 and not mark.splits(mark.after):
            found.append(Quotation(Span(opened[level].opens, mark.closes + 1), level))
            del opened[level:]
        elif mark.starts and mark.kind in closing and not mark.splits(mark.before):
            found += _open(prose, opened, mark, closing)
    stop = span.start + len(prose[span.start : span.end].rstrip())
    found += [Quotation(Span(each.opens, stop), i) for i, each in enumerate(opened) if each.kind not in _APOSTROPHES]
    found.sort(key=lambda each: (each.span.start, -each.span.end))
    return found


def _open(prose: str, opened: list[_Mark], mark: _Mark, closing: dict[str, str]) -> list[Quotation]:
    """Opens a quotation; two openings of the straight kind in a row say that the first was never closed."""
    unclosed = []
    if opened and opened[-1].kind == mark.kind and mark.kind in closing[mark.kind]:
        first = opened.pop().opens
        unclosed.append(Quotation(Span(first, first + len(prose[first : mark.closes].rstrip())), len(opened)))
    if len(opened) < _DEEPEST:
        opened.append(mark)
    return unclosed


def _closes(opened: Sequence[_Mark], mark: _Mark, closing: dict[str, str]) -> int:
    """Which of the open quotations this mark closes, -1 if none."""
    if mark.before.isspace() and mark.starts:
        return -1
    for level in range(len(opened) - 1, -1, -1):
        if mark.kind in closing[opened[level].kind]:
            return level
    return -1


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
            whole &= after == begun
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
