"""What of a report people see, and how wide and in which colours."""

from __future__ import annotations

from typing import Literal, NamedTuple

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
