"""One relation as it is gathered, before it becomes a claim."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from claimcheck.extract.relations.lexicon import CERTAIN, Piece
from claimcheck.extract.relations.names import Reading
from claimcheck.model import Claim, Modality, Span
from claimcheck.model.claim import Argument, ArgumentName, Relation

ORDER = (
    "person", "role", "acquirer", "holder", "founder", "investor", "spender", "winner", "entity", "former",
    "organization", "target", "loser", "predecessor", "person2", "work", "organization2", "whole", "country", "parent",
    "from", "seller", "class", "purpose", "contest", "place", "price", "share", "amount", "number", "years", "duration",
    "date", "time",
)  # fmt: skip
HOUSES = ("organization", "organization2", "parent", "from", "target", "acquirer")
VALUES = {"amount": "amount", "percentage": "share", "date": "time", "quantity": "number", "duration": "duration"}
"""Under which key of a frame's values a claim is looked for."""
ONCE = ("founded", "author", "succeeds", "nationality")
"""What nobody ceases to be, whatever tense it is told in."""
NO_PRICES = ("revenue", "profit")

Pieces = dict[ArgumentName, Piece]


class Found(NamedTuple):
    """A relation, where it stands, the word that states it, and how it is meant for certain; None: as its clause is."""

    span: Span
    relation: Relation
    stated: Span
    meant: Modality | None


def relation(
    reading: Reading, predicate: str, pieces: Pieces, at: int, meant: Modality | None = None, *, former: bool = False
) -> Found:
    """The relation over the smallest span that holds the token that states it and its arguments in this sentence."""
    within = reading.sentence.span
    found = relation_of(reading.article.text, predicate, pieces, reading.tokens[at].span, within)
    return found._replace(relation=found.relation._replace(former=former), meant=meant)


def relation_of(text: str, predicate: str, pieces: Pieces, stated: Span, within: Span | None = None) -> Found:
    """The relation stated at a place; arguments outside of `within` do not count for where it stands."""
    here = [each for each in pieces.values() if within is None or within.start <= each.start < within.end]
    span = Span(min(stated.start, *(x.start for x in here), len(text)), max(stated.end, *(x.end for x in here), 0))
    ordered = sorted(pieces.items(), key=lambda pair: (ORDER.index(pair[0]) if pair[0] in ORDER else 99, pair[0]))
    arguments = tuple(
        (role, Argument(Span(each.start, each.end), text[each.start : each.end], each.entity, each.implied))
        for role, each in ordered
    )
    return Found(span, Relation(predicate, arguments), stated, None)


def enough(frame: dict[str, Any], pieces: Pieces) -> bool:
    """Whether all that a frame needs is there, and is certain enough."""
    if any(role not in pieces for role in frame["needs"]):
        return False
    texts = {(each.start, each.end) for each in pieces.values()}
    return len(texts) == len(pieces) and all(_fits(frame, role, pieces) for role in pieces)


def _fits(frame: dict[str, Any], role: ArgumentName, pieces: Pieces) -> bool:
    each = pieces[role]
    sold = role == "target" and "price" in pieces and each.sure
    if role in frame["certain"] and each.sure < CERTAIN and not sold:
        return False
    if role in frame["people"]:
        return each.person or not each.sure
    return not _is_other(frame, role, each, paid="price" in pieces)


def _is_other(frame: dict[str, Any], role: ArgumentName, each: Piece, *, paid: bool) -> bool:
    """Whether an argument is a person where only a house or thing will do, or a place; nobody is `paid` for."""
    if role not in frame["things"]:
        return role in HOUSES and each.human
    return (each.human if paid else each.person) or each.kind == "place"


def add_values(reading: Reading, values: dict[str, Any], tokens: Iterable[int], at: int, pieces: Pieces) -> None:
    """Adds the numbers in these tokens that belong to the relation stated at `at`, the nearest of each kind."""
    names = [Span(each.start, each.end) for each in pieces.values()]  # "Jan Kern" is no January
    for first, last, claim in sorted(_claims(reading, tokens), key=lambda each: abs(each[0] - at)):
        role = values.get(VALUES.get(claim.type, ""))
        if not role or role in pieces or any(name.touches(claim.span) for name in names):
            continue
        if claim.type != "amount" or values["bare"] or _is_price(reading, first, last, claim):
            pieces[role] = Piece(claim.span.start, claim.span.end)


def _claims(reading: Reading, tokens: Iterable[int]) -> list[tuple[int, int, Claim]]:
    """The claims that begin in these tokens, with the tokens they take."""
    found = []
    starts = {reading.tokens[k].span.start: k for k in tokens if 0 <= k < reading.count}
    for claim in reading.claims:
        first = starts.get(claim.span.start)
        if first is not None:
            last = first
            while last < reading.count and reading.tokens[last].span.start < claim.span.end:
                last += 1
            found.append((first, last, claim))
    return found


def _is_price(reading: Reading, first: int, last: int, claim: Claim) -> bool:
    """Whether an amount is paid: by a word in its phrase or right before that, or the noun behind; no one's revenue."""
    table, chunk, behind = reading.lexicon.table, reading.around(first), reading.beginning_at(last)
    if claim.about is not None and claim.about.measure is not None and claim.about.measure.kind in NO_PRICES:
        return False
    start = first if chunk is None else chunk.first
    words = {reading.low(k) for k in range(start - 1, first + 1)}
    after = {reading.low(last), "" if behind is None else reading.low(behind.head)}
    return not words.isdisjoint(table["price_before"]) or not after.isdisjoint(table["price_behind"])


LEFT = ("dismissed", "leaves", "plays_for")
"""Relations to the house in which somebody has, or had, their office."""


def housed(reading: Reading, stated: list[Found]) -> list[Found]:
    """Offices with the house that another relation of the sentence has: "Nordwerk has sacked its *coach* Kern"."""
    homes = {
        person.span: house
        for each in (each.relation for each in stated)
        if each.predicate in LEFT and (person := each.get("person")) and (house := each.get("organization"))
    }
    return [_with_house(reading, each, homes) for each in stated] if homes else stated


def _with_house(reading: Reading, found: Found, homes: dict[Span, Argument]) -> Found:
    said = found.relation
    person, role = said.get("person"), said.get("role")
    if said.predicate != "has_role" or person is None or role is None or said.get("organization") is not None:
        return found
    house, low = homes.get(person.span), role.text.split()[-1].lower()
    office = reading.lexicon.office[low]
    plays = office is not None and (office.key is not None or office.frame["predicate"] == "plays_for")
    if house is None or not (plays or reading.lexicon.is_of_house(low)):
        return found
    arguments = (*said.arguments, ("organization", house._replace(implied=True)))
    return found._replace(relation=said._replace(arguments=arguments))
