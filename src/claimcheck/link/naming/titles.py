"""Forms of address and titles before one person's name: "Herr Kern … Frau Kern", "Finanzminister … Innenminister"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from claimcheck.languages.extra import extra
from claimcheck.model import Span
from claimcheck.model.attribution import Part
from claimcheck.model.entity import Mention
from claimcheck.model.naming import Addressed, TwoTitles
from claimcheck.model.report import Article

AROUND = 160
SHORTEST_TITLE = 3
WORD = re.compile(r"([^\s()„“”\",;:]+) \Z")
MOST_WORDS = 3


def addressed(article: Article) -> Iterator[Addressed]:
    """Every form of address of a person, beside what else tells the sex of the only bearer of the name."""
    language = article.document.language
    table = extra(language, "people") if language is not None else {}
    people = _by_surname(article)
    if not table or not people:
        return
    prose = article.document.prose
    family = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, table['family']))})(?!\w)")
    for surname, mentions in people.items():
        full = {each.text: each for each in mentions if " " in each.text and each.text.split()[-1] == surname}
        first = next(iter(full.values()), None)
        known = None if first is None else table["first_names"].get(first.text.split()[0])
        said: list[tuple[Mention, Part, str]] = []
        for each in mentions:
            title = _word(prose, each.span.start)
            sex = table["titles"].get(title.text) if title is not None else None
            if title is not None and sex is not None:
                said.append((each, title, sex))
        if len(full) > 1 or (first is None and len(said) < 2) or (first is not None and known is None):
            continue
        if first is not None:
            told, sex = Part(first.span, first.text), known
        else:
            told, sex = Part(Span(said[0][1].span.start, said[0][0].span.end), _whole(prose, said[0])), said[0][2]
        for mention, title, other in said:
            if other == sex:
                continue
            near = prose[max(0, mention.span.start - AROUND) : mention.span.end + AROUND]
            beside = prose[max(0, told.span.start - AROUND) : told.span.end + AROUND]
            alone = family.search(near) is None and family.search(beside) is None
            yield Addressed(Part(mention.span, mention.text), title, told, clash=alone)


def _whole(prose: str, said: tuple[Mention, Part, str]) -> str:
    return prose[said[1].span.start : said[0].span.end]


def _by_surname(article: Article) -> dict[str, list[Mention]]:
    people: dict[str, list[Mention]] = {}
    for each in article.mentions:
        if each.kind == "person":
            people.setdefault(each.name.rpartition(" ")[2], []).append(each)
    return people


def _word(prose: str, start: int) -> Part | None:
    """The word right before a name."""
    match = WORD.search(prose[max(0, start - 60) : start])
    if match is None:
        return None
    begin = max(0, start - 60) + match.start(1)
    return Part(Span(begin, begin + len(match.group(1))), match.group(1))


def two_titles(article: Article) -> Iterator[TwoTitles]:
    """Every two titles right before mentions of one person that nobody has at the same time."""
    language = article.document.language
    table = extra(language, "people") if language is not None else {}
    if not table or language is None:
        return
    names = extra(language, "entities")
    prose = article.document.prose
    first: dict[str, tuple[str, Part, str | None]] = {}
    for each in article.mentions:
        if each.kind != "person":
            continue
        found = _title(prose, each.span.start, names, table)
        house = None
        role = each.role
        if found is None and role is not None and not role.former and role.span.start > each.span.start:
            if role.role is None or role.role not in table["apart"]:
                continue
            found = role.role, Part(role.span, role.text)
            house = role.organisation
        if found is None:
            continue
        where = None if house is None else prose[house.start : house.end]
        key = each.entity or each.name
        if key not in first:
            first[key] = (*found, where)
            continue
        held, title = found
        other_held, other, elsewhere = first[key]
        if title.span == other.span or (where is not None and elsewhere is not None and where != elsewhere):
            continue
        yield TwoTitles(each.name, title, other, clash=_apart(held, title.text, other_held, other.text))


def _title(prose: str, start: int, names: dict[str, Any], table: dict[str, Any]) -> tuple[str, Part] | None:
    """The role and the words of a title right before a name that is held now, alone and whole."""
    words, separate, never = names.get("words", {}), not names.get("nouns_capitalised"), names.get("never", ())
    word = _word(prose, start)
    if word is None or word.text.startswith(tuple(table["deputy"])):
        return None
    role = _role(word.text, words)
    if role not in table["apart"] or role is None:
        return None
    begin = word.span.start
    before = _word(prose, begin)
    for _ in range(MOST_WORDS if separate else 0):  # "Transport Minister": the capitalised words before belong to it
        if before is None or not before.text.isalpha() or not before.text[0].isupper() or before.text in never:
            break
        if word.text[0].islower() or before.text in table["deputy"]:
            break
        begin = before.span.start
        before = _word(prose, begin)
    if before is not None and (before.text in table["former"] or before.text in table["joined"]):
        return None
    if before is not None and (before.text in table["deputy"] or before.text.endswith("-")):
        return None
    return role, Part(Span(begin, word.span.end), prose[begin : word.span.end])


def _role(word: str, words: dict[str, Any]) -> str | None:
    """The role that a word, or its end in a compound, stands for."""
    for start in range(max(1, len(word) - SHORTEST_TITLE)):
        if (parts := words.get(word[start:])) is not None and "role" in parts:
            role: str = parts["role"]
            return role
    return None


def _apart(role: str, title: str, other_role: str, other: str) -> bool:
    """Whether two titles are two offices: other roles, or the same role with other first halves."""
    if role != other_role:
        return True
    one, two = title.lower(), other.lower()
    if one.endswith(two) or two.endswith(one) or one.startswith(two) or two.startswith(one):
        return False
    common = 0
    while common < min(len(one), len(two)) and one[-1 - common] == two[-1 - common]:
        common += 1
    halves = (one[: len(one) - common], two[: len(two) - common])
    if halves[0].startswith(halves[1]) or halves[1].startswith(halves[0]):
        return False
    return common > SHORTEST_TITLE and min(map(len, halves)) >= SHORTEST_TITLE
