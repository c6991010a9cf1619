"""What multiplies or completes a number behind it: "14,3 | Milliarden", "zwei | Drittel", "5|k"."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple
from unicodedata import category

from claimcheck.extract.numeral import Fraction, Numeral, Row
from claimcheck.extract.scan import Token
from claimcheck.extract.spelled import Spelling

THOUSAND = 3
SHORT = 3
"""A letter and a space stand between digits and the currency of "3.35m euros", no more."""


class Scaled(NamedTuple):
    """The number so far: its value, the index and the offset behind it, its last scale, its fraction."""

    value: Decimal
    after: int
    end: int
    scale: int
    fraction: Fraction | None
    rounded: bool


class Scales:
    """The words and letters that scale a number; `glued` letters always, `money` ones behind a currency sign."""

    def __init__(self, spelling: Spelling, glued: dict[str, int], money: dict[str, int]) -> None:
        self.spelling = spelling
        self.letters = glued
        self.money = money

    def read(self, row: Row, at: int, state: Scaled) -> Scaled:
        """The number that begins at token `at` and is read up to `state`, with all that belongs to it behind."""
        text, start = row.text, row.tokens[at].start
        total = Decimal(0)
        while (word := row.next(state.after)) is not None and not isinstance(word, Numeral):
            step = self._step(row, state, word)
            if step is None:
                break
            state = step
            if state.fraction is None and state.scale >= 2 and (rest := self._rest(row, state.after, state.scale)):
                total += state.value
                state = state._replace(value=rest[0], after=rest[1], end=row.tokens[rest[1] - 1].end)
        if not state.scale and state.end < len(text) and text[state.end].isalpha():
            glued = self._glued(row, start, state)
            if glued is not None:
                inside = state.after < len(row.tokens) and row.tokens[state.after].start < glued[0]
                after = state.after + inside  # the letter is no metre here
                value = state.value.scaleb(glued[1])
                state = state._replace(value=value, after=after, end=glued[0], scale=glued[1], rounded=True)
        return state._replace(value=total + state.value) if total else state

    def _step(self, row: Row, state: Scaled, word: Token) -> Scaled | None:
        """One more word of the number, or None where it belongs to something else."""
        roles = word.roles
        value, after, end, scale, fraction, _ = state
        if "half" in roles and (word.start == end or " " in row.text[word.start : word.end]):
            return Scaled(value + Decimal(roles["half"]).scaleb(scale), after + 1, word.end, scale, fraction, True)
        if "point" in roles and not scale and (decimals := self._decimals(row, after)) is not None:
            number = Decimal(f"{value}.{decimals[0]}")
            return Scaled(number, decimals[1], row.tokens[decimals[1] - 1].end, scale, fraction, True)
        if "scale" in roles and (not scale or not self.spelling.compound or word.start == end):
            exponent: int = roles["scale"]
            return Scaled(
                value.scaleb(exponent), after + 1, word.end, exponent, fraction, state.rounded or exponent >= THOUSAND
            )
        if "dozen" in roles and not scale:
            return Scaled(value * roles["dozen"], after + 1, word.end, 1, fraction, state.rounded)
        if "joint" in roles and fraction is None and (mixed := self._mixed(row, after)) is not None:
            number = value + mixed[0].scaleb(scale if scale >= THOUSAND else 0)
            return Scaled(number, mixed[1], row.tokens[mixed[1] - 1].end, scale, fraction, True)
        if "frac" in roles and fraction is None and not scale and value < 100 and value == value.to_integral_value():
            pair = (int(value), int(roles["frac"]))
            return Scaled(value / pair[1], after + 1, word.end, scale, pair, state.rounded)
        return None

    def _rest(self, row: Row, after: int, scale: int) -> tuple[Decimal, int] | None:
        """What follows a scale word and is smaller: "zwei Millionen | dreihunderttausend", "3 hundred and | 21"."""
        at = after + 1 if "joint" in row.words(after) else after
        word = row.next(at)
        limit = Decimal(10) ** scale
        if isinstance(word, Numeral):
            alone = "scale" not in row.words(at + 1)
            if at == after or self.spelling.compound or not alone or word.value is None or not word.raw.isdigit():
                return None
            return (word.value, at + 1) if word.value < limit else None
        if word is None or not ("card" in word.roles or "scale" in word.roles):
            return None
        got = self.spelling.number(row, at)
        if got is None or got.fraction is not None or got.value >= limit or "frac" in row.words(got.after):
            return None
        return got.value, got.after

    def _mixed(self, row: Row, joint: int) -> tuple[Decimal, int] | None:
        """The fraction of "three and one fourth", and the index behind it."""
        above, below = row.words(joint + 1), row.words(joint + 2).get("frac")
        count = 1 if "one" in above else above.get("card")
        if self.spelling.compound or not count or not below or count >= below:
            return None
        return Decimal(count) / below, joint + 3

    def _decimals(self, row: Row, point: int) -> tuple[str, int] | None:
        """The digits behind "point" or "Komma": words one by one, or one number; and the index behind them."""
        digits, at = "", point + 1
        while (word := row.next(at)) is not None:
            if isinstance(word, Numeral):
                return (word.raw, at + 1) if not digits and word.raw.isdigit() else None
            card = row.words(at).get("card")
            if card is None or (card > 9 and digits):
                break
            if card > 9:
                got = self.spelling.number(row, at)
                return (str(got.value), got.after) if got is not None else None
            digits += str(card)
            at += 1
        return (digits, at) if digits else None

    def _glued(self, row: Row, start: int, state: Scaled) -> tuple[int, int] | None:
        """Letters glued to digits: the offset behind them and their exponent."""
        text, end = row.text, state.end
        money = any(category(sign) == "Sc" for sign in text[max(0, start - 2) : start]) or any(
            "currency" in token.roles and text[token.start - 1] == " " and token.start - end <= SHORT
            for token in row.tokens[state.after : state.after + 2]
        )
        for size in (3, 2, 1):
            word = text[end : end + size]
            if len(word) == size and not text[end + size : end + size + 1].isalnum():
                exponent = self.letters.get(word) or (self.money.get(word) if money else None)
                if exponent is not None:
                    return end + size, exponent
        return None
