"""What can be wrong with what a user gives us: one kind of error, with its place, never a coloured string.

And what is wrong with the program itself, told in the same way, so that it costs one article and not the run.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Literal, NamedTuple

TRACEBACK = "CLAIMCHECK_TRACEBACK"
"""The environment variable that, set to anything, lets a fault of the program end the run with its traceback."""
_PACKAGE = os.path.dirname(__file__)


Note = Literal["language", "format"]
"""Why a file is left alone that nobody said was an article we can read: its language, or what kind of file it is."""


class Problem(NamedTuple):
    """One mistake in one file: where it stands, what is wrong and what would be right.

    `line` and `column` start at 1; both are None where the mistake has no place (a missing file). With a `note` it is
    no mistake: it is told, and the exit status is that of the rest.
    """

    path: str
    message: str
    line: int | None = None
    column: int | None = None
    note: Note | None = None

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        return f"{place}: {self.message}"


class DataError(Exception):
    """All problems of what was read, at once; the message is one line a problem."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def faults(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those that are mistakes, and no notes."""
    return tuple(each for each in problems if each.note is None)


def by_place(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems by path and place, each once."""
    return tuple(sorted(set(problems), key=lambda each: (each.path, each.line or 0, each.column or 0, each.message)))


def fault(path: str, error: Exception) -> Problem:
    """The problem of an article that the program itself stumbles over: the kind of error, and where it arose.

    Raises the error where the environment asks for tracebacks.
    """
    if os.environ.get(TRACEBACK):
        raise error
    return Problem(
        path,
        f"an error of the program, {type(error).__name__} in {origin(error)}, keeps this from being checked; "
        f"please report it ({TRACEBACK}=1 shows all of it)",
    )


def origin(error: BaseException) -> str:
    """Module and line of the package where an error arose, as "extract/dates.py:12"."""
    found, at = "the package", error.__traceback__
    while at is not None:
        name = at.tb_frame.f_code.co_filename
        if name.startswith(_PACKAGE):
            found = f"{name[len(_PACKAGE) + 1 :].replace(os.sep, '/')}:{at.tb_lineno}"
        at = at.tb_next
    return found
