"""One sentence as words with their roles in a clause."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from claimcheck.extract.clauses.grammar import TOKEN, Grammar
from claimcheck.languages.clause_roles import (
    CAPITAL,
    CLAIM,
    CLOSE,
    EDGE,
    FUNCTION,
    OPEN,
)
from claimcheck.model import Claim, Span
from claimcheck.model.entity import Mention

LONGEST = 300
FARTHEST = 6000
"""Tokens and characters of a sentence that are read; no sentence is that long."""


class Around(NamedTuple):
    """The part of the text in which other occurrences of a word are looked for, and what was found so far by word."""

    start: int
    end: int
    seen: dict[str, tuple[int, bool]]


class Chunk(NamedTuple):
    """A noun phrase, as token numbers: `first` up to `last`, its preposition or "", what its article says of its case,
    and the name in it, if any; `sure` is 2 for a name that is nothing else, 1 where it may be a common noun."""

    first: int
    last: int
    prep: str
    case: int
    name: tuple[int, int] | None
    sure: int
    noun: int


class Row:
    """One sentence as tokens in step: offsets, folded words, roles."""

    __slots__ = (
        "around",
        "chunks",
        "claims",
        "count",
        "end",
        "ends",
        "grammar",
        "low",
        "mentions",
        "phrases_of",
        "roles",
        "start",
        "starts",
        "text",
        "value",
    )

    def __init__(  # noqa: PLR0917 – built in the innermost loop
        self,
        text: str,
        span: Span,
        grammar: Grammar,
        claims: Sequence[Claim],
        mentions: Sequence[Mention],
        around: Around,
        phrases_of: Callable[[Row], Iterable[Chunk]],
    ) -> None:
        self.around, self.phrases_of = around, phrases_of
        self.text, self.grammar, self.mentions, self.claims = text, grammar, mentions, claims
        self.start, self.end = span
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.low: list[str] = []
        self.roles: list[int] = []
        look, starts, ends, low, roles = grammar.look, self.starts, self.ends, self.low, self.roles
        at = span.start
        words = TOKEN.findall(text, at, min(span.end, at + FARTHEST))[: LONGEST + 1]
        for word in words:
            at = text.index(word, at)  # what stands between is part of no token
            starts.append(at)
            at += len(word)
            ends.append(at)
            folded, role = look[word]
            low.append(folded)
            roles.append(role)
        self.count = len(starts)
        self.value: dict[int, Claim] = {}
        for claim in claims:
            at = bisect_left(starts, claim.span.start)
            if claim.type == "date" and at + 1 < self.count and ends[at] >= claim.span.end and first_name(self, at):
                continue
            while at < self.count and starts[at] < claim.span.end:
                self.value[at] = claim
                roles[at] |= CLAIM
                at += 1
        self.chunks: list[Chunk] | None = None

    def words(self, first: int, last: int) -> str:
        """The text of tokens from `first` up to `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def at(self, offset: int) -> int:
        """The number of the token that begins at an offset or right behind it."""
        return bisect_left(self.starts, offset)

    def left_edge(self, at: int) -> int:
        """The nearest token before `at` that bounds its clause, -1 for the beginning; brackets are passed."""
        at -= 1
        while at >= 0 and not self.roles[at] & EDGE:
            if self.roles[at] & CLOSE:
                at = self.opening(at)
            elif self.roles[at] & OPEN:
                return at
            at -= 1
        return at

    def right_edge(self, at: int) -> int:
        """The nearest token behind `at` that bounds its clause, `count` for the end."""
        at += 1
        while at < self.count and not self.roles[at] & EDGE:
            if self.roles[at] & OPEN:
                at = self.closing(at)
            elif self.roles[at] & CLOSE:
                return at
            at += 1
        return min(at, self.count)

    def closing(self, at: int) -> int:
        """The bracket that closes the one at `at`, or `at` itself."""
        return next((k for k in range(at + 1, min(self.count, at + 25)) if self.roles[k] & CLOSE), at)

    def opening(self, at: int) -> int:
        """The bracket that opens the one at `at`, or `at` itself."""
        return next((k for k in range(at - 1, max(-1, at - 25), -1) if self.roles[k] & OPEN), at)

    def any(self, low: int, high: int, bits: int) -> bool:
        """Whether a token from `low` up to `high` has one of the roles."""
        roles = self.roles
        return any(roles[k] & bits for k in range(max(low, 0), min(high, self.count)))

    def mention(self, first: int, last: int) -> Mention | None:
        """The mention of a name that covers or lies in these tokens, the longest one."""
        start, end = self.starts[first], self.ends[last - 1]
        found = [each for each in self.mentions if each.span.start < end and start < each.span.end]
        return max(found, key=lambda each: (each.span.end - each.span.start, -each.span.start)) if found else None

    def phrases(self) -> list[Chunk]:
        """The noun phrases in order."""
        if self.chunks is None:
            self.chunks = list(self.phrases_of(self))
        return self.chunks

    def inside(self, low: int, high: int) -> list[Chunk]:
        """The noun phrases that begin between two tokens."""
        return [each for each in self.phrases() if low <= each.first < high]


def first_name(row: Row, at: int) -> bool:
    """Whether a month in one word is rather the first half of a name: "Jan Kern", "April Kern"."""
    return (
        row.low[at].isalpha()
        and bool(row.roles[at + 1] & CAPITAL)
        and row.low[at + 1].isalpha()
        and not row.roles[at + 1] & FUNCTION
    )
