"""What holds for a run of `check`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.cli.choose import Origin
from claimcheck.errors import Problem
from claimcheck.model import Level
from claimcheck.report import Format
from claimcheck.rules.voices import Quotations

if TYPE_CHECKING:
    from pathlib import Path

    from claimcheck.settings.table import FailOn


class Asked(NamedTuple):
    """The options, the settings, and what holds without either, as one; `write` and `prune` are for the baseline.

    `origin` makes a problem of a rule's name, at the place where it was written.
    """

    date: str | None = None
    language: str | None = None
    form: Format = "console"
    output: Path | None = None
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    levels: Mapping[str, Level] = {}
    fail_on: FailOn = "error"
    lang_ui: str | None = None
    quotations: Quotations = "hint"
    reference: Sequence[Path] = ()
    shipped_reference: bool = True
    baseline: Path | None = None
    write: bool = False
    prune: bool = False
    jobs: int = 1
    sources: Sequence[str] = ()
    archive: Path | None = None
    show_checked: bool = False
    origin: Origin = Problem
