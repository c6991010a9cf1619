"""The words of a stretch that a language knows, the longest phrase as one; and the numbers of an article, outermost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from claimcheck.model import Claim, Measure

WORDS = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*|[^\w\s]")
NONE: frozenset[str] = frozenset()


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


def outermost(claims: Sequence[Claim]) -> list[Claim]:
    """Claims without those inside another; a ratio ("82 of 471") gives way to its two numbers."""
    kept: list[Claim] = []
    for claim in claims:
        if kept and kept[-1].span.covers(claim.span) and kept[-1] is not claim:
            if _is_ratio(kept[-1]):
                kept[-1] = claim
            continue
        if kept and claim.span.start < kept[-1].span.end:
            if claim.span.covers(kept[-1].span) and not _is_ratio(claim):
                kept[-1] = claim
            continue
        kept.append(claim)
    return kept


def _is_ratio(claim: Claim) -> bool:
    value = claim.value
    return isinstance(value, Measure) and value.fraction is not None and any(char.isdigit() for char in claim.text)
