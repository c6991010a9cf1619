"""Numbers in digits and words, put together: "14,3 Milliarden", "zweieinhalb Millionen", "3/4", "one hundred and five".

The result is the token list again, with every number replaced by one `Numeral`; all extractors read that list.
"""

from __future__ import annotations

from decimal import Decimal

from claimcheck.extract.numeral import Notation, Numeral, Row, notation, split_digits
from claimcheck.extract.scaled import Scaled, Scales
from claimcheck.extract.scan import Scanner, Token
from claimcheck.extract.spelled import HALVED, NUMBER_ROLES, Spelled, Spelling
from claimcheck.languages import Language

__all__ = ["Numeral", "Numerals"]


SHORT = 5


class Numerals:
    """The number grammar of one language."""

    def __init__(self, language: Language) -> None:
        self.scanner = Scanner(language)
        self.notation: Notation = notation(language.numbers)
        self.spelling = Spelling(
            compound=language.numbers["compound"],
            follows=frozenset((*language.numbers["stop_words"], *language.numbers["compares"])),
        )
        self.scales = Scales(self.spelling, language.numbers["glued"], language.numbers["glued_money"])

    def read(self, text: str) -> list[Token]:
        """All tokens of the text in order, numbers as `Numeral`, words as `Token` with roles."""
        tokens = split_digits(text, self.scanner.tokens(text), self.notation)
        row = Row(text, tokens)
        result: list[Token] = []
        at, count = 0, len(tokens)
        while at < count:
            token = tokens[at]
            if isinstance(token, Numeral) or not NUMBER_ROLES.isdisjoint(token.roles):
                numeral, after = self._number(row, at)
                if numeral is not None:
                    result.append(numeral)
                    at = after
                    continue
            result.append(token)
            at += 1
        return result

    def _number(self, row: Row, at: int) -> tuple[Numeral | None, int]:
        """The longest number that begins at a token, and the index after it."""
        first = row.tokens[at]
        if isinstance(first, Numeral):
            if first.value is None:
                return first, at + 1
            begun = Scaled(first.value, at + 1, first.end, 0, first.fraction, first.rounded)
            state = self._whole(row, self.scales.read(row, at, begun))
            return _numeral(first, first.raw, state, state.scale), state.after
        if first.end - first.start < SHORT and first.roles.keys().isdisjoint(("card", "one", "half")):
            return None, at + 1  # "Mia" and "Mrd." alone are a first name and a slip
        got = self.spelling.number(row, at)
        if got is None:
            return None, at + 1
        state = Scaled(got.value, got.after, row.tokens[got.after - 1].end, 0, got.fraction, got.rounded)
        state = self._whole(row, self.scales.read(row, at, state) if state.fraction is None else state)
        raw = row.text[first.start : state.end]
        return _numeral(first, raw, state, state.scale or got.scale), state.after

    def _whole(self, row: Row, state: Scaled) -> Scaled:
        """A fraction times what it is taken of, where that is one of something: "a quarter of a million"."""
        whole = None if state.fraction is None else self._of_one(row, state.after)
        return state if whole is None else whole._replace(value=whole.value * state.value, rounded=True)

    def _of_one(self, row: Row, at: int) -> Scaled | None:
        """What a fraction is taken of in "a quarter of a million", "a third of a mile": one with its scale word."""
        if "one_of" not in row.words(at) or row.words(at + 1).keys().isdisjoint(("one", "card")):
            return None
        roles, one = row.words(at + 2), row.tokens[at + 1]
        if row.words(at + 1).get("card", 1) != 1 or roles.keys().isdisjoint(HALVED):
            return None
        if "scale" in roles or "dozen" in roles:
            got = self.spelling.number(row, at + 1)
            return None if got is None else self._scaled(row, at + 1, got)
        return Scaled(Decimal(1), at + 2, one.end, 0, None, True)

    def _scaled(self, row: Row, at: int, got: Spelled) -> Scaled:
        end = row.tokens[got.after - 1].end
        return self.scales.read(row, at, Scaled(got.value, got.after, end, got.scale, got.fraction, got.rounded))


def _numeral(first: Token, raw: str, state: Scaled, scale: int) -> Numeral:
    return Numeral(
        first.start, state.end, raw, state.value,
        rounded=state.rounded, scale=scale, spelled=not isinstance(first, Numeral), fraction=state.fraction,
    )  # fmt: skip
