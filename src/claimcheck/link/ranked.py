"""Names that a number announces: those before a rank, and more than two behind "both"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from claimcheck.link.frame import Frame, Item, word_of
from claimcheck.link.listed import counted, is_dash
from claimcheck.link.rows import row_of
from claimcheck.model import Claim, Measure, Span
from claimcheck.model.figures import Listed, Ranked
from claimcheck.model.report import Article
from claimcheck.model.span import Word

FAR = 6
NAME = 5
SUPERLATIVE = 8
"""Longer words say more than an ordinal does: "zweitgrößte", "second-largest"."""


def ranked(article: Article, relations: dict[str, Any]) -> Iterator[Ranked]:
    """Every rank in words or after a word such as "place", with the names that stand before it."""
    sentences = article.document.sentences
    starts = [span.start for span in sentences]
    low = article.document.prose.lower()
    last = -1
    for _, at, _ in _automaton(tuple(relations["ranked_by"])).find_matches_as_indexes(low):
        index = bisect_right(starts, at) - 1
        if index != last:
            last = index
            inside = low[sentences[index].start : sentences[index].end] if index >= 0 else ""
            if any(each in inside for each in relations["behind"]):
                yield from _ranked(row_of(article.document.prose, sentences[index], relations["phrases"]))


@cache
def _automaton(words: tuple[str, ...]) -> AhoCorasick:
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest)


def _ranked(row: Frame) -> Iterator[Ranked]:
    for at, item in enumerate(row.items):
        place = _place(row, at) if item.kind == "word" else None
        if place is None:
            continue
        first = at - 1 if "label" in row.roles(at - 1, at) else at
        found = _ahead(row, at, certain=first < at or len(item.text) > SUPERLATIVE)
        if found is not None:
            start, stop, count, alone, reason = found
            if count:
                rank, names = word_of(row, first, at + 1), word_of(row, start, stop)
                yield Ranked(rank, place, names, count, alone, reason)
            return


def _ahead(row: Frame, at: int, *, certain: bool) -> tuple[int, int, int, bool, str] | None:
    """Those before a rank: where their names begin and end, how many they are, if they are all, and how it is known."""
    for near in range(at + 1, min(len(row.items), at + FAR)):
        roles = row.items[near].roles
        if "behind" in roles or ("after" in roles and (certain or row.mark(near - 1) == ",")):
            start = near + 1 + ("alone" in row.roles(near + 1, near + 2))
            return start, *_names(row, start), "alone" in row.roles(near - 1, near + 2), "a rank and names"
        if row.items[near].kind == "mark" and "alone" in row.roles(near + 1, near + 2):
            stop, count = _names(row, near + 2)
            if count and "better" in row.roles(stop, stop + 4):
                return near + 2, stop, count, True, "a rank and those before it"
    return None


def _place(row: Frame, at: int) -> int | None:
    for role in row.items[at].roles:
        if role.startswith("rank:"):
            return int(role.removeprefix("rank:"))
        if role.startswith("cardinal:") and "label" in row.roles(at - 1, at):
            return int(role.removeprefix("cardinal:"))
    return None


def _names(row: Frame, start: int) -> tuple[int, int]:
    """Where the names end and how many there are; 0 where it is not certain that the list is one of names."""
    names, at, joined, commas = 0, start, False, 0
    while at < len(row.items):
        end = _name(row, at)
        if end is None:
            return at, 0
        at, names = end, names + 1
        joint = 0 if joined else _joint(row, at)
        if not joint:
            break
        joined = "and_" in row.items[at + joint - 1].roles
        commas += not joined
        at += joint
    return at, 0 if commas and not joined else names


def _name(row: Frame, start: int) -> int | None:
    """Where a name ends, small words before its first capital included; None without one."""
    capital, at = False, start
    while at < len(row.items) and row.items[at].kind == "word" and not row.items[at].roles & {"and_", "better"}:
        item = row.items[at]
        small = not capital and bool(item.roles & {"light", "filler", "of"})
        if at - start >= NAME or not (item.upper or small):
            break
        capital, at = capital or item.upper, at + 1
    return at if capital else None


def _joint(row: Frame, at: int) -> int:
    """How many items join the next name: a comma, "and", or both."""
    if "and_" in row.roles(at, at + 1):
        return 1
    if row.mark(at) != "," or at + 1 >= len(row.items):
        return 0
    if "and_" in row.items[at + 1].roles:
        return 2
    return 1 if row.items[at + 1].upper else 0


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
