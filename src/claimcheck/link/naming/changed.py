"""Surnames that nobody bears but that begin like one somebody does: "Laura Penfold … Insp Penford said"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from claimcheck.languages.extra import extra
from claimcheck.model import Span
from claimcheck.model.attribution import Attribution, Part
from claimcheck.model.naming import Changed
from claimcheck.model.report import Article

SHORTEST = 6
ALIKE = 4
FEWEST = 3
APART = 4
NAME = re.compile(r"[A-ZÄÖÜ][a-zäöüßéèáàâêëíìóòôøåç]+\Z")
PAIR = re.compile(r"(?<![\w-])([^\W\d_][\w-]{0,40})\.? (?=([A-ZÄÖÜ][\w-]{1,40})(?![\w-]))")
OPENS = ".!?:“”„»«\"'‘’\n("


def changed(article: Article) -> Iterator[Changed]:
    """Every speaker, or person with a form of address, whose surname only looks like that of somebody named in full."""
    language = article.document.language
    people = extra(language, "people")
    full = _in_full(article)
    if not full or not people or language is None:
        return
    found = _alike_one(article, _asked(article, language), full, people)
    if not found:
        return
    table, address = extra(language, "entities"), {*people["titles"], *people["ranks"]}
    befores: dict[str, list[tuple[str, int]]] = {}
    for match in PAIR.finditer(article.document.prose):
        befores.setdefault(match.group(2), []).append((match.group(1), match.start(1)))
    for name, span, other in found:
        if not _introduced(article.document.prose, name, befores, address, table):
            yield Changed(Part(span, name), full[other], other)


def _alike_one(
    article: Article, asked: dict[str, Span], full: dict[str, Part], people: dict[str, Any]
) -> list[tuple[str, Span, str]]:
    """The surnames, in order, that nobody is known by and that are like one single surname in full."""
    known = {each.text for each in article.mentions if each.kind != "person" or each.entity is not None}
    known |= {*full, *people["known"]}
    found = []
    for name, span in sorted(asked.items(), key=lambda pair: pair[1]):
        like = [other for other in full if alike(name, other)] if name not in known and len(name) >= SHORTEST else []
        if len(like) == 1:
            found.append((name, span, like[0]))
    return found


def _in_full(article: Article) -> dict[str, Part]:
    """The first full name for each surname."""
    full: dict[str, Part] = {}
    for each in article.mentions:
        if each.kind == "person" and " " in each.text and each.form == "name":
            full.setdefault(each.text.rpartition(" ")[2], Part(each.span, each.text))
    return full


def _asked(article: Article, language: str) -> dict[str, Span]:
    """Where a surname first stands alone for a speaker, or else behind a form of address."""
    asked: dict[str, Span] = {}
    for claim in article.claims:
        value = claim.value
        source = value.source if isinstance(value, Attribution) and value.source_kind == "named" else None
        if source is not None and NAME.match(source.text):
            asked.setdefault(source.text, source.span)
    for match in _addresses(language).finditer(article.document.prose):
        asked.setdefault(match.group(1), Span(match.start(1), match.end(1)))
    return asked


@cache
def _addresses(code: str) -> re.Pattern[str]:
    """A form of address or rank with the surname behind it."""
    people = extra(code, "people")
    words = sorted({*people["titles"], *people["ranks"]}, key=lambda word: (-len(word), word))
    named = "|".join(map(re.escape, words))
    return re.compile(rf"(?<![\w-])(?:{named})\.? ([A-ZÄÖÜ][a-zäöüßéèáàâêëíìóòôøåç]+)(?![\w-])")


def alike(name: str, other: str) -> bool:
    """Whether two surnames begin alike and differ in a part, and neither is a form of the other."""
    if len(other) < SHORTEST or abs(len(name) - len(other)) > APART or NAME.match(other) is None:
        return False
    same = 0
    while same < min(len(name), len(other)) and name[same] == other[same]:
        same += 1
    if name.rstrip("s") == other.rstrip("s") and name[-1] == "s":
        return False  # a genitive
    return same >= ALIKE or (same >= FEWEST and _steps(name[same:], other[same:]) <= 2)


def _steps(one: str, other: str) -> int:
    """How many letters must be changed, added or left out to make the one word the other."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, wanted in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (letter != wanted))
    return row[-1]


def _introduced(
    prose: str, name: str, befores: dict[str, list[tuple[str, int]]], address: set[str], table: dict[str, Any]
) -> bool:
    """Whether a first name, a title or another capital stands before the name anywhere, and no mere form of address."""
    endings = ["", *(each for each in table["genitive"] if each.isalpha() and table["nouns_capitalised"])]
    for form in (name + ending for ending in endings):
        for before, start in befores.get(form, ()):
            if before[0].isupper() and before not in address:
                opening = prose[:start].rstrip(" ")[-1:] in OPENS
                if not opening or _is_name_before(before, table):
                    return True
    return False


def _is_name_before(before: str, table: dict[str, Any]) -> bool:
    """Whether a word that begins a sentence tells that a name follows: a noun, a first name, a title."""
    noun = table["nouns_capitalised"] and before not in table["never"]
    return noun or before in table["single"].get("first", ()) or before in table["words"]
