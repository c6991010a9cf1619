"""Numbers that count nothing: names, versions, scores, telephone and list numbers, clock times."""

from __future__ import annotations

import re

from claimcheck.extract.ranges import SPACES, Phrase
from claimcheck.extract.scan import Token

ADDRESS = re.compile(r"://|www\.|@|%[0-9A-F]{2}")
GLUE = frozenset("_#@=&%+/\\")
LEAST_NO_NAME = 1000
REACH = 120
"""How far to the left and right a word around a number is looked at: enough for any name or address."""


def in_address(text: str, phrase: Phrase) -> bool:
    """Whether the digits are glued into a word, an e-mail or a web address ("a%25b", "user_12")."""
    start, end = phrase.numeral.start, phrase.end
    before = text[start - 1] if start else " "
    if before.isalnum() or before in GLUE or (end < len(text) and text[end] in "_@=\\"):
        return True
    left = text.rfind(" ", max(0, start - REACH), start) + 1
    right = text.find(" ", end, end + REACH)
    word = text[max(left, start - REACH) : right if right >= 0 else end + REACH]
    return len(word) > end - start + 4 and ADDRESS.search(word) is not None


def names_or_labels(text: str, tokens: list[Token], phrase: Phrase, *, sentence_ends: frozenset[int]) -> bool:
    """Whether the number is part of a name, a label, a score or an ordinal.

    `sentence_ends` are the offsets behind sentences: a full stop before one ends the sentence, any other makes
    "3." an ordinal.
    """
    numeral = phrase.numeral
    start, end = numeral.start, phrase.end
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    digit_before = start > 1 and text[start - 2].isdigit()
    digit_after = text[end + 1 : end + 2].isdigit()
    return (
        (after.isalpha() and not _suffixed(tokens, phrase))
        or (before in ":/" and digit_before)
        or (after in ":/-–" and digit_after)
        or (before in "-–." and start > 1 and text[start - 2].isalnum() and not _joined(tokens, phrase))
        or (after == "." and text[end + 1 : end + 2] not in ("", ".") and not _ends(text, end + 1, sentence_ends))
        or (before == "[" and after == "]")
        or (numeral.raw[:1] == "0" and numeral.raw.isdigit() and len(numeral.raw) > 1)
        or _label(text, tokens, phrase)
        or _clock(text, tokens, phrase)
    )


def _suffixed(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether the letters glued to the digits are a known unit or ending ("5km", "80prozentig")."""
    return phrase.after < len(tokens) and tokens[phrase.after].start == phrase.end


def _joined(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether a known word stands glued by the hyphen before the number ("US$-5" is none, "minus" is)."""
    at = phrase.first - 1
    return at >= 0 and tokens[at].end == phrase.numeral.start - 1 and not tokens[at].roles


def _ends(text: str, at: int, sentence_ends: frozenset[int]) -> bool:
    return (
        at in sentence_ends
        or text[at : at + 1] in ('"', "“", "”", "»", "«", ")", "’", "'")
        or text[at : at + 1] == "\n"
    )


def _label(text: str, tokens: list[Token], phrase: Phrase) -> bool:
    """ "Seite 5", "Nr. 3", "Platz 2": a word right before the number, no hedge between them."""
    at = phrase.first - 1
    if at < 0 or phrase.hedge is not None:
        return False
    return "label" in tokens[at].roles and text[tokens[at].end : phrase.numeral.start] in (
        "",
        " ",
        "\n",
        "-",
        ". ",
        ": ",
        " - ",
    )


def _clock(text: str, tokens: list[Token], phrase: Phrase) -> bool:
    """ "12 Uhr", "5 p.m."."""
    at = phrase.after
    if at >= len(tokens):
        return False
    return "clock" in tokens[at].roles and (
        text[phrase.end : tokens[at].start] in SPACES or text[phrase.end : tokens[at].start] == ""
    )


def proper_name(text: str, phrase: Phrase, *, at_start: bool) -> bool:
    """Whether a bare number belongs to the name before it ("Formel 1", "Boeing 737", "Kazmairstraße 28").

    Only where digits below 1000 follow a capitalised word directly, without a hedge; `at_start`: that word opens its
    sentence, where the capital says nothing.
    """
    numeral = phrase.numeral
    if numeral.spelled or phrase.hedge is not None or phrase.number is None or phrase.number >= LEAST_NO_NAME:
        return False
    if not numeral.raw.isdigit() or numeral.scale or not phrase.start or text[phrase.start - 1] != " ":
        return False
    stop = phrase.start - 1
    left = max(text.rfind(" ", max(0, stop - 40), stop), text.rfind("\n", max(0, stop - 40), stop)) + 1
    word = text[left:stop]
    return word[:1].isupper() and word[-1:].isalnum() and not at_start
