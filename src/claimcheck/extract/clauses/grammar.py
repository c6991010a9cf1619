"""What one language says about its words in a clause."""

from __future__ import annotations

import re
from typing import Any

from claimcheck.languages.clause_roles import (
    BREAK,
    CAPITAL,
    CLASS,
    CLOSE,
    COMMA,
    NEGATION,
    NUMBER,
    OPEN,
    QUOTE,
    TITLE,
    TRIGGER,
)

TOKEN = re.compile(
    r"\d+(?:[.,]\d+)+|[^\W_]+(?:[-&/+.@:*][^\W_]+)*(?:['’](?:[^\W\d_]{1,2}(?![^\W_]))?)?|[,;:()\[\]–—…„“”«»\"&]|[.!?]+|-[^\W_]+"
)
MARKS = {
    **dict.fromkeys(",", COMMA),
    **dict.fromkeys(":;–—…", BREAK),
    **dict.fromkeys("([", OPEN),
    **dict.fromkeys(")]", CLOSE),
    **dict.fromkeys('„“”«»"', QUOTE),
    "&": 0,
}
MOST_KEPT = 60_000
SHORTEST_MEASURE = 5
SHORTEST_CLASS = 7
SHORTEST_HOUSE = 4


class Grammar:
    """What one language says about its words; `look` has for every token its lower case and its roles."""

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
        self.look = _Look(self)

    def read(self, word: str) -> tuple[str, int]:
        """A token in lower case, and its roles."""
        if word[0] == "-":
            return word.lower(), CAPITAL if word[1].isupper() else 0
        if not word[0].isalnum():
            return word, MARKS.get(word, BREAK)
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


class _Look(dict[str, tuple[str, int]]):
    """Token → its lower case and its roles, worked out when it is met for the first time."""

    def __init__(self, grammar: Grammar) -> None:
        super().__init__()
        self._grammar = grammar

    def __missing__(self, word: str) -> tuple[str, int]:
        if len(self) > MOST_KEPT:
            self.clear()
        found = self[word] = self._grammar.read(word)
        return found


def denied(grammar: Grammar, words: str) -> bool:
    """Whether a negation stands among the words that state a relation; "not only" is none."""
    low = [match.group().lower() for match in TOKEN.finditer(words)]
    return any(
        grammar.roles.get(word, 0) & NEGATION and then not in grammar.only
        for word, then in zip(low, [*low[1:], ""], strict=True)
    )
