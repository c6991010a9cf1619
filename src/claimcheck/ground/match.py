"""Where in a source a word of the draft may stand: the same word, one of its compounds, or one that means the same."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from claimcheck.extract import OnDemand
from claimcheck.ground.text import Text
from claimcheck.ground.words import Word, Words, words_of
from claimcheck.model import Article, Document
from claimcheck.reference import EntityIndex
from claimcheck.segment import segment

SAME, ALIKE, MEANT = 1.0, 0.75, 0.8
SHORTEST_PART = 5
SHORTEST_ALIKE = 6
MOST_STEMS = 20_000
MOST_KEPT = 20_000

Places = list[tuple[int, float]]


class Index:
    """The words of one source: all by form (`forms`), those with content by stem and meaning."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self._stems: dict[str, list[int]] = {}
        self._keys: dict[str, list[int]] = {}
        self.forms: dict[str, list[int]] = {}
        for i, word in enumerate(text.words):
            self.forms.setdefault(word.low, []).append(i)
            if word.content:
                self._stems.setdefault(word.stem, []).append(i)
            for key in word.keys:
                self._keys.setdefault(key, []).append(i)
        self._long: dict[str, list[str]] = {}
        for stem in [stem for stem in self._stems if len(stem) >= SHORTEST_PART][:MOST_STEMS]:
            for key in self._parts(stem):
                self._long.setdefault(key, []).append(stem)
        self._known: dict[Word, Places] = {}
        self._tokens: dict[Word, frozenset[int]] = {}

    def places(self, word: Word) -> Places:
        """Tokens of the source with how well each fits, in their order."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) > MOST_KEPT:  # a source may outlive many drafts
                self._known.clear()
            known = self._known[word] = self._places(word)
        return known

    def counted(self, noun: str | None, language: Words) -> frozenset[int]:
        """Where the source has what a number counts: the last word of its name, which is one of `language`."""
        words = (noun or "").split()
        return self.tokens(language.look(words[-1])) if words else frozenset()

    def tokens(self, word: Word) -> frozenset[int]:
        """Tokens of the source that fit a word, however well."""
        known = self._tokens.get(word)
        if known is None:
            if len(self._tokens) > MOST_KEPT:
                self._tokens.clear()
            known = self._tokens[word] = frozenset(at for at, _ in self.places(word))
        return known

    def ends_of(self, word: Word) -> list[int]:
        """Where exactly this word stands, in this form or another."""
        return self._stems.get(word.stem) or self.forms.get(word.low, [])

    def _places(self, word: Word) -> Places:
        stem = word.stem
        found = dict.fromkeys((i for key in word.keys for i in self._keys.get(key, ())), MEANT)
        for part in (stem, *(stem.split("-") if "-" in stem else ())):
            for other in self._compounds(part):
                for i in self._stems[other]:
                    found[i] = max(found.get(i, 0), ALIKE)
        for i in self._stems.get(stem, ()):
            found[i] = SAME
        return sorted(found.items())

    def _compounds(self, part: str) -> Iterator[str]:
        """The stems of the source that are like this one."""
        if len(part) >= SHORTEST_PART:
            for key in self._parts(part):
                for other in self._long.get(key, ()):
                    if other != part and self._alike(part, other):
                        yield other

    def _parts(self, stem: str) -> set[str]:
        """What two stems have in common at least one of if they are alike: beginning, end, part between hyphens."""
        parts = {stem[:SHORTEST_PART]}
        if self.text.language.compounds:
            parts.add("…" + stem[-SHORTEST_PART:])
        if "-" in stem:
            parts.update(f"-{part}" for part in stem.split("-"))
        else:
            parts.add("-" + stem)
        return parts

    def _alike(self, one: str, two: str) -> bool:
        short, long = (one, two) if len(one) <= len(two) else (two, one)
        if "-" in long and short in long.split("-"):
            return True
        if self.text.language.compounds and (long.endswith(short) or long.startswith(short)):
            return True
        if len(short) < SHORTEST_ALIKE:
            return long.startswith(short) and len(long) - len(short) <= 2
        return one[:SHORTEST_ALIKE] == two[:SHORTEST_ALIKE] and abs(len(one) - len(two)) <= 4


MOST_SOURCES = 32
LONGEST_KEPT = 20_000


class Source(NamedTuple):
    """A document with its numbers and names; `words` is None where its language has no words for comparing."""

    article: Article
    words: Index | None


def read_source(document: Document, known: EntityIndex) -> Source:
    """A document made ready for drafts to be held against; of those read last, the short ones are kept.

    `known` are the names of the reference. A language that is not known raises DataError.
    """
    return _kept(document, known) if len(document.text) <= LONGEST_KEPT else _read(document, known)


def _read(document: Document, known: EntityIndex) -> Source:
    read = OnDemand(segment(document), known)
    language = read.article.document.language
    words = None if language is None else words_of(language)
    return Source(read.article, None if words is None else Index(Text(read.article, words, read)))


_kept = lru_cache(MOST_SOURCES)(_read)  # an editor checks one draft after each change, and many drafts of one release
