"""What people's reports are drawn on: a terminal in its colours and width, or plain text, both by rich."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from io import StringIO
from typing import Literal, TextIO

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.style import Style
from rich.text import Text

from claimcheck.report import NARROWEST, WIDTH, View
from claimcheck.report.quote import words_in

# Only what every terminal has by name, so that its own theme decides how it looks; a level has its colour behind the
# word, since no colour of letters can be read on white and on black.
STYLES = {"error": "bold white on red", "warning": "black on yellow", "hint": "black on cyan"}
FAINT = "dim"
STRONG = "bold"

NARROW = 20
"""A column of single words that are no longer is never broken."""

Draw = Callable[["Screen"], None]


def plain(draw: Draw, width: int) -> str:
    """What is drawn, without colours and links, and the same whatever surrounds the program."""
    text = StringIO()
    draw(Screen(_console(text, width, None, terminal=False, around={}), linked=False))
    return "".join(f"{line.rstrip()}\n" for line in text.getvalue().splitlines())


def coloured(draw: Draw, view: View, stream: TextIO) -> None:
    """Draws on a stream with the colours and in the width it has; paths are links on a terminal only."""
    terminal = stream.isatty()
    width = view.width or (None if terminal else WIDTH)
    if view.colour == "auto":
        console = _console(stream, width, "auto")
    elif view.colour == "always":
        console = _console(stream, width, "standard", terminal=True, uncoloured=False)
    else:
        console = _console(stream, width, None)
    console.width = max(console.width, NARROWEST)
    draw(Screen(console, linked=terminal))


def _console(
    stream: TextIO,
    width: int | None,
    colours: Literal["auto", "standard"] | None,
    *,
    terminal: bool | None = None,
    uncoloured: bool | None = None,
    around: Mapping[str, str] | None = None,
) -> Console:
    """A console that takes nothing in a text for markup; None is for what rich finds out from the stream."""
    return Console(
        file=stream,
        width=width,
        color_system=colours,
        force_terminal=terminal,
        no_color=uncoloured,
        legacy_windows=False if around is not None else None,
        highlight=False,
        markup=False,
        emoji=False,
        _environ=around,
    )


def _breaks(text: str, width: int) -> Iterator[int]:
    """Where the lines of a text begin behind its first; a word wider than a line, as an address, is left whole."""
    line = 0
    for word in words_in(text):
        if word.start > line and cell_len(text[line : word.end]) > width:
            line = word.start
            yield line


class Screen:
    """A console with what a report is made of: rows, wrapped text, tables and paths that lead to their file."""

    def __init__(self, console: Console, *, linked: bool) -> None:
        self.console = console
        self.linked = linked
        self.width = console.width

    def blank(self) -> None:
        """An empty line."""
        self.console.print()

    def row(self, *parts: str | Text) -> None:
        """One line as it is, however long; what is a plain string is faint."""
        line = Text.assemble(*(Text(part, FAINT) if isinstance(part, str) else part for part in parts))
        self.console.print(line, no_wrap=True, overflow="ignore", crop=False)

    def hang(self, before: str, text: Text, rest: str | None = None) -> None:
        """A text wrapped between words, the first line behind `before`, the others behind `rest`, else as deep."""
        after = " " * cell_len(before) if rest is None else rest
        width = self.width - max(cell_len(before), cell_len(after))
        for at, line in enumerate(text.divide(_breaks(text.plain, width))):
            line.rstrip()
            self.row(before if at == 0 else after, line)

    def beside(self, first: Text, second: Text) -> None:
        """Both in one line where there is room, else below each other; the first, a path, is never broken."""
        if cell_len(first.plain) + 2 + cell_len(second.plain) <= self.width:
            self.row(first, "  ", second)
        else:
            self.row(first)
            self.hang("  ", second)

    def table(self, head: list[str] | None, rows: list[list[str | Text]], *, right: bool = False) -> None:
        """Columns two spaces apart, their cells wrapped between words; with `right` the first is set to the right."""
        from rich.table import Table  # noqa: PLC0415 – most reports have none

        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=head is not None, header_style=FAINT)
        for number, cells in enumerate(zip(*rows, strict=True)):
            table.add_column(
                head[number] if head else "",
                justify="right" if right and not number else "left",
                overflow="fold",
                no_wrap=all(" " not in str(cell).strip() and len(str(cell)) <= NARROW for cell in cells),
            )
        for row in rows:
            table.add_row(*(Text(cell) if isinstance(cell, str) else cell for cell in row))
        self.print(table)

    def print(self, what: RenderableType) -> None:
        """Anything rich can draw."""
        self.console.print(what)

    def path(self, shown: str, path: str) -> Text:
        """What is shown of a path; on a terminal it leads to the file."""
        if self.linked and os.path.isfile(path):
            from pathlib import Path  # noqa: PLC0415 – for a terminal only

            return Text(shown, Style(bold=True, link=Path(path).absolute().as_uri()))
        return Text(shown, STRONG)
