"""How a command writes: always UTF-8, every problem listed, quiet when the reader has gone."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

from claimcheck.errors import DataError, Problem, faults
from claimcheck.files import reason, replace
from claimcheck.report.safe import safe

if TYPE_CHECKING:
    from pathlib import Path

    from claimcheck.model import Report
    from claimcheck.report.words import Words

BAD_INPUT = 2
INTERRUPTED = 130
LONGEST = 2_000


def write(text: str | Iterable[str], output: Path | None = None) -> None:
    """Writes a text, or its parts in order, to standard output or to a file, the same bytes in every locale.

    A lone surrogate, as in a path that is no UTF-8, is written as its escape. Raises DataError if it cannot be written;
    a file then has what it had before.
    """
    data = (each.encode("utf-8", "backslashreplace") for each in ((text,) if isinstance(text, str) else text))
    if output is not None:
        try:
            replace(output, data)
        except OSError as error:
            raise DataError(Problem(str(output), f"cannot be written: {reason(error)}")) from None
        return
    if sys.stdout is None:  # whoever started the program has closed it
        raise DataError(Problem("standard output", "cannot be written: it is closed"))
    try:
        for part in data:
            sys.stdout.buffer.write(part)
        sys.stdout.buffer.flush()
    except OSError as error:
        _turn_off(sys.stdout)
        if not isinstance(error, BrokenPipeError):  # that is `| head`, which has read enough
            raise DataError(Problem("standard output", f"cannot be written: {reason(error)}")) from None


def show(result: Report, words: Words, output: Path | None = None, *, show_checked: bool = False) -> None:
    """Writes the report for people; in colours where standard output is shown to somebody."""
    from claimcheck.report.console import lines, paint, plain  # noqa: PLC0415 – for this format only

    rows = lines(result, words, show_checked=show_checked)
    if output is None and sys.stdout is not None and sys.stdout.isatty():
        paint(rows)
    else:
        write(plain(rows), output)


def complain(problems: Iterable[Problem]) -> int:
    """Lists problems on standard error, one a line, without notes: every report tells these.

    Returns the exit status: that of bad input, or 0 where there are only notes.
    """
    lines = [f"claimcheck: {safe(str(problem))}" for problem in faults(problems)]
    _tell("".join(f"{line if len(line) <= LONGEST else f'{line[:LONGEST]} …'}\n" for line in lines))
    return BAD_INPUT if lines else 0


def refuse(problems: Iterable[Problem]) -> None:
    """Tells the notes among the problems, and raises DataError with those that are mistakes."""
    told = tuple(problems)
    for each in told:
        if each.note is not None:
            note(str(each))
    if wrong := faults(told):
        raise DataError(*wrong)


def note(text: str) -> None:
    """Says on standard error what was done besides the report."""
    _tell(f"claimcheck: {safe(text)}\n")


def _tell(text: str) -> None:
    """Writes to standard error; where nobody reads that, the exit status has to say it."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stderr.buffer.flush()
    except OSError:
        _turn_off(sys.stderr)


def _turn_off(stream: TextIO) -> None:
    """What is left in it would be written again, and fail again, when the stream is closed at the end."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
