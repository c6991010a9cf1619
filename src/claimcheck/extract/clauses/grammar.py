"""What one language says about its words in a clause."""

from __future__ import annotations

from typing import Any

from claimcheck.languages.clause_roles import (
    CAPITAL,
    CLASS,
    NEGATION,
    NUMBER,
    TITLE,
    TRIGGER,
)
from claimcheck.patterns import pattern

TOKEN = pattern(
    r"\d+(?:[.,]\d+)+|[^\W_]+(?:[-&/+.@:*][^\W_]+)*(?:['’](?:[^\W\d_]{1,2}(?![^\W_]))?)?|[,;:()\[\]–—…„“”«»\"&]|[.!?]+|-[^\W_]+"
)
MOST_KEPT = 60_000
SHORTEST_MEASURE = 5
SHORTEST_CLASS = 7
SHORTEST_HOUSE = 4


class Grammar:
    """What one language says about its words: roles by word, kept as they are looked up."""

    def __init__(self, table: dict[str, Any]) -> None:
        self.table = table
        self.roles: dict[str, int] = table["roles"]
        self.verb_second: bool = table["verb_second"]
        self.capitals: bool = table["noun_capitals"]
        self.endings = tuple(table["adjective_endings"])
        self.common_endings = tuple(table["common_endings"])
        measures = table["measures"]
        qualifying = {phrase.split()[-1] for phrases in measures["qualifiers"].values() for phrase in phrases}
        self.common = frozenset(
            {word.lower() for word in table["common_nouns"]} | qualifying | set(measures["classes"])
        )
        self.measure_endings = tuple(sorted(word for word in measures["classes"] if len(word) >= SHORTEST_MEASURE))
        self.plural_endings = tuple(table["plural_endings"])
        self.only = frozenset(table["only"])
        self.short_words = frozenset(table["short_words"])
        self.houses = tuple(word for word in table["class_endings"] if not self.capitals or len(word) >= SHORTEST_HOUSE)
        self.class_endings = tuple(word for word in table["class_endings"] if len(word) >= SHORTEST_CLASS)
        self.triggers: dict[str, list[list[Any]]] = table["triggers"]
        self.people = tuple(
            sorted(form for form, entries in self.triggers.items() if entries[0][0] in ("role", "founder"))
        )
        self._kept: dict[str, tuple[str, int]] = {}

    def look(self, word: str) -> tuple[str, int]:
        """The word in lower case and its roles."""
        known = self._kept.get(word)
        if known is None:
            if len(self._kept) > MOST_KEPT:
                self._kept.clear()
            known = self._kept[word] = self._look(word)
        return known

    def _look(self, word: str) -> tuple[str, int]:
        low = word.lower()
        roles = self.roles.get(low, 0)
        if low in self.triggers:
            roles |= TRIGGER
        first = word[0]
        if first.isupper():
            roles |= CAPITAL
            if not roles & (CLASS | TITLE) and len(low) > 5 and low.endswith(self.class_endings):
                roles |= CLASS
            if (
                not roles & TITLE
                and (low in self.triggers or (len(low) > 6 and low.endswith(self.people)))
                and low.endswith(self.people)
            ):
                roles |= TITLE
        elif first.isdigit():
            roles |= NUMBER
        elif any(char.isupper() for char in word[1:]) and first.isalpha():
            roles |= CAPITAL
        return low, roles


def denied(grammar: Grammar, words: str) -> bool:
    """Whether a negation stands among the words that state a relation; "not only" is none."""
    low = [match.group().lower() for match in TOKEN.finditer(words)]
    return any(
        grammar.roles.get(word, 0) & NEGATION and then not in grammar.only
        for word, then in zip(low, [*low[1:], ""], strict=True)
    )
