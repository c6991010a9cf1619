"""Which stretches stand in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from claimcheck.model import Quotation, Span

_MARKS = re.compile("[\"„“”»«›‹‚‘’']")
_APOSTROPHES = "'’‘‚›‹"
_DEEPEST = 6
_BEFORE_OPENING = " \n([{–—-/\"„“”»«›‹‚‘’'."


def quotations(prose: str, paragraphs: Iterable[Span], pairs: Sequence[str]) -> tuple[Quotation, ...]:
    """Every quotation, in the order of the text; `pairs` are the opening and closing marks of the language.

    One that is not closed ends with its paragraph, as where a speaker goes on in the next one; a single mark that is
    not closed is an apostrophe. No more than six lie inside one another: deeper marks are passed over.
    """
    closing: dict[str, str] = {}
    for pair in pairs:
        closing[pair[0]] = closing.get(pair[0], "") + pair[1]
    found: list[Quotation] = []
    for start, end in paragraphs:
        marks = _MARKS.finditer(prose, start, end)
        found += _paragraph(prose, start, end, [m.start() for m in marks], closing)
    return tuple(found)


def _paragraph(prose: str, start: int, end: int, marks: Sequence[int], closing: dict[str, str]) -> list[Quotation]:
    found: list[Quotation] = []
    open_at: list[int] = []
    for at in marks:
        mark = prose[at]
        before = prose[at - 1] if at > start else " "
        after = prose[at + 1] if at + 1 < end else " "
        starts = not after.isspace() and (before in _BEFORE_OPENING) and after not in ",.;:!?)"
        level = _closes(prose, open_at, mark, closing) if not before.isspace() or not starts else -1
        if level >= 0 and not (mark in _APOSTROPHES and after.isalnum()):
            found.append(Quotation(Span(open_at[level], at + 1), level))
            del open_at[level:]
        elif starts and mark in closing and not (mark in _APOSTROPHES and before.isalnum()):
            found += _open(prose, open_at, at, closing)
    stop = start + len(prose[start:end].rstrip()) if open_at else end
    found += [Quotation(Span(at, stop), i) for i, at in enumerate(open_at) if prose[at] not in _APOSTROPHES]
    found.sort(key=lambda each: (each.span.start, -each.span.end))
    return found


def _open(prose: str, open_at: list[int], at: int, closing: dict[str, str]) -> list[Quotation]:
    """Opens a quotation; two openings of the straight kind in a row say that the first was never closed."""
    mark, unclosed = prose[at], []
    if open_at and prose[open_at[-1]] == mark and mark in closing[mark]:
        stop = open_at[-1] + len(prose[open_at[-1] : at].rstrip())
        unclosed.append(Quotation(Span(open_at.pop(), stop), len(open_at)))
    if len(open_at) < _DEEPEST:
        open_at.append(at)
    return unclosed


def _closes(prose: str, open_at: Sequence[int], mark: str, closing: dict[str, str]) -> int:
    """Which of the open quotations this mark closes, -1 if none."""
    for level in range(len(open_at) - 1, -1, -1):
        if mark in closing[prose[open_at[level]]]:
            return level
    return -1
