"""An article as an archive keeps it: its text, and of its layout what the text alone does not tell."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, NamedTuple, cast, get_args

from claimcheck.errors import DataError, Problem
from claimcheck.languages import known
from claimcheck.link.across.line import WORD
from claimcheck.link.across.page import Page, measure_noun
from claimcheck.model import Document, Region, Span
from claimcheck.model.document import Origin, Piece, RegionKind, RowUnit

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
