"""The number phrases of a text with the units at them; names, labels and clock times are left out."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from claimcheck.extract.ages import age_before
from claimcheck.extract.nouns import counted
from claimcheck.extract.numeral import Numeral
from claimcheck.extract.phrases import read_phrase
from claimcheck.extract.place import Place
from claimcheck.extract.ranges import SPACES, Phrase
from claimcheck.extract.scan import Token
from claimcheck.extract.traps import in_address, names_or_labels, proper_name
from claimcheck.extract.units import Unit, unit_at

CONTINUES = frozenset((" ", ") ", ")", " / ", "/", "-", "–", "."))
"""What stands between the groups of a telephone number or an ISBN."""


class Part(NamedTuple):
    """A phrase with the unit that stands at it, if any."""

    phrase: Phrase
    unit: Unit | None


def find_parts(place: Place, tokens: list[Token], taken: list[bool]) -> tuple[list[Part], list[tuple[int, int]]]:
    """The number phrases that no date took, in order, and the spans of the digits that are no number anybody writes.

    What is known to count nothing, such as a label, a score or a time of day, is neither.
    """
    parts: list[Part] = []
    unread: list[tuple[int, int]] = []
    text, at, label_end = place.text, 0, -1
    while at < len(tokens):
        token = tokens[at]
        if taken[at] or (not isinstance(token, Numeral) and not _article_unit(text, tokens, at)):
            at += 1
            continue
        phrase = read_phrase(text, tokens, at) if isinstance(token, Numeral) else _one(tokens, at)
        if phrase is None:
            unread.append((token.start, token.end))
            label_end = token.end
            at += 1
            continue
        unit = unit_at(text, tokens, phrase) or _age(place, tokens, phrase)
        goes_on = token.start - label_end <= 3 and text[label_end : token.start] in CONTINUES  # "08041 555 123"
        if (unit is None and goes_on) or (phrase.currency is None and _trapped(place, tokens, phrase, unit)):
            label_end = phrase.end
            at = phrase.after
            continue
        parts.append(Part(phrase, unit))
        at = max(unit.after if unit else 0, phrase.after)
    return parts, unread


def _age(place: Place, tokens: list[Token], phrase: Phrase) -> Unit | None:
    """The unit of time behind a number whose words before speak of an age: "im Alter von 45 Jahren"."""
    at = phrase.after
    if at >= len(tokens) or "time" not in tokens[at].roles or place.text[phrase.end : tokens[at].start] not in SPACES:
        return None
    if not age_before(place, phrase.start):
        return None
    return Unit("quantity", tokens[at].roles["time"], None, tokens[at].end, at + 1)


def _trapped(place: Place, tokens: list[Token], phrase: Phrase, unit: Unit | None) -> bool:
    """Whether the number counts nothing: an address, and without a unit of money or share also a name or a label."""
    if in_address(place.text, phrase):
        return True
    if unit is not None and unit.type != "quantity":
        return False
    if names_or_labels(place.text, tokens, phrase, sentence_ends=place.sentence_ends):
        return True
    if unit is not None:
        return False
    noun = counted(place.text, phrase.end, capitals=place.capitals, stop_words=place.stop_words)
    return (
        noun is None
        and not _word_before(tokens, phrase)
        and proper_name(place.text, phrase, at_start=place.capitals and _opens(place, phrase))
    )


def _word_before(tokens: list[Token], phrase: Phrase) -> bool:
    at = phrase.first - 1
    return at >= 0 and tokens[at].end + 1 == phrase.start and bool(tokens[at].roles)


def _opens(place: Place, phrase: Phrase) -> bool:
    """Whether the word before the number opens its sentence (and has its capital from there)."""
    left = place.text.rfind(" ", max(0, phrase.start - 42), max(0, phrase.start - 1)) + 1
    return left in place.sentence_starts


def _article_unit(text: str, tokens: list[Token], at: int) -> bool:
    """ "ein Prozent", "einen Euro", "ein Kilometer": the article counts only before a unit of measure."""
    roles = tokens[at].roles
    if "one" not in roles or at + 1 >= len(tokens):
        return False
    following = tokens[at + 1].roles
    if following is None or text[tokens[at].end : tokens[at + 1].start] not in SPACES:
        return False
    if "sign" in following:
        return False
    return "percent" in following or "currency" in following or ("unit" in following and following["unit"] != "person")


def _one(tokens: list[Token], at: int) -> Phrase:
    token = tokens[at]
    phrase = Phrase(Numeral(token.start, token.end, "1", Decimal(1), spelled=True), at)
    if at and "hedge" in (roles := tokens[at - 1].roles) and tokens[at - 1].end + 1 == token.start:
        phrase.hedge, phrase.start, phrase.loose = roles["hedge"], tokens[at - 1].start, "preposition" in roles
    return phrase
