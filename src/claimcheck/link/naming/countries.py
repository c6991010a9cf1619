"""Towns with the country an article puts them in, and capitals: "Porto (Spanien)", "Australia's capital, Sydney"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from claimcheck.languages.extra import extra
from claimcheck.link.naming.regions import put_in
from claimcheck.model import Span
from claimcheck.model.attribution import Part
from claimcheck.model.naming import Capital, Located
from claimcheck.model.report import Article

REACH = 60
LONGEST = 4
CONTEXT = 200
"""How many characters before "the capital" may name the country it is that of."""
WORD = re.compile(r"[^\s,.;:()„“”\"»«]+")


def abroad(article: Article) -> Iterator[Located]:
    """Every known town whose country the text names right beside it."""
    language = article.document.language
    table = _table(language) if language is not None else {}
    if not table or language is None:
        return
    for town, region, named in put_in(article.document.prose, language, "countries", table):
        rights = table["towns"][town.text]
        clash = not any(_one_place(table["parts"], named, right) for right in rights)
        yield Located(town, region, rights[0], clash)


def _one_place(parts: dict[str, str], one: str, other: str) -> bool:
    """Whether two countries are the same or the one is a part of the other."""
    return one == other or parts.get(one) == other or parts.get(other) == one


@cache
def _table(code: str) -> dict[str, Any]:
    """What regions and countries say together; empty for a language that lacks one of the two."""
    countries, regions = extra(code, "countries"), extra(code, "regions")
    if not countries or not regions:
        return {}
    shared = {name: regions[name] for name in ("inside", "links", "between", "appositions", "part_of_name", "joins")}
    return {**countries, **shared, "wide": True}


def capitals(article: Article) -> Iterator[Capital]:
    """Every known town that the text calls the capital of a country, or of a region."""
    language = article.document.language
    if language is None or not _table(language):
        return
    seen: set[int] = set()
    for table in (_table(language), _regions(language)):
        for each in _called(article.document.prose, table):
            if each.town.span.start not in seen:
                seen.add(each.town.span.start)
                yield each


@cache
def _regions(code: str) -> dict[str, Any]:
    """The table of regions in the shape of that of countries."""
    countries, regions = extra(code, "countries"), extra(code, "regions")
    shared = {name: countries[name] for name in ("of", "before", "not_capital", "is")}
    seats = regions["capitals"]
    words = {word: named for word, named in regions["words"].items() if named[0] in seats}
    towns = {town: [region] for town, region in regions["towns"].items()}
    known = {town: [region] for region, names in seats.items() for town in names}
    return {**shared, "words": words, "towns": {**known, **towns}, "seats": (), "bare": False} | {
        name: regions[name] for name in ("capital", "owners", "capitals")
    }


def _called(prose: str, table: dict[str, Any]) -> Iterator[Capital]:
    for word in table["capital"]:
        at = prose.find(word)
        while at >= 0:
            end = at + len(word)
            whole = (
                not prose[at - 1 : at].isalnum() and prose[at - 1 : at] != "-" and not prose[end : end + 1].isalnum()
            )
            found = _capital(prose, Span(at, end), table) if whole and prose[end : end + 1] != "-" else None
            if found is not None:
                town, country, phrase = found
                right = table["capitals"][country]
                yield Capital(town, phrase, country, right[0], town.text not in right)
            at = prose.find(word, end)


def _capital(prose: str, word: Span, table: dict[str, Any]) -> tuple[Part, str, Part] | None:
    """The town, the country and the words that call the one the capital of the other."""
    before = list(WORD.finditer(prose, max(0, word.start - REACH), word.start))
    last = _touching(before, prose, word.start)
    start, end = word
    country = _country(last, table)
    if country is not None:
        start = before.pop().start()
    elif last.lower() not in table["before"]:
        return None
    elif table.get("bare", True) and (bare := _bare(prose, word, table)) is not None:
        return bare
    else:
        country, end = _behind(prose, word.end, table)
    previous = _touching(before, prose, start).lower()
    if country is None or previous in table["not_capital"]:
        return None
    if previous in table["before"]:
        start = before[-1].start()
    town = _after(prose, end, table) or _ahead(prose, start, table)
    if town is None:
        return None
    return Part(town, prose[town.start : town.end]), country, Part(Span(start, end), prose[start:end])


def _touching(before: list[re.Match[str]], prose: str, start: int) -> str:
    """The last of the words if only a space parts it from what begins at `start`, else nothing."""
    return before[-1].group() if before and prose[before[-1].end() : start] == " " else ""


def _country(word: str, table: dict[str, Any]) -> str | None:
    """The country a word names: "Australia", "Australia's", "Australian"."""
    named = table["words"].get(word)
    found: str | None = named[0] if named is not None else table["owners"].get(word)
    return found


def _bare(prose: str, word: Span, table: dict[str, Any]) -> tuple[Part, str, Part] | None:
    """Such as "in the capital, Sydney," where the words before name the country of the town and no other one."""
    town = _after(prose, word.end, table)
    if town is None or (name := prose[town.start : town.end]) in table["seats"]:
        return None
    countries = table["towns"][name]
    start = max(prose.rfind("\n", 0, word.start) + 1, word.start - CONTEXT)
    near = {_country(match.group(), table) for match in WORD.finditer(prose, start, word.start)} - {None}
    if len(countries) != 1 or near != {countries[0]}:
        return None
    return Part(town, name), countries[0], Part(word, prose[word.start : word.end])


def _behind(prose: str, end: int, table: dict[str, Any]) -> tuple[str | None, int]:
    """The country behind "capital", and where its name ends: "of Australia", "Australiens", "der Schweiz"."""
    at = end + 1
    for word in table["of"]:
        if prose.startswith(f" {word} ", end):
            at = end + len(word) + 2
            break
    words = prose[at : at + REACH].split(" ")
    for count in range(min(3, len(words)), 0, -1):
        name = " ".join(words[:count]).rstrip(".,;:!?)\n")
        named = table["words"].get(name)
        country = named[0] if at > end + 1 and named is not None and not named[1] else table["owners"].get(name)
        if country is not None:
            return country, at + len(name)
    return None, end


def _after(prose: str, end: int, table: dict[str, Any]) -> Span | None:
    """The known town right behind, perhaps after a comma."""
    at = end + (2 if prose[end : end + 2] == ", " else 1)
    words = prose[at : at + REACH].split(" ")
    for count in range(min(LONGEST, len(words)), 0, -1):
        name = " ".join(words[:count]).rstrip('.,;:!?)“”"»«\n')
        if name in table["towns"] and prose[end : end + 1] in (" ", ","):
            following = prose[at + len(name) : at + len(name) + 1]
            return None if following == "-" or following.isalnum() else Span(at, at + len(name))
    return None


def _ahead(prose: str, start: int, table: dict[str, Any]) -> Span | None:
    """The known town before: after it a comma, one small word and a comma, or a word such as "is"."""
    text = prose[max(0, start - REACH) : start]
    stripped = text.rstrip(" ")
    if stripped.endswith((",", "–", "(")):
        stripped = stripped[:-1].rstrip(" ")
        small = stripped.rpartition(" ")
        candidates = [stripped, small[0]] if small[2].islower() else [stripped]
    else:
        head, _, last = stripped.rpartition(" ")
        candidates = [head] if last.lower() in table["is"] else []
    low = max(0, start - REACH)
    for candidate in candidates:
        words = candidate.split(" ")
        for count in range(min(LONGEST, len(words)), 0, -1):
            name = " ".join(words[-count:]).lstrip('(„“"»«\n')
            if name in table["towns"]:
                end = low + len(candidate)
                return Span(end - len(name), end)
    return None
