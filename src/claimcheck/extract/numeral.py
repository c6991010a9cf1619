"""A number as written, and the row of tokens in which it stands."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

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


EIGHTHS = (2, 4, 8, 16, 32)
"""Parts that prices are quoted in: "7-5/8 percent"."""
VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5),
    "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅒": (1, 10),
}  # fmt: skip


class Piece(NamedTuple):
    """One number within a run of digits: offsets within the run; `value` is None where nothing decides."""

    start: int
    end: int
    value: Decimal | None
    rounded: bool


SWISS = str.maketrans("", "", "'’‘´")
LONGEST = 32
"""More digits than this are no number anybody writes (and cost time): they stay unread."""


class Notation:
    """Patterns for one decimal sign and its grouping signs; a run is split at spaces that group nothing."""

    def __init__(self, decimal: str, groups: tuple[str, ...]) -> None:
        other = "," if decimal == "." else "."
        signs = "".join(map(re.escape, groups)).replace("\\'", "'’‘´")
        dec, oth = re.escape(decimal), re.escape(other)
        self.grouped = re.compile(rf"\d{{1,3}}([{signs}])\d{{3}}(?:\1\d{{3}})*(?:{dec}\d+)?(?![\d])")
        self.plain = re.compile(rf"\d+(?:{dec}\d+)?")
        self.foreign = re.compile(rf"\d+{oth}\d+")
        self.swiss = re.compile(r"\d{1,3}(?:['’‘´]\d{3})+(?:[.,]\d+)?")
        self.decimal = decimal
        self.drop = str.maketrans("", "", "".join(groups).replace("'", "'’‘´"))

    def pieces(self, run: str) -> list[Piece]:
        """The numbers in a run such as "1.234,5" or "2031 477"; a date or a version is one piece without a value."""
        if run.isdecimal():
            return [Piece(0, len(run), Decimal(run) if len(run) <= LONGEST else None, False)]
        found, at = [], 0
        while at < len(run):
            piece = self._piece(run, at)
            found.append(piece)
            at = piece.end
            while at < len(run) and not run[at].isdecimal():
                at += 1
        return found

    def _piece(self, run: str, at: int) -> Piece:
        """The number at an offset of the run, or its word without a value."""
        grouped = self.grouped.match(run, at)
        if grouped is not None and (piece := self._in_groups(run, grouped)) is not None:
            return piece
        stop = run.find(" ", at)
        word_end = len(run) if stop < 0 else stop
        for form in (self.plain, self.swiss, self.foreign):
            match = form.match(run, at)
            if match and match.end() == word_end and match.end() - at <= LONGEST:
                value = match.group().translate(SWISS).replace(",", ".")
                return Piece(at, match.end(), Decimal(value), "." in value)
        return Piece(at, word_end, None, False)

    def _in_groups(self, run: str, match: re.Match[str]) -> Piece | None:
        """Digits in groups of three as one number; None where they are no groups, as in "0 300 400"."""
        start, end = match.span()
        text, sign = match.group(), match.group(1)
        if end - start > LONGEST or (end < len(run) and run[end] != " ") or (sign == " " and text[0] == "0"):
            return None
        if text[0] == "0" and sign in ".,":
            plain = text.replace(sign, ".", 1)
            single = plain.replace(".", "", 1).isdecimal()  # "0,000,000" and "012.345,6" have no reading
            return Piece(start, end, Decimal(plain) if single else None, True)
        value = text.translate(self.drop).replace(self.decimal, ".")
        return Piece(start, end, Decimal(value), "." in value)


@cache
def _notation(decimal: str, groups: tuple[str, ...]) -> Notation:
    return Notation(decimal, groups)


def notation(numbers: dict[str, Any]) -> Notation:
    """The notation of a language's number table."""
    return _notation(numbers["decimal"], tuple(numbers["groups"]))


def split_digits(text: str, tokens: list[Token], notation: Notation) -> list[Token]:
    """The tokens with every run of digits replaced by the numerals it holds."""
    result: list[Token] = []
    for token in tokens:
        if token.roles:
            result.append(token)
            continue
        run = text[token.start : token.end]
        if run[0] in VULGAR:
            _vulgar(text, result, token.start, run[0])
            continue
        if _slash(text, result, token, run):
            continue
        if notation.decimal == "." and _point_first(text, token, run):
            result.append(Numeral(token.start - 1, token.end, "." + run, Decimal("0." + run), rounded=True))
            continue
        for start, end, value, rounded in notation.pieces(run):
            result.append(Numeral(token.start + start, token.start + end, run[start:end], value, rounded=rounded))
    return result


def _point_first(text: str, token: Token, run: str) -> bool:
    """ ".75": a point with nothing before it."""
    start = token.start
    return (
        text[start - 1 : start] == "."
        and text[start - 2 : start - 1] in ("", " ", "\n")
        and (run.isdecimal() and len(run) <= LONGEST)
    )


def _vulgar(text: str, result: list[Token], start: int, sign: str) -> None:
    """A sign such as "½", alone or added to the whole number before it ("2 ½", "2½")."""
    above, below = VULGAR[sign]
    numeral = Numeral(start, start + 1, sign, Decimal(above) / below, fraction=(above, below))
    if not _added(text, result, numeral):
        result.append(numeral)


def _are_short(above: str, below: str) -> bool:
    """Whether both sides of a slash are digits, and few enough for a fraction."""
    return f"{above}{below}".isdecimal() and len(above) <= 2 and len(below) <= 3


def _slash(text: str, result: list[Token], token: Token, run: str) -> bool:
    """Reads "3/4": small numbers, the first below the second, no part of a longer row such as "2/3/4"."""
    above = result[-1] if result else None
    if not isinstance(above, Numeral) or above.end != token.start - 1 or text[above.end] != "/":
        return False
    if not _are_short(above.raw, run):
        return False
    pair = (int(above.raw), int(run))
    if not 0 < pair[0] < pair[1] or text[token.end : token.end + 1] == "/" or _goes_back(text, result, above):
        return False
    numeral = Numeral(above.start, token.end, f"{above.raw}/{run}", Decimal(pair[0]) / pair[1], fraction=pair)
    result.pop()
    if not _added(text, result, numeral):
        result.append(numeral)
    return True


def _goes_back(text: str, result: list[Token], above: Numeral) -> bool:
    """Whether a longer row ends there: "2/3/4", "A-3/4"; "7-5/8" is a whole number and a fraction."""
    before = text[above.start - 1 : above.start]
    whole = len(result) > 1 and result[-2].end == above.start - 1
    return before == "/" or (before == "-" and not whole)


def _added(text: str, result: list[Token], part: Numeral) -> bool:
    """Adds a fraction to the whole number right before it ("10 1/2"); False where none stands there."""
    whole = result[-1] if result else None
    if not isinstance(whole, Numeral) or not whole.raw.isdecimal():
        return False
    gap = text[whole.end : part.start]
    if gap not in ("", " ") and not (gap == "-" and part.fraction is not None and part.fraction[1] in EIGHTHS):
        return False
    if whole.value is None or part.value is None:
        return False
    raw = text[whole.start : part.end]
    result[-1] = Numeral(whole.start, part.end, raw, whole.value + part.value, rounded=True)
    return True
