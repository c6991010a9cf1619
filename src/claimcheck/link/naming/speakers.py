"""Speakers named by a surname alone: who they are must have been said before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from claimcheck.languages.extra import extra
from claimcheck.model import Span
from claimcheck.model.attribution import Attribution, Part
from claimcheck.model.naming import Speaker
from claimcheck.model.report import Article

SHORTEST = 4
LOOK = 20
NAME = re.compile(r"[A-ZÄÖÜ][a-zäöüßéèáàâêëíìóòôøåç]+(?:-[A-ZÄÖÜ][a-zäöüß]+)?\Z")
BEFORE = re.compile(r"(?<![\w-])[^\W\d_][\w.-]{0,40}\Z")
LONGEST_BEFORE = 41


def speakers(article: Article) -> Iterator[Speaker]:
    """Every speaker that is one capitalised word and no known place, role or organisation, once for each name."""
    language = article.document.language
    if language is None:
        return
    table, people = extra(language, "entities"), extra(language, "people")
    persons = _persons(article)
    sources = _sources(article, table, people, {part.text for part in persons})
    if not persons and not sources:
        return
    initials = {part.text[0] for part in (*persons, *(source for source, _ in sources))}
    names = _Names(article, initials, table.get("nouns_capitalised", False))
    for part in persons:
        alike = names.alike(part.text) if names.introduced(part.text, titles=False) is None else None
        if alike is not None:
            yield Speaker(part, None, alike)
    for source, cue in sources:
        if not names.plain(source.text, people["determiners"]):
            yield from _introduced(article, names, source, cue)


def _introduced(article: Article, names: _Names, source: Part, cue: Part) -> Iterator[Speaker]:
    """A speaker with the place that introduces the name; without one only what surely is a name."""
    language = article.document.language
    first = names.introduced(source.text)
    alike = None if first is not None else names.alike(source.text)
    given = extra(language, "entities").get("single", {}).get("first", ())
    beside = _beside(article.document.prose, source, cue, extra(language, "people"), capitals=names.capitals)
    if alike is not None or (beside and source.text not in given):
        yield Speaker(source, first, alike)


def _persons(article: Article) -> list[Part]:
    """The persons called by a surname alone, each at its first place."""
    found: dict[str, Part] = {}
    for each in article.mentions:
        if each.kind == "person" and each.name == each.text and NAME.match(each.text):
            found.setdefault(each.text, Part(each.span, each.text))
    return [*found.values()]


def _sources(
    article: Article, table: dict[str, Any], people: dict[str, Any], seen: set[str]
) -> list[tuple[Part, Part]]:
    """The speakers, with their verbs, that are one word not `seen` so far which only the verb makes a name."""
    known = {each.text for each in article.mentions if each.kind not in ("person", None) or each.entity is not None}
    known.update(people["known"], table.get("words", {}), table["never"])
    found: dict[str, tuple[Part, Part]] = {}
    for claim in article.claims:
        value = claim.value
        if not isinstance(value, Attribution) or value.source is None or value.source_kind != "named":
            continue
        if value.cue is not None and value.cue.text.split()[0].lower() in people["says"]:
            name = value.source.text
            if name not in seen and name not in known and _is_surname(name, table):
                found.setdefault(name, (value.source, value.cue))
    return [*found.values()]


def _is_surname(name: str, table: dict[str, Any]) -> bool:
    return len(name) >= SHORTEST and NAME.match(name) is not None and not name.endswith(tuple(table["company_nouns"]))


def _beside(prose: str, source: Part, cue: Part, people: dict[str, Any], *, capitals: bool) -> bool:
    """Whether name and verb stand side by side as a name does: "…“, sagte Kern am Abend", "Kern sagte: …".

    Neither "sagt Lindows Rektorin" nor, where nouns have capitals, "Konkret forderte Kern" or "das erklärte Ziel".
    """
    first, last = sorted((source.span, cue.span))
    if not prose[first.end : last.start].isspace():
        return False
    behind = prose[last.end : last.end + 2].lstrip()[:1]
    if not capitals or not behind.isalnum():
        return True
    before = prose[max(0, cue.span.start - LOOK) : cue.span.start].split(" ")[-2:]
    article = len(before) == 2 and before[0].lower() in people["determiners"]
    return last == source.span and behind.islower() and not source.text.endswith("s") and not article


class _Names:
    """The words of an article with one of the first letters, each with the words that stand right before it."""

    def __init__(self, article: Article, letters: set[str], capitals: bool) -> None:
        self.capitals = capitals
        self.people = {each.span.end for each in article.mentions if each.kind == "person"}
        self.full = {each.text.rpartition(" ")[2] for each in article.mentions if " " in each.text}
        self.places: dict[str, list[tuple[str, int]]] = {}
        self.alphabet: dict[tuple[str, str], list[str]] = {}
        prose = article.document.prose
        for match in re.finditer(rf" ([{''.join(sorted(letters))}][\w-]{{1,40}})(?![\w-])", prose):
            name, at = match.group(1), match.start()
            before = BEFORE.search(prose, max(0, at - LONGEST_BEFORE), at)
            if before is None:
                continue
            if name not in self.places:
                self.places[name] = []
                self.alphabet.setdefault((name[0], name[-1]), []).append(name)
            self.places[name].append((before.group(), match.start(1)))

    def plain(self, name: str, determiners: list[str]) -> bool:
        """Whether the word stands behind an article or the like somewhere: then it is a noun and no name."""
        return any(before.lower() in determiners for before, _ in self.places.get(name, ()))

    def introduced(self, name: str, *, titles: bool = True) -> Part | None:
        """Where the name stands with a first name or a title before it, also in the genitive."""
        if not titles:
            return None if name not in self.full else Part(Span(0, 0), name)
        for form in (name, f"{name}s"):
            for before, start in self.places.get(form, ()):
                if before[0].isupper():
                    return Part(Span(start, start + len(form)), form)
        return None

    def alike(self, name: str) -> Part | None:
        """The surname of a person that differs from this one by a letter inside.

        What no first name shows to be a person counts only where a capital inside a sentence makes it a name.
        """
        for other in self.alphabet.get((name[0], name[-1]), ()):
            if other == name or len(other) < SHORTEST or not _one_letter(name, other):
                continue
            for before, start in self.places[other]:
                if before[0].isupper() and (start + len(other) in self.people or not self.capitals):
                    return Part(Span(start, start + len(other)), other)
        return None


def _one_letter(one: str, other: str) -> bool:
    """Whether one letter was changed, added, left out or swapped with the next."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    rest = (one[start : len(one) - end], other[start : len(other) - end])
    return max(map(len, rest)) == 1 or (len(rest[0]) == 2 and rest[0] == rest[1][::-1])
