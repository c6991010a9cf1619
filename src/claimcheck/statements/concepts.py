"""Which concept a word names: one id for every language, by noun, verb or state."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple

from claimcheck.languages.extra import extra

Bearer = Literal["noun", "subject", "object", "state"]

SHORTEST = 4
"""Letters of a noun that also counts as the last part of a compound."""
ENDING = re.compile("(?<=...)(?:innen|nen|ern|en|er|es|in|n|e|s)$")
FOLDED = str.maketrans("äöü", "aou")


class Concepts(NamedTuple):
    """The words of one language, each under its stem with the concepts it may name, the likeliest first."""

    nouns: Mapping[str, tuple[str, ...]]
    subjects: Mapping[str, tuple[str, ...]]
    objects: Mapping[str, tuple[str, ...]]
    states: Mapping[str, tuple[str, ...]]
    named: Mapping[str, str]
    compounds: bool

    def noun(self, *words: str) -> tuple[str, ...]:
        """The concepts of the last of these words, the words before it taken along where they belong to it."""
        for first in range(len(words)):
            phrase = " ".join(words[first:]).lower()
            if found := self.nouns.get(phrase) or self.nouns.get(stem(phrase)):
                return found
        return self._compound(stem(words[-1])) if words and self.compounds else ()

    def _compound(self, word: str) -> tuple[str, ...]:
        for start in range(1, len(word) - SHORTEST + 1):
            if found := self.nouns.get(word[start:]):
                return found
        return ()


def stem(word: str) -> str:
    """A noun without what number and case change: "Häuser" and "Haus" have one."""
    return ENDING.sub("", word.lower().translate(FOLDED))


@cache
def concepts(code: str) -> Concepts:
    """The words for concepts of one language; empty for a language without."""
    nouns: dict[str, list[str]] = {}
    subjects: dict[str, list[str]] = {}
    objects: dict[str, list[str]] = {}
    states: dict[str, list[str]] = {}
    named: dict[str, str] = {}
    compounds = bool(extra(code, "entities").get("compounds"))
    for concept, words in extra(code, "concepts").items():
        for noun in words["nouns"]:
            for form in {noun.lower(), stem(noun)}:
                nouns.setdefault(form, []).append(concept)
        for table, key in ((subjects, "subject"), (objects, "object"), (states, "states")):
            for word in words[key]:
                table.setdefault(stem(word) if key == "states" else word.lower(), []).append(concept)
        if words["nouns"]:
            named[concept] = words["nouns"][0]
    return Concepts(_fixed(nouns), _fixed(subjects), _fixed(objects), _fixed(states), named, compounds)


def _fixed(table: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {word: tuple(found) for word, found in table.items()}


def concept_of(code: str, *words: str) -> str | None:
    """The likeliest concept of a noun phrase, by its last word; None where it is none."""
    return next(iter(concepts(code).noun(*words)), None)
