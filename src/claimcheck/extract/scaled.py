"""What multiplies or completes a number behind it: "14,3 | Milliarden", "zwei | Drittel", "5|k"."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple
from unicodedata import category

from claimcheck.extract.numeral import Fraction, Numeral, Row
from claimcheck.extract.scan import Token
from claimcheck.extract.spelled import Spelling

THOUSAND = 3
MOST_PARTS = 100
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
        self.steps: dict[str, Callable[[Row, Scaled, Token], Scaled | None]] = {
            "half": self._half,
            "point": self._point,
            "scale": self._scale,
            "dozen": self._dozen,
            "joint": self._joint,
            "frac": self._fraction,
        }

    def read(self, row: Row, at: int, state: Scaled) -> Scaled:
        """The number that begins at token `at` and is read up to `state`, with all that belongs to it behind."""
        total = Decimal(0)
        while (word := row.next(state.after)) is not None and not isinstance(word, Numeral):
            step = self._step(row, state, word)
            if step is None:
                break
            state = step
            if state.fraction is None and state.scale >= 2 and (rest := self._rest(row, state.after, state.scale)):
                total += state.value
                state = state._replace(value=rest[0], after=rest[1], end=row.tokens[rest[1] - 1].end)
        if not state.scale and row.text[state.end : state.end + 1].isalpha():
            state = self._with_letters(row, row.tokens[at].start, state)
        return state._replace(value=total + state.value) if total else state

    def _step(self, row: Row, state: Scaled, word: Token) -> Scaled | None:
        """One more word of the number, or None where it belongs to something else."""
        for role, read in self.steps.items():
            if role in word.roles and (step := read(row, state, word)) is not None:
                return step
        return None

    @staticmethod
    def _half(row: Row, state: Scaled, word: Token) -> Scaled | None:
        """ "zwei|einhalb", "two and a half": halves of what the last scale word counts."""
        if word.start != state.end and " " not in row.text[word.start : word.end]:
            return None
        value = state.value + Decimal(word.roles["half"]).scaleb(state.scale)
        return state._replace(value=value, after=state.after + 1, end=word.end, rounded=True)

    def _point(self, row: Row, state: Scaled, word: Token) -> Scaled | None:
        """ "zwei Komma fünf"."""
        decimals = None if state.scale else self._decimals(row, state.after)
        if decimals is None:
            return None
        digits, after = decimals
        end = row.tokens[after - 1].end
        return state._replace(value=Decimal(f"{state.value}.{digits}"), after=after, end=end, rounded=True)

    def _scale(self, row: Row, state: Scaled, word: Token) -> Scaled | None:
        """ "14,3 Milliarden"; a second scale word only in one word with the first where words are written together."""
        if state.scale and self.spelling.compound and word.start != state.end:
            return None
        exponent: int = word.roles["scale"]
        rounded = state.rounded or exponent >= THOUSAND
        return Scaled(state.value.scaleb(exponent), state.after + 1, word.end, exponent, state.fraction, rounded)

    @staticmethod
    def _dozen(row: Row, state: Scaled, word: Token) -> Scaled | None:
        if state.scale:
            return None
        return state._replace(value=state.value * word.roles["dozen"], after=state.after + 1, end=word.end, scale=1)

    def _joint(self, row: Row, state: Scaled, word: Token) -> Scaled | None:
        """ "three and one fourth"."""
        mixed = None if state.fraction is not None else self._mixed(row, state.after)
        if mixed is None:
            return None
        value = state.value + mixed[0].scaleb(state.scale if state.scale >= THOUSAND else 0)
        return state._replace(value=value, after=mixed[1], end=row.tokens[mixed[1] - 1].end, rounded=True)

    @staticmethod
    def _fraction(row: Row, state: Scaled, word: Token) -> Scaled | None:
        """ "zwei Drittel"."""
        value = state.value
        if state.fraction is not None or state.scale or value >= MOST_PARTS or value != value.to_integral_value():
            return None
        pair = (int(value), int(word.roles["frac"]))
        return state._replace(value=value / pair[1], after=state.after + 1, end=word.end, fraction=pair)

    def _rest(self, row: Row, after: int, scale: int) -> tuple[Decimal, int] | None:
        """What follows a scale word and is smaller: "zwei Millionen | dreihunderttausend", "3 hundred and | 21"."""
        at = after + 1 if "joint" in row.words(after) else after
        word = row.next(at)
        limit = Decimal(10) ** scale
        if isinstance(word, Numeral):
            return self._digits_behind(row, at, word, limit) if at > after else None
        if word is None or word.roles.keys().isdisjoint(("card", "scale")):
            return None
        got = self.spelling.number(row, at)
        if got is None or got.fraction is not None or got.value >= limit or "frac" in row.words(got.after):
            return None
        return got.value, got.after

    def _digits_behind(self, row: Row, at: int, word: Numeral, limit: Decimal) -> tuple[Decimal, int] | None:
        """The 21 of "3 hundred and 21"."""
        if self.spelling.compound or "scale" in row.words(at + 1) or word.value is None or not word.raw.isdigit():
            return None
        return (word.value, at + 1) if word.value < limit else None

    def _mixed(self, row: Row, joint: int) -> tuple[Decimal, int] | None:
        """The fraction of "three and one fourth", and the index behind it."""
        above, below = row.words(joint + 1), row.words(joint + 2).get("frac")
        count = 1 if "one" in above else above.get("card")
        if self.spelling.compound or not count or not below or count >= below:
            return None
        return Decimal(count) / below, joint + 3

    def _number(self, row: Row, at: int) -> tuple[str, int] | None:
        """The digits of a number in words, and the index behind it."""
        got = self.spelling.number(row, at)
        return (str(got.value), got.after) if got is not None else None

    def _decimals(self, row: Row, point: int) -> tuple[str, int] | None:
        """The digits behind "point" or "Komma": words one by one, or one number; and the index behind them."""
        digits, at = "", point + 1
        while (word := row.next(at)) is not None:
            if isinstance(word, Numeral):
                return (word.raw, at + 1) if not digits and word.raw.isdigit() else None
            card = word.roles.get("card")
            if card is None or (card > 9 and digits):
                break
            if card > 9:
                return self._number(row, at)
            digits += str(card)
            at += 1
        return (digits, at) if digits else None

    def _with_letters(self, row: Row, start: int, state: Scaled) -> Scaled:
        """The number with the letters that scale it, glued to its digits: "5k", "$5m", "3.35m euros"."""
        glued = self._glued(row.text, state.end, money=_is_money(row, start, state))
        if glued is None:
            return state
        end, exponent = glued
        inside = state.after < len(row.tokens) and row.tokens[state.after].start < end  # the letter is no metre here
        return state._replace(
            value=state.value.scaleb(exponent), after=state.after + inside, end=end, scale=exponent, rounded=True
        )

    def _glued(self, text: str, end: int, *, money: bool) -> tuple[int, int] | None:
        """Letters glued to digits: the offset behind them and their exponent."""
        for size in (3, 2, 1):
            word = text[end : end + size]
            if len(word) == size and not text[end + size : end + size + 1].isalnum():
                exponent = self.letters.get(word) or (self.money.get(word) if money else None)
                if exponent is not None:
                    return end + size, exponent
        return None


def _is_money(row: Row, start: int, state: Scaled) -> bool:
    """Whether a currency sign stands before the digits or a currency behind their letter."""
    text = row.text
    if any(category(sign) == "Sc" for sign in text[max(0, start - 2) : start]):
        return True
    return any(
        "currency" in token.roles and text[token.start - 1] == " " and token.start - state.end <= SHORT
        for token in row.tokens[state.after : state.after + 2]
    )
