"""Who holds an office, bought whom, is of which party or nation: what two articles answer to one question."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from claimcheck.languages.extra import extra
from claimcheck.link.across.line import Sheet
from claimcheck.link.across.people import is_full, may_be_one, misspelled, parts
from claimcheck.model import Claim, Span
from claimcheck.model.claim import Argument, ArgumentName, Relation

AROUND = 40
SEASON = 120
# which argument answers the question, and which must be the same
QUESTIONS: dict[str, tuple[ArgumentName, tuple[ArgumentName, ...]]] = {
    "has_role": ("person", ("role", "organization")),
    "leads": ("person", ("organization",)),
    "acquires": ("acquirer", ("target",)),
    "nationality": ("country", ("person",)),
    "member_of": ("organization", ("person",)),
    "founded": ("founder", ("organization",)),
}
BOARD = ("ceo", "cfo", "cto", "coo")
"""Of these nobody is two; what offices of state are called differs more than what they are."""
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

    page: Sheet
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


def answers(page: Sheet) -> list[Answer]:
    """The answers an article gives, each with the words of its question."""
    found = (_answer(page, claim) for claim in page.article.claims if claim.modality in ("fact", "plan"))
    return [each for each in found if each is not None]


def _answer(page: Sheet, claim: Claim) -> Answer | None:
    relation = claim.value
    if not isinstance(relation, Relation) or relation.former or relation.predicate not in QUESTIONS:
        return None
    asked, given = QUESTIONS[relation.predicate]
    answer = relation.get(asked)
    keys = [key for name in given if (key := _key(relation.get(name)))]
    if answer is None or len(keys) < len(given) or "\n\n" in page.prose[claim.span.start : claim.span.end]:
        return None
    if not _is_sure(page, claim, relation, answer):
        return None
    return Answer(page, (relation.predicate, *keys), claim, answer)


def _is_sure(page: Sheet, claim: Claim, relation: Relation, answer: Argument) -> bool:
    """Whether nobody else can be the answer as well."""
    if relation.predicate == "nationality":
        return _apposed(relation, answer)
    if relation.predicate == "member_of":
        return _party(page, answer) is not None
    return relation.predicate not in ("has_role", "leads") or _holds(page, claim, relation, answer)


def _holds(page: Sheet, claim: Claim, relation: Relation, answer: Argument) -> bool:
    """Whether a named person holds an office that only one can hold, at the time of the article."""
    if not is_full(answer.text) or _of_a_place(page, relation) or _former(page, claim):
        return False
    return relation.predicate != "has_role" or _single(relation)


def _apposed(relation: Relation, country: Argument) -> bool:
    """Whether the word for a country stands right before the name it is said of: "die Kenianerin Mora Kern"."""
    person = relation.get("person")
    return person is not None and person.span.start == country.span.end + 1


def _party(page: Sheet, answer: Argument) -> int | None:
    """Which party of the language's a name means."""
    parties = extra(page.language, "people").get("parties", ())
    return next((at for at, names in enumerate(parties) if answer.text in names), None)


def two_offices(one: Sheet, two: Sheet) -> Iterator[tuple[Argument, Argument]]:
    """Persons whom two articles give offices that nobody has at once: head of the board here, of the finances there."""
    mine, yours = _offices(one), _offices(two)
    for name in sorted(mine.keys() & yours.keys()):
        if mine[name].keys().isdisjoint(yours[name]):
            yield next(iter(mine[name].values())), next(iter(yours[name].values()))


def _offices(page: Sheet) -> dict[str, dict[str, Argument]]:
    """The seats that the persons of an article have on a board, by full name."""
    found: dict[str, dict[str, Argument]] = {}
    for claim in page.article.claims:
        relation = claim.value
        if isinstance(relation, Relation) and relation.predicate == "has_role" and not relation.former:
            person, role = relation.get("person"), relation.get("role")
            if person is not None and role is not None and is_full(person.text) and role.entity in BOARD:
                found.setdefault(" ".join(parts(person.text)), {}).setdefault(role.entity or "", role)
    return found


def swapped(one: Sheet, two: Sheet) -> Iterator[tuple[Claim, Claim]]:
    """Purchases in which buyer and bought have changed places."""
    mine, yours = (_purchases(page) for page in (one, two))
    for (a, buyer, bought), (b, other_buyer, other_bought) in product(mine, yours):
        if may_be_one(buyer, other_bought) and may_be_one(bought, other_buyer) and not may_be_one(buyer, other_buyer):
            yield a, b
            return


def _purchases(page: Sheet) -> list[tuple[Claim, str, str]]:
    found = []
    for claim in page.article.claims:
        value = claim.value
        if isinstance(value, Relation) and value.predicate == "acquires" and claim.modality in ("fact", "plan"):
            buyer, bought = value.get("acquirer"), value.get("target")
            if buyer is not None and bought is not None:
                found.append((claim, buyer.text, bought.text))
    return found


def _single(relation: Relation) -> bool:
    role = relation.get("role")
    return role is not None and role.entity in ONE_HOLDER


def _of_a_place(page: Sheet, relation: Relation) -> bool:
    """ "Berlin" may be the place of any office; only a state or a town's own are held by one person."""
    role, body = relation.get("role"), relation.get("organization")
    if body is None or (role is not None and role.entity in OF_PLACES):
        return False
    return any(mention.kind == "place" and mention.span.touches(body.span) for mention in page.article.mentions)


def _former(page: Sheet, claim: Claim) -> bool:
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
        same = _same(each, other)
        spelled = misspelled(each.argument.text, other.argument.text)
        dates = each.page.published, other.page.published
        days = abs((dates[0] - dates[1]).days) if dates[0] and dates[1] else None
        yield Shared(each, other, same or may_be_one(each.argument.text, other.argument.text), spelled, days)


def _same(one: Answer, two: Answer) -> bool:
    """Whether two answers are known to be the same; of two languages, nothing that each has a word of its own for."""
    mine, yours = one.argument, two.argument
    if one.key[0] == "member_of":
        return one.page.language != two.page.language or _party(one.page, mine) == _party(two.page, yours)
    if one.key[0] == "nationality":
        return one.page.language != two.page.language or (mine.entity or mine.text) == (yours.entity or yours.text)
    return mine.entity is not None and mine.entity == yours.entity
