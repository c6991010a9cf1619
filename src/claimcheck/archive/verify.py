"""Whether an archive is whole: the file, what its tables say of each other, and every text against its hash."""

from __future__ import annotations

import sqlite3

from claimcheck.archive.store import Archive
from claimcheck.archive.stored import digest
from claimcheck.errors import Problem

MOST = 20


def verify(archive: Archive) -> tuple[Problem, ...]:
    """What is wrong, nothing if all is well."""
    try:
        return tuple(Problem(archive.path, each) for each in (*_file(archive), *_index(archive), *_texts(archive)))
    except sqlite3.DatabaseError as error:
        return (Problem(archive.path, f"the archive is damaged: {error}"),)


def _file(archive: Archive) -> list[str]:
    found = [each for (each,) in archive.base.execute(f"PRAGMA integrity_check({MOST})") if each != "ok"]
    astray = archive.base.execute("PRAGMA foreign_key_check").fetchall()[:MOST]
    return [*(f"the file is damaged: {each}" for each in found), *(f"table {row[0]} points nowhere" for row in astray)]


def _index(archive: Archive) -> list[str]:
    wrong = archive.base.execute(
        "SELECT count(*) FROM term LEFT JOIN (SELECT term, count(*) AS n FROM posting GROUP BY term) ON term = id"
        " WHERE articles <> coalesce(n, 0)"
    ).fetchone()[0]
    return [f"the index counts {wrong} words wrongly"] if wrong else []


def _texts(archive: Archive) -> list[str]:
    rows = archive.base.execute(
        "SELECT path, hash, published, title, language, text, layout FROM article ORDER BY path"
    )
    return [
        f"{path}: the stored article is not the one that was added" for path, kept, *row in rows if digest(*row) != kept
    ]
