"""Who holds an office, who did a deed: relations of two articles that share all but one argument."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claimcheck.link.across.page import Page
from claimcheck.link.across.people import is_full, may_be_one, misspelled, parts
from claimcheck.model import Claim, Span
from claimcheck.model.relation import Argument, ArgumentName, Relation

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
    found = []
    for claim in page.article.claims:
        relation = claim.value
        if (
            not isinstance(relation, Relation)
            or relation.predicate not in QUESTIONS
            or claim.modality not in ("fact", "plan")
        ):
            continue
        asked, given = QUESTIONS[relation.predicate]
        answer = relation.get(asked)
        keys = [_key(relation.get(name)) for name in given]
        if answer is None or not all(keys):
            continue
        if relation.predicate in ("has_role", "leads") and not _holds(page, claim, relation, answer):
            continue
        found.append(Answer(page, (relation.predicate, *(key for key in keys if key)), claim, answer))
    return found


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
