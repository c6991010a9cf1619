"""Two things that are then named: "both towns, Lindow and Marbeck", of which three cannot follow."""

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

SHORT = 7
"""How far behind the word the list begins at the latest."""


def both_listed(article: Article, relations: dict[str, Any]) -> Iterator[Listed]:
    """As in "Both plants, at Lindow, Marbeck and Dassow, will close": two that are followed by three names or more."""
    sentences, low = article.document.sentences, article.document.prose.lower()
    starts = [span.start for span in sentences]
    for match in _both(tuple(relations["both"])).finditer(low):
        index = bisect_right(starts, match.start()) - 1
        if index < 0 or low.find(",", match.end(), sentences[index].end) < 0:
            continue
        row = row_of(article.document.prose, Span(match.start(), sentences[index].end), relations["phrases"])
        mark = next((n for n in range(1, min(len(row.items), SHORT)) if row.items[n].kind == "mark"), None)
        if mark is None or (row.items[mark].text != "," and not is_dash(row, mark)):
            continue
        noun = row.items[1]
        if "copula" in row.roles(1, mark) or noun.roles & {"place", "where"} or row.mark(mark) == ":":
            continue
        if noun.kind == "word" and noun.text[:1].isupper() != relations["capitals"]:
            continue  # "in both Lindow, Marbeck and Dassow": no noun that the names could stand for
        start = mark + 1 + bool(row.roles(mark + 1, mark + 2) & {"where", "place"})
        stop = _end(row, start)
        members = row.items[start:stop]
        if not all(any(item.text[:1].isupper() for item in part) for part in _parts(members)):
            continue
        count, even = counted(row, start, stop, capitals=relations["capitals"], comma_last=False)
        if count > 2 and even:
            word = word_of(row, 0, 1)
            stated = Claim("quantity", word.span, word.text, Measure(Decimal(2)))
            yield Listed(stated, word_of(row, start, stop), (count,), "two things and more than two names")


@cache
def _both(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


def _end(row: Frame, start: int) -> int:
    """Where a list ends that stands between commas: at the mark behind the member after "and"."""
    joined = next((n for n in range(start, len(row.items)) if "and_" in row.items[n].roles), len(row.items))
    return next((n for n in range(joined, len(row.items)) if row.items[n].kind == "mark"), len(row.items))


def _parts(items: Sequence[Item]) -> Iterator[list[Item]]:
    part: list[Item] = []
    for item in items:
        if item.kind == "mark" or "and_" in item.roles:
            yield part
            part = []
        else:
            part.append(item)
    yield part
