"""Runs of digits as numerals of their own; "½", "3/4", "10 1/2" and ".75" are read at once."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.extract.digits import LONGEST, Notation
from claimcheck.extract.numeral import Numeral
from claimcheck.extract.scan import Token

EIGHTHS = (2, 4, 8, 16, 32)
"""Parts that prices are quoted in: "7-5/8 percent"."""
VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5),
    "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅒": (1, 10),
}  # fmt: skip


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
        and (run.isdigit() and len(run) <= LONGEST)
    )


def _vulgar(text: str, result: list[Token], start: int, sign: str) -> None:
    """A sign such as "½", alone or added to the whole number before it ("2 ½", "2½")."""
    above, below = VULGAR[sign]
    numeral = Numeral(start, start + 1, sign, Decimal(above) / below, fraction=(above, below))
    if not _added(text, result, numeral):
        result.append(numeral)


def _slash(text: str, result: list[Token], token: Token, run: str) -> bool:
    """Reads "3/4": small numbers, the first below the second, no part of a longer row such as "2/3/4"."""
    above = result[-1] if result else None
    if not isinstance(above, Numeral) or above.end != token.start - 1 or text[above.end] != "/":
        return False
    if not (run.isdigit() and above.raw.isdigit() and len(run) <= 3 and len(above.raw) <= 2):
        return False
    dashed = text[above.start - 1 : above.start] == "-" and not (len(result) > 1 and result[-2].end == above.start - 1)
    if text[above.start - 1 : above.start] == "/" or dashed or text[token.end : token.end + 1] == "/":
        return False
    pair = (int(above.raw), int(run))
    if not 0 < pair[0] < pair[1]:
        return False
    numeral = Numeral(above.start, token.end, f"{above.raw}/{run}", Decimal(pair[0]) / pair[1], fraction=pair)
    result.pop()
    if not _added(text, result, numeral):
        result.append(numeral)
    return True


def _added(text: str, result: list[Token], part: Numeral) -> bool:
    """Adds a fraction to the whole number right before it ("10 1/2"); False where none stands there."""
    whole = result[-1] if result else None
    if not isinstance(whole, Numeral) or not whole.raw.isdigit():
        return False
    gap = text[whole.end : part.start]
    if gap not in ("", " ") and not (gap == "-" and part.fraction is not None and part.fraction[1] in EIGHTHS):
        return False
    if whole.value is None or part.value is None:
        return False
    raw = text[whole.start : part.end]
    result[-1] = Numeral(whole.start, part.end, raw, whole.value + part.value, rounded=True)
    return True
