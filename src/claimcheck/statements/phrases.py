"""The words of a stretch that a language knows, the names of an article, and its outermost numbers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from claimcheck.model import Claim, Measure, Span
from claimcheck.model.analysis import Analysis
from claimcheck.model.claim import Argument
from claimcheck.model.entity import Mention
from claimcheck.model.span import Stretches

NONE: frozenset[str] = frozenset()


class Cue(NamedTuple):
    """A word or phrase that relations.yaml knows, with its tokens and its roles there."""

    first: int
    last: int
    roles: frozenset[str]


class Cues:
    """The cues of one sentence, found by their tokens."""

    __slots__ = ("_first", "_firsts", "_last", "all")

    def __init__(self, found: Sequence[Cue]) -> None:
        self.all = tuple(found)
        self._firsts = [each.first for each in found]
        self._first = {each.first: each for each in reversed(found)}
        self._last = {each.last: each for each in found}

    def __iter__(self) -> Iterator[Cue]:
        return iter(self.all)

    def before(self, token: int) -> Cue | None:
        """The word or phrase that ends right before a token."""
        return self._last.get(token)

    def at(self, token: int) -> Cue | None:
        """The word or phrase that begins with a token."""
        return self._first.get(token)

    def over(self, token: int) -> Cue | None:
        """The phrase that begins before a token and ends behind it."""
        at = bisect_left(self._firsts, token) - 1
        return self.all[at] if at >= 0 and self.all[at].last > token else None

    def roles(self, first: int, last: int) -> frozenset[str]:
        """Roles of the words between two tokens."""
        found = self.all[bisect_left(self._firsts, first) : bisect_left(self._firsts, last)]
        return NONE.union(*(each.roles for each in found))


WORDS = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*|[^\w\s]")
Phrases = dict[str, list[list[Any]]]
"""First word → the phrases that begin with it, longest first: their other words and their roles."""


def known_of(prose: str, start: int, end: int, phrases: Phrases) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Start, end and roles of the known phrases between two offsets."""
    lows = [word.lower() for word in WORDS.findall(prose, start, end)]
    known = [at for at, low in enumerate(lows) if low in phrases]
    spans = [match.span() for match in WORDS.finditer(prose, start, end)] if known else []
    behind = 0
    for at in known:
        if at >= behind:
            length, roles = _known(lows, at, phrases)
            behind = at + length
            if roles:
                yield spans[at][0], spans[behind - 1][1], roles


def _known(lows: list[str], at: int, phrases: Phrases) -> tuple[int, frozenset[str]]:
    """How many words the longest known phrase from a word on has, and its roles."""
    for rest, names in phrases[lows[at]]:
        if not rest or lows[at + 1 : at + 1 + len(rest)] == rest:
            return 1 + len(rest), frozenset(names)
    return 1, NONE


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


def paragraph(spans: Sequence[Span], prose: str, number: int, back: int, ahead: int) -> tuple[int, int]:
    """The first and the last of so many sentences around one that stand in its paragraph."""
    least, most = max(0, number - back), min(len(spans) - 1, number + ahead)
    breaks = [at for at in range(least + 1, most + 1) if "\n\n" in prose[spans[at - 1].end : spans[at].start]]
    first = max((at for at in breaks if at <= number), default=least)
    return first, min((at for at in breaks if at > number), default=most + 1) - 1


class Names:
    """The names of an article, and the speakers among them, who own no number they only speak of."""

    def __init__(self, mentions: Sequence[Mention], sources: Sequence[Span]) -> None:
        self._mentions = mentions
        self._starts = [each.span.start for each in mentions]
        self._speakers = Stretches(sources)

    def at(self, span: Span) -> Mention | None:
        """The longest name that lies in a stretch."""
        found = self.within(span)
        return max(found, key=lambda each: (each.span.end - each.span.start, -each.span.start)) if found else None

    def within(self, span: Span) -> list[Mention]:
        """The names that begin in a stretch."""
        return list(self._mentions[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)])

    def is_person(self, span: Span) -> bool:
        """Whether a word belongs to the name of a person."""
        at = bisect_left(self._starts, span.end) - 1
        return at >= 0 and self._mentions[at].kind == "person" and self._mentions[at].span.end >= span.end

    def is_surname(self, word: str) -> bool:
        """Whether a person of the article has a full name that ends in a word."""
        return word in self._surnames

    @cached_property
    def _surnames(self) -> frozenset[str]:
        full = (each.name.rpartition(" ") for each in self._mentions if each.kind == "person")
        return frozenset(last for first, _, last in full if first)

    def ending(self, span: Span) -> Mention | None:
        """The name whose last word stands there."""
        at = bisect_left(self._starts, span.end) - 1
        found = self._mentions[at] if at >= 0 else None
        return found if found is not None and found.span.end == span.end else None

    def speaks(self, offset: int) -> bool:
        """Whether a place lies in the name of a speaker."""
        return self._speakers.hold(offset)

    def place(self, span: Span) -> Argument | None:
        """The only place named in a stretch."""
        places = {each.entity or each.name: each for each in self.within(span) if each.kind == "place"}
        only = next(iter(places.values())) if len(places) == 1 else None
        return None if only is None else Argument(only.span, only.text, only.entity)

    def scope(self, analysis: Analysis) -> Argument | None:
        """The place of the whole article: the only one its headline or its first sentence names."""
        if not analysis.spans:
            return None
        found = self.place(Span(0, analysis.spans[min(1, len(analysis.spans) - 1)].end))
        return None if found is None else found._replace(implied=True)
