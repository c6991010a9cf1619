"""Suppressions beside an article: NAME.claimcheck.yaml, for plain text and for texts that should stay clean."""

from __future__ import annotations

import os

from claimcheck.errors import DataError, Problem
from claimcheck.model import Document

SUFFIX = ".claimcheck.yaml"


def with_suppressions(document: Document, article: str) -> Document:
    """The document with what stands in the sidecar; its mistakes are problems of the document."""
    path = os.path.splitext(article)[0] + SUFFIX
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
