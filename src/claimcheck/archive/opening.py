"""Opening an archive: one connection, made ready, closed at the end whatever happens."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from claimcheck.archive.schema import VERSION, check_version, create, is_blank, migrate, told
from claimcheck.archive.store import Archive
from claimcheck.errors import DataError, Problem

WAIT = 60.0
TRIES = 100
PAUSE = 0.1
MEMORY_KB = 16000


@contextmanager
def open_to_write(path: str | os.PathLike[str]) -> Iterator[Archive]:
    """The archive in a file, made if there is none and brought to the present version.

    Raises DataError for a file that is no archive or of a newer version, and for a place that cannot be written.
    """
    name = os.fspath(path)
    if os.path.exists(name) and not os.path.isfile(name):
        raise DataError(Problem(name, "this is no archive, it is no file"))
    with told(name):
        base = sqlite3.connect(name, timeout=WAIT, isolation_level=None)
        try:
            _write_ahead(base, name)
            base.execute("PRAGMA synchronous = FULL")  # what is acknowledged survives a loss of power too
            base.execute("PRAGMA foreign_keys = ON")
            base.execute(f"PRAGMA cache_size = -{MEMORY_KB}")
            yield Archive(base, name)
        finally:
            base.close()


@contextmanager
def open_to_read(path: str | os.PathLike[str]) -> Iterator[Archive]:
    """The archive in a file, which others may write meanwhile.

    Raises DataError for a file that is missing or no archive, and for one of another version.
    """
    name = os.fspath(path)
    if not Path(name).is_file():
        raise DataError(Problem(name, "there is no such archive; make it with: claimcheck archive add"))
    with told(name):
        base = _reader(Path(name))
        try:
            yield Archive(base, name)
        finally:
            base.close()


def _write_ahead(base: sqlite3.Connection, path: str) -> None:
    """Makes the file an archive of this version; in write-ahead mode, so that readers and the writer do not wait."""
    if not is_blank(base):
        check_version(base, path)  # before a byte of another's file is changed
    for number in range(TRIES):
        try:
            base.execute("PRAGMA journal_mode = WAL")
            break
        except sqlite3.OperationalError as error:  # the change of mode does not wait for others by itself
            if number == TRIES - 1 or error.sqlite_errorname != "SQLITE_BUSY":
                raise
            time.sleep(PAUSE)
    base.execute("BEGIN IMMEDIATE")
    try:
        if is_blank(base):
            create(base)
        else:
            migrate(base, check_version(base, path))
        base.execute("COMMIT")
    except BaseException:
        base.execute("ROLLBACK")
        raise


def _reader(path: Path) -> sqlite3.Connection:
    """A connection that only reads; in a folder that cannot be written it takes the file as it is."""
    address = path.resolve().as_uri()
    base = sqlite3.connect(f"{address}?mode=rw", uri=True, timeout=WAIT, isolation_level=None)
    try:
        blank = is_blank(base)
    except sqlite3.OperationalError as error:
        base.close()
        log = path.with_name(path.name + "-wal")
        if not error.sqlite_errorname.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY")) or (
            log.exists() and log.stat().st_size
        ):
            raise
        base = sqlite3.connect(f"{address}?mode=ro&immutable=1", uri=True, isolation_level=None)
        blank = is_blank(base)
    if blank:
        base.close()
        base = sqlite3.connect(":memory:", isolation_level=None)
        create(base)
    elif (version := check_version(base, str(path))) < VERSION:
        base.close()
        message = f"the archive has the older schema version {version}; bring it up with: claimcheck archive add"
        raise DataError(Problem(str(path), message))
    base.execute("PRAGMA query_only = ON")
    base.execute(f"PRAGMA cache_size = -{MEMORY_KB}")
    return base
