"""An article as an archive keeps it: its text, and of its layout what the text alone does not tell."""

from __future__ import annotations

import json
from datetime import date

from claimcheck.errors import DataError, Problem
from claimcheck.model import Document, Region, Span
from claimcheck.values import NamedTuple


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
    if document.prose != plain.prose:
        layout = {
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


def document_of(row: Row) -> Document:
    """The document of a row, ready to be divided and read again."""
    document = Document.from_text(
        row.text, row.path, language=row.language, published=row.published and date.fromisoformat(row.published)
    )._replace(title=row.title, suppressions=())
    layout = json.loads(row.layout)
    if not layout:
        return document
    return document._replace(
        prose=layout["prose"],
        regions=tuple(Region(Span(start, end), kind) for start, end, kind in layout["regions"]),
        headline=Span(*layout["headline"]) if layout["headline"] else None,
        paragraphs=tuple(Span(*each) for each in layout["paragraphs"]),
        list_items=tuple(Span(*each) for each in layout["list_items"]),
    )
