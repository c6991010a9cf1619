"""A sentence while it is being analysed: its words in step, with roles that narrow as the context is read."""

from __future__ import annotations

from claimcheck.language.words import Words
from claimcheck.model import Span
from claimcheck.languages.word_roles import BREAK, DASH, OPEN, QUOTE, STOP

LONGEST = 400
FARTHEST = 8000
"""Tokens and characters of a sentence that are read; no sentence is that long."""


class Row:
    """The tokens of one sentence as columns: offsets, folded words, lemmas, roles."""

    __slots__ = ("count", "ends", "lemmas", "low", "opening", "roles", "span", "starts", "text", "words")

    def __init__(self, text: str, span: Span, words: Words) -> None:
        self.text, self.span, self.words = text, span, words
        found = words.token.findall(text, span.start, min(span.end, span.start + FARTHEST))[:LONGEST]
        at, find = span.start, text.find
        self.starts: list[int] = []
        for word in found:
            at = find(word, at)  # what stands between is part of no token
            self.starts.append(at)
            at += len(word)
        self.ends = [start + len(word) for start, word in zip(self.starts, found, strict=True)]
        look = words.look
        known = [look[word] for word in found]
        self.low = [each[0] for each in known]
        self.roles = [each[1] for each in known]
        self.lemmas = [each[2] for each in known]
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
