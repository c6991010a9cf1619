"""The base of a rate: "35 Fälle je 100.000 Einwohner", "800 Euro pro Monat", "$20 a day", "5 l/100 km"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from claimcheck.extract.numeral import Numeral
from claimcheck.extract.scan import NONE
from claimcheck.model import Per

if TYPE_CHECKING:
    from claimcheck.extract.phrases import Phrase
    from claimcheck.extract.place import Place
    from claimcheck.extract.scan import Token

LEAST_BASE = 100
WORD = re.compile(r"[ \n]([^\W\d_][\w-]*)")


def read_per(place: Place, tokens: list[Token], end: int, phrase: Phrase, at: int) -> tuple[Per, int] | None:
    """The base that follows a measure directly, and the index of the token behind it; `at` is where the phrase ends."""
    while at < len(tokens) and tokens[at].start < end:
        at += 1
    if at >= len(tokens):
        return None
    if place.text[end : end + 1] == "/":
        return _slash(place.text, tokens, end + 1, at)
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
    return _of_things(place.text, base, number, word, after)


def _of_things(text: str, base: int, number: Decimal | None, word: Token, after: int) -> tuple[Per, int] | None:
    """A base without a unit: "per flat", "per 100,000"."""
    match = WORD.match(text, base)
    if match is None and number is not None and is_base(number):
        return Per(number, None, None), after  # "an incidence of 53 per 100,000"
    if match is None or "one" in word.roles:  # "$20 a day" needs a unit of time: "20 a" alone is an article
        return None
    return Per(number or Decimal(1), None, match.group(1)), after


def _slash(text: str, tokens: list[Token], end: int, at: int) -> tuple[Per, int] | None:
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
