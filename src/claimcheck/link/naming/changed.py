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
    people = extra(language, "people") if language is not None else {}
    full: dict[str, Part] = {}
    for each in article.mentions:
        if each.kind == "person" and " " in each.text and each.form == "name":
            full.setdefault(each.text.rpartition(" ")[2], Part(each.span, each.text))
    if not full or not people or language is None:
        return
    table = extra(language, "entities")
    address = {*people["titles"], *people["ranks"]}
    known = {each.text for each in article.mentions if each.kind != "person" or each.entity is not None}
    asked: dict[str, Span] = {}
    for claim in article.claims:
        value = claim.value
        if not isinstance(value, Attribution) or value.source is None or value.source_kind != "named":
            continue
        if NAME.match(value.source.text):
            asked.setdefault(value.source.text, value.source.span)
    for match in _addresses(language).finditer(article.document.prose):
        asked.setdefault(match.group(1), Span(match.start(1), match.end(1)))
    found: list[tuple[Span, str, str]] = []
    for name, span in sorted(asked.items(), key=lambda pair: pair[1]):
        if len(name) < SHORTEST or name in full or name in known or name in people["known"]:
            continue
        like = [other for other in full if alike(name, other)]
        if len(like) == 1:
            found.append((span, name, like[0]))
    if not found:
        return
    befores: dict[str, list[tuple[str, int]]] = {}
    for match in PAIR.finditer(article.document.prose):
        befores.setdefault(match.group(2), []).append((match.group(1), match.start(1)))
    for span, name, other in found:
        if not _introduced(article.document.prose, name, befores, address, table):
            yield Changed(Part(span, name), full[other], other)


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
    firsts = set(table["single"].get("first", ()))
    endings = ["", *(each for each in table["genitive"] if each.isalpha() and table["nouns_capitalised"])]
    for form in (name + ending for ending in endings):
        for before, start in befores.get(form, ()):
            if not before[0].isupper() or before in address:
                continue
            opening = prose[:start].rstrip(" ")[-1:] in OPENS
            noun = table["nouns_capitalised"] and before not in table["never"]
            if not opening or noun or before in firsts or before in table["words"]:
                return True
    return False
