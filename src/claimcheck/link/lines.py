"""The lines that tell ahead what the text says: headline, teaser, subheads, captions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from claimcheck import languages
from claimcheck.model import Document, Span
from claimcheck.model.figures import ToldAgain

SHORT = 90
TEASER = 320


class Line(NamedTuple):
    """A headline, teaser, subhead or caption with the stretch of text it is about."""

    kind: ToldAgain
    span: Span
    below: Span


def lines(document: Document) -> Iterator[Line]:
    """The headline and the teaser with the text below, every subhead with what stands up to the next one, and every
    caption with all of the text.
    """
    end = len(document.prose)
    paragraphs = document.paragraphs
    for span in paragraphs:
        if document.prose.startswith(_captions(document.language), span.start):
            yield Line("caption", span, Span(0, end))
    heads = [span for span in document.paragraphs if _is_head(document, span)]
    if document.headline is not None:
        yield Line("headline", document.headline, Span(document.headline.end, end))
        heads = [span for span in heads if span.start >= document.headline.end]
        at = bisect_right(paragraphs, document.headline)
        if len(paragraphs) > at + 1 and 0 < paragraphs[at].end - paragraphs[at].start <= TEASER:
            yield Line("teaser", paragraphs[at], Span(paragraphs[at].end, end))
    for span, following in zip(heads, [*heads[1:], Span(end, end)], strict=False):
        yield Line("subhead", span, Span(span.end, following.start))


def _captions(language: str | None) -> tuple[str, ...]:
    return tuple(languages.load(language).sentences["captions"]) if language else ()


def _is_head(document: Document, span: Span) -> bool:
    text = document.prose[span.start : span.end].strip()
    return 0 < len(text) <= SHORT and text[-1] not in '.!?:;…"“”»«' and "\n" not in text
