"""A number with its hedge and its range: "rund zwei bis drei", "zwischen 5 und 10", "mehr als 30 Millionen".

Dates, durations and all measures read their numbers through this.
"""

from __future__ import annotations

from unicodedata import category

from claimcheck.extract.numeral import Numeral
from claimcheck.extract.ranges import LAST_HEDGES, MINUS, SPACES, Phrase, read_range
from claimcheck.extract.scan import Token

CODE = 3
"""An ISO 4217 code has three letters; shorter signs such as "RM" count too."""


def read_phrase(text: str, tokens: list[Token], at: int) -> Phrase | None:
    """The phrase whose first number is the token at this index; None where its digits are no number."""
    numeral = tokens[at]
    if not isinstance(numeral, Numeral) or numeral.value is None:
        return None
    phrase = Phrase(numeral, at)
    _sign(text, tokens, at, phrase)
    _currency(text, tokens, at, phrase)
    before = _hedge(text, tokens, at, phrase)
    between = before >= 0 and "between" in tokens[before].roles and text[tokens[before].end : phrase.start] in SPACES
    if between:
        if read_range(text, tokens, phrase, "and"):
            phrase.start = tokens[before].start
            phrase.hedge = None
    elif not _changes_by(tokens, before, phrase) and read_range(text, tokens, phrase, "to") and before >= 0:
        opening = tokens[before]
        if "from" in opening.roles and text[opening.end : phrase.start] in SPACES:
            phrase.hedge = None
    return phrase


def _sign(text: str, tokens: list[Token], at: int, phrase: Phrase) -> None:
    """A minus word, or a minus sign glued to the digits with nothing but white space before it."""
    start = phrase.bare
    if at and (roles := tokens[at - 1].roles) and text[tokens[at - 1].end : start] in SPACES:
        if "minus" in roles and not (text[tokens[at - 1].start].isupper() and tokens[at - 1].start):  # "ein Minus"
            phrase.start = phrase.bare = tokens[at - 1].start
            phrase.number = -phrase.number if phrase.number is not None else None
            return
        if "plus" in roles:
            return
    if (
        start
        and text[start - 1] in MINUS
        and (start == 1 or text[start - 2] in " \n(" or category(text[start - 2]) == "Sc")
        and not phrase.numeral.spelled
    ) and (start == 1 or text[start - 1] == "−" or not text[start - 3 : start - 2].isdigit()):
        phrase.start = phrase.bare = start - 1
        phrase.number = -phrase.number if phrase.number is not None else None


def _currency(text: str, tokens: list[Token], at: int, phrase: Phrase) -> None:
    """Takes the currency written before its number into the phrase: "$5", "US$ 5", "EUR 20".

    A currency in plain words counts only where nothing follows the number and no number stands before the words.
    """
    before = at - 1
    if before >= 0 and tokens[before].end > phrase.start:
        before -= 1
    if before < 0 or "currency" not in (roles := tokens[before].roles):
        return
    token = tokens[before]
    if text[token.end : phrase.bare] not in ("", " "):
        return
    followed = at + 1 < len(tokens) and tokens[at + 1].start <= phrase.end + 1
    word = text[token.start : token.end]
    code = (word.isupper() and len(word) <= CODE) or word[-1] == "."
    if not ("sign" in roles or code) and (followed or (word[:1].islower() and _noun_behind(text, phrase))):
        return
    if before and isinstance(earlier := tokens[before - 1], Numeral) and earlier.end >= token.start - 1:
        return
    phrase.currency = roles["currency"]
    phrase.start = token.start


def _noun_behind(text: str, phrase: Phrase) -> bool:
    """Whether a word follows the number, which then counts it: "won 14 medals" has no currency."""
    return text[phrase.end : phrase.end + 1] == " " and text[phrase.end + 1 : phrase.end + 2].isalpha()


def _changes_by(tokens: list[Token], before: int, phrase: Phrase) -> bool:
    """Whether "by" stands before: "grew by $3 million to $12 million" is a step and its end, no range."""
    return before >= 0 and "by" in tokens[before].roles and phrase.start - tokens[before].end == 1


def _hedge(text: str, tokens: list[Token], at: int, phrase: Phrase) -> int:
    """Takes the hedge words right before the number into the phrase; the index of the token before them, or -1."""
    before = at - 1
    while before >= 0 and tokens[before].end > phrase.start:
        before -= 1
    for _ in range(LAST_HEDGES):
        if before < 0:
            break
        token = tokens[before]
        roles = token.roles
        gap = text[token.end : phrase.start]
        if "hedge" not in roles or not (gap in SPACES or gap == "") or "between" in roles:
            break
        phrase.hedge = roles["hedge"]
        phrase.loose = "preposition" in roles
        phrase.start = token.start
        before -= 1
    return before
