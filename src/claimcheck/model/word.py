"""A word of the article that says something by itself."""

from __future__ import annotations

from claimcheck.model.span import Span
from claimcheck.values import NamedTuple


class Word(NamedTuple):
    """A word that states a relation by itself ("doubled", "majority"), with its place."""

    span: Span
    text: str
