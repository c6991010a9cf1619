"""The words of one language that state relations, and which words of a text are among them."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from claimcheck.language.words import Words, words_of
from claimcheck.languages.extra import extra
from claimcheck.languages.word_roles import PARTICIPLE, VERB

SHORTEST_TAIL = 4
MOST_KEPT = 60_000
STATES, HELD = 1, 2


class Office(NamedTuple):
    """A word for what somebody is: its key, the same in every language, and where it begins in a compound."""

    key: str | None
    start: int
    founder: bool


class Lexicon:
    """What relation_verbs.yaml says, on top of the grammar of its language.

    `frames` has the verbs' frames by lemma, `nouns` those of nouns by form; `wants` tells of a word whether a sentence
    with it may state a relation.
    """

    def __init__(self, table: dict[str, Any], words: Words, parties: frozenset[str]) -> None:
        self.table, self.words = table, words
        self.capitals = words.capitals
        self.frames: dict[str, list[dict[str, Any]]] = {}
        for frame in table["verbs"]:
            for lemma in frame["lemmas"]:
                self.frames.setdefault(lemma, []).append(frame)
        self.nouns: dict[str, list[dict[str, Any]]] = {}
        for frame in table["nouns"]:
            for word in frame["words"]:
                self.nouns.setdefault(word.lower(), []).append(frame)
        self.participles = tuple(table["participle_endings"])
        self.common = frozenset(table["common_nouns"])
        self.common_endings = tuple(table["common_endings"])
        self.plural_endings = tuple(table["plural_endings"])
        self.classes = frozenset(table["classes"])
        self.houses = tuple(word for word in table["classes"] if not self.capitals or len(word) >= SHORTEST_TAIL)
        self.titles = frozenset(table["titles"])
        self.not_now = frozenset(table["not_now"])
        self.lists: dict[str, list[str]] = table["lists"]
        former = (tuple(each.split()) for each in table["formerly"])
        self.formerly: tuple[tuple[str, ...], ...] = tuple(sorted(former, key=len, reverse=True))
        self.parties = parties
        self._keys: dict[str, str | None] = table["offices"]
        self._founders = frozenset(table["founder"])
        alone = [lemma for frame in table["verbs"] if not frame["objects"] for lemma in frame["lemmas"]]
        parts = (lemma.removeprefix(prefix) for lemma in alone for prefix in words.separable)
        self._lemmas = frozenset((*alone, *parts))
        objects = (word for frame in table["verbs"] for word in frame["objects"])
        self._others = frozenset((*self.nouns, *self.lists, *objects, *(each[0] for each in self.formerly)))
        self._wanted: dict[str, int] = {}
        self._offices: dict[str, Office | None] = {}

    def wants(self, word: str) -> int:
        """Whether a word of a text may state a relation: STATES does by itself, HELD only beside a person's name."""
        found = self._wanted.get(word)
        if found is None:
            if len(self._wanted) > MOST_KEPT:
                self._wanted.clear()
            found = self._wanted[word] = self._wants(word)
        return found

    def _wants(self, word: str) -> int:
        low, roles, lemma = self.words.look[word]
        if low in self._others or (roles & VERB and lemma in self._lemmas):
            return STATES
        if self.capitals and word[0].islower():
            return STATES if self.participle(low) is not None else 0
        if low.rpartition("-")[2] in self.nouns:
            return STATES
        return HELD if self.office(low) is not None or low in self.parties else 0

    def participle(self, low: str) -> str | None:
        """The verb of a participle with the ending of an adjective, if it states a relation."""
        for ending in self.words.endings if self.capitals else ():
            stem = low.removesuffix(ending)
            verb = self.words.verb(stem) if stem != low and stem.endswith(self.participles) else None
            if verb is not None and verb[1] & PARTICIPLE and verb[0] in self.frames:
                return verb[0]
        return None

    def office(self, low: str) -> Office | None:
        """The office a word names by itself or with its last part; None where it names none."""
        if low not in self._offices:
            if len(self._offices) > MOST_KEPT:
                self._offices.clear()
            self._offices[low] = self._office(low)
        return self._offices[low]

    def _office(self, low: str) -> Office | None:
        if low in self._keys:
            return Office(self._keys[low], 0, low in self._founders)
        apart = low.rfind("-") + 1
        if apart and low[apart:] in self._keys:
            return Office(self._keys[low[apart:]], apart, low[apart:] in self._founders)
        if not self.capitals:
            return None
        start = next((k for k in range(1, len(low) - SHORTEST_TAIL + 1) if low[k:] in self._keys), None)
        return None if start is None else Office(self._keys[low[start:]], start, low[start:] in self._founders)

    def phrase(self, lows: list[str]) -> tuple[int, str | None] | None:
        """How many of the last words make an office together ("chief financial officer"), and its key."""
        for count in (3, 2):
            words = " ".join(lows[-count:])
            if len(lows) >= count and words in self._keys:
                return count, self._keys[words]
        return None

    def is_common(self, low: str) -> bool:
        """Whether a word is a common noun for certain: one of the list, or by its ending where all nouns look alike."""
        return low in self.common or (self.capitals and low.endswith(self.common_endings))

    def is_class(self, low: str) -> bool:
        """Whether a word tells of what kind something is that has a name ("Autobauer", "startup")."""
        return low in self.classes or (self.capitals and len(low) > SHORTEST_TAIL and low.endswith(self.houses))


@cache
def lexicon_of(code: str) -> Lexicon | None:
    """The words of a language; None where it says nothing about relations."""
    table, words = extra(code, "relation_verbs"), words_of(code)
    parties = frozenset(word.lower() for group in extra(code, "people").get("parties", ()) for word in group)
    return Lexicon(table, words, parties) if table and words is not None else None
