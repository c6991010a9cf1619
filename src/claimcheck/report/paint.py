"""The console report in colour, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from claimcheck.report.console import Line

STYLES = {
    "error": "bold red",
    "warning": "bold yellow",
    "hint": "bold cyan",
    "path": "bold",
    "mark": "red",
    "faint": "dim",
    "strong": "bold",
    "": "",
}


def paint(lines: Iterable[Line]) -> None:
    """Prints the lines to the terminal; rich decides which colours it has (and heeds NO_COLOR)."""
    console = Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
    for line in lines:
        console.print(Text.assemble(*((piece.text, STYLES[piece.style]) for piece in line)))
