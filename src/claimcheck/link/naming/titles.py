"""Forms of address, titles, parties and sides of one person: "Herr Kern … Frau Kern", "Finanzminister … Kanzler"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
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
    table = extra(language, "people")
    people = _by_surname(article)
    if not table or not people:
        return
    prose = article.document.prose
    family = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, table['family']))})(?!\w)")
    for surname, mentions in people.items():
        said = [*_addresses(prose, mentions, table)]
        known = _told_by(prose, surname, mentions, said, table)
        if known is None:
            continue
        told, sex = known
        for mention, title, other in said:
            if other != sex:
                near = prose[max(0, mention.span.start - AROUND) : mention.span.end + AROUND]
                beside = prose[max(0, told.span.start - AROUND) : told.span.end + AROUND]
                alone = family.search(near) is None and family.search(beside) is None
                yield Addressed(Part(mention.span, mention.text), title, told, clash=alone)


_Address = tuple[Mention, Part, str]


def _addresses(prose: str, mentions: Sequence[Mention], table: dict[str, Any]) -> Iterator[_Address]:
    """The mentions with a form of address before them, that form, and the sex it tells."""
    for each in mentions:
        title = _word(prose, each.span.start)
        sex = None if title is None else table["titles"].get(title.text)
        if title is not None and sex is not None:
            yield each, title, sex


def _told_by(
    prose: str, surname: str, mentions: Sequence[Mention], said: Sequence[_Address], table: dict[str, Any]
) -> tuple[Part, str] | None:
    """What tells the sex of the only bearer of a name: the first name, without one the first form of address of two."""
    full = {each.text: each for each in mentions if " " in each.text and each.text.split()[-1] == surname}
    first = next(iter(full.values()), None)
    if first is None:
        if len(said) < 2:
            return None
        span = Span(said[0][1].span.start, said[0][0].span.end)
        return Part(span, prose[span.start : span.end]), said[0][2]
    sex = table["first_names"].get(first.text.split()[0])
    return None if sex is None or len(full) > 1 else (Part(first.span, first.text), sex)


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
    table = extra(language, "people")
    if not table or language is None:
        return
    prose, names = article.document.prose, extra(language, "entities")
    first: dict[str, tuple[str, Part, str | None]] = {}
    for each in article.mentions:
        found = _held(prose, each, names, table) if each.kind == "person" else None
        if found is None:
            continue
        held, title, where = found
        other_held, other, elsewhere = first.setdefault(each.entity or each.name, found)
        houses = where is not None and elsewhere is not None and where != elsewhere
        if title.span != other.span and not houses:
            yield TwoTitles(each.name, title, other, clash=_apart(held, title.text, other_held, other.text))


def _held(
    prose: str, person: Mention, names: dict[str, Any], table: dict[str, Any]
) -> tuple[str, Part, str | None] | None:
    """The role, its words, and where it is held: of the title before a name, else of the role behind it."""
    found = _title(prose, person.span.start, names, table)
    if found is not None:
        return *found, None
    role = person.role
    if role is None or role.former or role.span.start <= person.span.start:
        return None
    if role.role is None or role.role not in table["apart"]:
        return None
    house = role.organisation
    return role.role, Part(role.span, role.text), None if house is None else prose[house.start : house.end]


def _title(prose: str, start: int, names: dict[str, Any], table: dict[str, Any]) -> tuple[str, Part] | None:
    """The role and the words of a title right before a name that is held now, alone and whole."""
    word = _word(prose, start)
    if word is None or word.text.startswith(tuple(table["deputy"])):
        return None
    role = _role(word.text, names.get("words", {}))
    if role is None or role not in table["apart"]:
        return None
    begin = word.span.start
    if not names.get("nouns_capitalised") and not word.text[0].islower():
        begin = _first_word(prose, begin, {*names.get("never", ()), *table["deputy"]})
    before = _word(prose, begin)
    if before is not None and (before.text.endswith("-") or _qualifies(before.text, table)):
        return None
    return role, Part(Span(begin, word.span.end), prose[begin : word.span.end])


def _qualifies(word: str, table: dict[str, Any]) -> bool:
    return word in table["former"] or word in table["joined"] or word in table["deputy"]


def _first_word(prose: str, begin: int, others: set[str]) -> int:
    """Where a title of several capitalised words begins: "Transport Minister"."""
    for _ in range(MOST_WORDS):
        before = _word(prose, begin)
        if before is None or not before.text.isalpha() or not before.text[0].isupper() or before.text in others:
            break
        begin = before.span.start
    return begin


def _role(word: str, words: dict[str, Any]) -> str | None:
    """The role that a word, or its end in a compound, stands for."""
    for start in range(max(1, len(word) - SHORTEST_TITLE)):
        if (parts := words.get(word[start:])) is not None and "role" in parts:
            role: str = parts["role"]
            return role
    return None


def _common_end(one: str, two: str) -> int:
    """How many letters two words have in common at their ends."""
    same = 0
    while same < min(len(one), len(two)) and one[-1 - same] == two[-1 - same]:
        same += 1
    return same


def _apart(role: str, title: str, other_role: str, other: str) -> bool:
    """Whether two titles are two offices: other roles, or the same role with other first halves."""
    if role != other_role:
        return True
    one, two = title.lower(), other.lower()
    if one.endswith(two) or two.endswith(one) or one.startswith(two) or two.startswith(one):
        return False
    common = _common_end(one, two)
    halves = (one[: len(one) - common], two[: len(two) - common])
    if halves[0].startswith(halves[1]) or halves[1].startswith(halves[0]):
        return False
    return common > SHORTEST_TITLE and min(map(len, halves)) >= SHORTEST_TITLE


FAR = 60


@cache
def _patterns(code: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], dict[str, str]]:
    """What follows a name in brackets, behind a comma, what stands before one; and the group each word belongs to."""
    people = extra(code, "people")
    parties: dict[str, str] = {word: words[0] for words in people["parties"] for word in words}
    sides: dict[str, str] = {word: words[0] for words in people["sides"] for word in words}
    party = "|".join(map(re.escape, sorted(parties, key=len, reverse=True))) or "(?!)"
    side = "|".join(map(re.escape, sorted(sides, key=len, reverse=True))) or "(?!)"
    office = "|".join(map(re.escape, sorted(people["of_party"], key=len, reverse=True))) or "(?!)"
    return (
        re.compile(rf"(?:’s|'s)? ?\(({party})\)"),
        re.compile(rf", (?:(?:(?:the|a|an|der|die|ein|eine) )?({party})[ -](?:{office})|({side}))(?!\w)"),
        re.compile(rf"(?<![\w-])({party})[ -]\w*(?:{office}) \Z"),
        {**parties, **sides},
    )


def two_sides(article: Article) -> Iterator[TwoTitles]:
    """Every second party, or second side in court, right beside the name of one person."""
    language = article.document.language
    table = extra(language, "people")
    if not table or language is None or not (table["parties"] or table["sides"]):
        return
    groups = _patterns(language)[-1]
    full: dict[str, set[str]] = {}
    for each in article.mentions:
        if each.kind == "person" and " " in each.text:
            full.setdefault(each.text.rpartition(" ")[2], set()).add(each.text)
    first: dict[str, Part] = {}
    for each in article.mentions:
        surname = each.name.rpartition(" ")[2]
        single = each.kind == "person" and len(full.get(surname, ())) == 1
        part = _beside(article.document.prose, each.span, language) if single else None
        if part is not None:
            other = first.setdefault(surname, part)
            if other is not part:
                yield TwoTitles(each.name, part, other, clash=groups[part.text] != groups[other.text])


def _beside(prose: str, name: Span, language: str) -> Part | None:
    """The party or side in brackets or after a comma behind a name, or else in the words before it."""
    brackets, comma, before, _ = _patterns(language)
    match = brackets.match(prose, name.end) or comma.match(prose, name.end)
    begin = 0
    if match is None:
        begin = max(0, name.start - FAR)
        match = before.search(prose[begin : name.start])
    if match is None:
        return None
    at = next(number for number in (1, 2) if match.re.groups >= number and match.group(number))
    return Part(Span(begin + match.start(at), begin + match.end(at)), match.group(at))
