"""`claimcheck init`: a settings file in which every setting is explained."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli.leave import note, write
from claimcheck.cli.options import MessageLanguage
from claimcheck.cli.reader import reader_words
from claimcheck.errors import DataError, Problem
from claimcheck.settings import OWN

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
