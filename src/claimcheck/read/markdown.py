"""Markdown: the markup is blanked, every character of the text keeps its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from claimcheck.errors import DataError, Problem
from claimcheck.model import Document
from claimcheck.model.compact import blank, plain_spaces
from claimcheck.model.document import Region
from claimcheck.model.span import Span
from claimcheck.read.blocks import blocks, comments, inline
from claimcheck.read.decode import decode
from claimcheck.read.metadata import Found, known_keys, with_metadata

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


_OPENING = re.compile(r"---[ \t]*\r?\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_KEYS = re.compile(r"[A-Za-z_][\w-]*[ \t]*:")
_OTHER_NAMES: dict[str, tuple[str, ...]] = {
    "published": ("date", "published_at", "pubdate"),
    "language": ("lang",),
    "title": (),
    "publisher": (),
    "url": (),
}
_LONGEST = 100_000


class FrontMatter(NamedTuple):
    """Where the front matter ends (0: there is none) and what it says."""

    end: int
    found: Found


def front_matter(text: str, path: str) -> FrontMatter:
    """The front matter of a text; where it is broken, a problem says so and the text is read all the same.

    Without a closing line it is none: the first line then is a mere rule.
    """
    opening = _OPENING.match(text)
    if not opening:
        return FrontMatter(0, Found())
    closing = _CLOSING.search(text, opening.end(), opening.end() + _LONGEST)
    if not closing:
        broken = bool(_KEYS.match(text, opening.end()))
        missing = Problem(path, "the front matter has no closing line; end it with ---", 1, 1)
        return FrontMatter(0, Found(problems=(missing,) if broken else ()))
    inside = text[opening.end() : closing.start()].replace("\r", " ")
    return FrontMatter(closing.end(), _known(inside, path) if inside.strip() else Found())


def _known(inside: str, path: str) -> Found:
    from claimcheck.datafile.tree import read_tree  # noqa: PLC0415 – a YAML parser, only where there is something to parse

    try:
        root = read_tree(inside, path, first_line=2)
    except DataError as error:
        return Found(problems=error.problems)
    if root.pairs is None:
        return Found(problems=(Problem(path, "the front matter should have keys such as 'title: …'", 2, 1),))
    values = {}
    places = dict.fromkeys(("encoding", *_OTHER_NAMES), (2, 1))
    for key, others in _OTHER_NAMES.items():
        node = next((root.pairs[name] for name in (key, *others) if name in root.pairs), None)
        if node is not None:
            values[key] = node.plain()
            places[key] = (node.line, node.column)
    return known_keys(values, path, places)
