"""The words of one language as they are compared: without endings, with what they mean and what they turn round."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal, NamedTuple

from claimcheck import languages
from claimcheck.languages.extra import extra
from claimcheck.languages.word_roles import (
    ADVERB,
    AUXILIARY,
    COMPARATOR,
    COORDINATOR,
    DETERMINER,
    DOUBTFUL,
    NEGATION,
    PREPOSITION,
    PRONOUN,
    QUESTION,
    REFLEXIVE,
    RELATIVE,
    SUBORDINATOR,
    TO,
)  # fmt: skip

PARTS = DETERMINER | PRONOUN | REFLEXIVE | RELATIVE | QUESTION
JOINTS = SUBORDINATOR | DOUBTFUL | COMPARATOR | COORDINATOR | PREPOSITION | TO
FUNCTION = PARTS | JOINTS | AUXILIARY | NEGATION
SHORTEST_STEM = 4
SHORTEST_CORE = 3
SHORTEST_PARTICIPLE = 7
MOST_KEPT = 60_000
UP, DOWN = 10_000, -10_000  # the sides of "rise" and "fall"; those of pairs in grounding.yaml are larger
_FOLDED = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "é": "e", "è": "e", "á": "a", "’": "'"})
Step = Literal["from", "to", "by"]
_STEPS: dict[str, Step] = {"from_": "from", "to": "to", "by": "by"}
_NEITHER: tuple[list[str], list[int]] = ([], [])
_DIRECTIONS = {"rise": UP, "more": UP, "fall": DOWN, "less": DOWN}


class Word(NamedTuple):
    """One form of a word.

    `stem` is what it is compared by; `keys` are its meanings, the same in every language; `sides` the pairs of
    opposites it belongs to, a negative number for the other side; `roles` its bits in a clause. `noun`: the form itself
    has a meaning, so that a capital makes no name of it; the last part of a compound is not enough ("Nordwerk").
    """

    stem: str
    content: bool
    keys: tuple[str, ...]
    sides: tuple[int, ...]
    negates: bool
    breaks: bool
    roles: int
    low: str
    noun: bool


class Words:
    """One language's words, each looked up once."""

    def __init__(
        self, table: dict[str, Any], closed: dict[str, int], names: dict[str, Any], phrases: dict[str, Any]
    ) -> None:
        self.nominal: bool = table["nominal"]
        self.compounds: bool = table["compounds"]
        self.pronouns = frozenset(table["pronouns"])
        self.rest = frozenset(table["rest"])
        self.together = frozenset(table["together"])
        self.apart = frozenset(table["apart"])
        self.figuring = self.rest | self.together | self.apart
        self.later = frozenset(table["later"])
        self.not_negating = tuple(table["not_negating"])
        self._endings = frozenset(table["endings"])
        self._longest = max(map(len, self._endings), default=0)
        self._participle = tuple(table["participle"])
        self._stop = frozenset(table["stop_words"])
        self._negators = frozenset(table["negators"])
        self._breaks = frozenset(table["breaks"])
        self._roles = closed
        self._concepts: dict[str, list[str]] = table["concepts"]
        self._classes: dict[str, str] = table["measures"]
        self._opposites: dict[str, list[int]] = table["opposites"]
        self.converses = frozenset(table["converses"])
        self.than = frozenset(word for word, entries in phrases.items() if _has(entries, "than"))
        self.earlier = frozenset(word for word, entries in phrases.items() if _has(entries, "earlier"))
        self.per = frozenset(table["per"])
        self.points = frozenset(table["points"])
        self.prefixes = tuple(table["prefixes"])
        self.steps = _steps(phrases)
        self.phrases = phrases
        self.at_least = frozenset(table["at_least"])
        self.at_most = frozenset(table["at_most"])
        self.remainder = frozenset(word for word, entries in phrases.items() if _has(entries, "remaining"))
        self.every: dict[str, str] = {word: unit for unit, words in table["every"].items() for word in words}
        self.weighing = frozenset(table["weighing"])
        self.denying = frozenset(table["denying"])
        self.now = frozenset(table["now"])
        self._by_stem = self._meanings()
        still = frozenset(table["directionless"])
        self._directions = {word: _direction(entries) for word, entries in phrases.items() if word not in still}
        self._common = frozenset(names.get("common_nouns", ()))
        self._common_endings = tuple(names.get("common_endings", ()))
        self.known: dict[str, Word] = {}

    def _meanings(self) -> dict[str, tuple[list[str], list[int]]]:
        """The keys and sides of every stem that a word with a meaning has."""
        found: dict[str, tuple[list[str], list[int]]] = {}
        for form in (*self._concepts, *self._opposites):
            if len(form) > SHORTEST_STEM and " " not in form:
                keys, sides = found.setdefault(self._stem(form, lower=True), ([], []))
                keys += [key for key in self._concepts.get(form, ()) if key not in keys]
                sides += [side for side in self._opposites.get(form, ()) if side not in sides]
        return found

    def common(self, low: str) -> bool:
        """Whether a capitalised word is a common noun by its form, in a language that capitalises all nouns."""
        return low in self._common or low.endswith(self._common_endings)

    def look(self, word: str) -> Word:
        """The word with what is known of it."""
        found = self.known.get(word)
        if found is None:
            if len(self.known) > MOST_KEPT:
                self.known.clear()
            found = self.known[word] = self._look(word)
        return found

    def core(self, low: str) -> str:
        """A word without its ending, however short that leaves it: of "days" and "weekdays" the one ends the other."""
        return self._without_ending(_folded(low), SHORTEST_CORE)

    def _look(self, word: str) -> Word:
        low = word.lower().replace("’", "'").removesuffix("'s")
        roles = self._roles.get(low, 0)
        negates = low in self._negators or low.endswith("n't")
        stem = self._stem(low, lower=word[:1].islower())
        of_stem = self._by_stem.get(stem, _NEITHER)
        direction = self._directions.get(low, 0)
        sides = [*(self._opposites.get(low) or of_stem[1]), *([direction] if direction else [])]
        content = not negates and not word[0].isdigit() and self._has_content(low, roles)
        if direction and not roles & PREPOSITION:
            content = content or low not in self._stop
        own = self._concepts.get(low) or of_stem[0]
        noun = bool(own) or low in self._classes or bool(sides)
        keys = dict.fromkeys(own or self._of_compound(word, stem))
        if (kind := self._classes.get(low)) is not None:
            keys[kind] = None
        keys.update(dict.fromkeys(f"{side:+}" for side in sides))  # words of one side mean much the same
        return Word(stem, content, tuple(keys), tuple(sides), negates, low in self._breaks, roles, low, noun)

    def _of_compound(self, word: str, stem: str) -> list[str]:
        return self._last_part(stem) if self.compounds and word[0].isupper() else []

    def _has_content(self, low: str, roles: int) -> bool:
        particle = roles & PREPOSITION and roles & ADVERB  # "ruled out"
        if len(low) < 2 or (roles & FUNCTION and not particle):
            return False
        return low not in self._stop and low not in self._breaks

    def _last_part(self, stem: str) -> list[str]:
        """The meanings of the last part of a compound: of "umsatz" in "konzernumsatz"."""
        for at in range(SHORTEST_STEM - 1, len(stem) - SHORTEST_STEM):
            if (known := self._by_stem.get(stem[at:])) is not None and known[0]:
                return known[0]
        return []

    def _stem(self, low: str, *, lower: bool) -> str:
        folded = _folded(low)
        if lower and len(folded) >= SHORTEST_PARTICIPLE:
            for begin in self._participle:
                if folded.startswith(begin):
                    folded = folded[len(begin) :]
                    break
        return self._without_ending(folded, SHORTEST_STEM)

    def _without_ending(self, folded: str, shortest: int) -> str:
        for size in range(min(self._longest, len(folded) - shortest), 0, -1):
            if folded[-size:] in self._endings:
                return folded[:-size]
        return folded


def _folded(low: str) -> str:
    return low if low.isascii() else low.translate(_FOLDED)


def _has(entries: list[list[Any]], name: str) -> bool:
    return any(not rest and name in names for rest, names in entries)


def _direction(entries: list[list[Any]]) -> int:
    for rest, names in entries:
        if not rest:
            found = {_DIRECTIONS[name] for name in names if name in _DIRECTIONS}
            if len(found) == 1:
                return found.pop()
    return 0


def _steps(phrases: dict[str, Any]) -> dict[str, Step]:
    """The words before a number that say which end of a change it is."""
    found: dict[str, Step] = {}
    for word, entries in phrases.items():
        names = [name for rest, each in entries if not rest for name in _STEPS if name in each]
        if names:
            found[word] = _STEPS[names[0]]
    return found


@cache
def words_of(code: str) -> Words | None:
    """The words of a language, None where it says nothing about sources."""
    table = extra(code, "grounding")
    if not table:
        return None
    closed = extra(code, "grammar").get("roles", {})
    return Words(table, closed, extra(code, "relation_verbs"), languages.load(code).relations["phrases"])
