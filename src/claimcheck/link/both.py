"""Two things that are followed by three names or more: "Both plants, at Lindow, Marbeck and Dassow, will close"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from claimcheck.link.frame import Frame, Item
from claimcheck.link.joint import word_of
from claimcheck.link.listed import counted, is_dash
from claimcheck.link.rows import row_of
from claimcheck.model import Claim, Measure, Span
from claimcheck.model.figures import Listed
from claimcheck.model.report import Article
from claimcheck.model.span import Word

SHORT = 7
"""So many words at most stand between "both" and its names."""


def both_listed(article: Article, relations: dict[str, Any]) -> Iterator[Listed]:
    """As in "Both plants, at Lindow, Marbeck and Dassow, will close": two that are followed by three names or more."""
    sentences, low = article.document.sentences, article.document.prose.lower()
    starts = [span.start for span in sentences]
    for match in _both(tuple(relations["both"])).finditer(low):
        index = bisect_right(starts, match.start()) - 1
        if index < 0 or low.find(",", match.end(), sentences[index].end) < 0:
            continue
        row = row_of(article.document.prose, Span(match.start(), sentences[index].end), relations["phrases"])
        names = _both_names(row, capitals=relations["capitals"])
        if names is not None:
            word = word_of(row, 0, 1)
            stated = Claim("quantity", word.span, word.text, Measure(Decimal(2)))
            yield Listed(stated, names[0], (names[1],), "two things and more than two names")


def _both_names(row: Frame, *, capitals: bool) -> tuple[Word, int] | None:
    """The names behind "both" and their number, where there are three or more."""
    start = _begin(row, capitals=capitals)
    if start is None:
        return None
    stop = _end(row, start)
    if not all(any(item.upper for item in part) for part in _parts(row.items[start:stop])):
        return None
    count, even = counted(row, start, stop, capitals=capitals, comma_last=False)
    return (word_of(row, start, stop), count) if count > 2 and even else None


def _begin(row: Frame, *, capitals: bool) -> int | None:
    """Where the names begin: behind a comma or a dash soon behind "both" and its noun."""
    mark = row.next_mark(1)
    if mark >= min(len(row.items), SHORT) or (row.mark(mark) != "," and not is_dash(row, mark)):
        return None
    noun = row.items[1]
    if "copula" in row.roles(1, mark) or noun.roles & {"place", "where"} or row.mark(mark) == ":":
        return None
    if noun.kind == "word" and noun.upper != capitals:
        return None  # "in both Lindow, Marbeck and Dassow": no noun that the names could stand for
    return mark + 1 + bool(row.roles(mark + 1, mark + 2) & {"where", "place"})


@cache
def _both(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


def _end(row: Frame, start: int) -> int:
    """Where a list ends that stands between commas: at the mark behind the member after "and"."""
    return row.next_mark(next(iter(row.find({"and_"}, start)), len(row.items)))


def _parts(items: Sequence[Item]) -> Iterator[list[Item]]:
    part: list[Item] = []
    for item in items:
        if item.kind == "mark" or "and_" in item.roles:
            yield part
            part = []
        else:
            part.append(item)
    yield part
