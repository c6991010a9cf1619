"""Markdown: the markup is blanked, every character of the text keeps its place.

markdown-it-py would read more of CommonMark, but it tells only the lines of a block and no places inside it: a claim in
a sentence with one link could not be led back to the file. So the own reader stays.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from claimcheck.model import Document
from claimcheck.model.compact import blank, plain_spaces
from claimcheck.model.document import Region, RegionKind
from claimcheck.model.span import Span
from claimcheck.read.blocks import blocks
from claimcheck.read.formats import decode
from claimcheck.read.metadata import Found, dated, front_matter, teaser_of, trimmed, with_metadata

if TYPE_CHECKING:
    from claimcheck.model.ledger import Suppression

_CODE_LINES = re.compile(r"^(?:import|export)\b[^\n]*$|\{/\*.*?\*/\}", re.MULTILINE | re.DOTALL)
WORD_JOINER = "\u2060"
_SPACE_ENTITIES = ("&nbsp;", "&thinsp;", "&ensp;", "&emsp;")


def markdown(raw: bytes, path: str, found: Found, hide: re.Pattern[str] | None = None) -> Document:
    """The document of a Markdown file; its first heading is the headline.

    Its regions are the markup; its paragraphs are blocks that no sentence crosses. Marks inside a word ("**Nord**werk")
    become zero-width characters in `prose`, so that the word can be read as one. What `hide` finds is no text. An image
    by itself is a paragraph of what stands for it.
    """
    text, damage = decode(raw, path, found.metadata.encoding)
    front = front_matter(text, path)
    document = Document.from_text(text, path)
    source = plain_spaces(text)
    hidden = sorted([*comments(source, front.end), *_found(hide, source, front.end)])
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
    teaser = teaser_of(text, front.end)
    regions = regions if teaser is None else [*_around(regions, teaser)]
    prose = masked(source, regions)
    document = document._replace(
        suppressions=_outside_code(document.suppressions, regions),
        prose=prose,
        regions=tuple(regions),
        headline=parts.heading and trimmed(prose, parts.heading),
        paragraphs=parts.texts if teaser is None else (teaser, *parts.texts),
        list_items=tuple(trimmed(prose, span) for span in parts.items),
        problems=damage,
    )
    return with_metadata(with_metadata(with_metadata(document, front.found), found), dated(path))


def _found(pattern: re.Pattern[str] | None, prose: str, start: int) -> list[Span]:
    return [Span(*each.span()) for each in pattern.finditer(prose, start)] if pattern else []


def mdx(raw: bytes, path: str, found: Found) -> Document:
    """The document of a Markdown file with components: lines of code and comments between braces are no text."""
    return markdown(raw, path, found, _CODE_LINES)


def _outside_code(suppressions: Sequence[Suppression], regions: Sequence[Region]) -> tuple[Suppression, ...]:
    code = [span for span, kind in regions if kind == "code"] if suppressions else []
    return tuple(each for each in suppressions if each.span and not _inside(each.span, code))


def _inside(span: Span, others: Sequence[Span]) -> bool:
    """Whether one of the others, sorted and apart, covers the span."""
    at = bisect_right(others, span) - 1
    return at >= 0 and others[at].covers(span)


def masked(prose: str, regions: Iterable[Region]) -> str:
    """The prose without what is no text, in the same length; the regions are sorted."""
    parts: list[str] = []
    done = 0
    for (begun, end), kind in regions:
        start = max(begun, done)
        if kind in ("quoted_block", "caption") or start >= end:
            continue
        inside = kind == "markup" and prose[start - 1 : start].isalnum() and prose[end : end + 1].isalnum()
        joins = inside and not prose.startswith(_SPACE_ENTITIES, start)
        parts += (prose[done:start], blank(prose[start:end], [Span(0, end - start)], WORD_JOINER if joins else " "))
        done = end
    parts.append(prose[done:])
    return "".join(parts)


def _around(regions: Sequence[Region], teaser: Span) -> Iterator[Region]:
    """The regions with that of the front matter left open for its teaser."""
    for each in regions:
        if each.kind == "front_matter" and each.span.covers(teaser):
            yield Region(Span(each.span.start, teaser.start), each.kind)
            yield Region(Span(teaser.end, each.span.end), each.kind)
        else:
            yield each


_LONGEST_LABEL = 1000
_LONGEST_CODE = 2000
_COMMENT = ("<!--", "-->")
_MARKS = re.compile(
    r"\\[!-/:-@\[-`{-~]"
    r"|`{1,8}"
    r"|!\[|\[|\]"
    r"|<(?:https?://|mailto:)[^<>\s]{1,2000}>|</?[A-Za-z][^<>]{0,1000}>"
    r"|&(?:nbsp|thinsp|ensp|emsp|shy|zwnj|zwj|amp|lt|gt|quot);"
    r"|\*{1,3}|_{1,3}|~~|=="
)
_TARGET = re.compile(r"\((?:[^()\n]|\([^()\n]{0,500}\)){0,2000}\)|\[[^\]\n]{0,200}\]")
_SPOKEN = {"&amp;": 1, "&lt;": 1, "&gt;": 1, "&quot;": 1}
_WORD_MARK = re.compile(r"\w")


def inline(prose: str, texts: Iterable[Span]) -> list[Region]:
    """The markup inside the given stretches, in the order of the text. Linear: every look-ahead has a limit."""
    found: list[Region] = []
    for start, end in texts:
        _stretch(prose, start, end, found)
    return found


def comments(prose: str, start: int) -> list[Span]:
    """The HTML comments from `start` on; one without an end is none."""
    found = []
    while (begun := prose.find(_COMMENT[0], start)) >= 0 and (end := prose.find(_COMMENT[1], begun)) >= 0:
        start = end + len(_COMMENT[1])
        found.append(Span(begun, start))
    return found


def _stretch(prose: str, start: int, end: int, found: list[Region]) -> None:
    whole = Span(start, end)
    brackets: list[tuple[int, bool]] = []
    while match := _MARKS.search(prose, start, end):
        at, start = match.span()
        mark = match.group()
        if mark[0] == "`":
            start = _code(prose, at, start, end, found)
        elif mark[-1] == "[":
            brackets = [*brackets[-20:], (at, mark == "![")]
        elif mark == "]":
            start = _link(prose, brackets, at, whole, found)
        elif mark[0] == "<":
            _add(found, at, start, "link_target" if ":" in mark[:8] else "markup")
        elif mark[0] in "\\&":
            _add(found, at + _SPOKEN.get(mark, 0), at + 1 if mark[0] == "\\" else start)
        elif _stresses(prose, mark, at, start):
            _add(found, at, start)


def _stresses(prose: str, mark: str, at: int, end: int) -> bool:
    """Whether stars, lines and the like are markup where they stand, and not a sign of the text."""
    if prose[at - 1 : at].isspace() and prose[end : end + 1].isspace():
        return False
    return not (mark[0] == "_" or mark == "*") or not (_is_word(prose, at - 1) and _is_word(prose, end))


def _code(prose: str, at: int, start: int, end: int, found: list[Region]) -> int:
    ticks = prose[at:start]
    closing = prose.find(ticks, start, min(end, start + _LONGEST_CODE))
    if closing < 0:
        return start
    _add(found, at, closing + len(ticks), "code")
    return closing + len(ticks)


def _link(prose: str, brackets: list[tuple[int, bool]], at: int, whole: Span, found: list[Region]) -> int:
    """Masks "[", "](target)" around a label, or all of an image in a sentence; returns where to go on."""
    if not brackets:
        return at + 1
    first, image = brackets.pop()
    target = _TARGET.match(prose, at + 1, whole.end)
    if prose[first + 1 : first + 2] == "^":
        _add(found, first, at + 1)
        return at + 1
    if not target or at - first > _LONGEST_LABEL:
        return at + 1
    if image and Span(first, target.end()) == whole:
        _add(found, first, first + 2)
        _add(found, first + 2, at, "caption")
        _add(found, at, target.end(), "link_target")
    elif image:
        _add(found, first, target.end())
    else:
        _add(found, first, first + 1)
        _add(found, at, target.end(), "link_target")
    return target.end()


def _add(found: list[Region], start: int, end: int, kind: RegionKind = "markup") -> None:
    found.append(Region(Span(start, end), kind))


def _is_word(prose: str, at: int) -> bool:
    return at >= 0 and bool(_WORD_MARK.match(prose, at))
