"""What can be wrong with what a user gives us: one kind of error, with its place, never a coloured string."""

from __future__ import annotations

from typing import NamedTuple


class Problem(NamedTuple):
    """One mistake in one file: where it stands, what is wrong and what would be right.

    `line` and `column` start at 1; both are None where the mistake has no place (a missing file).
    """

    path: str
    message: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        return f"{place}: {self.message}"


class DataError(Exception):
    """All problems of what was read, at once; the message is one line a problem."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
