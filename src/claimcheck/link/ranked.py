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
        if item.kind != "word":
            continue
        place = _place(row, at)
        if place is None:
            continue
        first = at - 1 if "label" in row.roles(at - 1, at) else at
        for near in range(at + 1, min(len(row.items), at + FAR)):
            roles = row.items[near].roles
            certain = first < at or row.mark(near - 1) == "," or len(item.text) > SUPERLATIVE
            if "behind" in roles or ("after" in roles and certain):
                only = bool(row.roles(near - 1, near + 2) & {"alone"})
                start = near + 1 + ("alone" in row.roles(near + 1, near + 2))
                stop, count = _names(row, start)
                if count:
                    yield Ranked(
                        word_of(row, first, at + 1), place, word_of(row, start, stop), count, only, "a rank and names"
                    )
                return
            if row.items[near].kind == "mark" and "alone" in row.roles(near + 1, near + 2):
                stop, count = _names(row, near + 2)
                if count and "better" in row.roles(stop, stop + 4):
                    words = word_of(row, near + 2, stop)
                    yield Ranked(word_of(row, first, at + 1), place, words, count, True, "a rank and those before it")
                    return


def _place(row: Frame, at: int) -> int | None:
    for role in row.items[at].roles:
        if role.startswith("rank:"):
            return int(role.removeprefix("rank:"))
        if role.startswith("cardinal:") and "label" in row.roles(at - 1, at):
            return int(role.removeprefix("cardinal:"))
    return None


def _names(row: Frame, start: int) -> tuple[int, int]:
    """Where the names end and how many there are; 0 where it is not certain that the list is one of names."""
    names, at, joined = 0, start, False
    commas = 0
    while at < len(row.items):
        begin = at
        capital = False
        while at < len(row.items) and row.items[at].kind == "word" and "and_" not in row.items[at].roles:
            if "better" in row.items[at].roles or at - begin >= NAME:
                break
            upper = row.items[at].text[:1].isupper()
            if not upper and (capital or not row.items[at].roles & {"light", "filler", "of"}):
                break
            capital = capital or upper
            at += 1
        if not capital:
            return begin, 0
        names += 1
        if joined:
            return at, names
        if row.mark(at) == "," and at + 1 < len(row.items):
            if "and_" in row.roles(at + 1, at + 2):
                joined, at = True, at + 2
                continue
            if not row.items[at + 1].text[:1].isupper():
                break
            commas += 1
            at += 1
            continue
        if "and_" in row.roles(at, at + 1):
            joined, at = True, at + 1
            continue
        break
    return at, 0 if commas and not joined else names
