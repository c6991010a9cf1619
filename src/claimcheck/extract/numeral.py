"""A number as written, and the row of tokens in which it stands."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from claimcheck.extract.scan import NONE, Token

Fraction = tuple[int, int]
GAPS = frozenset(("", " ", "\n", "-", " \n", "\n ", "  "))
"""What may stand between the parts of one number."""


class Numeral(Token):
    """A number as written.

    `value` is None where the digits are no number (a date, a version, a telephone number): then `raw` tells.
    `rounded`: a scale word or decimals stand behind it. `scale` is the exponent of its last scale word, else 0.
    `spelled`: begins with a word. `fraction` is (numerator, denominator) where it was a vulgar fraction.
    """

    __slots__ = ("fraction", "raw", "rounded", "scale", "spelled", "value")

    def __init__(
        self,
        start: int,
        end: int,
        raw: str,
        value: Decimal | None,
        *,
        rounded: bool = False,
        scale: int = 0,
        spelled: bool = False,
        fraction: Fraction | None = None,
    ) -> None:
        super().__init__(start, end, NONE)
        self.raw = raw
        self.value = value
        self.rounded = rounded
        self.scale = scale
        self.spelled = spelled
        self.fraction = fraction


class Row:
    """The tokens of one text, and which of them continue a number."""

    __slots__ = ("text", "tokens")

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text = text
        self.tokens = tokens

    def next(self, at: int) -> Token | None:
        """The token at an index if nothing but one space, one line end or one hyphen stands before it."""
        if at >= len(self.tokens):
            return None
        token = self.tokens[at]
        return token if self.text[self.tokens[at - 1].end : token.start] in GAPS else None

    def words(self, at: int) -> dict[str, Any]:
        """The roles of that token; empty where there is none or it is a number in digits."""
        token = self.next(at)
        return token.roles if token is not None else {}

    def glued(self, at: int) -> bool:
        """Whether the token at an index follows the one before it within one word."""
        return self.tokens[at - 1].end == self.tokens[at].start
