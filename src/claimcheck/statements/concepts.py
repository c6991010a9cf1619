"""Which concept a word names: one id for every language, by noun, verb or state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

from claimcheck.languages.extra import extra
from claimcheck.languages.stems import stem

__all__ = ["Bearer", "Concepts", "concept_of", "concepts", "stem"]

Bearer = Literal["noun", "subject", "object", "state"]

SHORTEST = 4
"""Letters of a noun that also counts as the last part of a compound."""


class Concepts(NamedTuple):
    """The words of one language, each under its stem with the concepts it may name, the likeliest first."""

    nouns: Mapping[str, Sequence[str]]
    subjects: Mapping[str, Sequence[str]]
    objects: Mapping[str, Sequence[str]]
    states: Mapping[str, Sequence[str]]
    named: Mapping[str, str]
    compounds: bool

    def noun(self, *words: str) -> Sequence[str]:
        """The concepts of the last of these words, the words before it taken along where they belong to it."""
        for first in range(len(words)):
            phrase = " ".join(words[first:]).lower()
            if found := self.nouns.get(phrase) or self.nouns.get(stem(phrase)):
                return found
        return self._compound(stem(words[-1])) if words and self.compounds else ()

    def _compound(self, word: str) -> Sequence[str]:
        for start in range(1, len(word) - SHORTEST + 1):
            if found := self.nouns.get(word[start:]):
                return found
        return ()


@cache
def concepts(code: str) -> Concepts:
    """The words for concepts of one language; empty for a language without."""
    table = extra(code, "concepts")
    nouns, subjects, objects, states, named = (
        table.get(key, {}) for key in ("nouns", "subject", "object", "states", "named")
    )
    return Concepts(nouns, subjects, objects, states, named, bool(extra(code, "entities").get("compounds")))


def concept_of(code: str, *words: str) -> str | None:
    """The likeliest concept of a noun phrase, by its last word; None where it is none."""
    return next(iter(concepts(code).noun(*words)), None)
