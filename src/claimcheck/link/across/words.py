"""From the words of a text to keys: what says the same has the same key, function words have none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any
from unicodedata import normalize

from claimcheck.languages.extra import extra

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
STEM = 7
SHORTEST = 3
KEPT = 200_000
MEANING = "="  # before the key of a word that a word of another language means too
CONCEPTS = ("@", MEANING)
_PLAIN = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_MARKS = re.compile("[\u0300-\u036f]")
_STROKES = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ħ": "h", "ı": "i"})
NAME = r"[^\W\d_a-zß][\w’'-]+"


class Vocabulary:
    """The comparison words of one language."""

    __slots__ = (
        "_keys",
        "_phrases",
        "_stems",
        "apposed",
        "facts",
        "joins",
        "kin",
        "kinds",
        "limits",
        "location",
        "measures",
        "negations",
        "no_places",
        "per",
        "pronouns",
        "tallies",
    )

    def __init__(self, code: str) -> None:
        table = extra(code, "comparison")
        self._keys: dict[str, str | None] = dict.fromkeys(table.get("function_words", ()))
        self._stems: dict[str, str] = {}
        self._read_concepts(code, table)
        self.kin, self.limits, self.pronouns, self.joins, self.per, self.no_places = (
            frozenset(table.get(name, ())) for name in ("kin", "limits", "pronouns", "joins", "per", "no_places")
        )
        self.tallies = frozenset(f"@{name}" for name in table.get("tallies", ()))
        self.measures = frozenset(f"@{name}" for name in table.get("measures", ()))
        self.kinds = self.measures | {f"@{name}" for name in table.get("values", ())}
        self.facts = frozenset(f"@{name}" for name in table.get("facts", ()))
        self.negations = frozenset(folded(word) for word in table.get("marks", {}).get("negation", ()))
        self.location = frozenset(tuple(word.split()) for word in table.get("location", ()))
        before = "|".join(re.escape(each) for each in (", ", *table.get("aged", ())))
        behind = "".join(f"|{re.escape(each)}" for each in table.get("after_name", ()))
        self.apposed = re.compile(rf"(?:{before})({NAME}(?: {NAME}){{1,2}})(?=[,.:]{behind})")
        self._phrases = {name: tuple(f" {word} " for word in words) for name, words in table.get("marks", {}).items()}

    def _read_concepts(self, code: str, table: Mapping[str, Any]) -> None:
        for word, names in extra(code, "grounding").get("concepts", {}).items():
            if len(names) == 1 and self._keys.get(word, "") is not None:
                key = f"@{names[0]}" if names[0] in table.get("measures", ()) else f"{MEANING}{names[0]}"
                self._keys[word] = key
                if len(word) >= STEM:
                    self._stems.setdefault(folded(word)[:STEM], key)
        self._keys.update((word, f"@{name}") for word, name in table.get("concepts", {}).items())

    def key(self, word: str) -> str | None:
        """The key of a word as it stands in the text, None for one without content."""
        low = word.lower()
        known = self._keys.get(low, "")
        if known != "":
            return known
        known = None
        if len(low) >= SHORTEST or word.isupper():
            stem = folded(low)[:STEM]
            known = self._stems.get(stem, stem)
        if len(self._keys) < KEPT:
            self._keys[low] = known
        return known

    def marks(self, text: str) -> frozenset[str]:
        """Which marks stand in a stretch of text."""
        plain = f" {' '.join(_PLAIN.findall(text.lower()))} "
        return frozenset(name for name, phrases in self._phrases.items() if any(each in plain for each in phrases))


def folded(word: str) -> str:
    """The word without diacritics: "Müller" and "Mueller" stay two, "Gómez" and "Gomez" become one."""
    return word if word.isascii() else _MARKS.sub("", normalize("NFKD", word)).translate(_STROKES)


@cache
def vocabulary(code: str) -> Vocabulary:
    """The vocabulary of a language, built once."""
    return Vocabulary(code)
