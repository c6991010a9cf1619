"""Where the text of a file stands in it, if the file holds more than its text: a web page, a Word file, a PDF."""

from bisect import bisect_right
from typing import Literal, NamedTuple

RowUnit = Literal["line", "paragraph", "page"]
"""What the first number of a place counts: lines of the file; paragraphs, as Word has them; pages. The second number
counts characters of the line or paragraph, and the lines of a page."""


class Piece(NamedTuple):
    """A stretch of the text, up to the next one, that stands together in the file, from `row` and `column` on.

    With every character of the text the column grows by `step`; the last one takes `width` columns. "&auml;" is one
    character with step 0 and width 6.
    """

    start: int
    row: int
    column: int
    step: int = 1
    width: int = 1


class Origin(NamedTuple):
    """The pieces of a text, sorted, the first one from 0 on; there is at least one."""

    counted: RowUnit
    pieces: tuple[Piece, ...]

    def at(self, offset: int) -> tuple[int, int]:
        """Row and column in the file, both from 1, of a character of the text."""
        piece = self.pieces[max(0, bisect_right(self.pieces, offset, key=_start) - 1)]
        return piece.row, piece.column + piece.step * (offset - piece.start)

    def end(self, offset: int) -> tuple[int, int]:
        """Row and column just behind the character before `offset`."""
        piece = self.pieces[max(0, bisect_right(self.pieces, offset - 1, key=_start) - 1)]
        return piece.row, piece.column + piece.step * max(0, offset - 1 - piece.start) + piece.width


def _start(piece: Piece) -> int:
    return piece.start
