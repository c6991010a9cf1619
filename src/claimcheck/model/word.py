"""A word of the article that says something by itself."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.model.span import Span


class Word(NamedTuple):
    """A word that states a relation by itself ("doubled", "majority"), with its place."""

    span: Span
    text: str
