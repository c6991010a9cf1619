"""Surnames that nothing introduces, though another one is that is like them: "Laura Penfold … Insp Penford said"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from claimcheck.constraints.identity import told_otherwise
from claimcheck.constraints.letters import alike_but_for_accents, begin_alike, by_one_letter, only_names
from claimcheck.language.words import words_of
from claimcheck.languages.extra import extra
from claimcheck.model import Span
from claimcheck.model.claim import Attribution, Part
from claimcheck.model.comparison import Judged, JudgedKind, Roles
from claimcheck.model.report import Article

SHORTEST, LONG = 4, 6
LOOK = 20
LONGEST_BEFORE = 41
NAME = re.compile(r"[A-ZÄÖÜ][a-zäöüßéèáàâêëíìóòôøåç]+(?:-[A-ZÄÖÜ][a-zäöüß]+)?\Z")
PLAIN = re.compile(r"[A-ZÄÖÜ][a-zäöüßéèáàâêëíìóòôøåç]+\Z")
BEFORE = re.compile(r"(?<![\w-])[^\W\d_][\w.-]{0,40}\Z")
PAIR = re.compile(r"(?<![\w-])([^\W\d_][\w-]{0,40})\.? (?=([A-ZÄÖÜ][\w-]{1,40})(?![\w-]))")
OPENING = re.compile(r"(?:\A|[.!?:(\n][“”„»«\"'‘’]? ?|[“”„»«\"'‘’])\Z")
"""What stands before a word that opens a sentence, also a quoted one; a comma, a quotation mark and a blank do not."""


class Speaker(NamedTuple):
    """A person named by a surname alone; `first` introduces it, `alike` is a name that differs by a letter."""

    name: Part
    first: Part | None
    alike: Part | None


def judged_speakers(speakers: list[Speaker]) -> Iterator[Judged]:
    """Whether each is introduced, or only a name that differs by a letter; two spellings are told once."""
    told: set[frozenset[str]] = set()
    for each in speakers:
        other = each.alike or each.first
        values = (("name", each.name.text), ("other", (other or each.name).text))
        roles: Roles = (("claim", each.name), ("other", other)) if other is not None else (("claim", each.name),)
        names = [text for _, text in values]
        missing: dict[JudgedKind, bool] = {
            "spelling of a surname": each.alike is not None and not alike_but_for_accents(*names),
            "no introduction": other is None,
        }
        for kind, misses in missing.items():
            pair = frozenset((kind, *names))
            if pair not in told:
                told.update([pair] if misses else ())
                yield Judged(kind, not misses, roles, values, each.name.text)


def speakers(article: Article) -> Iterator[Speaker]:
    """Every speaker that is one capitalised word and no known place, role or organisation, once for each name."""
    code = article.document.language
    table, people = extra(code, "entities"), extra(code, "people")
    persons = _persons(article)
    sources = _sources(article, table, people, {part.text for part in persons})
    initials = {part.text[0] for part in (*persons, *(source for source, _ in sources))}
    if not initials:
        return
    names = _Names(article, initials, table.get("nouns_capitalised", False))
    for part in persons:
        if not names.has_first(part.text, people) and (other := names.alike(part.text)) is not None:
            yield Speaker(part, None, other)
    for source, cue in sources:
        if not names.plain(source.text, people["determiners"]):
            yield from _introduced(article, names, source, cue)


def _introduced(article: Article, names: _Names, source: Part, cue: Part) -> Iterator[Speaker]:
    """A speaker with the place that introduces the name; without one only what surely is a name."""
    code = article.document.language
    first = names.introduced(source.text)
    alike = None if first is not None else names.alike(source.text)
    given = extra(code, "entities").get("single", {}).get("first", ())
    beside = _beside(article.document.prose, source, cue, extra(code, "people"), capitals=names.capitals)
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
    known.update(people.get("known", ()), table.get("words", {}), table.get("never", ()))
    found: dict[str, tuple[Part, Part]] = {}
    for source, cue in _said(article, people):
        if source.text not in seen and source.text not in known and _is_surname(source.text, table):
            found.setdefault(source.text, (source, cue))
    return [*found.values()]


def _said(article: Article, people: dict[str, Any]) -> Iterator[tuple[Part, Part]]:
    """The named speakers with their verbs, of those that one person is the subject of."""
    says = frozenset(people.get("says", ()))
    values = (claim.value for claim in article.claims)
    for said in (each for each in values if isinstance(each, Attribution) and each.source_kind == "named"):
        if said.source is not None and said.cue is not None and said.cue.text.split()[0].lower() in says:
            yield said.source, said.cue


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
        self.words = words_of(article.document.language or "")
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

    def has_first(self, name: str, people: dict[str, Any]) -> bool:
        """Whether the name is one in full, or stands behind a word that can only be a name and no form of address."""
        befores = {before for before, _ in self.places.get(name, ())}.difference(people["titles"], people["ranks"])
        return name in self.full or (self.words is not None and any(only_names(self.words, each) for each in befores))

    def introduced(self, name: str) -> Part | None:
        """Where the name stands with a first name or a title before it, also in the genitive."""
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
            if other == name or len(other) < SHORTEST or not by_one_letter(name, other):
                continue
            for before, start in self.places[other]:
                if before[0].isupper() and (start + len(other) in self.people or not self.capitals):
                    return Part(Span(start, start + len(other)), other)
        return None


def changed(article: Article, spelled: set[str]) -> Iterator[Judged]:
    """Every speaker, or person with a form of address, whose surname is that of somebody named in full, or only looks
    like one; not those that are `spelled` in two ways.
    """
    code = article.document.language
    people, full = extra(code, "people"), _in_full(article)
    if not full or not people or code is None:
        return
    table, address = extra(code, "entities"), {*people["titles"], *people["ranks"]}
    befores: dict[str, list[tuple[str, int]]] = {}
    asked = _asked(article, code)
    yield from _kept(asked, full)
    for name, span, other in _like_one(article, asked, full, people["known"]):
        if not befores:
            for match in PAIR.finditer(article.document.prose):
                befores.setdefault(match.group(2), []).append((match.group(1), match.start(1)))
        if name not in spelled and not _is_introduced(article.document.prose, name, befores, address, table):
            values = (("name", name), ("other", full[other].text))
            roles: Roles = (("claim", Part(span, name)), ("other", full[other]))
            yield Judged("name", False, roles, values, f"{full[other].text} ≠ {name}", mend=Part(span, other))


def _kept(asked: dict[str, Span], full: dict[str, Part]) -> Iterator[Judged]:
    """The surnames that somebody is named by in full before."""
    for name, span in asked.items():
        if name in full and full[name].span < span:
            yield told_otherwise(Part(span, name), full[name], fits=True)


def _like_one(
    article: Article, asked: dict[str, Span], full: dict[str, Part], famous: list[str]
) -> Iterator[tuple[str, Span, str]]:
    """The surnames, in order, that nobody is known by and that are like one single surname in full."""
    known = {each.text for each in article.mentions if each.kind != "person" or each.entity is not None}
    known |= {*full, *famous}
    for name, span in sorted(asked.items(), key=lambda pair: pair[1]):
        like = [other for other in full if begin_alike(name, other)] if name not in known and len(name) >= LONG else []
        if len(like) == 1:
            yield name, span, like[0]


def _in_full(article: Article) -> dict[str, Part]:
    """The first full name for each surname."""
    full: dict[str, Part] = {}
    for each in article.mentions:
        if each.kind == "person" and " " in each.text and each.form == "name":
            full.setdefault(each.text.rpartition(" ")[2], Part(each.span, each.text))
    return full


def _asked(article: Article, code: str) -> dict[str, Span]:
    """Where a surname first stands alone for a speaker, or else behind a form of address."""
    asked: dict[str, Span] = {}
    for claim in article.claims:
        value = claim.value
        source = value.source if isinstance(value, Attribution) and value.source_kind == "named" else None
        if source is not None and PLAIN.match(source.text):
            asked.setdefault(source.text, source.span)
    for match in _addresses(code).finditer(article.document.prose):
        asked.setdefault(match.group(1), Span(*match.span(1)))
    return asked


@cache
def _addresses(code: str) -> re.Pattern[str]:
    """A form of address or rank with the surname behind it."""
    people = extra(code, "people")
    words = sorted({*people["titles"], *people["ranks"]}, key=lambda word: (-len(word), word))
    named = "|".join(map(re.escape, words))
    return re.compile(rf"(?<![\w-])(?:{named})\.? ([A-ZÄÖÜ][a-zäöüßéèáàâêëíìóòôøåç]+)(?![\w-])")


def _is_introduced(
    prose: str, name: str, befores: dict[str, list[tuple[str, int]]], address: set[str], table: dict[str, Any]
) -> bool:
    """Whether a first name, a title or another capital stands before the name anywhere, and no mere form of address."""
    endings = ["", *(each for each in table["genitive"] if each.isalpha() and table["nouns_capitalised"])]
    pairs = (pair for ending in endings for pair in befores.get(name + ending, ()))
    capitals = ((before, start) for before, start in pairs if before[0].isupper() and before not in address)
    return any(_tells_name(prose, before, start, table) for before, start in capitals)


def _tells_name(prose: str, before: str, start: int, table: dict[str, Any]) -> bool:
    """Whether a word tells that a name follows; one that begins a sentence if it is a noun, a first name, a title."""
    if OPENING.search(prose, max(0, start - 4), start) is None:
        return True
    noun = table["nouns_capitalised"] and before not in table["never"]
    return noun or before in table["single"].get("first", ()) or before in table["words"]
