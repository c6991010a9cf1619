"""The first steps: `demo` reports on an article, `init` writes settings, `serve` opens the sheet in a browser."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
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
from claimcheck.report.words import message_language
from claimcheck.settings import OWN, settings

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


NEEDED = ("starlette", "uvicorn", "python_multipart")


def serve(
    *,
    port: Annotated[
        int | None,
        typer.Option("--port", min=1, max=65535, help="Where to listen; 8427 if that is free."),
    ] = None,
    seconds: Annotated[int, typer.Option("--seconds", min=1, max=3600, help="How long one check may take.")] = 120,
    open_browser: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    lang_ui: MessageLanguage = None,
) -> None:
    """Show a page, to nobody but you, where text is pasted, checked and ticked off.

    The settings of the folder it is started in hold for all that is checked. Nothing that is sent is kept when it ends
    (with Ctrl+C, or the page's own button). Needs what `pip install "claimcheck-news[serve]"` installs.

    Example:

    \b
      claimcheck serve --open
    """
    asked = message_language(lang_ui)
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        message = f'{", ".join(missing)} missing; pip install "claimcheck-news[serve]" installs all that it needs'
        raise DataError(Problem("serve", message))
    settings([os.curdir])  # what is wrong with them is told at once
    from claimcheck.serve.server import door  # noqa: PLC0415
    from claimcheck.serve.server import serve as run  # noqa: PLC0415 – only here are its libraries asked for

    def ready(address: str, folder: str) -> None:
        write(reader_words(asked)("serve ready", address=address) + "\n")
        if open_browser:
            import webbrowser  # noqa: PLC0415

            webbrowser.open(door(folder, address))

    run((sys.executable, "-P", "-m", "claimcheck.cli.served", os.getcwd()), port, seconds, asked, ready)
