"""Which concept a word names: one id for every language, by noun, verb or state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, Literal

from claimcheck.languages.extra import extra
from claimcheck.languages.stems import roots, stem

__all__ = ["Bearer", "Concepts", "concept_of", "concepts", "stem"]

Bearer = Literal["noun", "subject", "object", "state"]

SHORTEST = 4
"""Letters of a noun that also counts as the last part of a compound."""


MOST_KEPT = 20_000
"""Words of which the concepts are remembered."""


class Concepts:
    """The words of one language, each with the concepts it may name, the likeliest first; nouns in every form."""

    def __init__(self, table: Mapping[str, Any], *, compounds: bool) -> None:
        self.subjects: Mapping[str, Sequence[str]] = table.get("subject", {})
        self.objects: Mapping[str, Sequence[str]] = table.get("object", {})
        self.states: Mapping[str, Sequence[str]] = table.get("states", {})
        self.named: Mapping[str, str] = table.get("named", {})
        self.compounds = compounds
        self._nouns: Mapping[str, Sequence[str]] = table.get("nouns", {})
        self._endings: Sequence[Sequence[str]] = table.get("endings", ())
        self._exactly = lru_cache(MOST_KEPT)(self._form)
        self._ends = lru_cache(MOST_KEPT)(self._end)

    def noun(self, *words: str) -> Sequence[str]:
        """The concepts of the last of these words, the words before it taken along where they belong to it."""
        for first in range(len(words)):
            if found := self.exactly(" ".join(words[first:])):
                return found
        return self._ends(words[-1].lower()) if words and self.compounds else ()

    def exactly(self, phrase: str) -> Sequence[str]:
        """The concepts of a word or phrase in any of its forms, by itself and not as the end of a compound."""
        return self._exactly(phrase.lower())

    def _form(self, low: str) -> Sequence[str]:
        return next((self._nouns[root] for root in roots(low, self._endings) if root in self._nouns), ())

    def _end(self, low: str) -> Sequence[str]:
        ends = (root[at:] for root in roots(low, self._endings) for at in range(1, len(root) - SHORTEST + 1))
        return next((self._nouns[each] for each in ends if each in self._nouns), ())


@cache
def concepts(code: str) -> Concepts:
    """The words for concepts of one language; empty for a language without."""
    return Concepts(extra(code, "concepts"), compounds=bool(extra(code, "entities").get("compounds")))


def concept_of(code: str, *words: str) -> str | None:
    """The likeliest concept of a noun phrase, by its last word; None where it is none."""
    return next(iter(concepts(code).noun(*words)), None)
