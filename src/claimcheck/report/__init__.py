"""A report as text: one pure function a file, found by its name here and loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Literal, NamedTuple, cast, get_args

from claimcheck.model import Report
from claimcheck.report.words import Words

Colour = Literal["auto", "always", "never"]
WIDTH = 80
"""Columns, where no terminal says how many it has."""
NARROWEST = 40


class View(NamedTuple):
    """What of a report is shown and how; `width` in columns, None for that of the terminal.

    `quiet` leaves everything out but the findings, `statistics` counts them by rule, `show_checked` adds what was
    compared and holds, or stays open. `colour` "auto" is as rich decides: on a terminal, or by FORCE_COLOR and
    NO_COLOR.
    """

    width: int | None = None
    colour: Colour = "auto"
    quiet: bool = False
    statistics: bool = False
    show_checked: bool = False


VIEW = View()


Format = Literal["console", "lines", "json", "sarif", "github", "html"]
ClaimFormat = Literal["console", "lines", "json"]
Reporter = Callable[[Report, Words], str]

FORMATS: tuple[Format, ...] = get_args(Format)
REPORTERS: dict[str, str] = {
    "console": "claimcheck.report.console",
    "lines": "claimcheck.report.console:lines",
    "json": "claimcheck.report.contract",
    "sarif": "claimcheck.report.sarif",
    "github": "claimcheck.report.github",
    "html": "claimcheck.report.html",
}
CLAIM_REPORTERS: dict[str, str] = {
    "console": "claimcheck.report.claims",
    "lines": "claimcheck.report.claims:lines",
    "json": "claimcheck.report.contract",
}


def reporter(name: str, home: dict[str, str]) -> Reporter:
    """The function that writes this format: the one the map names, else `report` in the module it names."""
    module, _, function = home[name].partition(":")
    return cast(Reporter, getattr(import_module(module), function or "report"))


def parts(name: str, home: dict[str, str]) -> Callable[[Report, Words], Iterable[str]]:
    """The same text in parts, to be written one after the other, where the format can give them; else as one."""
    whole = reporter(name, home)
    return getattr(import_module(home[name].partition(":")[0]), "parts", None) or (
        lambda result, words: (whole(result, words),)
    )
