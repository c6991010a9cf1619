"""A sentence while it is being analysed: its words in step, with roles that narrow as the context is read."""

from __future__ import annotations

from claimcheck.language.words import Words
from claimcheck.model import Span
from claimcheck.languages.word_roles import BREAK, DASH, OPEN, QUOTE, STOP
from claimcheck.model.analysis import Chunk, ClauseKind


LONGEST = 400
FARTHEST = 8000
"""Tokens and characters of a sentence that are read; no sentence is that long."""


class Row:
    """The tokens of one sentence as columns: offsets, folded words, lemmas, roles."""

    __slots__ = ("count", "ends", "lemmas", "low", "opening", "roles", "span", "starts", "text", "words")

    def __init__(self, text: str, span: Span, words: Words) -> None:
        self.text, self.span, self.words = text, span, words
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.low: list[str] = []
        self.lemmas: list[str] = []
        self.roles: list[int] = []
        at, look, find = span.start, words.look, text.find
        for word in words.token.findall(text, at, min(span.end, at + FARTHEST))[:LONGEST]:
            at = find(word, at)  # what stands between is part of no token
            self.starts.append(at)
            at += len(word)
            self.ends.append(at)
            low, roles, lemma = look[word]
            self.low.append(low)
            self.roles.append(roles)
            self.lemmas.append(lemma)
        self.count = len(self.starts)
        for at in range(self.count - 3):
            if self.roles[at] == STOP:  # of an abbreviation: sentences end at their end
                self.roles[at] = 0
        self.opening = next((i for i, roles in enumerate(self.roles) if not roles & (QUOTE | OPEN | DASH | STOP)), 0)

    def role(self, at: int) -> int:
        """The roles of a token, none outside the sentence."""
        return self.roles[at] if 0 <= at < self.count else 0

    def begins(self, at: int) -> bool:
        """Whether a token may have its capital letter from its place: at the start, behind a mark or a colon."""
        return at <= self.opening or bool(self.roles[at - 1] & (BREAK | QUOTE | OPEN | STOP))


class Draft:
    """A clause as far as it is known."""

    __slots__ = ("connective", "finite", "kind", "nonfinite", "parent", "shared")

    def __init__(
        self, kind: ClauseKind, parent: int | None, connective: int | None = None, shared: int | None = None
    ) -> None:
        self.kind = kind
        self.parent = parent
        self.connective = connective
        self.shared = shared
        """The clause whose subject this one shares where it has none of its own."""
        self.finite: int | None = None
        self.nonfinite: list[int] = []

    @property
    def lacking(self) -> bool:
        """Whether its verb is still to come."""
        if self.kind in ("infinitive", "participle"):
            return not self.nonfinite
        return self.finite is None


class Drafts:
    """The clauses of one sentence in the order in which they begin; `owner` has the clause of every token."""

    def __init__(self, row: Row, chunks: list[Chunk]) -> None:
        self.row = row
        self.chunks = chunks
        self.roles = row.roles
        self.all: list[Draft] = []
        self.owner: list[int] = [0] * row.count
        self.inside: list[int] = [-1] * row.count
        for number, chunk in enumerate(chunks):
            for at in range(chunk.first, chunk.last):
                self.inside[at] = number
        self.current: int | None = None

    def open(
        self, kind: ClauseKind, parent: int | None, connective: int | None = None, shared: int | None = None
    ) -> int:
        """A new clause, which becomes the current one."""
        self.all.append(Draft(kind, parent, connective, shared))
        self.current = len(self.all) - 1
        return self.current

    def put(self, clause: int, first: int, last: int) -> None:
        """Give tokens to a clause."""
        for at in range(first, last):
            self.owner[at] = clause

    def ancestors(self, clause: int | None) -> list[int]:
        """A clause and those it depends on, innermost first."""
        found: list[int] = []
        while clause is not None and clause not in found:
            found.append(clause)
            clause = self.all[clause].parent
        return found
