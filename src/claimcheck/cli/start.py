"""The first steps: `claimcheck demo` reports on a short article, `claimcheck init` writes a file of settings."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimcheck import pipeline
from claimcheck.cli import options
from claimcheck.cli.leave import note, reader_words, show, write
from claimcheck.cli.options import MessageLanguage
from claimcheck.errors import DataError, Problem
from claimcheck.model import Document
from claimcheck.report import View, console
from claimcheck.settings import OWN

ARTICLES = Path(__file__).parent / "demo_articles"
PUBLISHED = "2025-05-14"


def demo(*, lang_ui: options.MessageLanguage = None) -> None:
    """Show a short article with some mistakes in it, and the findings."""
    wording = reader_words(lang_ui)
    language = wording.language
    text = (ARTICLES / f"{language}.txt").read_text(encoding="utf-8")
    document = Document.from_text(text, path="demo.txt", language=language, published=PUBLISHED)
    write(f"{wording('demo')}\n\n{text}\n")
    show(console, pipeline.check([document], message_language=language), wording, View())


FILES = Path(__file__).parent / "settings_files"

Folder = Annotated[Path, typer.Argument(metavar="FOLDER", help="Where the articles are.")]


def init(folder: Folder = Path(), *, lang_ui: MessageLanguage = None) -> None:
    """Write a claimcheck.toml that explains every setting and changes none yet.

    A file that is there is never overwritten. Exit status: 0 it is written, 2 it is not.
    """
    wording = reader_words(lang_ui)
    path = folder / OWN
    if path.exists() or path.is_symlink():
        raise DataError(Problem(str(path), "the file is there already and is left as it is"))
    write((FILES / f"{wording.language}.toml").read_text(encoding="utf-8"), path)
    note(wording("settings_written", path=path))
