"""The tables of an archive, its version, and the way from an older version to the present one.

A file is known as an archive by its application id; its schema version is in user_version.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from claimcheck.errors import DataError, Problem

if TYPE_CHECKING:
    from sqlite3 import Connection


APPLICATION = 0x434C4152
VERSION = 2

# `key` is a name, a measure noun or another telling word, normalised for comparison; `articles` says how many have it,
# so that a lookup can begin with the rarest without counting. It stands in the index by key itself, and asking for the
# words of a draft reads one page for each.
TABLES = (
    """CREATE TABLE article (
        id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, published TEXT, title TEXT, language TEXT,
        text TEXT NOT NULL, layout TEXT NOT NULL, claims INTEGER NOT NULL, hash TEXT NOT NULL) STRICT""",
    """CREATE TABLE term (
        key TEXT PRIMARY KEY, id INTEGER NOT NULL, articles INTEGER NOT NULL) STRICT, WITHOUT ROWID""",
    "CREATE UNIQUE INDEX term_id ON term (id)",
    """CREATE TABLE posting (
        term INTEGER NOT NULL REFERENCES term (id), article INTEGER NOT NULL REFERENCES article (id),
        PRIMARY KEY (term, article)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX posting_article ON posting (article)",
)

MIGRATIONS: Mapping[int, tuple[str, ...]] = {
    1: (
        """CREATE TABLE new_term (
            key TEXT PRIMARY KEY, id INTEGER NOT NULL, articles INTEGER NOT NULL) STRICT, WITHOUT ROWID""",
        "INSERT INTO new_term SELECT key, id, articles FROM term ORDER BY key",
        "DROP TABLE term",
        "ALTER TABLE new_term RENAME TO term",
        "CREATE UNIQUE INDEX term_id ON term (id)",
    )
}
"""The statements that lead from a version to the next one, run while foreign keys are not checked."""


def is_blank(base: Connection) -> bool:
    """Whether nothing is in the file yet: it is new, or its writer was stopped before the first word."""
    found: int = base.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return not found and not _pragma(base, "application_id") and not _pragma(base, "user_version")


def check_version(base: Connection, path: str) -> int:
    """The schema version of an archive; DataError for another program's file and for a version not known yet."""
    if _pragma(base, "application_id") != APPLICATION:
        raise DataError(Problem(path, "this is no archive; it is the SQLite file of another program"))
    version = _pragma(base, "user_version")
    if version < 1:
        raise DataError(Problem(path, f"the archive has no schema version {version}; take it from a backup"))
    if version > VERSION:
        message = f"the archive has schema version {version}, this program knows {VERSION}; install a newer one"
        raise DataError(Problem(path, message))
    return version


def create(base: Connection) -> None:
    """Makes the tables; within a transaction of the caller's."""
    for statement in TABLES:
        base.execute(statement)
    base.execute(f"PRAGMA application_id = {APPLICATION}")
    base.execute(f"PRAGMA user_version = {VERSION}")


def migrate(base: Connection, version: int) -> None:
    """Leads an older archive to the present version, step by step; within a transaction of the caller's."""
    for step in range(version, VERSION):
        for statement in MIGRATIONS[step]:
            base.execute(statement)
        base.execute(f"PRAGMA user_version = {step + 1}")


def _pragma(base: Connection, name: str) -> int:
    return int(base.execute(f"PRAGMA {name}").fetchone()[0])


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
