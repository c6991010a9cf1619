"""Whose statement a claim is."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model import Span
from claimcheck.model.attribution import Attribution


def voices(attributions: Sequence[Attribution], spans: Sequence[Span]) -> list[int | None]:
    """For each span, both lists in the order of the text, the attribution whose content covers it.

    The innermost one where several do, its position in `attributions`; None for the author's own words.
    """
    contents = sorted((each.content.span.start, -each.content.span.end, i) for i, each in enumerate(attributions))
    found: list[int | None] = [None] * len(spans)
    order = sorted(range(len(spans)), key=lambda i: spans[i])
    open_: list[tuple[int, int]] = []
    at = 0
    for i in order:
        span = spans[i]
        while at < len(contents) and contents[at][0] <= span.start:
            open_.append((-contents[at][1], contents[at][2]))
            at += 1
        open_ = [each for each in open_ if each[0] > span.start]
        found[i] = next((which for end, which in reversed(open_) if end >= span.end), None)
    return found
