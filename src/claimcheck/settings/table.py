"""What a settings file can say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from claimcheck.errors import Problem
from claimcheck.model import Level
from claimcheck.report import Format
from claimcheck.rules.voices import Quotations

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
    places: Mapping[str, tuple[int, int]] = {}

    def problem(self, name: str, message: str) -> Problem:
        """A mistake in the file, at the place of a key or name."""
        line, column = self.places.get(name, (None, None))
        return Problem(self.path or "", message, line, column)
