"""Reading articles: one file a format, and the way from a path to a document."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from claimcheck.errors import DataError, Problem
from claimcheck.files import content, reason
from claimcheck.ledger import beside
from claimcheck.model import Document
from claimcheck.read.collect import STANDARD_INPUT, Exclude, Excludes, find_files
from claimcheck.read.formats import READERS, SUFFIXES, plain, reader
from claimcheck.read.jsonl import file_of, read_line
from claimcheck.read.metadata import Found, sidecar, with_suppressions

__all__ = ["MAX_BYTES", "READERS", "STANDARD_INPUT", "SUFFIXES", "Exclude", "Excludes", "collect", "file_of", "read"]

MAX_BYTES = 16_000_000
"""No article is longer: beyond it stands an archive in one file, and reading would take many times its memory."""


def collect(paths: Iterable[str | os.PathLike[str]], exclude: Excludes = ()) -> tuple[list[str], list[Problem]]:
    """The articles behind these files, folders and "-", each once, and the problems of the paths that lead to none.

    What the patterns of `exclude` fit is left out of folders.
    """
    return find_files(paths, SUFFIXES, exclude)


def read(path: str | os.PathLike[str], called: str | None = None) -> Document:
    """The document in a file, or in standard input for "-": read like a file that is `called` so, else as plain text.

    Mistakes in its metadata or front matter are in the document's `problems`. Raises DataError where there is no
    such file, or it is too large or no text.
    """
    name = os.fspath(path)
    if name == STANDARD_INPUT:
        raw = _limited(_standard_input(), name)
        return plain(raw, name, Found()) if called is None else _document(raw, called)
    if file_of(name) != name:
        return read_line(name)
    reader(name)  # a wrong kind is told before anything is read
    try:
        return _document(_limited(content(name, MAX_BYTES), name), name)
    except OSError as error:
        raise DataError(Problem(name, f"the file cannot be read: {reason(error)}")) from None


def _document(raw: bytes, name: str) -> Document:
    """The document in the content of a file, with what stands beside that."""
    return _with_ledger(with_suppressions(reader(name)(raw, name, sidecar(name)), name), name)


def _with_ledger(document: Document, article: str) -> Document:
    path = beside(article)
    if not os.path.lexists(path):
        return document
    from claimcheck.ledger import with_ledger  # noqa: PLC0415 – for the few articles that have one

    return with_ledger(document, path)


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise DataError(Problem(STANDARD_INPUT, "standard input is closed"))
    try:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    except OSError as error:
        raise DataError(Problem(STANDARD_INPUT, f"standard input cannot be read: {reason(error)}")) from None


def _limited(raw: bytes, name: str) -> bytes:
    if len(raw) > MAX_BYTES:
        message = f"the file is larger than {MAX_BYTES // 1_000_000} MB; an article is not, split it into its articles"
        raise DataError(Problem(name, message))
    return raw
