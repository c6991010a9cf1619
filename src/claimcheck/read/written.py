"""From the blocks of a file with its own markup to a document: one text, and the way back from it to the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from claimcheck.model import Document, Region, Span
from claimcheck.model.compact import blank
from claimcheck.model.document import Origin, Piece, RegionKind, RowUnit

BlockKind = Literal["text", "title", "heading", "item", "quote", "caption", "table", "code"]

_REGIONS: dict[BlockKind, RegionKind] = {
    "quote": "quoted_block",
    "caption": "caption",
    "table": "table",
    "code": "code",
}
_NO_PROSE = ("table", "code")
_SPACE = (" ", "\n", "\t")


class Run(NamedTuple):
    """Some text and where it stands in the file; see `Piece` for the four numbers."""

    text: str
    row: int
    column: int
    step: int = 1
    width: int = 1


class Block(NamedTuple):
    """A paragraph, a heading, an item of a list, a whole table …: what no sentence crosses.

    `runs` are in the order of the file; white space at the ends of the block, and doubled where two runs meet, goes.
    """

    kind: BlockKind
    runs: tuple[Run, ...]


LONGEST_CELL = 250


def is_table(cells_of_rows: Iterable[int], longest: int) -> bool:
    """Whether rows with so many cells, the longest of so many characters, are a table and not a way to lay out text."""
    return longest <= LONGEST_CELL and sum(cells > 1 for cells in cells_of_rows) > 1


def table(rows: Sequence[Sequence[Sequence[Block]]]) -> list[Block]:
    """A table as one block, tabs between its cells; the blocks of its cells one by one where it only lays out text."""
    blocks = [(block, number) for row in rows for number, cell in enumerate(row) for block in cell if block.runs]
    longest = max((_length(block) for block, _ in blocks), default=0)
    if not is_table(map(len, rows), longest):
        return [block for block, _ in blocks]
    return [Block("table", tuple(_with_tabs(blocks)))]


def _with_tabs(blocks: Iterable[tuple[Block, int]]) -> Iterator[Run]:
    """The runs of blocks with the numbers of their cells in the row, and what stands between cells and rows."""
    for at, (block, number) in enumerate(blocks):
        if at:
            yield block.runs[0]._replace(text="\t" if number else "\n", step=0, width=0)
        yield from block.runs


def _length(block: Block) -> int:
    return sum(len(run.text) for run in block.runs)


def written(blocks: Iterable[Block], path: str, unit: RowUnit) -> Document:
    """The document of these blocks, a blank line between them, only a line end between items of a list.

    The first title is its headline. Tables and code are out of its prose, as they are in Markdown.
    """
    sheet = _Sheet()
    for block in blocks:
        sheet.add(block)
    document = Document.from_text(sheet.text(), path)
    marks = sheet.regions
    return document._replace(
        prose=blank(document.prose, [span for span, kind in marks if kind in _NO_PROSE]),
        regions=tuple(sorted((*document.regions, *marks))),
        headline=sheet.headline,
        paragraphs=tuple(sheet.paragraphs),
        list_items=tuple(sheet.items),
        origin=Origin(unit, tuple(sheet.pieces) or (Piece(0, 1, 1),)),
    )


class _Sheet:
    """The text so far with its pieces and its divisions."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.pieces: list[Piece] = []
        self.paragraphs: list[Span] = []
        self.items: list[Span] = []
        self.regions: list[Region] = []
        self.headline: Span | None = None
        self._last: BlockKind | None = None

    def text(self) -> str:
        return "".join(self.parts)

    def add(self, block: Block) -> None:
        runs = _trimmed(block.runs)
        if not runs:
            return
        if self._last is not None:
            self._put("\n" if self._last == block.kind == "item" else "\n\n")
        start = self.length
        for run in runs:
            self._place(run)
            self._put(run.text)
        self._divide(block.kind, Span(start, self.length))
        self._last = block.kind

    def _divide(self, kind: BlockKind, span: Span) -> None:
        if kind in _REGIONS:
            self.regions.append(Region(span, _REGIONS[kind]))
        if kind not in _NO_PROSE:
            self.paragraphs.append(span)
        if kind == "item":
            self.items.append(span)
        if kind == "title" and self.headline is None:
            self.headline = span

    def _put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def _place(self, run: Run) -> None:
        """A new piece, unless the last one just goes on in the file."""
        if self.pieces:
            start, row, column, step, width = self.pieces[-1]
            goes_on = step > 0 and column + step * (self.length - start) == run.column
            if goes_on and row == run.row and (step, width) == (run.step, run.width):
                return
        self.pieces.append(Piece(self.length, *run[1:]))


def _trimmed(runs: Sequence[Run]) -> list[Run]:
    """The runs without white space at both ends of the block and behind other white space."""
    kept: list[Run] = []
    after = " "
    for run in runs:
        text = run.text.lstrip(" ") if after in _SPACE else run.text
        if text:
            kept.append(run._replace(text=text, column=run.column + run.step * (len(run.text) - len(text))))
            after = text[-1]
    while kept and kept[-1].text.rstrip(" \n\t") != kept[-1].text:
        text = kept[-1].text.rstrip(" \n\t")
        kept[-1:] = [kept[-1]._replace(text=text)] if text else []
    return kept
