"""The documents drafts are held against, each read once and its words indexed."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from claimcheck.extract.on_demand import OnDemand
from claimcheck.ground.match import Index
from claimcheck.ground.text import Text
from claimcheck.ground.words import words_of
from claimcheck.model import Article, Document
from claimcheck.reference import EntityIndex
from claimcheck.segment import segment

MOST_KEPT = 32
LONGEST_KEPT = 20_000


class Source(NamedTuple):
    """A document with its numbers and names; `words` is None where its language has no words for comparing."""

    article: Article
    words: Index | None


def read_source(document: Document, known: EntityIndex) -> Source:
    """A document made ready for drafts to be held against; of those read last, the short ones are kept.

    `known` are the names of the reference. A language that is not known raises DataError.
    """
    return _kept(document, known) if len(document.text) <= LONGEST_KEPT else _read(document, known)


def _read(document: Document, known: EntityIndex) -> Source:
    read = OnDemand(segment(document), known)
    language = read.article.document.language
    words = None if language is None else words_of(language)
    return Source(read.article, None if words is None else Index(Text(read.article, words, read)))


_kept = lru_cache(MOST_KEPT)(_read)  # an editor checks one draft after each change, and many drafts of one release
