"""`claimcheck serve`: the sheet for pasted text and uploaded files, in the browser of the one who starts it."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from typing import Annotated

import typer

from claimcheck.cli.leave import reader_words, write
from claimcheck.cli.options import MessageLanguage
from claimcheck.errors import DataError, Problem
from claimcheck.report.words import message_language
from claimcheck.settings import settings

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
