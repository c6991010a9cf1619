"""Who is named, and who holds an office or did a deed: names and relations of two articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from claimcheck.link.across.line import Line
from claimcheck.link.across.page import Page
from claimcheck.link.across.words import folded
from claimcheck.model import Claim, Span
from claimcheck.model.entity import Mention
from claimcheck.model.relation import Argument, ArgumentName, Relation

CLOSE = 0.8


def parts(name: str) -> list[str]:
    """The words of a name, folded, without titles' dots."""
    return [folded(word.lower()) for word in name.replace("-", " ").replace(".", " ").split()]


def is_full(name: str) -> bool:
    """Whether a name has at least two words."""
    return len(parts(name)) >= 2


def surname(name: str) -> str:
    """The last word of a name."""
    return (parts(name) or [""])[-1]


def may_be_one(mine: str, yours: str) -> bool:
    """Whether two names may mean one person: they share a word, or one is nearly the other's word."""
    first, second = parts(mine), parts(yours)
    return any(a == b or a.removesuffix("s") == b.removesuffix("s") or _close(a, b) for a in first for b in second)


def misspelled(mine: str, yours: str) -> bool:
    """Whether two full names differ in one word only, and there by a letter or two."""
    first, second = parts(mine), parts(yours)
    if first == second or len(first) != len(second) or len(first) < 2:
        return False
    wrong = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    return len(wrong) == 1 and _close(*wrong[0]) and not _ending(*wrong[0])


def _ending(mine: str, yours: str) -> bool:
    """A genitive, or another person's name with an ending more: "Martin" and "Martina"."""
    longer, shorter = sorted((mine, yours), key=len, reverse=True)
    return longer.startswith(shorter) and len(longer) - len(shorter) <= 2


def _close(mine: str, yours: str) -> bool:
    return (
        min(len(mine), len(yours)) >= 4
        and mine[:1] == yours[:1]
        and SequenceMatcher(None, mine, yours, autojunk=False).ratio() >= CLOSE
    )


def persons(mentions: tuple[Mention, ...]) -> dict[str, Mention]:
    """The first mention of every full name of a person as it is written, by its folded words."""
    found: dict[str, Mention] = {}
    for mention in mentions:
        if mention.kind == "person" and is_full(mention.text):
            found.setdefault(" ".join(parts(mention.text)), mention)
    return found


_NAME = re.compile(r" ([^\W\d_a-zß][\w’'-]+(?: [^\W\d_a-zß][\w’'-]+)?)")


def relatives(line: Line) -> list[tuple[str, Span]]:
    """Words for relatives with the name right behind them: "his brother Joel"."""
    found = []
    for word in line.words:
        text = line.page.prose[word.start : word.end].lower()
        if text in line.page.vocabulary.kin and (name := _NAME.match(line.page.prose, word.end)) is not None:
            found.append((word.key, Span(*name.span(1))))
    return found


def first(name: str) -> str:
    """The first word of a name."""
    return name.split(maxsplit=1)[0]


def named(mentions: tuple[Mention, ...]) -> dict[str, list[Mention]]:
    """All mentions of every person, organisation and product, by the entity or the full name they mean."""
    found: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.kind in ("person", "organisation", "product"):
            found.setdefault(mention.entity or " ".join(parts(mention.name)), []).append(mention)
    return found


AROUND = 40
SEASON = 120
# which argument answers the question, and which must be the same
QUESTIONS: dict[str, tuple[ArgumentName, tuple[ArgumentName, ...]]] = {
    "has_role": ("person", ("role", "organization")),
    "leads": ("person", ("organization",)),
    "acquires": ("acquirer", ("target",)),
    "founded": ("founder", ("organization",)),
}
OF_PLACES = ("president", "chancellor", "prime minister", "mayor")
ONE_HOLDER = (
    "president",
    "ceo",
    "chancellor",
    "prime minister",
    "mayor",
    "head",
    "chair",
    "minister",
    "cfo",
    "cto",
    "coo",
)


class Answer(NamedTuple):
    """What one article answers to a question of another: who holds this office, who bought this company."""

    page: Page
    key: tuple[str, ...]
    claim: Claim
    argument: Argument


class Shared(NamedTuple):
    """Two answers to one question, the same or not."""

    a: Answer
    b: Answer
    same: bool
    spelled: bool
    days: int | None


def answers(page: Page) -> list[Answer]:
    """The answers an article gives, each with the words of its question."""
    found = (_answer(page, claim) for claim in page.article.claims if claim.modality in ("fact", "plan"))
    return [each for each in found if each is not None]


def _answer(page: Page, claim: Claim) -> Answer | None:
    relation = claim.value
    if not isinstance(relation, Relation) or relation.former or relation.predicate not in QUESTIONS:
        return None
    asked, given = QUESTIONS[relation.predicate]
    answer = relation.get(asked)
    keys = [key for name in given if (key := _key(relation.get(name)))]
    if answer is None or len(keys) < len(given):
        return None
    if relation.predicate in ("has_role", "leads") and not _holds(page, claim, relation, answer):
        return None
    return Answer(page, (relation.predicate, *keys), claim, answer)


def _holds(page: Page, claim: Claim, relation: Relation, answer: Argument) -> bool:
    """Whether a named person holds an office that only one can hold, at the time of the article."""
    if not is_full(answer.text) or _of_a_place(page, relation) or _former(page, claim):
        return False
    return relation.predicate != "has_role" or _single(relation)


def _single(relation: Relation) -> bool:
    role = relation.get("role")
    return role is not None and role.entity in ONE_HOLDER


def _of_a_place(page: Page, relation: Relation) -> bool:
    """ "Berlin" may be the place of any office; only a state or a town's own are held by one person."""
    role, body = relation.get("role"), relation.get("organization")
    if body is None or (role is not None and role.entity in OF_PLACES):
        return False
    return any(mention.kind == "place" and mention.span.touches(body.span) for mention in page.article.mentions)


def _former(page: Page, claim: Claim) -> bool:
    span = Span(max(0, claim.span.start - AROUND), claim.span.end)
    return bool(page.vocabulary.marks(page.prose[span.start : span.end]) & {"former", "negation"})


def _key(argument: Argument | None) -> str | None:
    if argument is None:
        return None
    return argument.entity or " ".join(parts(argument.text))


def compare(mine: list[Answer], yours: list[Answer]) -> Iterator[Shared]:
    """Questions both articles answer, each once."""
    table: dict[tuple[str, ...], Answer] = {}
    for each in mine:
        table.setdefault(each.key, each)
    for other in yours:
        if other.key not in table:
            continue
        each = table.pop(other.key)
        same = each.argument.entity is not None and each.argument.entity == other.argument.entity
        spelled = misspelled(each.argument.text, other.argument.text)
        dates = each.page.published, other.page.published
        days = abs((dates[0] - dates[1]).days) if dates[0] and dates[1] else None
        yield Shared(each, other, same or may_be_one(each.argument.text, other.argument.text), spelled, days)
