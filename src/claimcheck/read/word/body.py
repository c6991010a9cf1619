"""The paragraphs of a Word file, as they come by in its XML."""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck.read.written import Block, BlockKind, Run, table

_LEFT_OUT = frozenset(("del", "moveFrom", "delText", "instrText", "delInstrText", ":Fallback", "rt"))
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_NO = ("0", "false", "off")
_HOLDERS = ("body", "tc", "footnote", "endnote", "txbxContent")


class _Paragraph:
    """A paragraph that is being read; with `goes_on` its end was deleted, so that the next one belongs to it.

    `runs` are those of the paragraphs that it belongs to, and its own once it has ended.
    """

    def __init__(self, number: int, runs: list[Run]) -> None:
        self.number, self.runs = number, runs
        self.text: list[str] = []
        self.kind: BlockKind = "text"
        self.goes_on = False

    def end(self) -> None:
        if text := "".join(self.text):
            self.runs.append(Run(text, self.number, 1))


class _Table:
    """A table that is being read: rows of cells, each with its blocks."""

    def __init__(self) -> None:
        self.rows: list[list[list[Block]]] = []
        self.deleted: set[int] = set()

    def blocks(self) -> list[Block]:
        return table([row for number, row in enumerate(self.rows, 1) if number not in self.deleted])


class Body:
    """Takes the events of a parser; `blocks` is what was read, `found` whether there was a body at all."""

    def __init__(self, styles: Mapping[str, BlockKind]) -> None:
        self.styles = styles
        self.blocks: list[Block] = []
        self.found = False
        self._path: list[str] = []
        self._left_out = 0
        self._number = 0
        self._paragraphs: list[_Paragraph] = []
        self._tables: list[_Table] = []
        self._open: _Paragraph | None = None
        self._hidden = False

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        parent = self._path[-1] if self._path else ""
        self._path.append(name)
        if self._left_out or name in _LEFT_OUT or self._is_separator(name, attributes):
            self._left_out += 1
            self._deleted(name, parent)
        elif parent == "r" and name in _SIGNS:
            self.data(_SIGNS[name], sign=True)
        elif name in _BEGINS:
            _BEGINS[name](self, attributes)

    def end(self, name: str) -> None:
        """An element ends."""
        self._path.pop()
        if self._left_out:
            self._left_out -= 1
        elif name == "p" and self._paragraphs:
            self._end_paragraph(self._paragraphs.pop())
        elif name == "tbl" and self._tables:
            self._put(self._tables.pop().blocks())
        elif name == "r":
            self._hidden = False
        elif name in _HOLDERS:
            self._close()

    def data(self, text: str, *, sign: bool = False) -> None:
        """Text; what stands between the elements is not of the article."""
        if self._paragraphs and not self._left_out and not self._hidden and (sign or self._path[-1:] == ["t"]):
            self._paragraphs[-1].text.append(text)

    @staticmethod
    def _is_separator(name: str, attributes: dict[str, str]) -> bool:
        """Whether this is the line above the notes, which is among the notes."""
        return name in ("footnote", "endnote") and "type" in attributes

    def _deleted(self, name: str, parent: str) -> None:
        """The end of a paragraph, or a row of a table, that a change has taken away."""
        if self._left_out != 1 or name != "del":
            return
        if parent == "rPr" and self._path[-3:-2] == ["pPr"]:
            self._paragraphs[-1].goes_on = True
        elif parent == "trPr" and self._tables:
            self._tables[-1].deleted.add(len(self._tables[-1].rows))

    def _begin_paragraph(self, _: dict[str, str]) -> None:
        self._number += 1
        self._paragraphs.append(_Paragraph(self._number, self._open.runs if self._open else []))
        self._open = None

    def _end_paragraph(self, paragraph: _Paragraph) -> None:
        paragraph.end()
        self._open = paragraph
        if not paragraph.goes_on:
            self._close()

    def _close(self) -> None:
        """Puts away the last paragraph; the last of all has none behind it, even where its end was deleted."""
        if self._open is not None:
            self._put([Block(self._open.kind, tuple(self._open.runs))])
            self._open = None

    def _put(self, blocks: list[Block]) -> None:
        rows = self._tables[-1].rows if self._tables else []
        if rows and rows[-1]:
            rows[-1][-1].extend(blocks)
        else:
            self.blocks.extend(blocks)

    def _style(self, attributes: dict[str, str]) -> None:
        if self._paragraphs:
            self._paragraphs[-1].kind = self.styles.get(attributes.get("val", ""), self._paragraphs[-1].kind)

    def _listed(self, _: dict[str, str]) -> None:
        if self._paragraphs and self._paragraphs[-1].kind == "text":
            self._paragraphs[-1].kind = "item"

    def _vanish(self, attributes: dict[str, str]) -> None:
        self._hidden = self._path[-3:-1] == ["r", "rPr"] and attributes.get("val") not in _NO

    def _table(self, _: dict[str, str]) -> None:
        self._tables.append(_Table())

    def _row(self, _: dict[str, str]) -> None:
        if self._tables:
            self._tables[-1].rows.append([])

    def _cell(self, _: dict[str, str]) -> None:
        if self._tables and self._tables[-1].rows:
            self._tables[-1].rows[-1].append([])

    def _body(self, _: dict[str, str]) -> None:
        self.found = True


_BEGINS = {
    "p": Body._begin_paragraph,
    "pStyle": Body._style,
    "numPr": Body._listed,
    "vanish": Body._vanish,
    "tbl": Body._table,
    "tr": Body._row,
    "tc": Body._cell,
    "body": Body._body,
}
