"""Markup inside the text of a Markdown block: emphasis, code, links, images, tags, entities."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimcheck.model.document import Region, RegionKind
from claimcheck.model.span import Span

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
    brackets: list[tuple[int, bool]] = []
    while match := _MARKS.search(prose, start, end):
        at, start = match.span()
        mark = match.group()
        if mark[0] == "\\":
            _add(found, at, at + 1)
        elif mark[0] == "`":
            start = _code(prose, at, start, end, found)
        elif mark in ("[", "!["):
            brackets = [*brackets[-20:], (at, mark == "![")]
        elif mark == "]":
            if brackets:
                start = _link(prose, brackets.pop(), at, end, found)
        elif mark[0] == "<":
            _add(found, at, start, "link_target" if ":" in mark[:8] else "markup")
        elif mark[0] == "&":
            _add(found, at + _SPOKEN.get(mark, 0), start)
        elif mark[0] != "_" or not (_is_word(prose, at - 1) and _is_word(prose, start)):
            spaced = prose[at - 1 : at].isspace() and prose[start : start + 1].isspace()
            if not (spaced or (mark == "*" and _is_word(prose, at - 1) and _is_word(prose, start))):
                _add(found, at, start)


def _code(prose: str, at: int, start: int, end: int, found: list[Region]) -> int:
    ticks = prose[at:start]
    closing = prose.find(ticks, start, min(end, start + _LONGEST_CODE))
    if closing < 0:
        return start
    _add(found, at, closing + len(ticks), "code")
    return closing + len(ticks)


def _link(prose: str, opening: tuple[int, bool], at: int, end: int, found: list[Region]) -> int:
    """Masks "[", "](target)" around a label, or all of an image; returns where to go on."""
    first, image = opening
    target = _TARGET.match(prose, at + 1, end)
    if prose[first + 1 : first + 2] == "^":
        _add(found, first, at + 1)
        return at + 1
    if not target or at - first > _LONGEST_LABEL:
        return at + 1
    if image:
        _add(found, first, target.end())
    else:
        _add(found, first, first + 1)
        _add(found, at, target.end(), "link_target")
    return target.end()


def _add(found: list[Region], start: int, end: int, kind: RegionKind = "markup") -> None:
    found.append(Region(Span(start, end), kind))


def _is_word(prose: str, at: int) -> bool:
    return at >= 0 and bool(_WORD_MARK.match(prose, at))
