"""An open archive: articles put in, taken out, listed, and found again by what they speak of."""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from math import log
from pathlib import Path
from typing import Literal, NamedTuple

from claimcheck.archive import schema
from claimcheck.archive.schema import Row, digest, is_blank, told
from claimcheck.errors import DataError, Problem
from claimcheck.link.across.page import Page
from claimcheck.model import Article

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
        schema.check_version(base, path)  # before a byte of another's file is changed
    for number in range(TRIES):
        try:
            base.execute("PRAGMA journal_mode = WAL")
            break
        except sqlite3.OperationalError as error:  # the change of mode does not wait for others by itself
            if number == TRIES - 1 or error.sqlite_errorname != "SQLITE_BUSY":
                raise
            time.sleep(PAUSE)
    with _transaction(base):
        if is_blank(base):
            schema.create(base)
        else:
            schema.migrate(base, schema.check_version(base, path))


@contextmanager
def _transaction(base: sqlite3.Connection) -> Iterator[None]:
    """One transaction, begun as a writer's so that two writers wait for each other and never give up half way."""
    base.execute("BEGIN IMMEDIATE")
    try:
        yield
        base.execute("COMMIT")
    except BaseException:
        if base.in_transaction:
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
        journal = path.with_name(path.name + "-wal")
        if not error.sqlite_errorname.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY")) or (
            journal.exists() and journal.stat().st_size
        ):
            raise
        base = sqlite3.connect(f"{address}?mode=ro&immutable=1", uri=True, isolation_level=None)
        blank = is_blank(base)
    if blank:
        base.close()
        base = sqlite3.connect(":memory:", isolation_level=None)
        schema.create(base)
    elif (version := schema.check_version(base, str(path))) < schema.VERSION:
        base.close()
        message = f"the archive has the older schema version {version}; bring it up with: claimcheck archive add"
        raise DataError(Problem(str(path), message))
    base.execute("PRAGMA query_only = ON")
    base.execute(f"PRAGMA cache_size = -{MEMORY_KB}")
    return base


FOLLOWED = 24
POSTINGS = 2_000
RARE_SHARE = 4
ENOUGH = 9_000
SMALL = 50
CANDIDATES = 32
"""So many articles are looked at for one draft; of the others nothing but their words is known."""

LAST = "9999-12-31"
Change = Literal["added", "replaced", "unchanged"]


class Kept(NamedTuple):
    """An article of the archive, as a list shows it."""

    path: str
    published: str | None
    title: str | None
    claims: int


class Archive:
    """One open archive; every change is one transaction, on the disk when the method returns."""

    def __init__(self, base: sqlite3.Connection, path: str) -> None:
        self.base = base
        self.path = path

    def add(self, article: Article) -> Change:
        """Puts an article in, in place of one with the same path; nothing is written if that is the same already."""
        row = schema.row_of(article.document, key(article.document.path))
        words = schema.terms(Page(article, 0)) if article.document.language is not None else ()
        with told(self.path), _transaction(self.base):
            old = self.base.execute("SELECT id, hash FROM article WHERE path = ?", (row.path,)).fetchone()
            if old is not None and old[1] == row.hash:
                return "unchanged"
            if old is not None:
                self._take_out(old[0])
            number = self.base.execute(
                "INSERT INTO article (path, published, title, language, text, layout, hash, claims)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (*row, len(article.claims)),
            ).lastrowid
            self.base.executemany(
                "INSERT INTO term (key, id, articles) VALUES (?, (SELECT coalesce(max(id), 0) + 1 FROM term), 1)"
                " ON CONFLICT (key) DO UPDATE SET articles = articles + 1",
                ((word,) for word in words),
            )
            self.base.executemany(
                "INSERT INTO posting (term, article) SELECT id, ? FROM term WHERE key = ?",
                ((number, word) for word in words),
            )
        return "added" if old is None else "replaced"

    def remove(self, path: str) -> bool:
        """Takes the article with this path out; False if there is none."""
        with told(self.path), _transaction(self.base):
            found = self.base.execute("SELECT id FROM article WHERE path = ?", (key(path),)).fetchone()
            if found is not None:
                self._take_out(found[0])
        return found is not None

    def kept(self) -> Iterator[Kept]:
        """All articles, by path."""
        with told(self.path):
            yield from map(
                Kept._make, self.base.execute("SELECT path, published, title, claims FROM article ORDER BY path")
            )

    def related(self, words: Sequence[str], until: date | None, without: Collection[str] = ()) -> tuple[int, ...]:
        """The numbers of the articles that share most of the rare words, the closest first, at most CANDIDATES.

        None is published after `until`, and none has one of the paths in `without`. Of a small archive all articles
        with a word in common count.
        """
        with told(self.path):
            size = self.base.execute("SELECT max(id) FROM article").fetchone()[0] or 0
            least = ENOUGH if size > SMALL else 0
            likeness = self._likeness(words, size)
            best = sorted((-total, number) for number, total in likeness.items() if total > least)[:CANDIDATES]
            rows = self.base.execute(
                "SELECT id, path FROM article WHERE id IN (SELECT value FROM json_each(?))"
                " AND (published IS NULL OR published <= ?)",
                (f"[{','.join(number for _, number in best)}]", LAST if until is None else until.isoformat()),
            ).fetchall()
        passed = set(map(key, without))
        fit = sorted((-likeness[str(number)], path, number) for number, path in rows if path not in passed)
        return tuple(number for _, _, number in fit)

    def row(self, number: int) -> Row | None:
        """The stored columns of an article; None where it has been taken out meanwhile."""
        with told(self.path):
            found = self.base.execute(
                "SELECT path, published, title, language, text, layout, hash FROM article WHERE id = ?", (number,)
            ).fetchone()
        return None if found is None else Row._make(found)

    def _likeness(self, words: Sequence[str], size: int) -> dict[str, int]:
        """What every article, by its number, has in common with the words: the sum of 1000 log(all / those with it).

        The rarest are followed, as far as FOLLOWED words and POSTINGS articles go; the others tell little.
        """
        found = self.base.execute(
            "SELECT articles, id FROM term WHERE key IN (SELECT value FROM json_each(?)) AND articles BETWEEN 1 AND ?"
            " ORDER BY articles, key LIMIT ?",
            (json.dumps(words), min(POSTINGS, max(SMALL, size // RARE_SHARE)), FOLLOWED),
        ).fetchall()
        telling: dict[int, int] = {}
        room = POSTINGS
        for articles, term in found:
            if articles > room:
                break
            room -= articles
            telling[term] = int(1000 * log((size + 1) / articles))
        likeness: dict[str, int] = {}
        for term, numbers in self.base.execute(
            "SELECT term, group_concat(article) FROM posting WHERE term IN (SELECT value FROM json_each(?))"
            " GROUP BY term",  # one row a word: rows are what costs
            (json.dumps(list(telling)),),
        ):
            weight = telling[term]
            for number in numbers.split(","):
                likeness[number] = likeness.get(number, 0) + weight
        return likeness

    def _take_out(self, number: int) -> None:
        self.base.execute(
            "UPDATE term SET articles = articles - 1 WHERE id IN (SELECT term FROM posting WHERE article = ?)",
            (number,),
        )
        self.base.execute("DELETE FROM posting WHERE article = ?", (number,))
        self.base.execute("DELETE FROM article WHERE id = ?", (number,))


def key(path: str) -> str:
    """The path as an archive knows it: one spelling of each."""
    return os.path.normpath(path)


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
