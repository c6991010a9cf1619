"""reStructuredText and AsciiDoc: the markup is blanked, every character of the text keeps its place.

What is read is what articles are written in: headings, lists, quotations, notes, captions, links. Directives and blocks
for programs are code. docutils and its like build trees without places inside a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Literal, NamedTuple

from claimcheck.model import Document, Region, Span
from claimcheck.model.compact import plain_spaces
from claimcheck.model.document import RegionKind, day
from claimcheck.read.formats import decode
from claimcheck.read.markdown import masked
from claimcheck.read.metadata import Found, by_any_name, known_keys, trimmed, with_metadata

LineKind = Literal["text", "heading", "item", "caption", "code", "table", "markup", "blank"]


class Line(NamedTuple):
    """A line of the file; its text is what is between the first `lead` and the last `tail` characters."""

    start: int
    text: str
    kind: LineKind = "text"
    lead: int = 0
    tail: int = 0


Grammar = Callable[[list[Line]], list[Line]]
Marks = tuple[tuple[re.Pattern[str], RegionKind], ...]
"""Patterns inside a paragraph; of what one finds the group `t` stays text. They never go back on what they took."""

_FIELD = re.compile(r":([\w-]+):[ \t]+(\S.*)$")


def restructured(raw: bytes, path: str, found: Found) -> Document:
    """The document of a text in reStructuredText; its first heading is the headline."""
    return _light(raw, path, found, _restructured, _RST_MARKS)


def asciidoc(raw: bytes, path: str, found: Found) -> Document:
    """The document of a text in AsciiDoc; its title is the headline."""
    return _light(raw, path, found, _asciidoc, _ADOC_MARKS)


def _light(raw: bytes, path: str, found: Found, grammar: Grammar, marks: Marks) -> Document:
    text, damage = decode(raw, path, found.metadata.encoding)
    document = Document.from_text(text, path)
    source = plain_spaces(text)
    plain = [Line(each.start(), each.group().rstrip()) for each in re.finditer(r"[^\n]*\n?", source) if each.group()]
    lines = grammar(plain)
    blocks = _Blocks(lines)
    inline = [region for span in blocks.texts for region in _inline(source, span, marks)]
    links = {each.span.start for each in inline}  # an address there ends where its words begin
    around = [region for region in document.regions if region.span.start not in links]
    regions = sorted({*around, *blocks.regions, *inline})
    prose = masked(source, regions)
    document = document._replace(
        prose=prose,
        regions=tuple(regions),
        headline=blocks.heading and trimmed(prose, blocks.heading),
        paragraphs=tuple(blocks.texts),
        list_items=tuple(trimmed(prose, span) for span in blocks.items),
        problems=damage,
    )
    return with_metadata(with_metadata(document, _fields(lines, path)), found)


def _fields(lines: Iterable[Line], path: str) -> Found:
    """What the fields say that stand in lines of their own; a date of another form is as if not given."""
    fields = [_FIELD.fullmatch(line.text.strip()) for line in lines if line.kind == "markup"]
    values = by_any_name({each[1].lower(): each[2] for each in fields if each})
    with suppress(ValueError):
        values["published"] = day(values.pop("published", "")).isoformat()
    return known_keys(values, path, dict.fromkeys(values, (1, 1)))


class _Blocks:
    """The paragraphs that some lines make, and what is no text among them."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self.texts: list[Span] = []
        self.items: list[Span] = []
        self.regions: list[Region] = []
        self.heading: Span | None = None
        self._open: LineKind | None = None
        for line in lines:
            self._add(line)

    def _add(self, line: Line) -> None:
        end = line.start + len(line.text)
        if line.kind in ("code", "table", "markup", "blank"):
            kind: RegionKind = "code" if line.kind == "code" else "table" if line.kind == "table" else "markup"
            self._mark(line.start, end, kind)
            self._open = None
            return
        words = line.text[line.lead : len(line.text) - line.tail]
        at = line.start + line.lead + len(words) - len(words.lstrip())
        self._mark(line.start, line.start + line.lead, "markup")
        self._mark(end - line.tail, end, "markup")
        if words.strip():
            self._text(line.kind, Span(at, at + len(words.strip())))

    def _mark(self, start: int, end: int, kind: RegionKind) -> None:
        if end > start:
            self.regions.append(Region(Span(start, end), kind))

    def _text(self, kind: LineKind, span: Span) -> None:
        if kind == "text" and self._open is not None:
            before = self.texts.pop()
            span = Span(before.start, span.end)
            if self._open == "item":
                self.items.pop()
        else:
            self._open = None if kind in ("heading", "caption") else kind
        self.texts.append(span)
        if (self._open or kind) == "item":
            self.items.append(span)
        if kind == "caption":
            self.regions.append(Region(span, "caption"))
        if kind == "heading":
            self.heading = self.heading or span


def _inline(source: str, span: Span, marks: Marks) -> Iterator[Region]:
    for pattern, kind in marks:
        for each in pattern.finditer(source, *span):
            kept = Span(*each.span("t")) if "t" in pattern.groupindex else Span(each.end(), each.end())
            for start, end in ((each.start(), kept.start), (kept.end, each.end())):
                if end > start:
                    yield Region(Span(start, end), kind)


_RULE = re.compile(r"([!-/:-@\[-`{-~])\1{2,}$")
_DIRECTIVE = re.compile(r"( *)\.\. +(?:\|[^|]+\| +)?([\w:-]+)::(?: |$)")
_NOTE = re.compile(r" *\.\. +\[[^\]]{1,60}\] +")
_EXPLICIT = re.compile(r" *\.\.(?: |$)")
_OPTION = re.compile(r" +:[\w-]+:(?: |$)")
_RST_FIELD = re.compile(r":[\w-]+:(?: |$)")
_RST_ITEM = re.compile(r" *(?:[-*+•]|\d{1,4}[.)]|#\.|\(\d{1,4}\)) +")
_ALT = re.compile(r" +:alt: ")
_GRID = re.compile(r" *(?:\+[-=+]+\+|\|.*\||=+(?: +=+)+)$")
_PICTURES = ("image", "figure")
_READ = frozenset(
    ("note", "warning", "tip", "important", "hint", "caution", "danger", "attention", "admonition", "topic", "sidebar")
).union(("epigraph", "pull-quote", "highlights", "container", "rubric"))
_RST_MARKS: Marks = (
    (re.compile(r"``[^`\n]{1,500}``"), "code"),
    (re.compile(r"(?::[\w:.-]{1,60}:)?`(?P<t>[^`<]{1,500}?)(?:\s{0,80}<[^>`]{1,500}>)?`_{0,2}"), "link_target"),
    (re.compile(r"(?<!\w)\*{1,2}(?=\S)|(?<=\S)\*{1,2}(?!\w)"), "markup"),
    (re.compile(r" ?\[(?:\d{1,4}|#\w{0,60}|\*)\]_"), "markup"),
    (re.compile(r"(?<=\w)_{1,2}(?!\w)"), "markup"),
)


def _restructured(lines: list[Line]) -> list[Line]:
    found: list[Line] = []
    number = 0
    while number < len(lines):
        line = lines[number]
        end = number + 1
        if _EXPLICIT.match(line.text):
            end = _indented(lines, number)
            found += _explicit(lines[number:end])
        elif _RULE.match(line.text) and not _GRID.match(line.text):
            _underline(found)
            found.append(line._replace(kind="markup"))
        else:
            found.append(_rst_line(line))
            if line.text.endswith("::"):
                end = _indented(lines, number)
                found[-1] = found[-1]._replace(tail=1)
                found += [each._replace(kind="code" if each.text else "blank") for each in lines[number + 1 : end]]
        number = end
    return found


def _underline(found: list[Line]) -> None:
    """Makes the single line of text above a rule a heading."""
    if found and found[-1].kind == "text" and (len(found) < 2 or found[-2].kind != "text"):
        found[-1] = found[-1]._replace(kind="heading")


def _rst_line(line: Line) -> Line:
    if not line.text:
        return line._replace(kind="blank")
    if _GRID.match(line.text):
        return line._replace(kind="table")
    if _RST_FIELD.match(line.text):
        return line._replace(kind="markup")
    item = _RST_ITEM.match(line.text)
    return line._replace(kind="item", lead=item.end()) if item else line


def _indented(lines: Sequence[Line], first: int) -> int:
    """Where the lines end that are indented more deeply than the first one, or empty."""
    depth = len(lines[first].text) - len(lines[first].text.lstrip())
    end = first + 1
    while end < len(lines) and (not lines[end].text or lines[end].text.startswith(" " * (depth + 1))):
        end += 1
    return end


def _explicit(lines: Sequence[Line]) -> Iterator[Line]:
    """A directive, a footnote, a target or a comment with what is indented below it."""
    first, *body = lines
    directive, note = _DIRECTIVE.match(first.text), _NOTE.match(first.text)
    name = directive[2] if directive else ""
    reads = note is not None or name in (*_READ, *_PICTURES)
    if note is not None:
        yield first._replace(lead=note.end())
    elif directive is not None and name in _READ:
        yield first._replace(lead=directive.end())
    else:
        yield first._replace(kind="markup" if reads or not directive else "code")
    for line in body:
        yield _below(line, name, reads=reads, code=directive is not None)


def _below(line: Line, name: str, *, reads: bool, code: bool) -> Line:
    """A line below a directive: an option, text, a caption, or what is for programs."""
    if not line.text:
        return line._replace(kind="blank")
    if not reads:
        return line._replace(kind="code" if code else "markup")
    if name in _PICTURES and (alt := _ALT.match(line.text)):
        return line._replace(kind="caption", lead=alt.end())
    if _OPTION.match(line.text):
        return line._replace(kind="markup")
    return line._replace(kind="caption") if name in _PICTURES else line


_ADOC_CODE = re.compile(r"(?:-{4,}|\.{4,}|\+{4,}|/{4,}|```\w*)$")
_ADOC_TABLE = re.compile(r"[|,:!]={3,}$")
_ADOC_MARKUP = re.compile(
    r"//(?!/)|:!?[\w-]+!?:(?: |$)|\[[^\]]*\]$|\[\[[^\]]*\]\]$|(?:include|toc|ifn?def|endif|ifeval)::"
    r"|(?:={4,}|\*{4,}|_{4,}|--|<<<|'''|\+)$"
)
_ADOC_PICTURE = re.compile(r"(?:image|video|audio)::[^\[\]]*\[\"?")
_ADOC_PICTURE_END = re.compile(r"\"?(?:,[^\]]*)?\]$")
_ADOC_HEADING = re.compile(r"={1,6} +|\#{1,6} +")
_ADOC_TITLE = re.compile(r"\.(?=[^\s.])")
_ADOC_ITEM = re.compile(r" *(?:[*.]{1,5}|-|\d{1,4}\.) +")
_ADOC_LEADS: tuple[tuple[re.Pattern[str], LineKind], ...] = (
    (_ADOC_HEADING, "heading"),
    (_ADOC_TITLE, "caption"),
    (_ADOC_ITEM, "item"),
)
_ADOC_MARKS: Marks = (
    (re.compile(r"`\+?[^`\n]{1,500}+`"), "code"),
    (re.compile(r"(?:footnote|image|anchor|indexterm):[^\s\[]{0,500}+\[[^\]\n]{0,1000}+\]"), "markup"),
    (re.compile(r"(?:link|xref|mailto):[^\s\[]{0,500}+\[(?P<t>[^\],\n]{0,500}+)[^\]\n]{0,500}+\]"), "link_target"),
    (re.compile(r"https?://[^\s\[]{1,500}+\[(?P<t>[^\],\n]{0,500}+)[^\]\n]{0,500}+\]"), "link_target"),
    (re.compile(r"<<[^,>\n]{1,200}+(?:, ?)?(?P<t>[^>\n]{0,500}+)>>"), "link_target"),
    (re.compile(r"(?<!\w)[*_#]{1,2}+(?=\S)|(?<=\S)[*_#]{1,2}+(?!\w)"), "markup"),
)


def _asciidoc(lines: list[Line]) -> list[Line]:
    found: list[Line] = []
    fence = ""
    kind: LineKind = "code"
    for line in lines:
        if fence:
            found.append(line._replace(kind=kind))
            fence = "" if line.text == fence else fence
        elif _ADOC_CODE.match(line.text) or _ADOC_TABLE.match(line.text):
            kind = "table" if _ADOC_TABLE.match(line.text) else "code"
            fence = "```" if line.text.startswith("```") else line.text
            found.append(line._replace(kind=kind))
        else:
            found.append(_adoc_line(line, found))
    return found


def _adoc_line(line: Line, before: Sequence[Line]) -> Line:
    if not line.text:
        return line._replace(kind="blank")
    if _ADOC_MARKUP.match(line.text) or _in_header(before):
        return line._replace(kind="markup")
    if picture := _ADOC_PICTURE.match(line.text):
        end = _ADOC_PICTURE_END.search(line.text, picture.end())
        return line._replace(kind="caption", lead=picture.end(), tail=len(end.group()) if end else 0)
    for pattern, kind in _ADOC_LEADS:
        if lead := pattern.match(line.text):
            return line._replace(kind=kind, lead=lead.end())
    return line


def _in_header(before: Sequence[Line]) -> bool:
    """Whether all that stands above is the title with the names and days below it; a long run of lines is no header."""
    titled = 0 < len(before) < 40 and before[0].text.startswith("= ")
    return titled and all(each.kind == "markup" for each in before[1:])
