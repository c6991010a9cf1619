"""Numbers that count nothing: scores, minutes of play, ranks, ordinals, clock times, labels, names, addresses.

Each kind is told by one predicate; `kind_of` asks them in a visible order.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from claimcheck.extract.ages import age_before
from claimcheck.extract.nouns import counted
from claimcheck.extract.phrases import Phrase
from claimcheck.extract.place import Place
from claimcheck.extract.rates import is_base
from claimcheck.extract.scan import SPACES, Token
from claimcheck.extract.units import Unit

Kind = Literal["address", "vague", "score", "ordinal", "minute", "label", "clock", "name", "version", "pronoun"]
Predicate = Callable[[Place, list[Token], Phrase], bool]

ADDRESS = re.compile(r"://|www\.|@|%[0-9A-F]{2}")
GLUE = frozenset("_#@=&%+\\|")
LABEL_GAPS = frozenset(("", " ", "\n", "-", ". ", ": ", " - "))
QUOTES = "\"“”„»«)’'"
OPENS = "\n\"“”„»«‚‘'(–—-•*:….!?"
"""After these a capital letter says nothing."""
STOPS = ".!?…"
FAR = 60
LEAST_NO_NAME = 1000
"""From here on only an odd word before makes a number part of a name ("FRITZ!Box 5490")."""
LEAST_VAGUE = 10
PARTS = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 100))
"""What a fraction in digits is likely to have below its line."""
REACH = 120
"""How far to the left and right a word around a number is looked at: enough for any name or address."""
MINUTES_BEFORE = re.compile(r"\((?:[\d.,/+ ]|[a-zäöü]{3} )*+\Z")
MINUTES_BEHIND = re.compile(r"(?:[\d.,/+ ]|[a-zäöü]{3} )*+\)")
SUFFIX = re.compile(r"-[A-Z](?![^\W_])")
EXTENSION = re.compile(r"/ ?-?\Z")
HOUSE = re.compile(r"\d[a-z]?, \Z")
LINE_WORD = re.compile(r"[^\W\d_]{4,}")
FEW = 4
TITLE = 300
"""A longer line is no headline."""


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


def _in_address(place: Place, tokens: list[Token], phrase: Phrase) -> bool:
    """Whether the digits are glued into a word, an e-mail or a web address ("a%25b", "user_12")."""
    text, start, end = place.text, phrase.numeral.start, phrase.end
    before = text[start - 1] if start else " "
    if before.isalnum() or before in GLUE or (before == "/" and not _behind_unit(text, tokens, phrase)):
        return True
    if end < len(text) and text[end] in "_@=\\":
        return True
    left = text.rfind(" ", max(0, start - REACH), start) + 1
    right = text.find(" ", end, end + REACH)
    word = text[max(left, start - REACH) : right if right >= 0 else end + REACH]
    return len(word) > end - start + 4 and ADDRESS.search(word) is not None


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


def _behind_unit(text: str, tokens: list[Token], phrase: Phrase) -> bool:
    """Whether the slash before the number stands between two measures: "110 kW/150 PS", but not "5 l/100 km"."""
    at = phrase.first - 1
    if at < 0 or tokens[at].end != phrase.numeral.start - 1 or phrase.number is None:
        return False
    return "unit" in tokens[at].roles and not is_base(phrase.number)


def _glued(place: Place, tokens: list[Token], phrase: Phrase) -> bool:
    """ "A320", "RX-78", "3D", "ID:5009": letters right before or behind that are no unit."""
    text, start, end = place.text, phrase.numeral.start, phrase.end
    if text[end : end + 1].isalpha() and not _suffixed(tokens, phrase):
        return True
    if SUFFIX.match(text, end) and not phrase.numeral.spelled:
        return True
    before, earlier = text[start - 1 : start], text[start - 2 : start - 1] if start > 1 else ""
    if not before or not earlier.isalnum():
        return False
    return before == ":" or (before in "-–." and not _behind_digits(tokens, phrase))


def _suffixed(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether a unit or an ending is written onto the number ("5km", "80prozentig"); a plural s is none ("1700s")."""
    if phrase.after >= len(tokens) or tokens[phrase.after].start != phrase.end:
        return False
    return "time" not in tokens[phrase.after].roles


def _behind_digits(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether the sign before the number stands behind other digits."""
    at = phrase.first - 1
    return at >= 0 and tokens[at].end == phrase.numeral.start - 1 and not tokens[at].roles


def _score(place: Place, tokens: list[Token], phrase: Phrase) -> bool:
    """ "2:1", "6-3", "92,5/97,0": two numbers with a sign between them that is no range."""
    text, start, end = place.text, phrase.numeral.start, phrase.end
    before, after = text[start - 1 : start], text[end : end + 1]
    digit_before = start > 1 and text[start - 2].isdigit()
    return bool(before and before in ":/" and digit_before) or bool(
        after and after in ":/-–" and text[end + 1 : end + 2].isdigit()
    )


def _dashed_score(place: Place, tokens: list[Token], phrase: Phrase) -> bool:
    """ "a 2-3 defeat": two numbers with a dash are a range only where several things are counted."""
    spaced = place.text[phrase.numeral.end : phrase.numeral.end + 1] == " "
    if not phrase.dashed or spaced or age_before(place, phrase.start):
        return False
    habits = place.habits
    noun = counted(place.text, phrase.end, capitals=habits.capitals, stop_words=habits.stop_words)
    return noun is None or not noun.text.endswith(habits.plural_endings)


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


def _house_or_telephone(place: Place, tokens: list[Token], phrase: Phrase) -> bool:
    """ "Kernweg 7, 97082 Lindow", "(Kern/-8012)": four or five digits behind a house number; an extension."""
    numeral, text = phrase.numeral, place.text
    if not numeral.raw.isdigit() or len(numeral.raw) not in (4, 5):
        return False
    low = max(0, numeral.start - 5)
    return any(form.search(text, low, numeral.start) is not None for form in (HOUSE, EXTENSION))


def _clock(place: Place, tokens: list[Token], phrase: Phrase) -> bool:
    """ "12 Uhr", "5 p.m."."""
    at = phrase.after
    if at >= len(tokens) or "clock" not in tokens[at].roles:
        return False
    gap = place.text[phrase.end : tokens[at].start]
    return gap in SPACES or not gap


def _named(place: Place, tokens: list[Token], phrase: Phrase) -> bool:
    """ "the Six Nations", "Radio Five": a number word with a capital that no sentence and no headline gives it."""
    text, numeral = place.text, phrase.numeral
    start = numeral.start
    if not numeral.spelled or numeral.scale or phrase.start != start or not text[start].isupper():
        return False
    if start in place.sentence_starts or text[start + 1].isupper() or _opens(text, start):
        return False
    return not _headline(text, start)


def _opens(text: str, start: int) -> bool:
    """Whether the text, a line, a quotation or a bracket begins there, so that a capital letter says nothing."""
    if start < FEW or text[start - 1] != " ":
        return start < FEW or text[start - 1] in OPENS
    before = text[start - 2]
    return text[start - 3] in STOPS if before in QUOTES else before in OPENS


def _headline(text: str, at: int) -> bool:
    """Whether nearly all longer words of the line have a capital."""
    low = text.rfind("\n", max(0, at - TITLE), at) + 1
    high = text.find("\n", at, at + TITLE)
    words: list[str] = LINE_WORD.findall(text, max(low, at - TITLE), high if high >= 0 else at + TITLE)
    return len(words) >= FEW and 10 * sum(word[0].isupper() for word in words) >= 8 * len(words)


def _version(place: Place, tokens: list[Token], phrase: Phrase) -> bool:
    """ "14.04" where decimals have a comma, "7/9": nothing is measured or counted so."""
    numeral = phrase.numeral
    foreign = "." if place.habits.decimal == "," else ","
    odd = numeral.rounded and not numeral.scale and not numeral.spelled and place.habits.decimal not in numeral.raw
    slash = numeral.fraction is not None and "/" in numeral.raw and not phrase.is_share(tokens)
    if slash and numeral.fraction is not None and numeral.fraction[1] not in PARTS:
        return True  # "9/11"
    return (slash or (odd and foreign in numeral.raw)) and _noun(place, phrase) is None


def _proper_name(place: Place, tokens: list[Token], phrase: Phrase) -> bool:
    """Whether a bare number belongs to the name before it ("Formel 1", "Boeing 737", "Kazmairstraße 28").

    Only where ungrouped digits follow a capitalised word directly, without a hedge, and count nothing.
    """
    numeral, text = phrase.numeral, place.text
    if numeral.spelled or phrase.hedge is not None or phrase.number is None:
        return False
    if not numeral.raw.isdigit() or numeral.scale or not phrase.start or text[phrase.start - 1] != " ":
        return False
    stop = phrase.start - 1
    left = max(text.rfind(" ", max(0, stop - 40), stop), text.rfind("\n", max(0, stop - 40), stop)) + 1
    while text[left] in QUOTES:
        left += 1
    if not text[left].isupper() or not text[stop - 1].isalnum():
        return False
    opens = place.habits.capitals and left in place.sentence_starts
    if text[left + 1 : stop].islower() and (opens or phrase.number >= LEAST_NO_NAME):
        return False
    return _noun(place, phrase) is None and not _known_before(tokens, phrase)


def _known_before(tokens: list[Token], phrase: Phrase) -> bool:
    at = phrase.first - 1
    return at >= 0 and tokens[at].end + 1 == phrase.start and bool(tokens[at].roles)


def _pronoun(place: Place, tokens: list[Token], phrase: Phrase) -> bool:
    """ "one of the towns", "the big one": a number word that also stands for a thing counts only before its noun."""
    numeral, habits = phrase.numeral, place.habits
    if place.text[phrase.end : phrase.end + 1] == "-" and numeral.raw.lower() in habits.pronouns:
        return True  # "one-stop"
    if not numeral.spelled or numeral.raw.lower() not in habits.pronouns:
        return False
    if phrase.number != 1 or _bounds(tokens, phrase) or _beside_number(place.text, tokens, phrase):
        return False
    noun = _noun(place, phrase)
    return noun is None or noun in habits.uncounted


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


def _noun(place: Place, phrase: Phrase) -> str | None:
    habits = place.habits
    noun = counted(place.text, phrase.end, capitals=habits.capitals, stop_words=habits.stop_words)
    return None if noun is None else noun.text


Group = tuple[tuple[Kind, Predicate], ...]
ALWAYS: Group = (("address", _in_address), ("vague", _vague))
UNMEASURED: Group = (
    ("name", _glued),
    ("score", _score),
    ("minute", _minute),
    ("ordinal", _ordinal),
    ("label", _label),
    ("clock", _clock),
    ("name", _named),
)
BARE: Group = (
    ("address", _house_or_telephone),
    ("score", _dashed_score),
    ("version", _version),
    ("name", _proper_name),
    ("pronoun", _pronoun),
)
