"""The number phrases of a text with the units at them; what counts nothing is left out."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from claimcheck.extract.numeral import Numeral
from claimcheck.extract.phrases import DASHES, Phrase, read_phrase
from claimcheck.extract.place import Place, age_before
from claimcheck.extract.scan import SPACES, Token
from claimcheck.extract.traps import kind_of
from claimcheck.extract.units import Unit, joint_roles, unit_at

CONTINUES = frozenset((" ", ") ", ")", " / ", "/", "-", "–", "."))
"""What stands between the groups of a telephone number or an ISBN."""
LONGEST_GAP = 3
LISTED = ("and", "or", "to")
"""Joins another label of the same kind: "Version 2.1 und 2.2"."""
LABELS = ("label", "version")


class Part(NamedTuple):
    """A phrase with the unit that stands at it, if any."""

    phrase: Phrase
    unit: Unit | None


class Label(NamedTuple):
    """A number that counts nothing, the index behind it, and whether more of its kind may be listed."""

    start: int
    end: int
    after: int
    listed: bool


def find_parts(place: Place, tokens: list[Token], taken: list[bool]) -> tuple[list[Part], list[tuple[int, int]]]:
    """The number phrases that no date took, in order, and the spans of the digits that are no number anybody writes.

    What is known to count nothing, such as a label, a score or a time of day, is neither.
    """
    parts: list[Part] = []
    unread: list[tuple[int, int]] = []
    at, label = 0, Label(-1, -1, 0, False)
    while at < len(tokens):
        token = tokens[at]
        if taken[at] or not (isinstance(token, Numeral) or _article_unit(place.text, tokens, at)):
            at += 1
            continue
        phrase = read_phrase(place.text, tokens, at) if isinstance(token, Numeral) else _one(tokens, at)
        if phrase is None:
            unread.append((token.start, token.end))
            label = Label(token.start, token.end, at + 1, False)
            at += 1
            continue
        unit = unit_at(place.text, tokens, phrase) or _age(place, tokens, phrase)
        counts_nothing = _label(place, tokens, phrase, unit, label)
        if counts_nothing is None:
            parts.append(Part(phrase, unit))
            at = max(unit.after if unit else 0, phrase.after)
        else:
            label, at = counts_nothing, phrase.after
    return parts, unread


def _label(place: Place, tokens: list[Token], phrase: Phrase, unit: Unit | None, last: Label) -> Label | None:
    """The phrase as a number that counts nothing, by itself or because the one before it did; None where it counts."""
    kind = kind_of(place, tokens, phrase, unit)
    if kind is None and (unit is not None or phrase.currency is not None):
        return None
    if kind is None and not _goes_on(place, tokens, phrase, last):
        return None
    listed = last.listed if kind is None else kind in LABELS
    return Label(phrase.numeral.start, phrase.end, phrase.after, listed)


def _goes_on(place: Place, tokens: list[Token], phrase: Phrase, label: Label) -> bool:
    """Whether a bare number goes on with what counts nothing before it: "08041 555 123", "Version 2.1 und 2.2"."""
    text, start = place.text, phrase.numeral.start
    if label.end < 0:
        return False
    gap = text[label.end : start] if start - label.end <= LONGEST_GAP else None
    if gap in CONTINUES or (gap in DASHES and text[label.start] == "0"):
        return True
    if label.listed and text[label.end : start] == ", " and phrase.end == phrase.numeral.end:
        return place.counted(phrase.end) is None
    return label.listed and not joint_roles(text, tokens, label.end, label.after, start).keys().isdisjoint(LISTED)


def _age(place: Place, tokens: list[Token], phrase: Phrase) -> Unit | None:
    """The unit of time behind a number whose words before speak of an age: "im Alter von 45 Jahren"."""
    at = phrase.after
    if at >= len(tokens) or "time" not in tokens[at].roles or place.text[phrase.end : tokens[at].start] not in SPACES:
        return None
    if not age_before(place, phrase.start):
        return None
    return Unit("quantity", tokens[at].roles["time"], None, tokens[at].end, at + 1)


def _article_unit(text: str, tokens: list[Token], at: int) -> bool:
    """ "ein Prozent", "einen Euro", "ein Kilometer": the article counts only before a unit of measure in words."""
    if "one" not in tokens[at].roles or at + 1 >= len(tokens):
        return False
    unit = tokens[at + 1]
    roles = unit.roles
    if text[tokens[at].end : unit.start] not in SPACES or not text[unit.start].isalpha():
        return False
    if not roles.keys().isdisjoint(("sign", "everyday", "figurative")):
        return False
    return "percent" in roles or "currency" in roles or roles.get("unit", "person") != "person"


def _one(tokens: list[Token], at: int) -> Phrase:
    token = tokens[at]
    phrase = Phrase(Numeral(token.start, token.end, "1", Decimal(1), spelled=True), at)
    if at and "hedge" in (roles := tokens[at - 1].roles) and tokens[at - 1].end + 1 == token.start:
        phrase.hedge, phrase.start = roles["hedge"], tokens[at - 1].start
    return phrase
