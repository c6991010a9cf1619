"""The settings of a project: claimcheck.toml, or [tool.claimcheck] in pyproject.toml, nearest upward wins.

The library reads none; only the command line does, and its options win. A run without such a file costs a few looks
at the file system and no import.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from errno import EINVAL
from typing import Literal, NamedTuple

from claimcheck.errors import DataError, Problem
from claimcheck.files import absolute, content, reason
from claimcheck.model import Level
from claimcheck.report import Format
from claimcheck.rules.apply import Quotations

MAX_BYTES = 5_000_000
OWN = "claimcheck.toml"
_HEADERS = (b"[tool.claimcheck]", b"[tool.claimcheck.")


SHARED = "pyproject.toml"
FailOn = Literal["error", "warning", "hint", "never"]


class Settings(NamedTuple):
    """What a settings file says; None or empty where it is silent. Paths are as seen from the working folder.

    `levels` has the level of rules and packs by name; `places` the line and column of each key and of each name under
    select, ignore and levels.
    """

    path: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    levels: Mapping[str, Level] = {}
    fail_on: FailOn | None = None
    format: Format | None = None
    language: str | None = None
    lang_ui: str | None = None
    baseline: str | None = None
    reference: tuple[str, ...] = ()
    quotations: Quotations | None = None
    jobs: int | None = None
    exclude: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    places: Mapping[str, tuple[int, int]] = {}

    def problem(self, name: str, message: str) -> Problem:
        """A mistake in the file, at the place of a key or name."""
        line, column = self.places.get(name, (None, None))
        return Problem(self.path or "", message, line, column)


def settings(paths: Sequence[str]) -> Settings | None:
    """The settings that hold for these articles: the nearest file upward from the first of them; None without one.

    Standard input has the working folder's. Raises DataError with everything that is wrong with the file.
    """
    first = paths[0] if paths and paths[0] != "-" else "."
    place = absolute(first)
    folder = place if os.path.isdir(place) else os.path.dirname(place)
    while (found := _in(folder)) is None:
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
    return found


def _in(folder: str) -> Settings | None:
    """The settings in one folder."""
    for name in (OWN, SHARED):
        raw = _content(os.path.join(folder, name))
        if raw is not None and (name == OWN or any(each in raw for each in _HEADERS)):
            from pathlib import Path  # noqa: PLC0415

            from claimcheck.settings.read import read  # noqa: PLC0415 – with a parser, where there is a file

            return read(Path(folder) / name, raw)
    return None


def _content(path: str) -> bytes | None:
    try:
        raw = content(path, MAX_BYTES)
    except OSError as error:
        if error.errno == EINVAL and os.path.basename(path) == OWN:
            raise DataError(Problem(path, f"the file cannot be read: {reason(error)}")) from None
        return None
    if len(raw) > MAX_BYTES:
        raise DataError(Problem(path, f"the file is larger than {MAX_BYTES:,} bytes"))
    return raw
