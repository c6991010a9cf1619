"""Which files can be read, and by what: the reader of a format is imported for the first file that has it."""

from __future__ import annotations

import codecs
import os
from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple, cast

from claimcheck.errors import DataError, Problem
from claimcheck.model import Document
from claimcheck.read.jsonl import SUFFIX as JSON_LINES
from claimcheck.read.metadata import Found, with_metadata

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes({*range(32)} - {*b"\t\n\v\f\r\x1b\x1a\b"}) + b"\x7f"
_BINARY_SHARE = 50
_OF_NO_FILE = frozenset(("idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape"))
"""What Python calls encodings too, and nobody saves a file in: they are for names of hosts and for source code."""
_NOT_TEXT = (b"%PDF-", b"PK\x03\x04", b"{\\rtf", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b")


class Decoded(NamedTuple):
    """A text without its byte-order mark, line ends untouched, and what was wrong with its bytes."""

    text: str
    problems: tuple[Problem, ...] = ()


def decode(raw: bytes, path: str, declared: str | None = None) -> Decoded:
    """The text in `raw`; `declared` is an encoding the file or its metadata names.

    A file that is UTF-8 but for some damaged bytes keeps its good characters and gets a problem that names the first
    damaged one. Raises DataError for what is no text.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return Decoded(_strict(raw[len(mark) :], encoding, path))
    if _is_binary(raw):
        raise DataError(Problem(path, "this is no text file; save the article as plain text or Markdown"))
    if declared:
        return Decoded(_strict(raw, declared, path))
    try:
        return Decoded(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        text = raw.decode("utf-8", "replace")
        damaged = text.count("\ufffd")
        if damaged < sum(1 for character in text if character > "\x7f") - damaged:
            return Decoded(text, (_damage(text, raw[error.start], path),))
    return Decoded(_strict(raw, "cp1252", path))


def _strict(raw: bytes, encoding: str, path: str) -> str:
    try:
        if codecs.lookup(encoding).name.replace("_", "-") in _OF_NO_FILE:
            raise LookupError(encoding)
        text = raw.decode(encoding)
        text.encode()
        return text
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        message = f"the byte 0x{raw[error.start]:02x} is not possible in {encoding}; save the file as UTF-8"
        raise DataError(Problem(path, message, line, column)) from None
    except UnicodeEncodeError:
        message = f"{encoding} gives half a character here; save the file as UTF-8"
        raise DataError(Problem(path, message)) from None
    except (LookupError, ValueError):  # no encoding at all, or one from bytes to bytes
        raise DataError(Problem(path, f"no encoding is called {encoding[:40]!r}; use UTF-8")) from None


def _is_binary(raw: bytes) -> bool:
    if raw.startswith(_NOT_TEXT) or b"\0" in raw:
        return True
    sample = raw[:65536]
    return len(sample) - len(sample.translate(None, _CONTROLS)) > len(sample) // _BINARY_SHARE


def _damage(text: str, byte: int, path: str) -> Problem:
    at = text.index("\ufffd")
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    return Problem(path, f"the byte 0x{byte:02x} is not UTF-8; save the file as UTF-8", line, column)


Reader = Callable[[bytes, str, Found], Document]
"""From the bytes of a file, its path and what stands beside it to its document; DataError where it cannot be read."""

READERS = {
    ".txt": "formats:plain",
    ".text": "formats:plain",
    ".md": "markdown:markdown",
    ".markdown": "markdown:markdown",
    ".mdx": "markdown:mdx",
    ".rst": "light:restructured",
    ".adoc": "light:asciidoc",
    ".asciidoc": "light:asciidoc",
    ".html": "web:web_page",
    ".htm": "web:web_page",
    ".xhtml": "web:web_page",
    ".docx": "word:word",
    ".docm": "word:word",
    ".pdf": "pdf:pdf",
}
"""Suffixes in small letters, and module and function in this folder."""

SUFFIXES = (*READERS, JSON_LINES)
"""All files that can be read; the last one holds many articles."""


def reader(path: str) -> Reader:
    """What reads a file; DataError for one of another kind."""
    place = READERS.get(os.path.splitext(path)[1].lower())
    if place is None:
        raise DataError(Problem(path, f"only {', '.join(SUFFIXES)} can be read"))
    module, _, name = place.partition(":")
    return cast("Reader", getattr(import_module(f"claimcheck.read.{module}"), name))


def plain(raw: bytes, path: str, found: Found) -> Document:
    """The document of a text file with the metadata that stand beside it."""
    text, damage = decode(raw, path, found.metadata.encoding)
    return with_metadata(Document.from_text(text, path)._replace(problems=damage), found)
