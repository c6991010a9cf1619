"""A web page cut into blocks of text, every character with its place in the file, and what its head says.

The tags are found by patterns rather than by Python's own `html.parser`, which tells no ends of what it finds and takes
time by the square of the length for a page of comments or tags that never close. Here every character is looked at a
fixed number of times. Which of the blocks are the article is not decided here.
"""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from typing import NamedTuple

from claimcheck.read.written import BlockKind, is_table

_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*+)((?:=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))?+|[^=>]++)*+)(?:>|\Z)")
_ATTRIBUTE = re.compile(r"([^\s=/>\"']+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_CLASS = re.compile(r"\sclass\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")

_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    "li": "item",
    "blockquote": "quote",
    "figcaption": "caption",
    "pre": "code",
}
_BLOCKS = frozenset(_KINDS).union(
    ("p", "div", "section", "article", "main", "aside", "header", "footer", "nav", "hgroup", "address", "body", "head"),
    ("ul", "ol", "dl", "dt", "dd", "dir", "menu", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"),
    ("figure", "details", "summary", "dialog", "fieldset", "form", "search", "center", "html"),
)
_BREAKS = ("br", "hr")
_CELLS = ("td", "th")
_CLOSE_THEIR_LIKE = {
    "li": ("li",),
    "dt": ("dt", "dd"),
    "dd": ("dt", "dd"),
    "td": _CELLS,
    "th": _CELLS,
    "tr": ("tr", *_CELLS),
}
_SKIPPED = frozenset(("script", "style", "noscript", "template", "title", "textarea", "select", "button", "xmp")).union(
    ("svg", "math", "iframe", "object", "audio", "video", "canvas")
)
_READ = ("meta", "link", "html", "time")
_LOOK_BACK = 12


class Stretch(NamedTuple):
    """From and to in the file; where it is empty, `between` stands for it in the text: a line end, a tab."""

    start: int
    end: int
    between: str = ""


class Raw(NamedTuple):
    """One block as it stands in the page.

    `home` is the same number for blocks inside the same chain of tags and classes; `article` counts the article
    elements, 0 outside of one; `table` and `row` count tables and their rows, 0 outside; `linked` is the number of
    characters that are words of links.
    """

    kind: BlockKind
    stretches: tuple[Stretch, ...]
    tag: str
    home: int
    article: int
    table: int = 0
    row: int = 0
    linked: int = 0

    def text(self, source: str) -> str:
        """What the block says, with the white space of the file."""
        return "".join(each.between or unescape(source[each.start : each.end]) for each in self.stretches)


class Page(NamedTuple):
    """A page: its blocks, the tags that tell something about it with their attributes, and the JSON in its scripts."""

    blocks: tuple[Raw, ...]
    tags: tuple[tuple[str, dict[str, str]], ...]
    title: str
    scripts: tuple[str, ...]


class _Open(NamedTuple):
    """An element that is not closed yet."""

    tag: str
    home: int
    kind: BlockKind
    article: int
    table: int


class _Scanner:
    def __init__(self, source: str) -> None:
        self.source = source
        self.blocks: list[Raw] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.scripts: list[str] = []
        self.title = ""
        self.open = [_Open("", 0, "text", 0, 0)]
        self.count: Counter[str] = Counter()
        self.homes: dict[tuple[int, str, str], int] = {}
        self.stretches: list[Stretch] = []
        self.articles = self.tables = self.row = 0
        self.in_link, self.raised, self.linked = False, False, 0
        self.never_closed: set[str] = set()

    def run(self) -> None:
        at = 0
        while (mark := self.source.find("<", at)) >= 0:
            self.words(at, mark)
            at = self.markup(mark)
        self.words(at, len(self.source))
        self.flush()

    def words(self, start: int, end: int) -> None:
        """Takes text, unless it is a raised link: the mark of a footnote."""
        if end > start and not (self.in_link and self.raised):
            self.stretches.append(Stretch(start, end))
            if self.in_link:
                self.linked += len(self.source[start:end].strip())

    def markup(self, at: int) -> int:
        """Takes what begins with a "<"; returns where it ends."""
        if self.source.startswith("<!--", at):
            return self.beyond("-->", at + 4)
        found = _TAG.match(self.source, at)
        if found is None:
            if self.source.startswith(("<!", "<?", "</"), at):
                return self.beyond(">", at)
            self.words(at, at + 1)
            return at + 1
        tag = found[2].lower()
        if tag in _SKIPPED and not found[1]:
            return self.skip(tag, found)
        if found[1]:
            self.close(tag)
        else:
            self.start(tag, found)
        return found.end()

    def start(self, tag: str, found: re.Match[str]) -> None:
        if tag == "a":
            self.in_link = True
        elif tag == "sup":
            self.raised = True
        elif tag in _READ:
            self.tags.append((tag, attributes(found[3])))
        elif tag in _BREAKS:
            self.stretches.append(Stretch(found.start(), found.start(), "\n"))
        if tag in _BLOCKS:
            self.begin(tag, found[3])

    def beyond(self, mark: str, at: int) -> int:
        end = self.source.find(mark, at)
        return len(self.source) if end < 0 else end + len(mark)

    def skip(self, tag: str, found: re.Match[str]) -> int:
        """Passes over an element that has no text of the page in it, up to its end tag."""
        end = -1 if tag in self.never_closed or found[3].endswith("/") else self._end_of(tag, found.end())
        if end < 0:
            return found.end()
        inside = self.source[found.end() : end]
        if tag == "script" and "ld+json" in found[3]:
            self.scripts.append(inside)
        if tag == "title":
            self.title = self.title or " ".join(unescape(inside).split())
        return self.beyond(">", end)

    def _end_of(self, tag: str, at: int) -> int:
        found = re.compile(f"</{tag}(?![a-z0-9-])", re.IGNORECASE).search(self.source, at)
        if found is None:
            self.never_closed.add(tag)
            return -1
        return found.start()

    def begin(self, tag: str, written: str) -> None:
        self.flush()
        if self.open[-1].tag == "p":
            self.pop()
        self._close_like(tag)
        parent = self.open[-1]
        if tag == "article":
            self.articles += 1
        if tag == "table":
            self.tables += 1
        if tag == "tr":
            self.row += 1
        named = _CLASS.search(written)
        names = _DIGITS.sub("#", next(filter(None, named.groups()), "")) if named else ""
        home = self.homes.setdefault((parent.home, tag, names), len(self.homes) + 1)
        article = self.articles if tag == "article" else parent.article
        table = self.tables if tag == "table" else parent.table
        self.open.append(_Open(tag, home, _KINDS.get(tag, parent.kind), article, table))
        self.count[tag] += 1

    def _close_like(self, tag: str) -> None:
        """Closes what a new item, row or cell ends: the one before it."""
        for depth in range(1, min(_LOOK_BACK, len(self.open))):
            other = self.open[-depth].tag
            if other in ("ul", "ol", "dl", "table"):
                return
            if other in _CLOSE_THEIR_LIKE.get(tag, ()):
                for _ in range(depth):
                    self.pop()
                return

    def close(self, tag: str) -> None:
        if tag == "a":
            self.in_link = False
        elif tag == "sup":
            self.raised = False
        if tag == "p" or self.count[tag]:
            self.flush()
        if self.count[tag]:
            while self.pop() != tag:
                pass

    def pop(self) -> str:
        tag = self.open.pop().tag
        self.count[tag] -= 1
        return tag

    def flush(self) -> None:
        """Ends the block that is being read."""
        at = self.open[-1]
        if any(not each.between and not self.source[each.start : each.end].isspace() for each in self.stretches):
            row = self.row if at.table else 0
            found = Raw(at.kind, tuple(self.stretches), at.tag, at.home, at.article, at.table, row, self.linked)
            self.blocks.append(found)
        self.stretches, self.linked = [], 0


def attributes(written: str) -> dict[str, str]:
    """The attributes of a tag by their names in small letters; of two with one name the first."""
    found: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(written):
        found.setdefault(name.lower(), unescape(next(filter(None, values), "")))
    return found


def scan(source: str) -> Page:
    """The page. Linear in the length of the file, whatever is in it."""
    scanner = _Scanner(source)
    scanner.run()
    return Page(tuple(_tables(scanner.blocks)), tuple(scanner.tags), scanner.title, tuple(scanner.scripts))


def _tables(blocks: list[Raw]) -> list[Raw]:
    """The blocks with every table of short cells as one; a table that only lays out the page is no table."""
    tables: dict[int, list[Raw]] = {}
    for block in blocks:
        if block.table:
            tables.setdefault(block.table, []).append(block)
    whole = {number: _joined(cells) for number, cells in tables.items() if _is_table(cells)}
    found = []
    for block in blocks:
        if block.table not in whole:
            found.append(block)
        elif block is tables[block.table][0]:
            found.append(whole[block.table])
    return found


def _is_table(cells: list[Raw]) -> bool:
    rows = Counter(cell.row for cell in cells if cell.tag in (*_CELLS, "p"))
    return is_table(rows.values(), max(cell.stretches[-1].end - cell.stretches[0].start for cell in cells))


def _joined(cells: list[Raw]) -> Raw:
    stretches: list[Stretch] = []
    for before, cell in zip([None, *cells], cells, strict=False):
        if before is not None:
            at = cell.stretches[0].start
            stretches.append(Stretch(at, at, "\t" if before.row == cell.row else "\n"))
        stretches += cell.stretches
    return cells[0]._replace(kind="table", stretches=tuple(stretches))
