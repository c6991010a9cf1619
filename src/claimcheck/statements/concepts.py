"""Which concept a word names: one id for every language, by noun, verb or state."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, Literal, NamedTuple

from claimcheck.languages.extra import FOLDED, extra, roots, stem
from claimcheck.languages.vocabulary import is_word
from claimcheck.languages.word_roles import NOUN
from claimcheck.model import Claim, Duration, Measure
from claimcheck.model.analysis import Chunk, Clause, Sentence
from claimcheck.model.measure import SCALES
from claimcheck.tables import Table

HERE = os.path.dirname(__file__)
SHARES = {"percent": "share", "percentage_point": "points", "permille": "ratio", "basis_point": "points"}
DEGREES = ("Cel", "degF", "K")


def family(claim: Claim) -> str:
    """The kind of a number: money, share, count, persons, age, length …; "" for none of these."""
    value = claim.value
    if isinstance(value, Duration):
        return "duration"
    if not isinstance(value, Measure):
        return ""
    if claim.type == "amount":
        return "money"
    if value.unit in (None, "times"):
        return "count"
    if value.unit in SHARES:
        return SHARES[value.unit]
    if value.unit == "person":
        return "persons"
    if value.unit == "year":
        return "age"
    return "temperature" if value.unit in DEGREES else SCALES.get(value.unit, ("",))[0]


def takes(concept: str, kind: str) -> bool:
    """Whether a concept takes numbers of a kind; a change of it in percent is of every concept."""
    values = table()[concept]["values"]
    return kind in values or (kind in ("count", "persons") and not {"count", "persons"}.isdisjoint(values))


@cache
def told() -> dict[tuple[str, str], list[str]]:
    """The concepts that verbs of a class say of the number at a place of theirs."""
    found: dict[tuple[str, str], list[str]] = {}
    for concept, holds in table().items():
        for sense, where in holds["told"].items():
            found.setdefault((sense, where), []).append(concept)
    return found


@cache
def table() -> dict[str, dict[str, Any]]:
    """What holds of each concept in every language, by its id."""
    found: dict[str, dict[str, Any]] = _loaded()["concepts"]
    return found


@cache
def offices() -> dict[str, dict[str, Any]]:
    """What holds of each office in every language, by its key."""
    found: dict[str, dict[str, Any]] = _loaded()["offices"]
    return found


@cache
def _loaded() -> dict[str, Any]:
    found: dict[str, Any] = concepts_table().load()
    return found


def concepts_table() -> Table:
    """How it is built."""
    path = os.path.join(HERE, "concepts.yaml")

    def build() -> Any:
        from claimcheck.datafile import load  # noqa: PLC0415 – needs a parser and a validator
        from claimcheck.statements.concept_shape import Concepts  # noqa: PLC0415

        return load(path, Concepts).plain()

    return Table("concepts", (path, os.path.join(HERE, "concept_shape.py")), build)


__all__ = ["Bearer", "Concepts", "Verbs", "concept_of", "concepts", "folded", "idiomatic", "said_by", "stem"]

Bearer = Literal["noun", "subject", "object", "state"]

SHORTEST = 4
"""Letters of a noun that also counts as the last part of a compound."""

SHORT = 6
"""Letters up to which such a part may be the end of any word."""

MOST_KEPT = 20_000
"""Words of which the concepts are remembered."""


def folded(word: str) -> str:
    """A word in lower case without umlauts, as the words for states are kept."""
    return word.translate(FOLDED)


class Verbs(NamedTuple):
    """Verbs with the concepts they say; `idioms` those with a phrase: under "kommen" what "ums leben" makes of it."""

    single: Mapping[str, Sequence[str]]
    idioms: Mapping[str, Sequence[tuple[str, Sequence[str]]]]


def _verbs(table: Mapping[str, Sequence[str]]) -> Verbs:
    idioms: dict[str, list[tuple[str, Sequence[str]]]] = {}
    for phrase, names in table.items():
        words = phrase.split()
        for at, word in enumerate(words if len(words) > 1 else ()):
            idioms.setdefault(word, []).append((" ".join((*words[:at], *words[at + 1 :])), names))
    return Verbs(table, idioms)


def said_by(verbs: Verbs, sentence: Sentence, clause: Clause) -> Iterator[str]:
    """What the verb of a clause says, first with a phrase that belongs to it."""
    yield from idiomatic(verbs, sentence, clause)
    yield from verbs.single.get(clause.lemma, ())


def idiomatic(verbs: Verbs, sentence: Sentence, clause: Clause) -> Iterator[str]:
    """What a verb says only with a phrase that belongs to it: "lose their lives", "ums Leben kommen"."""
    if clause.lemma in verbs.idioms:
        phrases = {words for each in (*clause.objects, *clause.adjuncts) for words in _wordings(sentence, each)}
        inside = (at for first, last in clause.stretches for at in range(first, last))
        phrases |= {each.low for each in map(sentence.tokens.__getitem__, inside) if not each.roles & NOUN}
        for words, names in verbs.idioms[clause.lemma]:
            if words in phrases:
                yield from names


def _wordings(sentence: Sentence, chunk: Chunk) -> Iterator[str]:
    """The words of a phrase, without its determiner, without all before its noun; the noun alone of a number."""
    words = [sentence.tokens[at].low for at in range(chunk.first, chunk.last)]
    yield " ".join(words)
    if chunk.preposition is not None:
        yield f"{sentence.tokens[chunk.preposition].low} {sentence.tokens[chunk.head].low}"
    if chunk.determiner is not None:
        yield " ".join(words[: chunk.determiner - chunk.first] + words[chunk.determiner - chunk.first + 1 :])
    if chunk.number is not None:
        yield sentence.tokens[chunk.head].low


class Concepts:
    """The words of one language, each with the concepts it may name, the likeliest first; nouns in every form."""

    def __init__(self, code: str, table: Mapping[str, Any], *, compounds: bool) -> None:
        self._code = code
        self.subjects = _verbs(table.get("subject", {}))
        self.objects = _verbs(table.get("object", {}))
        self.states: Mapping[str, Sequence[str]] = table.get("states", {})
        self.longest = max((state.count(" ") + 1 for state in self.states), default=0)
        """Words of the longest state."""
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
        for root in roots(low, self._endings):
            for at in range(1, len(root) - SHORTEST + 1):
                if root[at:] in self._nouns and (len(root) - at > SHORT or self._begins(root[:at])):
                    return self._nouns[root[at:]]
        return ()

    def _begins(self, front: str) -> bool:
        """Whether words or a hyphen stand before a short last part: "Stock-enten", but no "Assist-enten"."""
        whole = roots(front, self._endings)
        words = (root[at:] for root in whole for at in range(max(1, len(root) - SHORTEST + 1)))
        known = any(is_word(self._code, form) for each in words for form in (each, each.capitalize()))
        return known or front.endswith("-")


@cache
def concepts(code: str) -> Concepts:
    """The words for concepts of one language; empty for a language without."""
    return Concepts(code, extra(code, "concepts"), compounds=bool(extra(code, "entities").get("compounds")))


def concept_of(code: str, *words: str) -> str | None:
    """The likeliest concept of a noun phrase, by its last word; None where it is none."""
    return next(iter(concepts(code).noun(*words)), None)
