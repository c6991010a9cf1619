"""The language of whoever reads the console."""

from __future__ import annotations

import os
import re

from claimcheck.cli.leave import on_terminal
from claimcheck.report.words import Words, known, message_language, words

LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def of_terminal() -> str | None:
    """The language somebody at a terminal has set for programs, if reports can be written in it.

    Elsewhere None: what goes into a file or a pipe is the same whatever surrounds the program.
    """
    if not on_terminal():
        return None
    locale = next((os.environ[name] for name in LOCALE if os.environ.get(name)), "")
    spoken = [] if locale in ("", "C", "POSIX") else [*os.environ.get("LANGUAGE", "").split(":"), locale]
    codes = (re.split(r"[_.@]", each)[0].lower() for each in spoken)
    return next((code for code in codes if code in known()), None)


def reader_words(asked: str | None) -> Words:
    """The words in the language asked for, else in that of the terminal; raises DataError for one without any."""
    return words(message_language(asked) or of_terminal())
