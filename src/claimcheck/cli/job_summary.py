"""The summary of a GitHub job: appended to the file that the runner names."""

from __future__ import annotations

import os
from pathlib import Path

from claimcheck.errors import DataError, Problem
from claimcheck.model import Report
from claimcheck.report.github import summary
from claimcheck.report.words import Words

FILE = "GITHUB_STEP_SUMMARY"


def append_summary(result: Report, words: Words) -> None:
    """Appends it; nothing where the runner names no file. Raises DataError if it cannot be written."""
    place = os.environ.get(FILE)
    if not place:
        return
    try:
        with Path(place).open("ab") as stream:
            stream.write(summary(result, words).encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise DataError(Problem(f"{FILE}={place}", f"cannot be written: {error.strerror}")) from None
