"""Markdown: the markup is blanked, every character of the text keeps its place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from claimcheck.model import Document
from claimcheck.model.compact import blank, plain_spaces
from claimcheck.model.document import Region
from claimcheck.model.span import Span
from claimcheck.read.blocks import blocks
from claimcheck.read.decode import decode
from claimcheck.read.front_matter import front_matter
from claimcheck.read.inline import comments, inline
from claimcheck.read.metadata import Found, with_metadata

WORD_JOINER = "\u2060"
_SPACE_ENTITIES = ("&nbsp;", "&thinsp;", "&ensp;", "&emsp;")


def markdown(raw: bytes, path: str, found: Found) -> Document:
    """The document of a Markdown file; its first heading is the headline.

    Its regions are the markup; its paragraphs are blocks that no sentence crosses. Marks inside a word ("**Nord**werk")
    become zero-width characters in `prose`, so that the word can be read as one.
    """
    text, damage = decode(raw, path, found.metadata.encoding)
    front = front_matter(text, path)
    document = Document.from_text(text, path)
    source = plain_spaces(text)
    hidden = comments(source, front.end)
    source = blank(source, hidden, WORD_JOINER)
    parts = blocks(source, front.end)
    regions = sorted(
        {
            *document.regions,
            *parts.regions,
            *(Region(span, "markup") for span in hidden),
            *inline(source, parts.texts),
        }
    )
    prose = _masked(source, regions)
    code = [span for span, kind in regions if kind == "code"] if document.suppressions else []
    document = document._replace(
        suppressions=tuple(s for s in document.suppressions if s.span and not _inside(s.span, code)),
        prose=prose,
        regions=tuple(regions),
        headline=parts.heading and _trimmed(prose, parts.heading),
        paragraphs=parts.texts,
        list_items=tuple(_trimmed(prose, span) for span in parts.items),
        problems=damage,
    )
    return with_metadata(with_metadata(document, front.found), found)


def _inside(span: Span, others: Sequence[Span]) -> bool:
    """Whether one of the others, sorted and apart, covers the span."""
    at = bisect_right(others, span) - 1
    return at >= 0 and others[at].covers(span)


def _masked(prose: str, regions: Iterable[Region]) -> str:
    parts: list[str] = []
    done = 0
    for (begun, end), kind in regions:
        start = max(begun, done)
        if kind == "quoted_block" or start >= end:
            continue
        inside = kind == "markup" and prose[start - 1 : start].isalnum() and prose[end : end + 1].isalnum()
        joins = inside and not prose.startswith(_SPACE_ENTITIES, start)
        parts += (prose[done:start], blank(prose[start:end], [Span(0, end - start)], WORD_JOINER if joins else " "))
        done = end
    parts.append(prose[done:])
    return "".join(parts)


def _trimmed(prose: str, span: Span) -> Span:
    words = prose[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
