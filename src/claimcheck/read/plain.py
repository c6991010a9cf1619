"""Plain text: the file is the article."""

from __future__ import annotations

from claimcheck.model import Document
from claimcheck.read.decode import decode
from claimcheck.read.metadata import Found, with_metadata


def plain(raw: bytes, path: str, found: Found) -> Document:
    """The document of a text file with the metadata that stand beside it."""
    text, damage = decode(raw, path, found.metadata.encoding)
    return with_metadata(Document.from_text(text, path)._replace(problems=damage), found)
