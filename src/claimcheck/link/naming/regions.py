"""Towns with the region an article puts them in: "Kassel (Hessen)", "in Kassel, Hesse", "im hessischen Kassel"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from claimcheck.languages.extra import extra
from claimcheck.model import Span
from claimcheck.model.attribution import Part
from claimcheck.model.naming import Located
from claimcheck.model.report import Article

LONGEST_TOWN = 4
REACH = 60
AFTER_COMMA = frozenset(",.;:)!?")
WORD_BEFORE = re.compile(r"([^\s()„“\"]+) ?\Z")
NAME_OR_WORD = re.compile(r"[^\W\d_]*")
NAME = re.compile(r"[A-ZÄÖÜ][^\s,;:!?()„“”\"]*")


@cache
def _automaton(code: str, name: str) -> tuple[AhoCorasick, list[str]]:
    """What finds the words for regions, or countries, of a language."""
    forms = sorted(extra(code, name)["words"])
    return AhoCorasick(forms, matchkind=MatchKind.LeftmostLongest), forms


def located(article: Article) -> Iterator[Located]:
    """Every known town whose region the text names right beside it."""
    language = article.document.language
    table = extra(language, "regions")
    if not table or language is None:
        return
    for town, region, named in put_in(article.document.prose, language, "regions", table):
        right = table["towns"][town.text]
        yield Located(town, region, right, right != named)


def put_in(prose: str, code: str, name: str, table: dict[str, Any]) -> Iterator[tuple[Part, Part, str]]:
    """Every known town with the words for a region or country beside it, and which one that is.

    `name` is the file of the words; in a `wide` table an adjective counts only before a word such as "city of".
    """
    automaton, forms = _automaton(code, name)
    for index, start, end in automaton.find_matches_as_indexes(prose):
        if prose[start - 1 : start].isalnum() or prose[end : end + 1].isalnum() or prose[end : end + 1] == "-":
            continue
        if prose[start - 1 : start] == "-":
            continue
        region, adjective = table["words"][forms[index]]
        town = _behind(prose, end, table) if adjective else _before(prose, start, end, table)
        if town is not None:
            yield Part(town, prose[town.start : town.end]), Part(Span(start, end), prose[start:end]), region


def _behind(prose: str, end: int, table: dict[str, Any]) -> Span | None:
    """The town behind an adjective, perhaps with a word such as "Stadt" between."""
    if prose[end : end + 1] != " ":
        return None
    between = next((word for word in table["between"] if prose.startswith(word + " ", end + 1)), None)
    if between is None and table.get("wide"):
        return None
    at = end + 1 + (0 if between is None else len(between) + 1)
    if NAME.match(prose, at) is None:
        return None
    words = prose[at : at + REACH].split(" ")[:LONGEST_TOWN]
    names = (" ".join(words[:count]).rstrip('.,;:!?)“”"»«') for count in range(LONGEST_TOWN, 0, -1))
    name = next((each for each in names if each in table["towns"]), None)
    return None if name is None or _name_goes_on(prose, at + len(name)) else Span(at, at + len(name))


def _name_goes_on(prose: str, end: int) -> bool:
    """Whether a name is but the beginning of a longer one, or brackets follow it."""
    following = prose[end : end + 2]
    return following[:1].isalnum() or following.startswith(("-", " ("))


def _before(prose: str, start: int, end: int, table: dict[str, Any]) -> Span | None:
    """The town before a region: in brackets behind it, after a comma, or joined by a word such as "in"."""
    after = prose[end : end + 1]
    if prose[start - 2 : start] == " (" and after in (")", ","):
        return _town(prose, start - 2, table, inside=False)
    if prose[start - 2 : start] == ", " and (not after or after in AFTER_COMMA):
        return _after_comma(prose, start, end, table)
    for link in table["appositions"]:
        if prose.endswith(link, 0, start):
            return _town(prose, start - len(link), table, inside=False)
    for link in table["links"]:
        at = start - len(link) - 2
        if at > 0 and prose.startswith(f" {link} ", at):
            return _town(prose, at, table, inside=True)
    return None


def _after_comma(prose: str, start: int, end: int, table: dict[str, Any]) -> Span | None:
    """The town before "…, Hessen", where that is no item of a list: "in Leipzig, Thüringen, Hessen"."""
    comma = prose[end : end + 1] == ","
    following = prose[end + 1 : end + 3].strip()
    if comma and (not following or following[0].isupper() or _list_behind(prose, end)):
        return None
    goes_on = comma and prose[end + 2 : end + 3].islower()
    joined = goes_on and NAME_OR_WORD.match(prose, end + 2).group() in table["joins"]  # type: ignore[union-attr]
    return _town(prose, start - 2, table, inside=not goes_on or joined)


def _list_behind(prose: str, end: int) -> bool:
    """Whether a list of names goes on: "in Leipzig, Thüringen, Hessen"."""
    return prose[end : end + 2] == ", " and prose[end + 2 : end + 3].isupper()


def _town(prose: str, end: int, table: dict[str, Any], inside: bool) -> Span | None:
    """The known town that ends here, with a word before it that says "in" where that is wanted."""
    low = max(0, end - REACH)
    starts = [low + match.start() for match in re.finditer(r"(?<![^\s(])[A-ZÄÖÜ]", prose[low:end])]
    for start in starts[-LONGEST_TOWN:]:
        name = prose[start:end]
        if name in table["towns"]:
            match = WORD_BEFORE.search(prose[max(0, start - REACH) : start])
            word = match.group(1) if match is not None else ""
            if word in table["part_of_name"]:
                return None
            return Span(start, end) if not inside or word.lower() in table["inside"] else None
    return None
