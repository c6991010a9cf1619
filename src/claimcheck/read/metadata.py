"""What is known about an article: beside its text, checked one by one, or before it, as Jekyll and Hugo have it."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from errno import ENAMETOOLONG, ENOENT
from typing import Any, NamedTuple

from claimcheck.errors import DataError, Problem
from claimcheck.files import content, reason
from claimcheck.model.document import Document, day
from claimcheck.model.span import Span

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


_OPENING = re.compile(r"(?:---|\+\+\+)[ \t]*\r?\n")
_CLOSING = {
    "-": re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE),
    "+": re.compile(r"^\+\+\+[ \t]*\r?$", re.MULTILINE),
}
_TOML_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
_DESCRIPTION = re.compile(r"^description[ \t]{0,9}[:=]", re.MULTILINE)
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)[-_.]")
_KEYS = re.compile(r"[A-Za-z_][\w-]*[ \t]*:")
_LONGEST = 100_000


class FrontMatter(NamedTuple):
    """Where the front matter ends (0: there is none) and what it says."""

    end: int
    found: Found


def front_matter(text: str, path: str) -> FrontMatter:
    """The front matter of a text; where it is broken, a problem says so and the text is read all the same.

    Without a closing line it is none: the first line then is a mere rule.
    """
    opening = _OPENING.match(text)
    if not opening:
        return FrontMatter(0, Found())
    closing = _CLOSING[text[0]].search(text, opening.end(), opening.end() + _LONGEST)
    if not closing:
        broken = bool(_KEYS.match(text, opening.end()))
        missing = Problem(path, f"the front matter has no closing line; end it with {text[:3]}", 1, 1)
        return FrontMatter(0, Found(problems=(missing,) if broken else ()))
    inside = text[opening.end() : closing.start()].replace("\r", " ")
    known = _known if text[0] == "-" else _toml
    return FrontMatter(closing.end(), known(inside, path) if inside.strip() else Found())


def trimmed(prose: str, span: Span) -> Span:
    """The span without white space at its ends."""
    words = prose[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def teaser_of(text: str, end: int) -> Span | None:
    """What the front matter describes the article with, on one line; readers see it above the text."""
    for key in _DESCRIPTION.finditer(text, 0, end):
        line = trimmed(text, Span(key.end(), max(text.find("\n", key.end(), end), key.end())))
        quoted = line.end - line.start > 1 and text[line.start] in "\"'" and text[line.end - 1] == text[line.start]
        span = Span(line.start + 1, line.end - 1) if quoted else line
        if " " in text[span.start : span.end] and text[span.start] not in "|>\"'":
            return span
    return None


def _toml(inside: str, path: str) -> Found:
    """What Hugo's front matter between lines of +++ says."""
    import tomllib  # noqa: PLC0415 – for the few texts that have it

    try:
        values = by_any_name(tomllib.loads(inside))
    except tomllib.TOMLDecodeError as error:
        place = _TOML_PLACE.search(str(error))
        line, column = (int(place[1]) + 1, int(place[2])) if place else (2, 1)
        return Found(
            problems=(Problem(path, 'the front matter is no TOML; write keys such as title = "…"', line, column),)
        )
    plain = {key: _words(value) for key, value in values.items()}
    return known_keys(plain, path, dict.fromkeys(plain, (2, 1)))


def _words(value: object) -> object:
    """A value as text where it stands for one: a date, or several names."""
    if isinstance(value, date):
        return value.isoformat()
    return ", ".join(map(str, value)) if isinstance(value, list) else value


def dated(path: str) -> Found:
    """The day that the name of a file begins with, as Jekyll has it: 2025-06-19-name.md."""
    named = _DAY.match(os.path.basename(path))
    with suppress(ValueError):
        return Found(Metadata(published=day(named[1]))) if named else Found()
    return Found()


def _known(inside: str, path: str) -> Found:
    from claimcheck.datafile.tree import read_tree  # noqa: PLC0415 – a YAML parser, only where there is something to parse

    try:
        root = read_tree(inside, path, first_line=2)
    except DataError as error:
        return Found(problems=error.problems)
    if root.pairs is None:
        return Found(problems=(Problem(path, "the front matter should have keys such as 'title: …'", 2, 1),))
    values = {}
    places = dict.fromkeys(("encoding", *OTHER_NAMES), (2, 1))
    for key, others in OTHER_NAMES.items():
        node = next((root.pairs[name] for name in (key, *others) if name in root.pairs), None)
        if node is not None:
            values[key] = _words(node.plain())
            places[key] = (node.line, node.column)
    return known_keys(values, path, places)
