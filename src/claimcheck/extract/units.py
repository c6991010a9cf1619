"""The unit of a number: behind it, glued to it by a hyphen, or a currency before it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

from claimcheck.extract.ranges import Phrase
from claimcheck.extract.scan import Token
from claimcheck.model import ClaimType

GLUED = frozenset(("", " ", "\n", "-", " \n", "‑", ",- ", ",-", ",– ", ",-- ", " - "))
UNIT_ROLES = ("percent", "currency", "unit", "minor", "times", "age", "either")
NEAR = 60
"""How many characters around a word of two meanings are looked at for a cue."""


class Unit(NamedTuple):
    """The unit of a phrase: the claim's type, its code, the factor into that code, and where the words end."""

    type: ClaimType
    code: str | None
    factor: Decimal | None
    end: int
    after: int


def unit_at(text: str, tokens: list[Token], phrase: Phrase) -> Unit | None:
    """The unit of a phrase: the currency before it, else what stands behind it."""
    unit = _behind(text, tokens, phrase)
    if phrase.currency is not None and (unit is None or unit.type == "quantity"):
        return Unit("amount", phrase.currency, None, phrase.end, phrase.after)
    return unit


def _behind(text: str, tokens: list[Token], phrase: Phrase) -> Unit | None:
    """The unit behind a phrase, "%" and "-prozentig" and "Fünf-Prozent-Hürde" alike."""
    at = phrase.after
    if at >= len(tokens):
        return None
    roles = tokens[at].roles
    if text[phrase.end : tokens[at].start] not in GLUED or (
        "sign" in roles and text[tokens[at].end : tokens[at].end + 1].isdigit()
    ):
        return None
    if (
        "time" in roles
        and at + 1 < len(tokens)
        and "aged" in tokens[at + 1].roles
        and tokens[at + 1].start == tokens[at].end + 1
    ):
        return Unit("quantity", roles["time"], None, tokens[at].end, at + 1)
    if not any(role in roles for role in UNIT_ROLES):
        return None
    if "either" in roles:
        return _either(text, phrase, tokens[at], at + 1)
    return unit_of(tokens[at], at + 1)


def _either(text: str, phrase: Phrase, token: Token, after: int) -> Unit:
    """A word for money or a weight: a scale word, then the cues around, then the language's default decide."""
    currency, unit, default, cues = token.roles["either"]
    around = text[max(0, phrase.start - NEAR) : token.end + NEAR].lower()
    money = any(cue in around for cue in cues["currency"])
    weight = any(cue in around for cue in cues["unit"])
    if phrase.numeral.scale >= 3 or (default == "currency" if money == weight else money):
        return Unit("amount", currency, None, token.end, after)
    return Unit("quantity", unit, None, token.end, after)


def unit_of(token: Token, after: int) -> Unit | None:
    """What a unit word stands for; None where it is none of money, shares and measures."""
    roles: dict[str, Any] = token.roles
    end = token.end
    if "percent" in roles:
        kind = roles["percent"]
        if kind == "permille":
            return Unit("quantity", "permille", None, end, after)
        if kind == "basis_point":
            return Unit("percentage", "percentage_point", Decimal("0.01"), end, after)
        return Unit("percentage", kind, None, end, after)
    if "currency" in roles:
        return Unit("amount", roles["currency"], None, end, after)
    if "minor" in roles:
        code, per_major = roles["minor"]
        return Unit("amount", code, Decimal(1) / per_major, end, after)
    if "unit" in roles:
        return Unit("quantity", roles["unit"], None, end, after)
    if "age" in roles:
        return Unit("quantity", "year", None, end, after)
    if "times" in roles:
        return Unit("quantity", "times", None, end, after)
    return None
