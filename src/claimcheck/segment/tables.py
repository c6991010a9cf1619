"""Tables drawn with bars in a plain text: rows are no sentences."""

from __future__ import annotations

import re

from claimcheck.model import Span

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
