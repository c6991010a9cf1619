"""`claimcheck demo`: a short article, and what is reported on it."""

from __future__ import annotations

from pathlib import Path

import typer

from claimcheck import pipeline
from claimcheck.cli import options
from claimcheck.cli.leave import at_a_terminal, complain, write
from claimcheck.errors import DataError
from claimcheck.model import Document
from claimcheck.report.console import lines, report
from claimcheck.report.words import message_language, words

ARTICLES = Path(__file__).parent / "demo_articles"
PUBLISHED = "2025-05-14"


def demo(*, lang_ui: options.MessageLanguage = None) -> None:
    """Show a short article with some mistakes in it, and the findings."""
    try:
        wording = words(message_language(lang_ui))
    except DataError as error:
        raise typer.Exit(complain(error.problems)) from None
    name = f"{wording.language}.txt"
    text = (ARTICLES / name).read_text(encoding="utf-8")
    document = Document.from_text(text, path="demo.txt", language=wording.language, published=PUBLISHED)
    result = pipeline.check([document], message_language=wording.language)
    write(f"{wording('demo')}\n\n{text}\n")
    if at_a_terminal():
        from claimcheck.report.console import paint  # noqa: PLC0415 – rich is loaded for a terminal only

        paint(lines(result, wording))
    else:
        write(report(result, wording))


def add(app: typer.Typer, command: str) -> None:
    """Puts the command on the line."""
    app.command(command)(demo)
