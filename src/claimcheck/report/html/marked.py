"""The text of an article in blocks and sentences, each cut into stretches that are marked alike."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from claimcheck.model import Document, Span
from claimcheck.report.places import Files

Kind = Literal["finding", "claim", "fact"]
BlockKind = Literal["headline", "text", "item", "left"]
"""`left`: what is no running text, such as a table; it is shown, since an editor would miss it."""


class Mark(NamedTuple):
    """A marked span: its number among its kind, and the words its looks are chosen by.

    `drawn` are the parts of it that are shown as marked; the whole only belongs to it.
    """

    kind: Kind
    number: int
    span: Span
    looks: str
    drawn: tuple[Span, ...]


class Stretch(NamedTuple):
    """A piece of text; `claims` are those it belongs to, `claim` the one it is drawn as, shortest first.

    `looks` are the style words of everything it is drawn as. `first`: here the drawn claim begins; `begins`: here
    something drawn does, so that a link can lead to it. `start` is its offset.
    """

    text: str
    start: int
    claims: tuple[int, ...] = ()
    claim: int | None = None
    first: bool = False
    looks: tuple[str, ...] = ()
    begins: bool = False


class Block(NamedTuple):
    """A paragraph, headline or list item with its stretches."""

    kind: BlockKind
    span: Span
    stretches: tuple[Stretch, ...]


def blocks(document: Document, marks: Sequence[Mark]) -> Iterator[Block]:
    """All of the text in order; markup is left out, and what stands between paragraphs only where it has words."""
    hidden, wanted = tuple(hidden_in(document)), sorted(marks, key=lambda mark: mark.span)
    for kind, span in _spans(document):
        inside = [mark for mark in wanted if mark.span.touches(span)]
        cut = [each for each in hidden if each.touches(span)]
        stretches = tuple(_stretches(document.text, span, inside, cut))
        if kind != "left" or any(not each.text.isspace() for each in stretches):
            yield Block(kind, span, stretches)


def hidden_in(document: Document) -> Iterator[Span]:
    """What is in the file for the sake of its format: markup, and link targets that are no address in the text."""
    for span, kind in document.regions:
        target = kind == "link_target" and not document.text[span.start].isalnum()
        if target or kind in ("markup", "front_matter"):
            yield span


def without(text: str, span: Span, hidden: Sequence[Span]) -> str:
    """The text at a span without what is hidden, on one line."""
    shown, at = "", span.start
    for each in sorted(hidden):
        if each.touches(span) and each.end > at:
            shown += text[at : max(at, each.start)]
            at = each.end
    return " ".join((shown + text[at : span.end]).split())


def _spans(document: Document) -> Iterator[tuple[BlockKind, Span]]:
    """Paragraphs and what is between them."""
    items, at = set(document.list_items), 0
    for span in document.paragraphs:
        yield from _between(document.text, at, span.start)
        yield "headline" if span == document.headline else "item" if span in items else "text", span
        at = span.end
    yield from _between(document.text, at, len(document.text))


def _between(text: str, start: int, end: int) -> Iterator[tuple[BlockKind, Span]]:
    for found in re.finditer(r"\S.*?(?=\n\s*\n|\Z)", text[start:end], re.DOTALL):
        yield "left", Span(start + found.start(), start + found.end())


def _stretches(text: str, block: Span, marks: Sequence[Mark], hidden: Sequence[Span]) -> Iterator[Stretch]:
    edges = [*hidden, *(mark.span for mark in marks), *(drawn for mark in marks for drawn in mark.drawn)]
    begun: set[int | None] = {None}
    waiting, open_now = deque(marks), list[Mark]()
    for piece in pieces(block, edges, hidden):
        while waiting and waiting[0].span.start <= piece.start:
            open_now.append(waiting.popleft())
        open_now = [mark for mark in open_now if mark.span.end > piece.start]
        stretch = _stretch(text, piece, open_now)
        yield stretch._replace(first=stretch.claim not in begun)
        begun.add(stretch.claim)


def pieces(whole: Span, edges: Iterable[Span], hidden: Iterable[Span]) -> Iterator[Span]:
    """The whole cut at every edge inside it, without what is hidden; what is hidden must be among the edges."""
    inside = {edge for span in edges for edge in span if whole.start < edge < whole.end}
    waiting, shut = deque(sorted(hidden)), whole.start
    for piece in map(Span._make, pairwise(sorted({*whole, *inside}))):
        while waiting and waiting[0].start <= piece.start:
            shut = max(shut, waiting.popleft().end)
        if piece.end > shut:
            yield piece


def _stretch(text: str, span: Span, covering: Sequence[Mark]) -> Stretch:
    """What a piece of text is drawn as: of several claims as the shortest."""
    drawn = sorted((mark for mark in covering if _covers(mark.drawn, span)), key=_length)
    claims = [mark for mark in drawn if mark.kind == "claim"][:1]
    looks = (mark.looks for mark in (*claims, *(mark for mark in drawn if mark.kind != "claim")))
    return Stretch(
        text[span.start : span.end],
        span.start,
        _claims(covering),
        next(iter(_claims(claims)), None),
        looks=tuple(dict.fromkeys(looks)),
        begins=any(mark.span.start == span.start for mark in drawn),
    )


def _claims(marks: Iterable[Mark]) -> tuple[int, ...]:
    return tuple(mark.number for mark in marks if mark.kind == "claim")


def _covers(spans: Iterable[Span], span: Span) -> bool:
    return any(each.covers(span) for each in spans)


def _length(mark: Mark) -> int:
    return mark.span.end - mark.span.start


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
