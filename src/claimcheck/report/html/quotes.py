"""The sentences that something rests on, with the words in question marked, to be set side by side."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from claimcheck.model import Document, Span
from claimcheck.report.html.marked import hidden_in, pieces, without
from claimcheck.report.places import Files

WIDEST = 160
"""How much of a sentence is shown before and behind its marks, in code points."""


class Piece(NamedTuple):
    """A stretch of a quoted sentence."""

    text: str
    marked: bool


class Quote(NamedTuple):
    """One sentence: what its marks are called, where it stands, a link to it if it is on the page, its pieces."""

    label: str
    where: str
    target: str
    language: str | None
    pieces: tuple[Piece, ...]


class Part(NamedTuple):
    """A place to be marked in a quotation; `role` is what it is called, "" for nothing."""

    path: str
    span: Span
    role: str


class Quoting:
    """Makes quotations from the documents of a report; `target` gives the link to a place, "" for none."""

    def __init__(self, files: Files, target: Callable[[str, int], str]) -> None:
        self.files = files
        self.target = target
        self._hidden: dict[str, tuple[Span, ...]] = {}

    def quotes(self, parts: Iterable[Part]) -> tuple[Quote, ...]:
        """A quotation for each sentence that has one of the parts, in the order of the parts."""
        groups: dict[tuple[str, Span], list[Part]] = {}
        for part in parts:
            sentence = self._sentence(self.files.document(part.path), part.span)
            groups.setdefault((part.path, sentence), []).append(part)
        return tuple(self._quote(path, sentence, inside) for (path, sentence), inside in groups.items())

    def text(self, path: str, span: Span) -> str:
        """The words at a place, on one line, without markup."""
        return without(self.files.document(path).text, span, self._hidden_near(path, span))

    def _hidden_near(self, path: str, span: Span) -> list[Span]:
        if path not in self._hidden:
            self._hidden[path] = tuple(hidden_in(self.files.document(path)))
        return [each for each in self._hidden[path] if each.touches(span)]

    def where(self, path: str, offset: int) -> str:
        """Path, line and column of a place, as editors write them."""
        line, column = self.files[path].at(offset)
        return f"{path}:{line}:{column}"

    def _quote(self, path: str, sentence: Span, parts: list[Part]) -> Quote:
        document = self.files.document(path)
        roles = dict.fromkeys(part.role for part in parts if part.role)
        first = min(part.span.start for part in parts)
        pieces = tuple(self._pieces(document, sentence, sorted(part.span for part in parts)))
        return Quote(" · ".join(roles), self.where(path, first), self.target(path, first), document.language, pieces)

    def _pieces(self, document: Document, sentence: Span, marks: list[Span]) -> Iterator[Piece]:
        start = max(sentence.start, marks[0].start - WIDEST)
        end = min(sentence.end, max(span.end for span in marks) + WIDEST)
        hidden = self._hidden_near(document.path, Span(start, end))
        if start > sentence.start:
            yield Piece("… ", marked=False)
        for piece in pieces(Span(start, end), [*hidden, *marks], hidden):
            yield Piece(document.text[piece.start : piece.end], any(each.covers(piece) for each in marks))
        if end < sentence.end:
            yield Piece(" …", marked=False)

    @staticmethod
    def _sentence(document: Document, span: Span) -> Span:
        """The sentence a place begins in, made longer where the place is; the place itself where there is none."""
        at = bisect_right(document.sentences, span.start, key=lambda each: each.start) - 1
        if at < 0 or not document.sentences[at].touches(span):
            return span
        found = document.sentences[at]
        return Span(found.start, max(found.end, span.end))
