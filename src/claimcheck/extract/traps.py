"""Numbers that count nothing: scores, minutes of play, ranks, ordinals, clock times, labels, names, addresses.

Each kind is told by one predicate; `kind_of` asks them in a visible order.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from claimcheck.extract.named import QUOTES, glued, house_or_telephone, in_address, named, proper_name, version
from claimcheck.extract.phrases import Phrase
from claimcheck.extract.place import Place, age_before
from claimcheck.extract.scan import SPACES, Token
from claimcheck.extract.units import Unit

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


def _label(place: Place, tokens: list[Token], phrase: Phrase) -> bool:
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
    if phrase.number != 1 or _bounds(tokens, phrase) or _beside_number(place.text, tokens, phrase):
        return False
    noun = place.counted(phrase.end)
    return noun is None or noun.text in habits.uncounted


def _bounds(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether a hedge makes it a count: "at least one of them", "more than one", but not "a win over one of them"."""
    if phrase.hedge in ("at_least", "up_to", "nearly"):
        return True
    partitive = phrase.after < len(tokens) and "one_of" in tokens[phrase.after].roles
    return phrase.hedge in ("over", "under") and not partitive


def _beside_number(text: str, tokens: list[Token], phrase: Phrase) -> bool:
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
    ("label", _label),
    ("clock", _clock),
    ("name", named),
)
BARE: Group = (
    ("address", house_or_telephone),
    ("score", _result),
    ("version", version),
    ("name", proper_name),
    ("pronoun", _pronoun),
)
