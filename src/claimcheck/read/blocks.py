"""The blocks of a Markdown text: headings, items, quoted blocks, code, tables, paragraphs."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimcheck.model.document import Region, RegionKind
from claimcheck.model.span import Span

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}#{1,6}(?= |$)")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+) *$")
_RULE = re.compile(r" {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$")
_ITEM = re.compile(r" *(?:[-*+]|[0-9]{1,9}[.)])(?: +\[[ xX]\])?(?= )")
_QUOTE = re.compile(r" {0,3}(?:> ?)+")
_DEFINITION = re.compile(r" {0,3}\[(?!\^)[^\]\n]{1,200}\]: *\S.*$")
_FOOTNOTE = re.compile(r" {0,3}\[\^[^\]\n]{1,60}\]:")
_TABLE_RULE = re.compile(r" *\|?(?: *:?-+:? *\|)+(?: *:?-+:? *)?$")
_INDENT = "    "
_HTML = re.compile(r" {0,3}<(?:/?[A-Za-z][A-Za-z0-9-]*[ >/]|!--)")


class Blocks(NamedTuple):
    """Where prose stands (`texts`: each a block that no sentence crosses), and what is markup around it.

    `items` are the texts of list items; `heading` is the first heading.
    """

    texts: tuple[Span, ...]
    items: tuple[Span, ...]
    heading: Span | None
    regions: tuple[Region, ...]


class _State:
    """What has been found so far; `open` is the text a further line may go on with."""

    def __init__(self) -> None:
        self.texts: list[Span] = []
        self.items: list[Span] = []
        self.regions: list[Region] = []
        self.heading: Span | None = None
        self.open: Span | None = None
        self.in_item = False
        self.in_quote = False
        self.table: int | None = None

    def close(self) -> None:
        if self.open:
            self.texts.append(self.open)
            if self.in_item:
                self.items.append(self.open)
        self.open, self.in_item = None, False

    def mark(self, start: int, end: int, kind: RegionKind = "markup") -> None:
        if end > start:
            self.regions.append(Region(Span(start, end), kind))

    def begin(self, line: str, start: int, lead: int = 0) -> None:
        """A new text: the line from `start` on without its first `lead` characters, which are markup."""
        self.close()
        self.mark(start, start + lead)
        words = line[lead:].strip()
        if words:
            at = start + len(line) - len(line[lead:].lstrip())
            self.open = Span(at, at + len(words))

    def begin_table(self, header: int, end: int) -> None:
        """What was taken for text from the header line on is a table: rows are no sentences."""
        if self.open and self.open.start < header:
            self.open = Span(self.open.start, header - 1)
        else:
            self.open = None
        self.close()
        if self.texts and self.texts[-1].start >= header:
            row = self.texts.pop()
            if self.items[-1:] == [row]:
                self.items.pop()
        self.table = len(self.regions)
        self.mark(header, end, "table")

    def end_heading(self) -> None:
        self.heading = self.heading or self.open
        self.close()


def blocks(prose: str, start: int) -> Blocks:
    """The blocks behind the front matter, which ends at `start`. Linear in the length of the text."""
    state = _State()
    state.mark(0, start, "front_matter")
    fence, fenced = "", 0
    code_next = True
    while start < len(prose):
        stop = prose.find("\n", start)
        stop = len(prose) if stop < 0 else stop
        line = prose[start:stop].rstrip()
        opening = _FENCE.match(line)
        if fence:
            if opening and opening.group(1).startswith(fence) and opening.end() == len(line):
                state.mark(fenced, stop, "code")
                fence = ""
        elif opening:
            state.close()
            fence, fenced = opening.group(1), start
        elif not line:
            state.close()
            state.table = None
        elif code_next and line.startswith(_INDENT) and not state.items:
            state.mark(start, stop, "code")
        else:
            _line(state, prose, line, start)
        code_next = not line or (code_next and line.startswith(_INDENT))
        start = stop + 1
    if fence:
        state.mark(fenced, len(prose), "code")
    state.close()
    return Blocks(tuple(state.texts), tuple(state.items), state.heading, tuple(state.regions))


def _line(state: _State, prose: str, line: str, start: int) -> None:
    """One line that is neither blank nor code; a quoted one is read without its mark."""
    quote = _QUOTE.match(line)
    if bool(quote) != state.in_quote and (quote or _starts_block(line)):
        state.close()
    state.in_quote = bool(quote)
    if quote:
        state.mark(start, start + quote.end())
        state.mark(start, start + len(line), "quoted_block")
        start += quote.end()
        line = line[quote.end() :]
    if line.strip():
        _inner(state, prose, line, start)
    else:
        state.close()


def _inner(state: _State, prose: str, line: str, start: int) -> None:
    end = start + len(line)
    if state.table is not None and "|" in line:
        state.regions[state.table] = Region(Span(state.regions[state.table].span.start, end), "table")
        return
    state.table = None
    if state.open and not state.in_item and _UNDERLINE.match(line):
        state.mark(start, end)
        state.end_heading()
    elif _TABLE_RULE.match(line):
        header = prose.rfind("\n", 0, max(0, prose.rfind("\n", 0, start))) + 1
        if "|" in prose[header:start]:
            state.begin_table(header, end)
        else:
            state.close()
            state.mark(start, end)
    elif _RULE.match(line):
        state.close()
        state.mark(start, end)
    elif _DEFINITION.match(line):
        state.close()
        state.mark(start, end, "link_target")
    elif heading := _HEADING.match(line):
        words = line.rstrip("#")
        words = words.rstrip() if words.endswith(" ") else line
        state.begin(words, start, heading.end())
        state.mark(max(start + len(words), start + heading.end()), end)
        state.end_heading()
    elif item := _ITEM.match(line):
        state.begin(line, start, item.end())
        state.in_item = True
    elif note := _FOOTNOTE.match(line):
        state.begin(line, start, note.end())
    elif line.lstrip().startswith("|"):
        state.begin(line, start)
        state.close()
    elif state.open and not _HTML.match(line):
        state.open = Span(state.open.start, end)
    else:
        state.begin(line, start)


def _starts_block(line: str) -> bool:
    return bool(_HEADING.match(line) or _ITEM.match(line) or _RULE.match(line))
