"""What SQLite complains of, in words that say what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from claimcheck.errors import DataError, Problem

_MESSAGES = {
    "BUSY": "another process has been writing to the archive for a long time; try again",
    "LOCKED": "another process has been writing to the archive for a long time; try again",
    "FULL": "the disk is full; what was added before is kept",
    "READONLY": "the archive cannot be written: the file or its folder is read-only",
    "CANTOPEN": "the archive cannot be opened, or its folder cannot be written",
    "PERM": "the archive may not be opened",
    "NOTADB": "this is no archive, it is no SQLite file",
    "CORRUPT": "the archive is damaged or cut off; take it from a backup",
    "IOERR": "the disk fails while the archive is read or written",
}


@contextmanager
def told(path: str) -> Iterator[None]:
    """Makes a DataError of what SQLite raises."""
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "").removeprefix("SQLITE_").partition("_")[0]
        raise DataError(Problem(path, _MESSAGES.get(name, f"the archive cannot be used: {error}"))) from None
