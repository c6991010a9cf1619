"""Towns with the region or country an article puts them in, and capitals: "Kassel (Hessen)", "im hessischen Kassel"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from claimcheck.languages.extra import extra
from claimcheck.model import Span
from claimcheck.model.claim import Part
from claimcheck.model.comparison import Judged, Roles
from claimcheck.statements.statement import Statements

LONGEST = 4
"""Words of a town's name at most."""
REACH = 60
CONTEXT = 200
"""How many characters before "the capital" may name the country it is that of."""
AFTER_COMMA = frozenset(",.;:)!?")
MARKS = '.,;:!?)(„“”"»«\n'
WORD_BEFORE = re.compile(r"([^\s()„“\"]+) ?\Z")
SMALL = re.compile(r"[^\W\d_]*")
NAME = re.compile(r"[A-ZÄÖÜ][^\s,;:!?()„“”\"]*")
WORD = re.compile(r"[^\s,.;:()„“”\"»«]+")
Table = dict[str, Any]


def places(statements: Statements) -> Iterator[Judged]:
    """Every known town whose region or country the text names right beside it, or that it calls a capital."""
    code, prose = statements.article.document.language, statements.article.document.prose
    if code is None or not extra(code, "regions"):
        return
    tables = (_regions(code), _countries(code))
    for table in tables:
        yield from _put_in(prose, table) if table else ()
    seen: set[Span] = set()
    for table in reversed(tables):
        for town, country, phrase in _capitals(prose, table) if table else ():
            if town.span not in seen:
                seen.add(town.span)
                yield _capital(town, country, phrase, table["capitals"][country])


@cache
def _regions(code: str) -> Table:
    """The table of regions, in which a seat of government is a town like others."""
    regions, countries = extra(code, "regions"), extra(code, "countries")
    shared = {name: countries[name] for name in ("of", "before", "not_capital", "is")} if countries else {}
    seats = {town: [region] for region, names in regions["capitals"].items() for town in names}
    towns = {town: [region] for town, region in regions["towns"].items()}
    return {
        **regions,
        **shared,
        "finder": _finder(regions["words"]),
        "towns": towns,
        "called": {**seats, **towns},
        "parts": {},
        "wide": False,
    }


@cache
def _countries(code: str) -> Table:
    """What regions and countries say together; empty for a language without countries."""
    countries, regions = extra(code, "countries"), extra(code, "regions")
    if not countries:
        return {}
    shared = {name: regions[name] for name in ("inside", "links", "between", "appositions", "part_of_name", "joins")}
    finder = _finder(countries["words"])
    return {**countries, **shared, "finder": finder, "called": countries["towns"], "wide": True}


def _finder(words: Table) -> tuple[AhoCorasick, list[str]]:
    forms = sorted(words)
    return AhoCorasick(forms, matchkind=MatchKind.LeftmostLongest), forms


def _put_in(prose: str, table: Table) -> Iterator[Judged]:
    """Every known town with the words for a region or country beside it."""
    automaton, forms = table["finder"]
    for index, start, end in automaton.find_matches_as_indexes(prose):
        before, after = prose[start - 1 : start], prose[end : end + 1]
        if before.isalnum() or before == "-" or after.isalnum() or after == "-":
            continue
        named, adjective = table["words"][forms[index]]
        town = _behind_adjective(prose, end, table) if adjective else _before(prose, start, end, table)
        if town is not None:
            yield _located(town, Part(Span(start, end), prose[start:end]), named, table)


def _located(town: Part, region: Part, named: str, table: Table) -> Judged:
    rights, parts = table["towns"][town.text], table["parts"]
    fits = any(named == each or parts.get(named) == each or parts.get(each) == named for each in rights)
    values = (("town", town.text), ("region", region.text), ("right", rights[0]))
    shown = f"{town.text} → {rights[0]}"
    return Judged("region", fits, (("claim", region), ("town", town)), values, shown, "reference")


def _capital(town: Part, country: str, phrase: Part, right: list[str]) -> Judged:
    values = (("town", town.text), ("country", country), ("right", right[0]))
    roles: Roles = (("claim", town), ("country", phrase))
    mend = Part(town.span, right[0])
    return Judged("capital", town.text in right, roles, values, f"{country} → {right[0]}", "reference", mend)


def _known(prose: str, at: int, known: Table) -> Part | None:
    """The longest known name that begins here and ends with a word."""
    words = prose[at : at + REACH].split(" ")[:LONGEST]
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count]).rstrip(MARKS)
        if name in known:
            following = prose[at + len(name) : at + len(name) + 1]
            return None if following == "-" or following.isalnum() else Part(Span(at, at + len(name)), name)
    return None


def _known_before(prose: str, end: int, known: Table) -> Part | None:
    """The longest known name that ends here."""
    low = max(0, end - REACH)
    starts = [low + match.start() for match in re.finditer(r"(?<![^\s(„“\"»«])[^\W\d_]", prose[low:end])]
    names = (Part(Span(start, end), prose[start:end]) for start in starts[-LONGEST:] if prose[start].isupper())
    return next((each for each in names if each.text in known), None)


def _behind_adjective(prose: str, end: int, table: Table) -> Part | None:
    """The town behind an adjective, perhaps with a word such as "Stadt" between; in a wide table never without."""
    if prose[end : end + 1] != " ":
        return None
    between = next((word for word in table["between"] if prose.startswith(word + " ", end + 1)), None)
    if between is None and table["wide"]:
        return None
    at = end + 1 + (0 if between is None else len(between) + 1)
    town = _known(prose, at, table["towns"]) if NAME.match(prose, at) else None
    return None if town is None or prose.startswith(" (", town.span.end) else town


def _before(prose: str, start: int, end: int, table: Table) -> Part | None:
    """The town before a region: in brackets behind it, after a comma, or joined by a word such as "in"."""
    after = prose[end : end + 1]
    if prose[start - 2 : start] == " (" and after in (")", ","):
        return _town(prose, start - 2, table, inside=False)
    if prose[start - 2 : start] == ", " and after in {"", *AFTER_COMMA}:
        return _after_comma(prose, start, end, table)
    joined = [(link, False) for link in table["appositions"]] + [(f" {link} ", True) for link in table["links"]]
    link, inside = next((each for each in joined if prose.endswith(each[0], 0, start)), ("", False))
    return _town(prose, start - len(link), table, inside=inside) if link else None


def _after_comma(prose: str, start: int, end: int, table: Table) -> Part | None:
    """The town before "…, Hessen", where that is no item of a list: "in Leipzig, Thüringen, Hessen"."""
    comma, following = prose[end : end + 1] == ",", prose[end + 1 : end + 3].strip()
    if comma and (not following or following[0].isupper()):
        return None
    goes_on = comma and prose[end + 2 : end + 3].islower()
    joined = goes_on and SMALL.match(prose, end + 2).group() in table["joins"]  # type: ignore[union-attr]
    return _town(prose, start - 2, table, inside=not goes_on or joined)


def _town(prose: str, end: int, table: Table, *, inside: bool) -> Part | None:
    """The known town that ends here, with a word before it that says "in" where that is wanted."""
    town = _known_before(prose, end, table["towns"])
    if town is None:
        return None
    match = WORD_BEFORE.search(prose[max(0, town.span.start - REACH) : town.span.start])
    word = match.group(1) if match is not None else ""
    if word in table["part_of_name"]:
        return None
    return town if not inside or word.lower() in table["inside"] else None


def _capitals(prose: str, table: Table) -> Iterator[tuple[Part, str, Part]]:
    """Every known town that the text calls the capital of a country or region: it, which one, the words for that."""
    for word in table["capital"]:
        at = prose.find(word)
        while at >= 0:
            end = at + len(word)
            before, after = prose[at - 1 : at], prose[end : end + 1]
            if not (before.isalnum() or before == "-" or after.isalnum() or after == "-"):
                found = _called(prose, Span(at, end), table)
                if found is not None:
                    yield found
            at = prose.find(word, end)


def _called(prose: str, word: Span, table: Table) -> tuple[Part, str, Part] | None:
    """What one word for a capital says."""
    before = list(WORD.finditer(prose, max(0, word.start - REACH), word.start))
    last = _touching(before, prose, word.start)
    start, end = word
    country = _country(last, table)
    if country is not None:
        start = before.pop().start()
    elif last.lower() not in table["before"]:
        return None
    elif table["wide"] and (bare := _bare(prose, word, table)) is not None:
        return bare
    else:
        country, end = _country_behind(prose, word.end, table)
    previous = _touching(before, prose, start).lower()
    if country is None or previous in table["not_capital"]:
        return None
    if previous in table["before"]:
        start = before[-1].start()
    town = _after(prose, end, table) or _ahead(prose, start, table)
    return None if town is None else (town, country, Part(Span(start, end), prose[start:end]))


def _touching(before: list[re.Match[str]], prose: str, start: int) -> str:
    """The last of the words if only a space parts it from what begins at `start`, else nothing."""
    return before[-1].group() if before and prose[before[-1].end() : start] == " " else ""


def _country(word: str, table: Table) -> str | None:
    """The country or region with a capital that a word names: "Australia", "Australia's", "Australian"."""
    named = table["words"].get(word, [None])[0] or table["owners"].get(word)
    return named if named in table["capitals"] else None


def _bare(prose: str, word: Span, table: Table) -> tuple[Part, str, Part] | None:
    """Such as "in the capital, Sydney," where the words before name the country of the town and no other one."""
    town = _after(prose, word.end, table)
    if town is None or town.text in table["seats"]:
        return None
    countries = table["called"][town.text]
    start = max(prose.rfind("\n", 0, word.start) + 1, word.start - CONTEXT)
    near = {_country(match.group(), table) for match in WORD.finditer(prose, start, word.start)} - {None}
    if len(countries) != 1 or near != {countries[0]}:
        return None
    return town, countries[0], Part(word, prose[word.start : word.end])


def _country_behind(prose: str, end: int, table: Table) -> tuple[str | None, int]:
    """The country behind "capital", and where its name ends: "of Australia", "Australiens", "der Schweiz"."""
    of = next((word for word in table["of"] if prose.startswith(f" {word} ", end)), None)
    at = end + 1 + (0 if of is None else len(of) + 1)
    words = prose[at : at + REACH].split(" ")
    for count in range(min(3, len(words)), 0, -1):
        name = " ".join(words[:count]).rstrip(".,;:!?)\n")
        plain = of is not None and table["words"].get(name, [None, True])[1] is False
        country = _country(name, table) if plain else table["owners"].get(name)
        if country is not None:
            return country, at + len(name)
    return None, end


def _after(prose: str, end: int, table: Table) -> Part | None:
    """The known town right behind, perhaps after a comma."""
    gap = next((gap for gap in (", ", " ") if prose.startswith(gap, end)), None)
    return None if gap is None else _known(prose, end + len(gap), table["called"])


def _ahead(prose: str, start: int, table: Table) -> Part | None:
    """The known town before: after it a comma, one small word and a comma, or a word such as "is"."""
    low = max(0, start - REACH)
    text = prose[low:start].rstrip(" ")
    if text.endswith((",", "–", "(")):
        text = text[:-1].rstrip(" ")
        found = _known_before(prose, low + len(text), table["called"])
        head, _, last = text.rpartition(" ")
        return found or (_known_before(prose, low + len(head), table["called"]) if last.islower() else None)
    head, _, last = text.rpartition(" ")
    return _known_before(prose, low + len(head), table["called"]) if last.lower() in table["is"] else None
