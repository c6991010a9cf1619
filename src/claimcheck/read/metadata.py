"""What stands beside an article: the few keys that are known about it, checked one by one, and its suppressions."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from errno import ENAMETOOLONG, ENOENT
from typing import Any, NamedTuple

from claimcheck.errors import DataError, Problem
from claimcheck.files import content, reason
from claimcheck.model.document import Document, day

SUFFIX = ".meta.json"
_TEXTS = ("language", "title", "publisher", "author", "url", "encoding")
_MAX_BYTES = 1_000_000


class Metadata(NamedTuple):
    """The known keys; None where nothing is said. `encoding` is that of the text file."""

    published: date | None = None
    language: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    encoding: str | None = None


class Found(NamedTuple):
    """Metadata and what was wrong with them; a wrong key counts as not given."""

    metadata: Metadata = Metadata()
    problems: tuple[Problem, ...] = ()


def sidecar(article: str) -> Found:
    """What NAME.meta.json beside NAME.txt says; nothing if there is none."""
    path = os.path.splitext(article)[0] + SUFFIX
    try:
        raw = content(path, _MAX_BYTES)
    except OSError as error:
        none = error.errno in (ENOENT, ENAMETOOLONG)  # beside a long name there can be no longer one
        return Found() if none else _wrong(path, f"the file cannot be read: {reason(error)}")
    if len(raw) > _MAX_BYTES:
        return _wrong(path, f"the file is larger than {_MAX_BYTES:,} bytes")
    import json  # noqa: PLC0415 – most articles of a draft have no such file

    try:
        text = raw.decode("utf-8-sig")
        values = json.loads(text, parse_int=float)  # no key that counts is a number, however many digits it has
    except UnicodeDecodeError as error:
        return _wrong(path, f"the byte 0x{error.object[error.start]:02x} is not UTF-8; save the file as UTF-8")
    except json.JSONDecodeError as error:
        return _wrong(path, f"this is no JSON: {error.msg.lower()}", error.lineno, error.colno)
    except RecursionError:
        return _wrong(path, "this is no JSON: too many levels inside one another")
    if not isinstance(values, dict):
        return _wrong(path, 'this should be an object such as {"published": "2025-06-19"}', 1, 1)
    return known_keys(values, path, {key: _place(text, key) for key in ("published", *_TEXTS)})


OTHER_NAMES: dict[str, tuple[str, ...]] = {
    "published": ("date", "published_at", "pubdate", "revdate"),
    "language": ("lang",),
    "title": (),
    "publisher": (),
    "author": ("authors", "byline"),
    "url": (),
}
"""What other programs call the keys that count."""


def by_any_name(values: Mapping[str, Any]) -> dict[str, Any]:
    """The keys that count, under our names, from values that may have them under others."""
    names = {
        key: next((name for name in (key, *others) if name in values), None) for key, others in OTHER_NAMES.items()
    }
    return {key: values[name] for key, name in names.items() if name is not None}


def known_keys(values: Mapping[str, Any], path: str, places: Mapping[str, tuple[int, int]]) -> Found:
    """The keys that count, each checked; others are ignored. `places` has line and column of each key's value."""
    problems = []
    kept: dict[str, Any] = {}
    for key in (*_TEXTS, "published"):
        value = values.get(key)
        try:
            if value is not None:
                kept[key] = _day(value) if key == "published" else _text(key, value)
        except ValueError as error:
            problems.append(Problem(path, str(error), *places[key]))
    return Found(Metadata(**kept), tuple(problems))


def _day(value: object) -> date:
    if not isinstance(value, str):
        raise ValueError("'published' should be a date such as \"2025-06-19\"")
    return day(value)


def _text(key: str, value: object) -> str | None:
    """The text, None where it is empty."""
    if not isinstance(value, str):
        raise ValueError(f"'{key}' should be a text in quotation marks")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise ValueError(f"'{key}' has half a character, a lone surrogate") from None
    return value.strip() or None


def with_metadata(document: Document, found: Found) -> Document:
    """The document with what was found; what it already knows stays."""
    known = found.metadata
    return document._replace(
        published=document.published or known.published,
        language=document.language or known.language,
        title=document.title or known.title,
        publisher=document.publisher or known.publisher,
        author=document.author or known.author,
        url=document.url or known.url,
        problems=document.problems + found.problems,
    )


def _wrong(path: str, message: str, line: int | None = None, column: int | None = None) -> Found:
    return Found(problems=(Problem(path, message, line, column),))


def _place(text: str, key: str) -> tuple[int, int]:
    at = max(text.find(f'"{key}"'), 0)
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


SUPPRESSIONS = ".claimcheck.yaml"


def with_suppressions(document: Document, article: str) -> Document:
    """The document with what stands in the sidecar; its mistakes are problems of the document."""
    path = os.path.splitext(article)[0] + SUPPRESSIONS
    if not os.path.exists(path):
        return document
    from claimcheck import datafile  # noqa: PLC0415 – a parser and a validator, for the few articles that have one
    from claimcheck.read.suppression_shape import SidecarShape  # noqa: PLC0415

    try:
        entries = datafile.load(path, SidecarShape).entries()
    except DataError as error:
        return document._replace(problems=(*document.problems, *error.problems))
    missing = [
        Problem(path, f"the article does not say {each.text!r}; copy the words as they stand there")
        for each in entries
        if each.text and each.text not in document.text
    ]
    return document._replace(suppressions=(*document.suppressions, *entries), problems=(*document.problems, *missing))
