"""The language of whoever reads the console."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from contextlib import suppress
from itertools import pairwise

from claimcheck.cli.leave import on_terminal
from claimcheck.errors import DataError
from claimcheck.report.words import Words, known, message_language, words
from claimcheck.settings import settings

OPTION = "--lang-ui"
LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def of_terminal() -> str | None:
    """The language somebody at a terminal has set for programs, if reports can be written in it.

    Elsewhere None: what goes into a file or a pipe is the same whatever surrounds the program.
    """
    return _of_locale() if on_terminal() else None


def _of_locale() -> str | None:
    locale = next((os.environ[name] for name in LOCALE if os.environ.get(name)), "")
    spoken = [] if locale in ("", "C", "POSIX") else [*os.environ.get("LANGUAGE", "").split(":"), locale]
    codes = (re.split(r"[_.@]", each)[0].lower() for each in spoken)
    return next((code for code in codes if code in known()), None)


def of_reader() -> str | None:
    """The language of the settings here, else of the terminal."""
    return _of_settings() or of_terminal()


def reader_words(asked: str | None) -> Words:
    """The words in the language asked for, else in that of the settings here, else of the terminal.

    Raises DataError for a language without any.
    """
    return words(message_language(asked) or of_reader())


def spoken_by(arguments: Sequence[str]) -> str | None:
    """The language of who typed these arguments, for what is no report: by them, the settings here, or the locale."""
    return _asked(arguments) or _of_settings() or _of_locale()


def _asked(arguments: Sequence[str]) -> str | None:
    """What stands behind the option, read before anything is known to be right."""
    for option, value in pairwise([*arguments, ""]):
        name, sign, inside = option.partition("=")
        if name == OPTION and (asked := inside if sign else value) in known():
            return asked
    return None


def _of_settings() -> str | None:
    with suppress(DataError):  # who uses them says what is wrong with them
        found = settings([os.curdir])
        return found.lang_ui if found and found.lang_ui in known() else None
    return None
