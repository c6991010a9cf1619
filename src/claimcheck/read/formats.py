"""Which files can be read, and by what: the reader of a format is imported for the first file that has it."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module
from typing import cast

from claimcheck.errors import DataError, Problem
from claimcheck.model import Document
from claimcheck.read.decode import decode
from claimcheck.read.jsonl import SUFFIX as JSON_LINES
from claimcheck.read.metadata import Found, with_metadata

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
