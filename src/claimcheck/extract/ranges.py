"""Number phrases and their ranges: "zwei bis drei Millionen", "15- bis 34-", "$10-$20"."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from claimcheck.extract.numeral import Numeral
from claimcheck.extract.scan import Token

SPACES = frozenset((" ", "\n", " \n", "\n ", "  "))
DASHES = frozenset(("-", "–", " - ", " – ", "- ", "–\n"))
MINUS = "-−–"
LAST_HEDGES = 3
OLDEST = 120


class Phrase:
    """What one number phrase says before its unit is known.

    `start` and `end` include hedges and range words; `first` and `after` are the token indices of its first number
    and behind its last, `bare` the offset of its digits. A range has `number` None; `middle` is the unit written
    after its first number. `currency` is the ISO 4217 code of a sign or a word before the number. `loose` says that
    the hedge could also be a preposition.
    """

    __slots__ = (
        "after", "bare", "currency", "end", "first", "fraction", "hedge", "high", "loose", "low", "middle", "number",
        "numeral", "rounded", "start",
    )  # fmt: skip

    def __init__(self, numeral: Numeral, first: int) -> None:
        self.numeral = numeral
        self.first = first
        self.after = first + 1
        self.start = self.bare = numeral.start
        self.end = numeral.end
        self.number = numeral.value
        self.low: Decimal | None = None
        self.high: Decimal | None = None
        self.hedge: Any = None
        self.loose = False
        self.rounded = numeral.rounded
        self.fraction = numeral.fraction
        self.middle: Token | None = None
        self.currency: str | None = None

    def unscaled_years(self) -> bool:
        """Whether the number or range is a plain whole one that a life can have."""
        top = self.number if self.number is not None else self.high
        return top is not None and 0 <= top <= OLDEST and not self.numeral.scale and not self.rounded


def read_range(text: str, tokens: list[Token], phrase: Phrase, joint: str) -> bool:
    """Joins a second number to the phrase where a range word or a dash stands between; True if it did."""
    at = phrase.after
    if at >= len(tokens):
        return False
    token = tokens[at]
    if joint == "to" and isinstance(token, Numeral):
        gap = text[phrase.end : token.start]
        return gap in DASHES and _dashed(text, phrase, token) and _join(phrase, token, at + 1)
    middle = None
    roles = token.roles
    if joint == "to" and "sign" in roles and at + 1 < len(tokens):  # "$10-$20"
        other = tokens[at + 1]
        if isinstance(other, Numeral) and other.start == token.end and text[phrase.end : token.start] in DASHES:
            return _dashed(text, phrase, other) and _join(phrase, other, at + 2)
    if joint not in roles and ({"percent", "currency", "unit", "time"} & roles.keys()):
        if text[phrase.end : token.start] not in ("", " ", "-"):
            return False
        middle, at = token, at + 1
        if at >= len(tokens):
            return False
        token, roles = tokens[at], tokens[at].roles
    if joint not in roles:
        return False
    left = text[(middle or phrase.numeral).end if middle else phrase.end : token.start]
    if left not in SPACES and left.rstrip(" \n") not in ("-", "‑"):
        return False
    at += 1
    while (
        at < len(tokens) and (hedge := tokens[at].roles) and ("hedge" in hedge or "sign" in hedge or "minus" in hedge)
    ):
        at += 1
    if at >= len(tokens) or not isinstance(other := tokens[at], Numeral) or other.value is None:
        return False
    gap = text[tokens[at - 1].end : other.start]
    negative = gap in (" -", " −", " –") or "minus" in tokens[at - 1].roles
    if gap not in SPACES and gap and not negative:
        return False
    if middle is not None and not _same_unit(text, tokens, middle, other, at):
        return False
    if not _join(phrase, other, at + 1, negative=negative):
        return False
    phrase.middle = middle
    return True


def _same_unit(text: str, tokens: list[Token], middle: Token, other: Numeral, at: int) -> bool:
    """Whether the unit behind the second number, or the sign before it, is that behind the first."""
    near = [tokens[at - 1], *tokens[at + 1 : at + 2]]
    for token in near:
        if (
            token.roles
            and (token.start - other.end in (0, 1) or other.start - token.end in (0, 1))
            and any(
                token.roles.get(role) == middle.roles[role]
                for role in ("percent", "currency", "unit", "time")
                if role in middle.roles
            )
        ):
            return True
    return False


def _dashed(text: str, phrase: Phrase, other: Numeral) -> bool:
    """Whether a dash between two numbers means a range and no score, telephone number or version."""
    before, after = text[phrase.bare - 1 : phrase.bare], text[other.end : other.end + 1]
    plain = before not in "-/.:+" if before else True
    if phrase.number is None or other.value is None or (other.value <= phrase.number and not other.scale):
        return False
    return plain and after not in ("-", "/", ":") and not phrase.numeral.raw.startswith("0")


def _join(phrase: Phrase, other: Numeral, after: int, *, negative: bool = False) -> bool:
    """Makes the phrase a range up to another number, which may lend it its scale word ("zwei bis drei Millionen")."""
    low, high = phrase.number, other.value if not negative or other.value is None else -other.value
    if (
        low is None
        or high is None
        or (other.fraction != phrase.fraction and (other.fraction is None or phrase.fraction is None))
    ):
        return False
    if not phrase.numeral.scale and other.scale >= 3 and 0 < abs(low) < 1000:
        shared = low.scaleb(other.scale)
        if abs(shared) > abs(high) * 10:  # "zwischen 800 und 1,2 Millionen": thousands or millions, nothing decides
            return False
        low = shared
    if negative and high < low:  # "zwischen minus 19 und minus 23 Grad" is in order
        low, high = high, low
    phrase.low, phrase.high, phrase.number = low, high, None
    phrase.rounded = phrase.rounded or other.rounded
    phrase.end = other.end
    phrase.after = after
    return True
