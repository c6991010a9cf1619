"""Hedges before a number, and prepositions that look like one: "über 40 Bäume", "berichtete über drei Fälle"."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimcheck.extract.scan import SPACES, Token
from claimcheck.model.measure import Hedge

MOST_HEDGES = 3
SHORT = 3
NEAR = 60
"""How many characters around a preposition its verb or noun is looked for in."""
CLAUSE_END = re.compile(r"[.,;:!?()\n„“”\"–]")
WORD = re.compile(r"[^\W\d_]+")


class Hedged(NamedTuple):
    """The hedge before a number and where its words begin.

    `among`: before persons and things it is a preposition ("unter 30 Bewerbern").
    """

    hedge: Hedge
    start: int
    among: bool


def hedge_before(text: str, tokens: list[Token], at: int, start: int) -> Hedged | None:
    """The hedge words right before a number that begins at `start` with the token at index `at`."""
    at -= 1
    while at >= 0 and tokens[at].end > start:
        at -= 1
    found: Hedged | None = None
    for token in reversed(tokens[max(0, at - MOST_HEDGES + 1) : at + 1]):
        if not _hedges(text, token, start) or (found is None and _governed(text, token)):
            break
        start = token.start
        among = found is None and "among" in token.roles and not _after_word(text, token)
        found = Hedged(token.roles["hedge"], start, among)
    return found


def _hedges(text: str, token: Token, start: int) -> bool:
    """Whether a word is a hedge right before an offset."""
    gap = text[token.end : start]
    return "hedge" in token.roles and "between" not in token.roles and (gap in SPACES or not gap)


def _governed(text: str, token: Token) -> bool:
    """Whether a word of the clause takes the preposition: "berichtete über drei Fälle", "ein Kredit über 500 Euro".

    Verbs stand before the preposition or at the end of the clause. A governor has "~" for any ending or beginning.
    """
    governors: list[str] = token.roles.get("preposition", [])
    if not governors:
        return False
    beginnings = tuple(word[:-1] for word in governors if word[-1] == "~")
    endings = tuple(word[1:] for word in governors if word[0] == "~")
    return any(
        word in governors or word.startswith(beginnings) or word.endswith(endings)
        for word in _clause_around(text, token)
    )


def _clause_around(text: str, token: Token) -> list[str]:
    """The words of the clause before a token, and the last one behind it."""
    left = text[max(0, token.start - NEAR) : token.start].lower()
    right = text[token.end : token.end + NEAR].lower()
    ends = [match.end() for match in CLAUSE_END.finditer(left)]
    closes = CLAUSE_END.search(right)
    before: list[str] = WORD.findall(left[ends[-1] :] if ends else left)
    behind: list[str] = WORD.findall(right[: closes.start()] if closes else right)
    return [*before, *behind[-1:]]


def _after_word(text: str, token: Token) -> bool:
    """Whether a lower-case word of two or three letters stands right before, as in "auf unter 50", "bei unter 30"."""
    left = WORD.findall(text[max(0, token.start - 12) : token.start])
    return bool(left) and left[-1].islower() and len(left[-1]) <= SHORT
