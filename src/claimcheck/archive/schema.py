"""The tables of an archive, the way from an older version to this one, and an article as a row of them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, cast, get_args

from claimcheck.errors import DataError, Problem
from claimcheck.languages import known
from claimcheck.link.across.line import WORD
from claimcheck.link.across.page import Page, measure_noun
from claimcheck.model import Document, Region, Span
from claimcheck.model.document import Origin, Piece, RegionKind, RowUnit

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


ENDS = frozenset('\n.!?…:;“”"»«’‘')


class Row(NamedTuple):
    """One article in its columns; `layout` is JSON, {} for plain text. `hash` is over everything else but the path."""

    path: str
    published: str | None
    title: str | None
    language: str | None
    text: str
    layout: str
    hash: str


def row_of(document: Document, path: str) -> Row:
    """The columns of a document as it was read, before or after it was divided. DataError for what no file can hold."""
    layout: dict[str, object] = {}
    plain = Document.from_text(document.text, document.path)
    if document.prose != plain.prose or document.origin:
        layout = {
            "origin": document.origin,
            "prose": document.prose,
            "regions": [[*each.span, each.kind] for each in document.regions if each.kind != "boilerplate"],
            "headline": document.headline,
            "paragraphs": document.paragraphs,
            "list_items": document.list_items,
        }
    columns = (
        document.published.isoformat() if document.published else None,
        document.title,
        document.language,
        document.text,
        json.dumps(layout, ensure_ascii=False, sort_keys=True),
    )
    try:
        path.encode()
        return Row(path, *columns, digest(*columns))
    except UnicodeEncodeError:
        raise DataError(Problem(path, "its name or its text is no UTF-8 and cannot be archived")) from None


def digest(published: str | None, title: str | None, language: str | None, text: str, layout: str) -> str:
    """SHA-256 of the columns."""
    from hashlib import sha256  # noqa: PLC0415 – 10 ms, for changes and verifying only

    columns = json.dumps([published, title, language, text, layout], ensure_ascii=False)
    return sha256(columns.encode()).hexdigest()


def document_of(row: Row, longest: int | None = None) -> Document:
    """The document of a row, ready to be divided and read again; only its first `longest` characters if that is said.

    It is cut between two paragraphs or sentences; where there are none nothing of it is left. Raises DataError, under
    the path of the article, for a row that this program has not written.
    """
    try:
        return _document(row, longest)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        message = "its row in the archive was changed by hand; add the article again"
        raise DataError(Problem(row.path, message)) from None


def _document(row: Row, longest: int | None) -> Document:
    layout = json.loads(row.layout)
    prose = layout.get("prose", row.text)
    if len(prose) != len(row.text) or row.language not in (None, *known()):
        raise ValueError(row.path)
    end = len(prose) if longest is None or len(prose) <= longest else _last_break(prose, longest)
    published = date.fromisoformat(row.published) if row.published else None
    document = Document.from_text(row.text[:end], row.path, language=row.language, published=published)
    document = document._replace(title=row.title, suppressions=())
    if not layout:
        return document
    headline = layout["headline"]
    regions = [Region(span, _kind(kind)) for *ends, kind in layout["regions"] for span in _before([ends], end)]
    return document._replace(
        prose=prose[:end],
        regions=tuple(regions),
        headline=next(iter(_before([headline] if headline else [], end)), None),
        paragraphs=_before(layout["paragraphs"], end),
        list_items=_before(layout["list_items"], end),
        origin=_origin(layout.get("origin")),
    )


def _origin(layout: list[Any] | None) -> Origin | None:
    """The way back to the file; ValueError where it is none."""
    if not layout:
        return None
    counted, pieces = layout
    found = tuple(Piece(*each) for each in pieces)
    if counted not in get_args(RowUnit) or not found or not all(type(n) is int for each in found for n in each):
        raise ValueError(layout)
    return Origin(counted, found)


def _last_break(prose: str, longest: int) -> int:
    """Where the last line before `longest` ends that closes a sentence or a paragraph; else the last sentence."""
    at = longest
    while (at := prose.rfind("\n", 0, at)) > 0:
        if prose[at - 1] in ENDS or prose[at + 1 : at + 2] == "\n":
            return at
    return prose.rfind(". ", 0, longest) + 1


def _before(spans: list[list[int]], end: int) -> tuple[Span, ...]:
    """The spans that end so early; ValueError where one is none."""
    found = [Span(*each) for each in spans]
    if not all(type(each.start) is type(each.end) is int and 0 <= each.start <= each.end for each in found):
        raise ValueError(spans)
    return tuple(each for each in found if each.end <= end)


def _kind(written: str) -> RegionKind:
    for kind in get_args(RegionKind):
        if kind == written:
            return cast("RegionKind", kind)
    raise ValueError(written)


def terms(page: Page) -> tuple[str, ...]:
    """The keys of an article laid out, sorted."""
    found = {word.key for line in page.lines for word in line.words if word.capital or word.name}
    for number in page.numbers:
        for word in WORD.findall(measure_noun(number.claim) or ""):
            key = page.vocabulary.key(word)
            if key is not None:
                found.add(key)
    return tuple(sorted(found))
