"""The one reading of a sentence: words with roles, noun phrases, clauses with verb and subject."""

from __future__ import annotations

from functools import partial

from claimcheck.language.row import Drafts
from claimcheck.language.fields import Fields
from claimcheck.language.pieces import relatives
from claimcheck.language.gaps import split_gaps
from claimcheck.language.openers import openers
from claimcheck.language.order import Order
from claimcheck.language.parts import Parts
from claimcheck.language.phrases import Phrases
from claimcheck.language.readings import Reading, best
from claimcheck.language.row import Row, tokens_of
from claimcheck.language.capitals import with_capitals
from claimcheck.language.tagging import without_capitals
from claimcheck.language.words import Words, words_of
from claimcheck.model import Document, Span
from claimcheck.model.analysis import Analysis, Chunk, Clause, Sentence, Token

__all__ = ["Analysis", "Chunk", "Clause", "Sentence", "Token", "analyse", "analysis"]


def analysis(document: Document) -> Analysis | None:
    """The sentences of a segmented document, each to be read when it is asked for; None without a known language."""
    if document.language is None or words_of(document.language) is None:
        return None
    text, code = document.prose, document.language
    return Analysis(document.sentences, partial(_tokens, text, code), partial(_read, text, code))


def _tokens(text: str, code: str, span: Span) -> list[str]:
    words = words_of(code)
    assert words is not None
    return tokens_of(text, span, words)


def _read(text: str, code: str, span: Span, tokens: list[str]) -> Sentence:
    words = words_of(code)
    assert words is not None
    return _analyse(Row(text, span, words, tokens))


def analyse(text: str, span: Span, words: Words) -> Sentence:
    """One sentence of a text."""
    return _analyse(Row(text, span, words, tokens_of(text, span, words)))


def _analyse(row: Row) -> Sentence:
    span, words = row.span, row.words
    row, drafts, parts = _read_clauses(row) if words.verb_second else best(row, _read_clauses)
    spans = map(Span, row.starts, row.ends)
    tokens = tuple(map(Token, spans, row.written, row.low, row.lemmas, row.roles))
    chunks, owners = tuple(drafts.chunks), tuple(drafts.owner)
    return Sentence(span, tokens, chunks, parts.all(), owners, tuple(row.ends))


def _second(row: Row) -> Drafts:
    with_capitals(row)
    relative = relatives(row)
    drafts = Drafts(row, Phrases(row, relative).all())
    read = Fields(drafts, relative).read()
    if not read.all:
        read.open("main", None)
    return read


def _read_clauses(row: Row) -> Reading:
    drafts = _second(row) if row.words.verb_second else _first(row)
    split_gaps(drafts)
    return Reading(row, drafts, Parts(drafts))


def _first(row: Row) -> Drafts:
    without_capitals(row)
    opening = openers(row)
    drafts = Drafts(row, Phrases(row, frozenset(opening)).all())
    return Order(drafts, opening).read()
