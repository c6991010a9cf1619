"""The unit of a number: behind it, glued to it by a hyphen, or a currency before it; and measures of two units."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

from claimcheck.extract.phrases import Phrase
from claimcheck.extract.scan import NONE, Token
from claimcheck.model import ClaimType

GLUED = frozenset(("", " ", "\n", "-", " \n", "‑", ",- ", ",-", ",– ", ",-- ", " - "))
UNIT_ROLES = ("percent", "currency", "unit", "minor", "times", "age", "either")
NEAR = 60
"""How many characters around a word of two meanings are looked at for a cue."""
FAR = 2_000
"""So many characters around an amount tell the country, and whether the article counts that money."""
LEAST_MONEY = 100
"""A currency whose name is an everyday word too ("won", "rand") is money from this number on."""
QUOTE = '"'
LINE = 400
"""How far back quotation marks are counted."""
STEPS: dict[str, dict[str, Decimal]] = {
    "km": {"m": Decimal("0.001"), "cm": Decimal("0.00001")},
    "m": {"cm": Decimal("0.01"), "mm": Decimal("0.001")},
    "mi": {"yd": Decimal(1) / 1760, "ft": Decimal(1) / 5280},
    "yd": {"ft": Decimal(1) / 3, "in": Decimal(1) / 36},
    "ft": {"in": Decimal(1) / 12},
    "t": {"kg": Decimal("0.001")},
    "kg": {"g": Decimal("0.001")},
    "lb": {"oz": Decimal("0.0625")},
}
"""For a unit the smaller ones that may follow it, as a part of it. Source: the definitions of the units."""


class Unit(NamedTuple):
    """The unit of a phrase: the claim's type, its code, the factor into that code, and where the words end."""

    type: ClaimType
    code: str | None
    factor: Decimal | None
    end: int
    after: int


def unit_at(text: str, tokens: list[Token], phrase: Phrase) -> Unit | None:
    """The unit of a phrase: the currency before it, else what stands behind it."""
    unit = _behind(text, tokens, phrase) or _leading(text, tokens, phrase)
    if phrase.currency is not None and (unit is None or unit.type == "quantity"):
        return Unit("amount", phrase.currency, None, phrase.end, phrase.after)
    return unit


def _leading(text: str, tokens: list[Token], phrase: Phrase) -> Unit | None:
    """The unit that words before a number tell: "mit Tempo 80"."""
    at = phrase.first - 1
    if at < 0 or "leading" not in tokens[at].roles or text[tokens[at].end : phrase.start] != " ":
        return None
    return Unit("quantity", tokens[at].roles["leading"], None, phrase.end, phrase.after)


def _behind(text: str, tokens: list[Token], phrase: Phrase) -> Unit | None:
    """The unit behind a phrase, "%" and "-prozentig" and "Fünf-Prozent-Hürde" alike."""
    at = phrase.after
    if at >= len(tokens) or text[phrase.end : tokens[at].start] not in GLUED:
        return None
    token, after = tokens[at], at + 1
    roles = token.roles
    if "sign" in roles and text[token.end : token.end + 1].isdigit():
        return None
    if "time" in roles and _aged(tokens, after):
        return Unit("quantity", roles["time"], None, token.end, after)
    if roles.keys().isdisjoint(UNIT_ROLES) or not _is_unit(text, phrase, token):
        return None
    return _either(text, phrase, token, after) if "either" in roles else unit_of(token, after)


def _aged(tokens: list[Token], at: int) -> bool:
    """Whether "old" stands right behind a length of time."""
    return at < len(tokens) and tokens[at].start == tokens[at - 1].end + 1 and "aged" in tokens[at].roles


def _is_unit(text: str, phrase: Phrase, token: Token) -> bool:
    """Whether a unit word is one here: no closing quotation mark, no everyday word behind a small number."""
    if text[token.start] == QUOTE:
        inside = text.count(QUOTE, max(0, token.start - LINE, text.rfind("\n", 0, token.start)), token.start) % 2
        return not phrase.numeral.spelled and phrase.end == token.start and not inside
    if "everyday" in token.roles:
        number = phrase.number if phrase.number is not None else phrase.high
        return number is not None and number >= LEAST_MONEY
    return True


def _either(text: str, phrase: Phrase, token: Token, after: int) -> Unit:
    """A word for money or a weight: a scale word, then the cues around, then the language's default decide."""
    currency, unit, default, cues = token.roles["either"]
    currency = _where(text, phrase.start, cues["elsewhere"]) or currency
    around = text[max(0, phrase.start - NEAR) : token.end + NEAR].lower()
    article = text[max(0, phrase.start - FAR) : token.end + FAR].lower()
    money, weight = (any(cue in around for cue in cues[kind]) for kind in ("currency", "unit"))
    if money == weight:
        money = default == "currency" or any(cue in article for cue in cues["throughout"])
    if phrase.numeral.scale >= 3 or money:
        return Unit("amount", currency, None, token.end, after)
    return Unit("quantity", unit, None, token.end, after)


def _where(text: str, at: int, elsewhere: dict[str, list[str]]) -> str | None:
    """The currency of that name in the only other country that the text before names."""
    told = text[max(0, at - FAR) : at + NEAR].lower() if elsewhere else ""
    found = [code for code, cues in elsewhere.items() if any(cue in told for cue in cues)]
    return found[0] if len(found) == 1 else None


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
    for role, code in (("unit", None), ("age", "year"), ("times", "times")):
        if role in roles:
            return Unit("quantity", code or roles[role], None, end, after)
    return None


def part_of(unit: Unit, other: Unit, number: Decimal, smaller: Decimal) -> Decimal | None:
    """What the second measure adds to the first, in the first one's unit; None where it is no part of it.

    A part is smaller than one whole: "5 feet 2 inches", not "5 feet 20 inches"; the first number is whole.
    """
    share = _share(unit, other)
    if share is None or number != number.to_integral_value() or smaller < 0 or smaller * share >= 1:
        return None
    return smaller * share


def _share(unit: Unit, other: Unit) -> Decimal | None:
    """How much of the first unit one of the second is, where it can be a part of it."""
    if unit.type == other.type == "amount":
        return other.factor if unit.factor is None else None
    if unit.type == other.type == "quantity":
        return STEPS.get(unit.code or "", {}).get(other.code or "")
    return None


def joined_by(text: str, tokens: list[Token], unit: Unit, following: Phrase) -> bool:
    """Whether nothing but a space or one joining word stands between a measure and the next number."""
    gap = text[unit.end : following.start].strip(" \n,")
    if not gap:
        return True
    between = [token for token in tokens[unit.after : following.first] if token.start >= unit.end]
    return len(between) == 1 and "joint" in between[0].roles and (text[between[0].start : between[0].end] == gap)


def joint_roles(text: str, tokens: list[Token], start: int, after: int, end: int) -> dict[str, Any]:
    """The roles of the one known word that stands alone between two offsets; `after` is the index of the first."""
    if after >= len(tokens) or tokens[after].end > end:
        return NONE
    token = tokens[after]
    left, right = text[start : token.start], text[token.end : end]
    return NONE if left.strip(" \n-") or right.strip(" \n") else token.roles
