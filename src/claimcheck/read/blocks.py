"""The blocks of a Markdown text: headings, items, quoted blocks, code, tables, paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable
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
_NO_TEXT: dict[re.Pattern[str], RegionKind] = {_RULE: "markup", _DEFINITION: "link_target"}
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
    fence = _Fence(state)
    code_next = True
    while start < len(prose):
        stop = prose.find("\n", start)
        stop = len(prose) if stop < 0 else stop
        line = prose[start:stop].rstrip()
        indented = line.startswith(_INDENT)
        if not fence.takes(line, start, stop):
            if not line:
                state.close()
                state.table = None
            elif code_next and indented and not state.items:
                state.mark(start, stop, "code")
            else:
                _line(state, prose, line, start)
        code_next = not line or (code_next and indented)
        start = stop + 1
    fence.end(len(prose))
    state.close()
    return Blocks(tuple(state.texts), tuple(state.items), state.heading, tuple(state.regions))


class _Fence:
    """Code between two lines of backticks or tildes, or from one on to the end of the text."""

    def __init__(self, state: _State) -> None:
        self.state, self.mark, self.start = state, "", 0

    def takes(self, line: str, start: int, stop: int) -> bool:
        """Whether the line is one of the two, or between them."""
        found = _FENCE.match(line)
        if self.mark:
            if found and found.group(1).startswith(self.mark) and found.end() == len(line):
                self.end(stop)
            return True
        if found:
            self.state.close()
            self.mark, self.start = found.group(1), start
        return bool(found)

    def end(self, stop: int) -> None:
        if self.mark:
            self.state.mark(self.start, stop, "code")
        self.mark = ""


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
        _begin_table(state, prose, start, end)
    elif (found := _first_match(_NO_TEXT, line)) is not None:
        state.close()
        state.mark(start, end, _NO_TEXT[found.re])
    elif (found := _first_match((_HEADING, _ITEM, _FOOTNOTE), line)) is not None:
        _begin(state, line, start, found)
    else:
        _go_on(state, line, start)


def _first_match(patterns: Iterable[re.Pattern[str]], line: str) -> re.Match[str] | None:
    return next((found for each in patterns if (found := each.match(line))), None)


def _go_on(state: _State, line: str, start: int) -> None:
    """Running text, on from the line before or from here; a row of a table stands by itself."""
    row = line.lstrip().startswith("|")
    if state.open and not row and not _HTML.match(line):
        state.open = Span(state.open.start, start + len(line))
        return
    state.begin(line, start)
    if row:
        state.close()


def _begin_table(state: _State, prose: str, start: int, end: int) -> None:
    """The rule below the header of a table, or a mere rule."""
    header = prose.rfind("\n", 0, max(0, prose.rfind("\n", 0, start))) + 1
    if "|" in prose[header:start]:
        state.begin_table(header, end)
    else:
        state.close()
        state.mark(start, end)


def _begin(state: _State, line: str, start: int, lead: re.Match[str]) -> None:
    """A heading, an item or a footnote, behind its mark."""
    if lead.re is not _HEADING:
        state.begin(line, start, lead.end())
        state.in_item = lead.re is _ITEM
        return
    words = line.rstrip("#")
    words = words.rstrip() if words.endswith(" ") else line
    state.begin(words, start, lead.end())
    state.mark(start + max(len(words), lead.end()), start + len(line))
    state.end_heading()


def _starts_block(line: str) -> bool:
    return bool(_HEADING.match(line) or _ITEM.match(line) or _RULE.match(line))
