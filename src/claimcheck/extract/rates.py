"""The base of a rate: "35 Fälle je 100.000 Einwohner", "800 Euro pro Monat", "$20 a day", "5 l/100 km"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from claimcheck.extract.numeral import Numeral
from claimcheck.extract.place import Reading
from claimcheck.extract.scan import NONE, SPACES, Token
from claimcheck.model import Measure, Per

if TYPE_CHECKING:
    from claimcheck.extract.phrases import Phrase
    from claimcheck.extract.place import Place


LEAST_BASE = 100
WORD = re.compile(r"[ \n]([^\W\d_][\w-]*)")


def read_per(place: Place, tokens: list[Token], end: int, phrase: Phrase, at: int) -> tuple[Per, int] | None:
    """The base that follows a measure directly, and the index of the token behind it; `at` is where the phrase ends."""
    while at < len(tokens) and tokens[at].start < end:
        at += 1
    if at >= len(tokens):
        return None
    if place.text[end : end + 1] == "/":
        return _slash(tokens, end + 1, at)
    word = tokens[at]
    if "per" not in word.roles or place.text[end : word.start] not in (" ", "\n", ""):
        return None
    number, after = _base(tokens, at + 1, word.end)
    base = word.end if number is None else tokens[after - 1].end
    beside = _beside(tokens, after, base)
    code = beside.get("time") or beside.get("unit")
    if "into" in word.roles and (not _may_be_base(number, beside) or _leads_on(place, tokens, phrase, end, code)):
        return None
    if code is not None:
        looks_back = "one" in word.roles and _looks_back(tokens, after + 1)
        return None if looks_back else (Per(number or Decimal(1), code, None), after + 1)
    article = "one" in word.roles and not _needs_base(place, phrase, end)
    return None if article else _of_things(place.text, base, number, after)


def _needs_base(place: Place, phrase: Phrase, end: int) -> bool:
    """Whether what "a" follows is a rate: "21.5 a game", for "20 a" alone is an article and "$20 a day" has a unit of
    time.
    """
    bare = end == phrase.end and place.text[phrase.bare - 1 : phrase.bare] in SPACES
    return bare and phrase.number is not None and phrase.number != phrase.number.to_integral_value()


def _of_things(text: str, base: int, number: Decimal | None, after: int) -> tuple[Per, int] | None:
    """A base without a unit: "per flat", "per 100,000"."""
    match = WORD.match(text, base)
    if match is None and number is not None and is_base(number):
        return Per(number, None, None), after  # "an incidence of 53 per 100,000"
    if match is None:
        return None
    return Per(number or Decimal(1), None, match.group(1)), after


def _slash(tokens: list[Token], end: int, at: int) -> tuple[Per, int] | None:
    """ "5 l/100 km", "30 Euro/Stunde"."""
    number, after = _base(tokens, at, end - 1)
    if number is not None:
        end = tokens[after - 1].end
    if after >= len(tokens) or tokens[after].start - end not in ((0, 1) if number is not None else (0,)):
        return None
    roles = tokens[after].roles
    code = roles.get("time") or roles.get("unit")
    if code is None or (number is not None and not is_base(number)):
        return None
    return Per(number or Decimal(1), code, None), after + 1


def _base(tokens: list[Token], at: int, end: int) -> tuple[Decimal | None, int]:
    """The number of the base right behind an offset, and the index behind it."""
    if at < len(tokens) and isinstance(base := tokens[at], Numeral) and base.start == end + 1:
        return base.value, at + (base.value is not None)
    return None, at


def _beside(tokens: list[Token], at: int, end: int) -> dict[str, Any]:
    return tokens[at].roles if at < len(tokens) and tokens[at].start == end + 1 else NONE


def _may_be_base(number: Decimal | None, behind: dict[str, Any]) -> bool:
    """ "auf 100.000 Einwohner" is a rate; "auf 663 Personen", "auf Dauer", "auf 100 Millionen Euro" are none."""
    if number is None or not is_base(number):
        return False
    return behind.keys().isdisjoint(("currency", "percent", "sign"))


def _leads_on(place: Place, tokens: list[Token], phrase: Phrase, end: int, code: str | None) -> bool:
    """Whether "auf" leads to a new value: "von 8000 Tonnen auf 10.000 Tonnen", "von zuletzt 80 auf 100 Tonnen"."""
    before = phrase.before(place.text, tokens)
    if before is not None and not {"from", "by"}.isdisjoint(before.roles):
        return True
    own = tokens[phrase.after].roles if phrase.after < len(tokens) and tokens[phrase.after].start < end else NONE
    return code is not None and own.get("unit") == code


def is_base(number: Decimal) -> bool:
    """Whether a number is one that rates are given for: 100, 1000, 100,000."""
    return number >= LEAST_BASE and number.normalize().as_tuple().digits == (1,)


def _looks_back(tokens: list[Token], at: int) -> bool:
    """Whether "40 million a year before" tells when and no rate."""
    return at < len(tokens) and tokens[at].start == tokens[at - 1].end + 1 and "looks_back" in tokens[at].roles


WORD_BEFORE = re.compile(r"(?<![.!?] )\b([^\W\d_]+) \Z")
REACH = 30
HYPHENED = SPACES | {"-"}
NOT_ALONE = ("time", "scale", "dozen", "unit", "one")
"""Behind these a half is half of them: "half a million", "half an hour"."""
MEASURED = ("percent", "currency", "time", "clock")


def find_shares(text: str, tokens: list[Token], taken: list[bool]) -> list[Reading]:
    """All shares in words; the numbers inside them stay counts of their own."""
    found: list[Reading] = []
    for at, token in enumerate(tokens):
        if taken[at]:
            continue
        if isinstance(token, Numeral):
            reading = _out_of(text, tokens, at, taken)
        elif "each" in token.roles:
            reading = _each(text, tokens, at)
        elif "whole" in token.roles and not _behind_number(tokens, at):
            reading = _whole(text, tokens, at)
        else:
            continue
        if reading is not None:
            found.append(reading)
    return found


def _behind_number(tokens: list[Token], at: int) -> bool:
    return at > 0 and isinstance(tokens[at - 1], Numeral) and tokens[at - 1].end + 1 == tokens[at].start


def _share(text: str, tokens: list[Token], at: int, end: int, fraction: tuple[int, int]) -> Reading:
    """A fraction as a percentage, with the hedge before it."""
    start, hedge = tokens[at].start, None
    before = at - 1
    if before >= 0 and "determiner" in tokens[before].roles and text[tokens[before].end : start] in SPACES:
        if before and "hedge" in tokens[before - 1].roles:  # "mehr als die Hälfte"
            start = tokens[before].start
        before -= 1
    while before >= 0 and "hedge" in (roles := tokens[before].roles) and text[tokens[before].end : start] in SPACES:
        hedge, start = roles["hedge"], tokens[before].start
        before -= 1
    value = Decimal(100) * fraction[0] / fraction[1]
    return Reading("percentage", start, end, Measure(value, "percent", hedge=hedge, fraction=fraction))


def _each(text: str, tokens: list[Token], at: int) -> Reading | None:
    """ "jeder vierte": the ordinal says the denominator; "jeder erste" is none."""
    if at + 1 >= len(tokens) or "ord" not in (roles := tokens[at + 1].roles) or roles["ord"] < 2:
        return None
    if text[tokens[at].end : tokens[at + 1].start] not in SPACES:
        return None
    return _share(text, tokens, at, tokens[at + 1].end, (1, roles["ord"]))


def _whole(text: str, tokens: list[Token], at: int) -> Reading | None:
    """ "die Hälfte": a fraction that needs no number before it."""
    token = tokens[at]
    below = token.roles.get("frac")
    if below is None or "-" in (text[token.end : token.end + 1], text[token.start - 1 : token.start]):
        return None
    behind = tokens[at + 1] if at + 1 < len(tokens) and tokens[at + 1].start <= token.end + 1 else None
    if behind is not None and (isinstance(behind, Numeral) or not behind.roles.keys().isdisjoint(NOT_ALONE)):
        return None
    if _part_of_game(text, tokens, at, behind):
        return None
    return _share(text, tokens, at, token.end, (1, below))


def _part_of_game(text: str, tokens: list[Token], at: int, behind: Token | None) -> bool:
    """Whether the first of two parts is meant and no share: "the second half", "what a half it was", "a Welsh half"."""
    token = tokens[at]
    beside = tokens[at - 1].roles if at and text[tokens[at - 1].end : token.start] in HYPHENED else NONE
    if "ord" in beside:
        return True
    if behind is not None and "one_of" in behind.roles:
        return False
    word = WORD_BEFORE.search(text, max(0, token.start - REACH), token.start)
    named = word is not None and word.group(1)[0].isupper() and "determiner" not in beside
    return "half" in token.roles and (named or "one" in beside)


def _out_of(text: str, tokens: list[Token], at: int, taken: list[bool]) -> Reading | None:
    """ "drei von vier", "one in five", "14 von 20": two bare counts, the first no greater than the second."""
    first, index = tokens[at], _whole_of(tokens, at)
    if index is None or taken[index] or text[first.end : tokens[at + 1].start] not in SPACES:
        return None
    second = tokens[index]
    if text[tokens[index - 1].end : second.start] not in SPACES or _measured(tokens, index):
        return None
    pair = _pair(first, second)
    return None if pair is None else _share(text, tokens, at, second.end, pair)


def _whole_of(tokens: list[Token], at: int) -> int | None:
    """The token behind "of" or "in" and its hedges."""
    if at + 2 >= len(tokens) or "one_of" not in tokens[at + 1].roles:
        return None
    return next((index for index in range(at + 2, len(tokens)) if "hedge" not in tokens[index].roles), None)


def _measured(tokens: list[Token], at: int) -> bool:
    """Whether a unit follows the number, so that it counts nothing."""
    if at + 1 >= len(tokens) or tokens[at + 1].start > tokens[at].end + 1:
        return False
    return not tokens[at + 1].roles.keys().isdisjoint(MEASURED)


def _pair(first: Token, second: Token) -> tuple[int, int] | None:
    """Two whole numbers of which the first can be a part of the second."""
    part, whole = _count(first), _count(second)
    if part is None or whole is None or not 0 < part <= whole:
        return None
    exact = isinstance(first, Numeral) and not first.rounded
    return (part, whole) if exact or (isinstance(second, Numeral) and second.rounded) else None


def _count(token: Token) -> int | None:
    """A whole number, in words or digits."""
    value = token.value if isinstance(token, Numeral) and not token.fraction else None
    return int(value) if value is not None and value == value.to_integral_value() else None
