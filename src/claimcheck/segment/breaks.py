"""Which line end is one: where a hard-wrapped sentence goes on, and where a headline, an item or a paragraph ends."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, Literal, NamedTuple

from claimcheck.model import Span

_FIRST_WORD = re.compile(r"[ \"„“”»«›‹‚‘’'(\[]*([^\W_]+)")
_BULLET = re.compile(r" *(?:[•●▪◦‣·*+]|(?P<dash>[-–—])|(?P<number>[0-9]{1,3}[.)]|[a-z]\)))(?= )")
_JOINING = ".,;–—-/(„‚»+&"
_STOPPING = ".!?:"
_WIDEST_WRAP = 120

Break = Literal["none", "sentence", "paragraph"]


class Line(NamedTuple):
    """One line of a block, without the white space around it; `ended`: a full stop ends its last sentence.

    `whole` is True if no sentence ends or goes on before the last one of the line.
    """

    start: int
    end: int
    ended: bool
    whole: bool


def wrap_width(prose: str, lines: Sequence[tuple[int, int]], table: dict[str, Any]) -> int:
    """The width a block was wrapped at: its longest line that goes on in the next one; 0 where none does."""
    openers: dict[str, bool] = table.get("openers", {})
    width = 0
    for (start, end), (after, after_end) in pairwise(lines):
        if width < end - start <= _WIDEST_WRAP and prose[end - 1] not in _STOPPING:
            goes_on = prose[after].islower() and not _BULLET.match(prose, after, after_end)
            if goes_on or openers.get(_last_word(prose, start, end)) is False:
                width = end - start
    return width


def is_item(prose: str, start: int, end: int) -> bool:
    """Whether a line begins with the mark of a list item."""
    return bool(_BULLET.match(prose, start, end))


def line_break(prose: str, line: Line, following: tuple[int, int], width: int, table: dict[str, Any]) -> Break:
    """What the line feed behind `line` ends; `width` is the block's, from `wrap_width`."""
    start, end = following
    length = line.end - line.start
    full = length <= width < length + 1 + _first_length(prose, start, end)
    if _item_follows(prose, line, following):
        return "paragraph"
    if line.ended:
        return "sentence" if full else "paragraph"
    return "none" if _goes_on(prose, line, following, (width, full), table) else "paragraph"


def _goes_on(
    prose: str, line: Line, following: tuple[int, int], block: tuple[int, bool], table: dict[str, Any]
) -> bool:
    """Whether a sentence that no stop has ended goes on in the next line; `block`: its width, whether it is filled."""
    width, full = block
    match = _FIRST_WORD.match(prose, *following)
    first = match.group(1) if match else ""
    last = prose[line.end - 1]
    if not first or first[0].islower() or prose[following[0]] == "(" or last in _JOINING:
        return True  # a "." here is no sentence's end
    if last == ":":
        return full or first[0].isdigit()
    begins = first in table.get("starters", {}) and first not in table.get("anywhere", {})
    if _stays_open(prose, line, table, free=begins or (not width and line.whole)):
        return True
    wrapped = last.isdigit() or full or (width and (not line.whole or first[0].isdigit()))
    return bool(wrapped) and not begins


def _item_follows(prose: str, line: Line, following: tuple[int, int]) -> bool:
    """Whether the next line is an item of a list; a dash or a number is one only where the line can be over."""
    bullet = _BULLET.match(prose, *following)
    if not bullet:
        return False
    firm = not (bullet["dash"] or bullet["number"])
    return firm or line.ended or prose[line.end - 1] == ":" or is_item(prose, line.start, line.end)


def _stays_open(prose: str, line: Line, table: dict[str, Any], *, free: bool) -> bool:
    """Whether the last word of a line wants another one; the particle of a verb may end it where it is `free` to."""
    opener = table.get("openers", {}).get(_last_word(prose, line.start, line.end))
    ends = opener and prose.count(" ", line.start, line.end) >= 2 and free
    return opener is not None and not ends


def _last_word(prose: str, start: int, end: int) -> str:
    return prose[max(prose.rfind(" ", start, end) + 1, start) : end].lower()


def _first_length(prose: str, start: int, end: int) -> int:
    space = prose.find(" ", start, end)
    return (space if space >= 0 else end) - start


QUOTES = "\"„“”»«›‹‚‘’'"
_MOST = 4
_WINDOW = 600
_LONGEST_NAME = 60


def closers(prose: str, openings: Mapping[str, str], low: int, at: int, high: int) -> int:
    """The offset behind the quotation marks and brackets that close right after a stop at `at`.

    `openings` has for each closing mark those it closes. A mark glued to the next word closes if one like it or one of
    its openings stands open within the last 600 characters from `low` on.
    """
    limit = min(high, at + _MOST)
    while at < limit:
        mark = prose[at]
        if mark not in ")]":
            if mark not in QUOTES:
                break
            after = prose[at + 1 : at + 2]
            if mark not in openings:
                if after.strip():
                    break
            elif after.isalnum() and not _is_open(prose, mark, openings[mark], max(low, at - _WINDOW), at):
                break
        at += 1
    return at


def _is_open(prose: str, mark: str, openings: str, low: int, at: int) -> bool:
    if mark in openings:
        return prose.count(mark, low, at) % 2 == 1
    return any(prose.rfind(opening, low, at) >= 0 for opening in openings)


def said(prose: str, saying: Mapping[str, bool], starters: Mapping[str, bool], at: int, high: int) -> bool:
    """Whether a name and a verb of saying stand behind a quotation: “Why?” Kern asked."""
    for word in prose[at : min(high, at + _LONGEST_NAME)].split(None, 4)[:4]:
        if word.rstrip(".,:;") in saying:
            return True
        if not word[0].isupper() or word in starters:
            return False
    return False


_BAR = "|"
_RULE = re.compile(r"[ |:+=-]+\Z")
_COLUMNS = 2


def tables(prose: str) -> tuple[Span, ...]:
    """Every run of two lines or more with bars in them, one of which has two bars or is a rule of dashes."""
    if _BAR not in prose:
        return ()
    found: list[Span] = []
    rows: list[Span] = []
    start = 0
    for line in [*prose.split("\n"), ""]:
        if _BAR in line:
            rows.append(Span(start, start + len(line)))
        else:
            if len(rows) > 1 and any(_is_row(prose[row.start : row.end]) for row in rows):
                found.append(Span(rows[0].start, rows[-1].end))
            rows = []
        start += len(line) + 1
    return tuple(found)


def _is_row(line: str) -> bool:
    return line.count(_BAR) >= _COLUMNS or ("-" in line and _RULE.match(line) is not None)
