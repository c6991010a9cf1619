"""The text of an article in blocks, each cut into stretches that are marked alike."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from claimcheck.model import Document, Span

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
