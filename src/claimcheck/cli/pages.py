"""Pages and lists that are no reports, within the width of a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from claimcheck.cli.leave import draw_on_terminal, on_terminal, write
from claimcheck.report.view import VIEW, WIDTH

if TYPE_CHECKING:
    from claimcheck.report.screen import Screen

Rows = Sequence[Sequence[str]]


def say(text: str) -> None:
    """A page, its lines wrapped between words and as deep as they begin; 80 columns wide where it is no terminal."""
    from claimcheck.report.screen import plain  # noqa: PLC0415 – with rich

    if on_terminal():
        draw_on_terminal(partial(_page, text), VIEW)
    else:
        write(plain(partial(_page, text), WIDTH))


def say_rows(rows: Rows) -> None:
    """A list, on a terminal with the last of each row wrapped below it, elsewhere in columns, a line a row."""
    if on_terminal():
        draw_on_terminal(partial(_list, rows), VIEW)
        return
    widths = [max(map(len, column)) for column in list(zip(*rows, strict=True))[:-1]]
    for *cells, last in rows:
        write("  ".join((*(f"{cell:<{width}}" for cell, width in zip(cells, widths, strict=True)), last)) + "\n")


def _page(text: str, screen: Screen) -> None:
    from rich.text import Text  # noqa: PLC0415 – with rich

    for line in text.splitlines():
        words = line.lstrip()
        deep = line[: len(line) - len(words)]
        screen.hang(deep, Text(words), f"{deep}  " if deep or words.startswith("- ") else "")


def _list(rows: Rows, screen: Screen) -> None:
    from rich.text import Text  # noqa: PLC0415 – with rich

    for *cells, last in rows:
        screen.row(Text("  ".join(cells), "bold"))
        screen.hang("  ", Text(last))
