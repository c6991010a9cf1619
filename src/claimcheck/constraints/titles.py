"""Titles, offices, parties and sides of one person: "Finanzminister … Kanzler Kern", "Kern (SPD) … Kern (CDU)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from claimcheck.constraints.letters import shared
from claimcheck.constraints.sexes import by_surname, word_before
from claimcheck.languages.extra import extra
from claimcheck.model import Claim, Span
from claimcheck.model.claim import Argument, Part, Relation
from claimcheck.model.comparison import Judged, Roles
from claimcheck.model.entity import Mention
from claimcheck.model.report import Article
from claimcheck.statements.statement import Statements

SHORTEST = 3
MOST_WORDS = 3
FAR = 60
APART = frozenset(("ceo", "cfo", "cto", "coo", "chair", "speaker"))
"""Offices that nobody holds two of in one house."""


def titles(statements: Statements) -> Iterator[Judged]:
    """Every second title, party, side in court or office of one person."""
    article = statements.article
    table = extra(article.document.language, "people")
    if table:
        yield from _two_titles(article, table)
        yield from _deputies(article, table)
        yield from _two_sides(article) if _names_a_side(article) else ()
        yield from _two_callings(article)
    yield from _two_offices(article)


def _judged(name: str, title: Part, other: Part, *, fits: bool) -> Judged:
    values = (("name", name), ("title", title.text), ("other", other.text))
    shown = f"{other.text} {'~' if fits else '≠'} {title.text}"
    return Judged("title", fits, (("claim", title), ("other", other)), values, shown)


def _two_titles(article: Article, table: dict[str, Any]) -> Iterator[Judged]:
    """Every two titles right before mentions of one person that nobody has at the same time."""
    prose, names = article.document.prose, extra(article.document.language, "entities")
    first: dict[str, tuple[str, Part, str | None]] = {}
    for each in article.mentions:
        found = _held(prose, each, names, table) if each.kind == "person" else None
        if found is None:
            continue
        held, title, where = found
        other_held, other, elsewhere = first.setdefault(each.entity or each.name, found)
        houses = where is not None and elsewhere is not None and where != elsewhere
        if title.span != other.span and not houses:
            yield _judged(each.name, title, other, fits=not _apart(held, title.text, other_held, other.text))


def _deputies(article: Article, table: dict[str, Any]) -> Iterator[Judged]:
    """Every title right before somebody introduced as the deputy of another person whom the article gives it to."""
    prose, names = article.document.prose, extra(article.document.language, "entities")
    people = [each for each in article.mentions if each.kind == "person"]
    deputies = {each.name: word for each in reversed(people) if (word := _deputy(prose, each.span.start, table))}
    held = [(each, *found) for each in people if deputies and (found := _title(prose, each.span.start, names, table))]
    yield from _held_by_two(held, deputies)


def _held_by_two(held: Sequence[tuple[Mention, str, Part]], deputies: dict[str, Part]) -> Iterator[Judged]:
    """The titles of deputies that somebody else has too."""
    for each, role, title in held:
        deputy = deputies.get(each.name, title)
        if deputy.span < title.span and {other.name for other, same, _ in held if same == role} - {each.name}:
            yield _judged(each.name, title, deputy, fits=False)


def _deputy(prose: str, start: int, table: dict[str, Any]) -> Part | None:
    """The noun for a deputy right before a name, perhaps with a comma between."""
    end = start - 1 - (prose[start - 2 : start] == ", ")
    word = next((word for word in table["deputies"] if prose.endswith(f" {word}", 0, end)), None)
    return None if word is None else Part(Span(end - len(word), end), word)


def _held(
    prose: str, person: Mention, names: dict[str, Any], table: dict[str, Any]
) -> tuple[str, Part, str | None] | None:
    """The role, its words, and where it is held: of the title before a name, else of the role behind it."""
    found = _title(prose, person.span.start, names, table)
    if found is not None:
        return *found, None
    role = person.role
    if role is None or role.former or role.span.start <= person.span.start or role.role not in table["apart"]:
        return None
    house = role.organisation
    return role.role or "", Part(role.span, role.text), None if house is None else prose[house.start : house.end]


def _title(prose: str, start: int, names: dict[str, Any], table: dict[str, Any]) -> tuple[str, Part] | None:
    """The role and the words of a title right before a name that is held now, alone and whole."""
    word = word_before(prose, start) or Part(Span(0, 0), "")
    role = _role(word.text, names.get("words", {}))
    if role not in table["apart"] or word.text.startswith(tuple(table["deputy"])):
        return None
    begin = word.span.start
    if not names.get("nouns_capitalised") and not word.text[0].islower():
        begin = _first_word(prose, begin, {*names.get("never", ()), *table["deputy"]})
    before = word_before(prose, begin)
    qualifies = {*table["former"], *table["joined"], *table["deputy"]}
    if before is not None and (before.text.endswith("-") or before.text in qualifies):
        return None
    return role or "", Part(Span(begin, word.span.end), prose[begin : word.span.end])


def _first_word(prose: str, begin: int, others: set[str]) -> int:
    """Where a title of several capitalised words begins: "Transport Minister"."""
    for _ in range(MOST_WORDS):
        before = word_before(prose, begin)
        if before is None or not before.text.isalpha() or not before.text[0].isupper() or before.text in others:
            break
        begin = before.span.start
    return begin


def _role(word: str, words: dict[str, Any]) -> str | None:
    """The role that a word, or its end in a compound, stands for."""
    ends = (words.get(word[start:], {}) for start in range(max(1, len(word) - SHORTEST)))
    return next((parts["role"] for parts in ends if "role" in parts), None)


def _apart(role: str, title: str, other_role: str, other: str) -> bool:
    """Whether two titles are two offices: other roles, or the same role with other first halves."""
    if role != other_role:
        return True
    one, two = title.lower(), other.lower()
    common = shared(one[::-1], two[::-1])
    halves = (one[: len(one) - common], two[: len(two) - common])
    if common <= SHORTEST or min(map(len, halves)) < SHORTEST:
        return False
    return not any(a.startswith(b) for a, b in (halves, halves[::-1]))


@cache
def _groups(code: str, kind: str) -> dict[str, str]:
    """The words for parties, or for sides in court, each with the first of its group."""
    return {word: words[0] for words in extra(code, "people")[kind] for word in words}


@cache
def _sides(code: str) -> dict[str, str]:
    return _groups(code, "parties") | _groups(code, "sides")


@cache
def _patterns(code: str) -> list[re.Pattern[str]]:
    """What follows a name in brackets, behind a comma, what stands before one."""
    party, side, office = (
        "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"
        for words in (_groups(code, "parties"), _groups(code, "sides"), extra(code, "people")["of_party"])
    )
    return [
        re.compile(rf"(?:’s|'s)? ?\(({party})\)"),
        re.compile(rf", (?:(?:(?:the|a|an|der|die|ein|eine) )?({party})[ -](?:{office})|({side}))(?!\w)"),
        re.compile(rf"(?<![\w-])({party})[ -]\w*(?:{office}) \Z"),
    ]


def _names_a_side(article: Article) -> bool:
    """Whether there is a word for a party or side: asked for before the patterns of all are made."""
    return any(word in article.document.prose for word in _sides(article.document.language or ""))


def _two_sides(article: Article) -> Iterator[Judged]:
    """Every second party, or second side in court, right beside the name of one person."""
    code = article.document.language or ""
    patterns, groups = _patterns(code), _sides(code)
    first: dict[str, Part] = {}
    for surname, people in by_surname(article).items():
        if not _is_one(people):
            continue
        for name, part in [(each.name, _beside(article.document.prose, each.span, patterns)) for each in people]:
            if part is not None and (other := first.setdefault(surname, part)) is not part:
                yield _judged(name, part, other, fits=groups[part.text] == groups[other.text])


def _two_callings(article: Article) -> Iterator[Judged]:
    """Every second noun of a sort of people right before the name of one person: "Pianist Ida Kern … Geigerin Kern"."""
    prose, sorts = article.document.prose, extra(article.document.language, "senses").get("sorts", {})
    for people in by_surname(article).values():
        nouns = filter(None, (word_before(prose, each.span.start) for each in people)) if _is_one(people) else ()
        first: dict[str, tuple[str, Part]] = {}
        for noun in nouns:
            word = noun.text.rpartition("-")[2]
            for sort, kind_of in sorts.items():
                kind = kind_of.get(word) or kind_of.get(word.lower())
                _, other = told = first.setdefault(sort, (kind, noun)) if kind else ("", noun)
                if other is not noun:
                    yield _judged(people[0].name, noun, other, fits=told[0] == kind)


def _is_one(people: Sequence[Mention]) -> bool:
    """Whether all of one surname are one person."""
    return len({each.text for each in people if " " in each.text}) == 1


def _beside(prose: str, name: Span, patterns: list[re.Pattern[str]]) -> Part | None:
    """The party or side in brackets or after a comma behind a name, or else in the words before it."""
    brackets, comma, before = patterns
    match, begin = brackets.match(prose, name.end) or comma.match(prose, name.end), 0
    if match is None:
        begin = max(0, name.start - FAR)
        match = before.search(prose[begin : name.start])
    if match is None or match.lastindex is None:
        return None
    start, end = match.span(match.lastindex)
    return Part(Span(begin + start, begin + end), match.group(match.lastindex))


def _two_offices(article: Article) -> Iterator[Judged]:
    """Every second office that an article gives one person in one organisation, of those nobody has two of there.

    Who is given two in one sentence, "chairman and chief executive", has both.
    """
    analysis = article.analysis
    held: dict[tuple[str, str], dict[str | None, tuple[Claim, Argument]]] = {}
    for claim, person, office, house in _offices(article) if analysis is not None else ():
        of_person = held.setdefault((person.entity or person.text, house.entity or house.text), {})
        other_claim, other = of_person.get(office.entity) or next(iter(of_person.values()), (claim, office))
        fits, spoken = other.entity == office.entity, True if claim.voice else None
        if analysis is None or analysis.number(other.span.start) == analysis.number(office.span.start):
            of_person.setdefault(office.entity, (claim, office))
            continue
        roles: Roles = (("claim", Part(office.span, office.text)), ("other", Part(other.span, other.text)))
        said = (("person", person), ("role", office), ("other", other), ("organization", house))
        values = tuple((name, each.text) for name, each in said)
        yield Judged("office", fits, roles, values, claims=(claim, other_claim), spoken=spoken)


def _offices(article: Article) -> Iterator[tuple[Claim, Argument, Argument, Argument]]:
    """Every such office that the article gives somebody as a fact: who holds it, what it is, and where."""
    for claim in article.claims:
        relation = claim.value
        if not isinstance(relation, Relation) or relation.predicate != "has_role" or claim.modality != "fact":
            continue
        person, office, house = relation.get("person"), relation.get("role"), relation.get("organization")
        if person and office and house and office.entity in APART and not relation.former:
            yield claim, person, office, house
