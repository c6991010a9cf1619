"""A rank and those before it: "on third place behind Chile and Peru"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from claimcheck.link.frame import Frame
from claimcheck.link.joint import word_of
from claimcheck.link.rows import row_of
from claimcheck.model.figures import Ranked
from claimcheck.model.report import Article

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
