"""Measure nouns of a language, by their classes."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from claimcheck.extract.clauses import Grammar

_SHORTEST_ENDING = 4


class MeasureWords(NamedTuple):
    """The measure words of a language: classes by word and by ending, and words that join a noun and its number."""

    classes: dict[str, str]
    endings: tuple[str, ...]
    equals: frozenset[str]
    equals_to: frozenset[str]
    of: frozenset[str]
    for_: frozenset[str]
    heavy: frozenset[str]
    qualifiers: dict[str, list[tuple[tuple[str, ...], str]]]
    qualifying: frozenset[str]
    share_of: frozenset[str]
    size_nouns: frozenset[str]


@cache
def measure_words(grammar: Grammar) -> MeasureWords:
    """The measure words of a language."""
    table = grammar.table["measures"]
    qualifiers: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, phrases in table["qualifiers"].items():
        for phrase in phrases:
            first, *rest = phrase.lower().split()
            qualifiers.setdefault(first, []).append((tuple(rest), name))
    classes = table["classes"]
    return MeasureWords(
        classes,
        tuple(sorted((word for word in classes if len(word) >= _SHORTEST_ENDING), key=lambda word: (-len(word), word))),
        frozenset(table["equals"]),
        frozenset(table["equals_to"]),
        frozenset(table["of"]),
        frozenset(table["for_"]),
        frozenset(table["heavy"]),
        qualifiers,
        frozenset(phrase.split()[-1] for phrases in table["qualifiers"].values() for phrase in phrases) - set(classes),
        frozenset(table["share_of"]),
        frozenset(table["size_nouns"]),
    )


def kind_of(low: str, words: MeasureWords) -> str | None:
    """The class of a measure noun, also of a compound: "Jahresumsatz" is revenue."""
    known = words.classes.get(low)
    if known is not None:
        return known
    if not low.endswith(words.endings):
        return None
    return next(words.classes[ending] for ending in words.endings if low.endswith(ending))
