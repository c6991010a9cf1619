"""The number phrases of a text with the units at them; what counts nothing is left out."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Literal, NamedTuple

from claimcheck.extract.named import QUOTES, glued, house_or_telephone, in_address, named, proper_name, serial, version
from claimcheck.extract.numeral import Numeral
from claimcheck.extract.phrases import DASHES, Phrase, read_phrase
from claimcheck.extract.place import Place, age_before
from claimcheck.extract.scan import SPACES, Token
from claimcheck.extract.units import Unit, joint_roles, unit_at

Kind = Literal["address", "vague", "score", "ordinal", "minute", "label", "clock", "name", "version", "pronoun"]
Predicate = Callable[[Place, list[Token], Phrase], bool]

LABEL_GAPS = frozenset(("", " ", "\n", "-", ". ", ": ", " - ", " + ", "+"))
FAR = 60
LEAST_VAGUE = 10
MINUTES_BEFORE = re.compile(r"\((?:[\d.,/+ ]|[a-zäöü]{3} )*+\Z")
MINUTES_BEHIND = re.compile(r"(?:[\d.,/+ ]|[a-zäöü]{3} )*+\)")


def kind_of(place: Place, tokens: list[Token], phrase: Phrase, unit: Unit | None) -> Kind | None:
    """What a number is that counts nothing, or None; money and shares can only stand in an address."""
    if phrase.currency is not None:
        return None
    groups = [ALWAYS]
    if unit is None or unit.type == "quantity":
        groups.append(UNMEASURED)
    if unit is None and not (phrase.start == 0 and phrase.end >= len(place.text.rstrip())):
        groups.append(BARE)
    return next((kind for group in groups for kind, test in group if test(place, tokens, phrase)), None)


def _vague(place: Place, tokens: list[Token], phrase: Phrase) -> bool:
    """ "mehrere hundert Menschen", "a few thousand": a round number that only tells the magnitude."""
    word = phrase.before(place.text, tokens)
    value = phrase.number
    return (
        word is not None
        and "vague_count" in word.roles
        and value is not None
        and value >= LEAST_VAGUE
        and value.normalize().as_tuple().digits == (1,)
    )


def _score(place: Place, tokens: list[Token], phrase: Phrase) -> bool:
    """ "2:1", "6-3", "92,5/97,0": two numbers with a sign between them that is no range."""
    text, start, end = place.text, phrase.numeral.start, phrase.end
    before, after = text[start - 1 : start], text[end : end + 1]
    digit_before = start > 1 and text[start - 2].isdigit()
    return bool(before and before in ":/" and digit_before) or bool(
        after and after in ":/-–" and text[end + 1 : end + 2].isdigit()
    )


def _result(place: Place, tokens: list[Token], phrase: Phrase) -> bool:
    """ "a 2-3 defeat", "a 70 to 30 vote": a range only where several things are counted, and upwards."""
    if phrase.low is not None and phrase.high is not None and phrase.low > phrase.high and not phrase.between:
        return True
    spaced = place.text[phrase.numeral.end : phrase.numeral.end + 1] == " "
    if not phrase.dashed or spaced or age_before(place, phrase.start):
        return False
    noun = place.counted(phrase.end)
    return noun is None or not noun.text.endswith(place.habits.plural_endings)


def _minute(place: Place, tokens: list[Token], phrase: Phrase) -> bool:
    """ "(82.)", "(44., 54.)", "(43./66.)", "(13. und 29.)": ordinals alone in brackets."""
    text, start, end = place.text, phrase.numeral.start, phrase.end
    if not place.habits.ordinal_dot or text[end : end + 1] != ".":
        return False
    return MINUTES_BEFORE.search(text, max(0, start - FAR), start) is not None and (
        MINUTES_BEHIND.match(text, end + 1, end + 1 + FAR) is not None
    )


def _ordinal(place: Place, tokens: list[Token], phrase: Phrase) -> bool:
    """ "der 3. Versuch": a full stop that does not end the sentence."""
    text, end = place.text, phrase.end
    behind = text[end + 1 : end + 2]
    if text[end : end + 1] != "." or behind in ("", ".", "\n"):
        return False
    return end + 1 not in place.sentence_ends and behind not in QUOTES


def _trap_label(place: Place, tokens: list[Token], phrase: Phrase) -> bool:
    """ "Seite 5", "Nr. 3", "[12]": a word right before the number, no hedge between them; a number in brackets."""
    text, numeral = place.text, phrase.numeral
    if text[numeral.start - 1 : numeral.start] == "[" and text[phrase.end : phrase.end + 1] == "]":
        return True
    if numeral.raw[:1] == "0" and numeral.raw.isdigit() and len(numeral.raw) > 1:
        return True
    at = phrase.first - 1
    if at < 0 or phrase.hedge is not None or "label" not in tokens[at].roles:
        return False
    return text[tokens[at].end : numeral.start] in LABEL_GAPS


def _clock(place: Place, tokens: list[Token], phrase: Phrase) -> bool:
    """ "12 Uhr", "5 p.m."."""
    at = phrase.after
    if at >= len(tokens) or "clock" not in tokens[at].roles:
        return False
    gap = place.text[phrase.end : tokens[at].start]
    return gap in SPACES or not gap


def _pronoun(place: Place, tokens: list[Token], phrase: Phrase) -> bool:
    """ "one of the towns", "the big one": a number word that also stands for a thing counts only before its noun."""
    numeral, habits = phrase.numeral, place.habits
    if place.text[phrase.end : phrase.end + 1] == "-" and numeral.raw.lower() in habits.pronouns:
        return True  # "one-stop"
    if not numeral.spelled or numeral.raw.lower() not in habits.pronouns:
        return False
    if phrase.number != 1 or _bounds(tokens, phrase) or _beside_number(tokens, phrase):
        return False
    noun = place.counted(phrase.end)
    return noun is None or noun.text in habits.uncounted


def _bounds(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether a hedge makes it a count: "at least one of them", "more than one", but not "a win over one of them"."""
    if phrase.hedge in ("at_least", "up_to", "nearly"):
        return True
    partitive = phrase.after < len(tokens) and "one_of" in tokens[phrase.after].roles
    return phrase.hedge in ("over", "under") and not partitive


def _beside_number(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether "or" or "and" and another number follow: "one or two"."""
    at = phrase.after
    if at + 1 >= len(tokens) or tokens[at].roles.keys().isdisjoint(("or", "and")):
        return False
    joint, other = tokens[at], tokens[at + 1]
    return not other.roles and joint.start == phrase.end + 1 and other.start == joint.end + 1


Group = tuple[tuple[Kind, Predicate], ...]
ALWAYS: Group = (("address", in_address), ("vague", _vague))
UNMEASURED: Group = (
    ("name", glued),
    ("score", _score),
    ("minute", _minute),
    ("ordinal", _ordinal),
    ("label", _trap_label),
    ("clock", _clock),
    ("name", named),
)
BARE: Group = (
    ("address", house_or_telephone),
    ("address", serial),
    ("score", _result),
    ("version", version),
    ("name", proper_name),
    ("pronoun", _pronoun),
)


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
