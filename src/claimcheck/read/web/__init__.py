"""Web pages: the article alone, and every place in it leads back to the line and column of the page's source."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import suppress
from html import unescape

from claimcheck.errors import DataError, Problem
from claimcheck.model import Document
from claimcheck.read.formats import decode
from claimcheck.read.metadata import Found, with_metadata
from claimcheck.read.web.article import choose, parts
from claimcheck.read.web.head import Head
from claimcheck.read.web.scan import Stretch, scan
from claimcheck.read.written import Block, Run, written

_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_HEAD = 4096
_SPACE = " \t\r\n\f"
_AS_BROWSERS_DO = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
_PART = re.compile(
    r"[ \t\r\n\f]+"
    r"|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?"
    r"|[^& \t\r\n\f]+(?: [^& \t\r\n\f]+)*|&"
)
LONGEST = 1_000_000
"""A page with more text than this is no article, and reading it would take minutes."""
OWN = "claimcheck"
"""What the sheets that we write name as their generator."""
_LINE_END = re.compile(r"\r\n?|\n")


def web_page(raw: bytes, path: str, found: Found) -> Document:
    """The document of a page: its headline, teaser, paragraphs, captions.

    What stands beside the file in its metadata goes before what the page says. Raises DataError where no article can
    be told from the rest of the page, with a note: of a folder with such pages the others are read.
    """
    text, damage = decode(raw, path, found.metadata.encoding or _charset(raw))
    page = scan(text)
    if sum(end - start for block in page.blocks for start, end, _ in block.stretches) > LONGEST:
        message = f"the page has more than {LONGEST:,} characters of text; split it into its articles"
        raise DataError(Problem(path, message))
    head = Head(page)
    if head.generator == OWN:
        raise DataError(Problem(path, "this page is a report on an article, and none itself", note="format"))
    numbers = choose(page, text)
    if not numbers:
        message = "no article was found in this page; save its text as .txt, .md or .docx"
        raise DataError(Problem(path, message, note="format"))
    source = _Source(text)
    blocks = [Block(kind, tuple(source.runs(each.stretches))) for kind, each in parts(page, head, numbers, text)]
    document = written(blocks, path, "line")._replace(problems=damage)
    return with_metadata(with_metadata(document, found), Found(head.metadata()))


def _charset(raw: bytes) -> str | None:
    """The encoding that the page names, as browsers understand it; None where the bytes themselves tell."""
    found = _CHARSET.search(raw[:_HEAD])
    name = found[1].decode("ascii", "replace").lower() if found else ""
    try:
        raw.decode()
    except UnicodeDecodeError:
        with suppress(LookupError):
            return _AS_BROWSERS_DO.get(name, codecs.lookup(name).name)
    return None


class _Source:
    """The file, for turning stretches of it into text with places."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(end.end() for end in _LINE_END.finditer(text))]

    def runs(self, stretches: Sequence[Stretch]) -> Iterator[Run]:
        """The text of the stretches, character references resolved, any white space a single space."""
        for start, end, between in stretches:
            if between:
                yield Run(between, *self.at(start), 0, 0)
            for part in _PART.finditer(self.text, start, end):
                yield self.run(part)

    def run(self, part: re.Match[str]) -> Run:
        written = part.group()
        place = self.at(part.start())
        if written[0] in _SPACE:
            return Run(" ", *place)
        said = unescape(written) if written[0] == "&" else written
        return Run(said, *place) if said == written else Run(said, *place, 0, len(written))

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1
