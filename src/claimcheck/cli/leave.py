"""How a command writes: always UTF-8, every problem listed, quiet when the reader has gone."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from claimcheck.errors import DataError, Problem
from claimcheck.report.safe import safe

if TYPE_CHECKING:
    from pathlib import Path

BAD_INPUT = 2


def write(text: str | Iterable[str], output: Path | None = None) -> None:
    """Writes a text, or its parts in order, to standard output or to a file, the same bytes in every locale.

    A lone surrogate, as in a path that is no UTF-8, is written as its escape. Raises DataError if the file cannot be
    written.
    """
    data = (each.encode("utf-8", "backslashreplace") for each in ((text,) if isinstance(text, str) else text))
    if output is not None:
        try:
            with output.open("wb") as file:
                file.writelines(data)
        except OSError as error:
            raise DataError(Problem(str(output), f"cannot be written: {error.strerror}")) from None
        return
    try:
        for part in data:
            sys.stdout.buffer.write(part)
        sys.stdout.buffer.flush()
    except OSError as error:
        # What is left would be written again, and fail again, when standard output is closed at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):  # that is `| head`, which has read enough
            raise DataError(Problem("standard output", f"cannot be written: {error.strerror}")) from None


def complain(problems: Iterable[Problem]) -> int:
    """Lists problems on standard error, one a line; returns the exit status of bad input."""
    text = "".join(f"claimcheck: {safe(str(problem))}\n" for problem in problems)
    sys.stderr.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stderr.buffer.flush()
    return BAD_INPUT


def note(text: str) -> None:
    """Says on standard error what was done besides the report."""
    sys.stderr.buffer.write(f"claimcheck: {safe(text)}\n".encode("utf-8", "backslashreplace"))
    sys.stderr.buffer.flush()
