"""The words and marks of a stretch of text, each with the parts it can play in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from claimcheck.link.frame import NONE

WORDS = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*|[^\w\s]")


def words_of(
    prose: str, start: int, end: int, phrases: dict[str, list[list[Any]]]
) -> Iterator[tuple[int, int, str, frozenset[str]]]:
    """Start, end, text and roles of each word or mark between two offsets; the longest known phrase is one."""
    words = WORDS.findall(prose, start, end)
    lows = [word.lower() for word in words]
    at, count, stop = 0, len(words), start
    while at < count:
        low, text = lows[at], words[at]
        begin = prose.index(text, stop)  # nothing but white space stands between
        stop = begin + len(text)
        roles: frozenset[str] = NONE
        for rest, names in phrases.get(low, ()):
            if not rest or lows[at + 1 : at + 1 + len(rest)] == rest:
                roles = frozenset(names)
                for following in words[at + 1 : at + 1 + len(rest)]:
                    stop = prose.index(following, stop) + len(following)
                    at += 1
                text = prose[begin:stop]
                break
        yield begin, stop, text, roles
        at += 1
