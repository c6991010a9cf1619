"""From offsets in a text to the lines and columns of its file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from claimcheck.model import Article, Document
from claimcheck.model.document import Origin, RowUnit


class Lines:
    """The lines of one text; a line ends at a line feed, a carriage return or both.

    Places are those of the file, to which `origin` leads back where it is more than the text.
    """

    def __init__(self, text: str, origin: Origin | None = None) -> None:
        self.text, self.origin = text, origin
        self._starts = [0, *(end.end() for end in re.finditer(r"\r\n?|\n", text))]

    @property
    def counted(self) -> RowUnit:
        """What the first number of a place counts."""
        return self.origin.counted if self.origin else "line"

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column in the file of a code point, both from 1; the column counts code points."""
        return self.origin.at(offset) if self.origin else self._in_text(offset)

    def end(self, offset: int) -> tuple[int, int]:
        """Line and column in the file of the end of a stretch that ends before `offset`."""
        return self.origin.end(offset) if self.origin else self._in_text(offset)

    def line(self, offset: int) -> int:
        """The line of the text, from 1, that a code point stands in."""
        return bisect_right(self._starts, offset)

    def _in_text(self, offset: int) -> tuple[int, int]:
        line = self.line(offset)
        return line, offset - self._starts[line - 1] + 1

    def bounds(self, line: int) -> tuple[int, int]:
        """Start and end of a line of the text (from 1) as offsets, without what ends it."""
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return start, end


class Files:
    """The documents of a report by path; the lines of each are counted once, when first asked for."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._documents: dict[str, Document] = {article.document.path: article.document for article in articles}
        self._lines: dict[str, Lines] = {}

    def __getitem__(self, path: str) -> Lines:
        if path not in self._lines:
            self._lines[path] = Lines(self._documents[path].text, self._documents[path].origin)
        return self._lines[path]

    def document(self, path: str) -> Document:
        """The document at this path."""
        return self._documents[path]
