"""The base of a rate: "35 Fälle je 100.000 Einwohner", "800 Euro pro Monat", "$20 a day"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.extract.numeral import Numeral
from claimcheck.model import Per

if TYPE_CHECKING:
    from claimcheck.extract.place import Place
    from claimcheck.extract.scan import Token

LEAST_BASE = 100
WORD = re.compile(r"[ \n]([^\W\d_][\w-]*)")


def read_per(place: Place, tokens: list[Token], end: int, at: int) -> tuple[Per, int] | None:
    """The base that follows a measure directly, and the index of the token behind it."""
    while at < len(tokens) and tokens[at].start < end:
        at += 1
    if at >= len(tokens) or "per" not in (roles := tokens[at].roles):
        return None
    token = tokens[at]
    if place.text[end : token.start] not in (" ", "\n", ""):
        return None
    number, at, end = Decimal(1), at + 1, token.end
    if (
        at < len(tokens)
        and isinstance(base := tokens[at], Numeral)
        and base.value is not None
        and base.start == end + 1
    ):
        number, at, end = base.value, at + 1, base.end
    if "into" in roles and (number < LEAST_BASE or number.normalize().as_tuple().digits != (1,)):
        return None  # "auf 100.000 Einwohner" is a rate; "auf 663 Personen" and "auf Dauer" are none
    beside = at < len(tokens) and tokens[at].start <= end + 1
    if "into" in roles and beside and {"currency", "percent", "sign"} & tokens[at].roles.keys():
        return None  # "von 80 auf 100 Millionen Euro"
    if at < len(tokens) and (unit := tokens[at].roles) and tokens[at].start == end + 1:
        if "time" in unit:
            return Per(number, unit["time"], None), at + 1
        if "unit" in unit:
            return Per(number, unit["unit"], None), at + 1
    match = WORD.match(place.text, end)
    if match is None or "one" in roles:  # "$20 a day" needs a unit of time: "20 a" alone is an article
        return None
    return Per(number, None, match.group(1)), at
