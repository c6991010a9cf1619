"""Speakers named by a surname alone: who they are must have been said before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from claimcheck.languages.extra import extra
from claimcheck.model import Claim, Span
from claimcheck.model.attribution import Attribution, Part
from claimcheck.model.naming import Speaker, TwoSpeakers
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


WORDS = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
FEWEST = 5
FEWEST_IN_TITLE = 4
MOST_BESIDE = 3
NEAR = 90
"""How many characters around a quotation may tell that it is quoted once more."""
FIRST = r"[A-ZÄÖÜ][\w’'-]+"
FULL_NAME = rf"{FIRST} {FIRST}"
FULL = re.compile(rf"({FULL_NAME})\Z")
QUOTES = ("“", "”", "„", '"', "«", "»", "‘", "’")


def two_speakers(article: Article) -> Iterator[TwoSpeakers]:
    """Every quotation of some words that a second speaker is said to have said as well, to the letter."""
    first: dict[tuple[str, ...], tuple[Claim, Attribution]] = {}
    for claim, said, source in _quoted(article):
        words = tuple(WORDS.findall(said.content.text.lower()))
        if len(words) >= FEWEST:
            _, earlier = first.setdefault(words, (claim, said))
            if earlier is said or earlier.source is None:
                continue
            one, two = _speaker(article, earlier), _speaker(article, said)
            if one is not None and two is not None and not _repeats(article, said):
                yield TwoSpeakers(claim, source, earlier.source, two, one, not _same(one, two))
    yield from _in_title(article)


def _quoted(article: Article) -> Iterator[tuple[Claim, Attribution, Part]]:
    """The direct statements with their speakers."""
    for claim in article.claims:
        said = claim.value
        if isinstance(said, Attribution) and said.mode == "direct" and said.source is not None:
            yield claim, said, said.source


def _repeats(article: Article, said: Attribution) -> bool:
    """Whether words near a quotation tell that it is one of another person's: "quotes her", "the same words"."""
    language = article.document.language
    words = extra(language, "people")["repeats"] if language is not None else []
    low, high = said.span
    around = article.document.prose[max(0, low - NEAR) : said.content.span.start]
    around += " " + article.document.prose[said.content.span.end : high + NEAR]
    return not frozenset(words).isdisjoint(WORDS.findall(around.lower()))


def _speaker(article: Article, said: Attribution) -> str | None:
    """First name and surname of the person who speaks: named, or the only one in the sentence before a pronoun."""
    assert said.source is not None
    low, high = said.source.span
    if said.source_kind == "pronoun":
        sentences = [each for each in article.document.sentences if each.end <= said.span.start]
        low, high = sentences[-1] if sentences else (0, 0)
    named = {each.name for each in article.mentions if each.kind == "person" and low <= each.span.start < high}
    if len(named) == 1:
        return name if " " in (name := named.pop()) else None
    return None if named else _full_name(said.resolved or said.source.text, article.document.language)


def _full_name(text: str, language: str | None) -> str | None:
    """First name and surname at the end of some words."""
    full = FULL.search(text)
    if full is None or language is None:
        return None
    return None if full.group(1).split()[0].lower() in extra(language, "people")["determiners"] else full.group(1)


def _in_title(article: Article) -> Iterator[TwoSpeakers]:
    """A headline outside the text that gives such words to somebody whom the text calls by the same word, and who is
    another person: nothing but words for the speaker and for saying it stands beside the quotation there.
    """
    document = article.document
    title = document.title or ""
    if document.headline is not None or document.language is None or not any(mark in title for mark in QUOTES):
        return
    table = extra(document.language, "people")
    for _, said, source in _quoted(article):
        named = _side_by_side(title, WORDS.findall(said.content.text.lower()), frozenset(table["says"]))
        known = _speaker(article, said) if named else None
        if known is not None:
            holders = {_called(document.prose, word, table["determiners"]): word for word in named}
            holders.pop(None, None)
            other = next(iter(holders), None)
            if other is not None and len(holders) == 1 and not _same(known, other):
                yield TwoSpeakers(None, Part(Span(0, 0), holders[other]), source, other, known, clash=True)


def _side_by_side(title: str, quoted: list[str], says: frozenset[str]) -> list[str]:
    """The few words of a headline for who says what it quotes, none where more than that stands in it."""
    words = WORDS.findall(title)
    at = _place([word.lower() for word in words], quoted)
    if at is None:
        return []
    rest = words[:at] + words[at + len(quoted) :]
    named = [word for word in rest if word.lower() not in says]
    return [] if len(named) > MOST_BESIDE or (len(named) == len(rest) and ":" not in title) else named


def _same(one: str, other: str) -> bool:
    return one.rpartition(" ")[2] == other.rpartition(" ")[2]


def _place(words: list[str], quoted: list[str]) -> int | None:
    """Where a headline has all the words of a quotation, side by side."""
    if not FEWEST_IN_TITLE <= len(quoted) <= len(words):
        return None
    return next((at for at in range(len(words)) if words[at : at + len(quoted)] == quoted), None)


def _called(prose: str, word: str, determiners: list[str]) -> str | None:
    """First name and surname of the only person beside whom the text has this word, or whose surname it is."""
    if word.lower() not in prose.lower():
        return None
    written = re.escape(word)
    beside = rf"(?<![\w-])(?i:{written})(?![\w-]),? ({FULL_NAME})|({FULL_NAME}),? (?:[a-z]+ )?(?i:{written})(?![\w-])"
    surname = rf"({FIRST} {written})(?![\w-])" if word[0].isupper() else r"(\Z)"
    names = ["".join(filter(None, match.groups())) for match in re.finditer(rf"{beside}|{surname}", prose)]
    found = {name for name in names if name and name.split()[0].lower() not in determiners}
    return found.pop() if len(found) == 1 else None
