"""Numbers in names and addresses: "Formel 1", "the Six Nations", "A320", "14.04", "user_12", "97082 Lindow"."""

from __future__ import annotations

import re

from claimcheck.extract.phrases import Phrase
from claimcheck.extract.place import Place
from claimcheck.extract.rates import is_base
from claimcheck.extract.scan import Token

ADDRESS = re.compile(r"://|www\.|@|%[0-9A-F]{2}")
GLUE = frozenset("_#@=&%+\\|")
ATTRIBUTE = frozenset(('="', "='"))
QUOTES = "\"“”„»«)’'"
OPENS = "\n\"“”„»«‚‘'(–—-•*:….!?"
"""After these a capital letter says nothing."""
STOPS = ".!?…"
SERIAL_DIGITS = 6
LEAST_NO_NAME = 1000
"""From here on only an odd word before makes a number part of a name ("FRITZ!Box 5490")."""
PARTS = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 100))
"""What a fraction in digits is likely to have below its line."""
REACH = 120
"""How far to the left and right a word around a number is looked at: enough for any name or address."""
SUFFIX = re.compile(r"-[A-Z](?![^\W_])")
EXTENSION = re.compile(r"/ ?-?\Z")
HOUSE = re.compile(r"\d[a-z]?, \Z")
SERIAL = re.compile(r"(?<![\d.,])\d{6} ?[-–] ?\Z")
SERIAL_BEHIND = re.compile(r" ?[-–] ?\d{2,5}(?![\d.,])")
LINE_WORD = re.compile(r"[^\W\d_]{4,}")
FEW = 4
LONGEST_WORD = 40
TITLE = 300
"""A longer line is no headline."""


def in_address(place: Place, tokens: list[Token], phrase: Phrase) -> bool:
    """Whether the digits are glued into a word, an e-mail or a web address ("a%25b", "user_12")."""
    text, start, end = place.text, phrase.numeral.start, phrase.end
    before = text[start - 1] if start else " "
    if before.isalnum() or before in GLUE or (before == "/" and not _behind_unit(tokens, phrase)):
        return True
    if text[max(0, start - 2) : start] in ATTRIBUTE or (end < len(text) and text[end] in "_@=\\"):
        return True
    word = _around(text, start, end)
    return len(word) > end - start + 4 and ADDRESS.search(word) is not None


def _around(text: str, start: int, end: int) -> str:
    """What stands around digits between two blanks."""
    left = text.rfind(" ", max(0, start - REACH), start) + 1
    right = text.find(" ", end, end + REACH)
    return text[max(left, start - REACH) : right if right >= 0 else end + REACH]


def _behind_unit(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether the slash before the number stands between two measures: "110 kW/150 PS", but not "5 l/100 km"."""
    at = phrase.first - 1
    if at < 0 or tokens[at].end != phrase.numeral.start - 1 or phrase.number is None:
        return False
    return "unit" in tokens[at].roles and not is_base(phrase.number)


def glued(place: Place, tokens: list[Token], phrase: Phrase) -> bool:
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


def house_or_telephone(place: Place, tokens: list[Token], phrase: Phrase) -> bool:
    """ "Kernweg 7, 97082 Lindow", "(Kern/-8012)": four or five digits behind a house number; an extension."""
    numeral, text = phrase.numeral, place.text
    if not numeral.raw.isdigit() or len(numeral.raw) not in (4, 5):
        return False
    low = max(0, numeral.start - 5)
    return any(form.search(text, low, numeral.start) is not None for form in (HOUSE, EXTENSION))


def serial(place: Place, tokens: list[Token], phrase: Phrase) -> bool:
    """Both parts of "310312 - 0386 Lindow": six digits of a day, and the number of a bulletin of it."""
    numeral, text = phrase.numeral, place.text
    if not numeral.raw.isdigit():
        return False
    if len(numeral.raw) == SERIAL_DIGITS and SERIAL_BEHIND.match(text, numeral.end):
        return True
    return SERIAL.search(text, max(0, numeral.start - SERIAL_DIGITS - 4), numeral.start) is not None


def named(place: Place, tokens: list[Token], phrase: Phrase) -> bool:
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


def version(place: Place, tokens: list[Token], phrase: Phrase) -> bool:
    """ "14.04" where decimals have a comma, "7/9": nothing is measured or counted so."""
    numeral = phrase.numeral
    if numeral.fraction is not None and "/" in numeral.raw:
        if numeral.fraction[1] not in PARTS:
            return True  # "9/11"
        return not phrase.is_share(tokens) and place.counted(phrase.end) is None
    if numeral.spelled or numeral.scale or not numeral.rounded:
        return False
    return _is_foreign(numeral.raw, place.habits.decimal) and place.counted(phrase.end) is None


def _is_foreign(raw: str, decimal: str) -> bool:
    """Whether digits have the decimal sign of another language only."""
    return decimal not in raw and ("." if decimal == "," else ",") in raw


def proper_name(place: Place, tokens: list[Token], phrase: Phrase) -> bool:
    """Whether a bare number belongs to the name before it ("Formel 1", "Boeing 737", "Kazmairstraße 28").

    Only where ungrouped digits follow a capitalised word directly, without a hedge, and count nothing.
    """
    numeral, text = phrase.numeral, place.text
    if phrase.hedge is not None or phrase.number is None or not numeral.raw.isdigit() or numeral.scale:
        return False
    left, stop = _word_before(text, phrase.start)
    if left == stop or not text[left].isupper() or not text[stop - 1].isalnum():
        return False
    starter = text[left:stop] in place.habits.starters
    opens = left in place.sentence_starts and (place.habits.capitals or starter)
    opens = opens or (starter and _opens(text, left))  # "Es fehlte keins: Alle 40 kamen zurück"
    if text[left + 1 : stop].islower() and (opens or phrase.number >= LEAST_NO_NAME):
        return False
    return place.counted(phrase.end) is None and not _known_before(tokens, phrase)


def _word_before(text: str, start: int) -> tuple[int, int]:
    """Where the word before one space begins, without its quotation mark, and ends; twice the same where none does."""
    stop = start - 1
    if start < 1 or text[stop] != " ":
        return start, start
    low = max(0, stop - LONGEST_WORD)
    left = max(text.rfind(" ", low, stop), text.rfind("\n", low, stop)) + 1
    while left < stop and text[left] in QUOTES:
        left += 1
    return left, stop


def _known_before(tokens: list[Token], phrase: Phrase) -> bool:
    at = phrase.first - 1
    return at >= 0 and tokens[at].end + 1 == phrase.start and bool(tokens[at].roles)
