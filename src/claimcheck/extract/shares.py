"""Shares in words: "jeder vierte", "one in five", "drei von vier", "die Hälfte"."""

from __future__ import annotations

import re
from decimal import Decimal

from claimcheck.extract.numeral import Numeral
from claimcheck.extract.reading import Reading
from claimcheck.extract.scan import SPACES, Token
from claimcheck.model import Measure

WORD_BEFORE = re.compile(r"(?<![.!?] )\b([^\W\d_]+) \Z")
REACH = 30
HYPHENED = SPACES | {"-"}


def find_shares(text: str, tokens: list[Token], taken: list[bool]) -> list[Reading]:
    """All shares in words; marks the tokens of those that hold no number of their own as taken."""
    found: list[Reading] = []
    for at, token in enumerate(tokens):
        if taken[at]:
            continue
        roles = token.roles
        if isinstance(token, Numeral):
            reading = _out_of(text, tokens, at, taken)
        elif "each" in roles:
            reading = _each(text, tokens, at)
        elif "whole" in roles and not (
            at and isinstance(tokens[at - 1], Numeral) and tokens[at - 1].end + 1 == token.start
        ):
            reading = _whole(text, tokens, at)
        else:
            continue
        if reading is not None:
            found.append(reading)
    return found


def _share(text: str, tokens: list[Token], at: int, end: int, fraction: tuple[int, int]) -> Reading:
    """A fraction as a percentage, with the hedge before it."""
    start, hedge = tokens[at].start, None
    before = at - 1
    if before >= 0 and "determiner" in tokens[before].roles and text[tokens[before].end : start] in SPACES:
        if before and "hedge" in tokens[before - 1].roles:  # "mehr als die Hälfte"
            start = tokens[before].start
        before -= 1
    while before >= 0 and "hedge" in (roles := tokens[before].roles) and text[tokens[before].end : start] in SPACES:
        hedge, start = roles["hedge"], tokens[before].start
        before -= 1
    value = Decimal(100) * fraction[0] / fraction[1]
    return Reading("percentage", start, end, Measure(value, "percent", hedge=hedge, fraction=fraction))


def _each(text: str, tokens: list[Token], at: int) -> Reading | None:
    """ "jeder vierte": the ordinal says the denominator; "jeder erste" is none."""
    if at + 1 >= len(tokens) or "ord" not in (roles := tokens[at + 1].roles) or roles["ord"] < 2:
        return None
    if text[tokens[at].end : tokens[at + 1].start] not in SPACES:
        return None
    return _share(text, tokens, at, tokens[at + 1].end, (1, roles["ord"]))


def _whole(text: str, tokens: list[Token], at: int) -> Reading | None:
    """ "die Hälfte": a fraction that needs no number before it."""
    token = tokens[at]
    below = token.roles.get("frac")
    if at and "ord" in tokens[at - 1].roles and text[tokens[at - 1].end : token.start] in HYPHENED:
        return None  # "the second half" is a part, no share
    if below is None or (
        at + 1 < len(tokens)
        and tokens[at + 1].start <= token.end + 1
        and ({"time", "scale", "dozen", "unit", "one"} & tokens[at + 1].roles.keys())
    ):
        return None
    if (
        text[token.end : token.end + 1] == "-"
        or _noun_half(text, tokens, at)
        or text[token.start - 1 : token.start] == "-"
    ):
        return None
    return _share(text, tokens, at, token.end, (1, below))


def _noun_half(text: str, tokens: list[Token], at: int) -> bool:
    """ "what a half it was", "a Welsh half": a half of a game, where no "of" follows."""
    token = tokens[at]
    if at + 1 < len(tokens) and "one_of" in tokens[at + 1].roles:
        return False
    before = WORD_BEFORE.search(text, max(0, token.start - REACH), token.start)
    article = at > 0 and "one" in tokens[at - 1].roles and text[tokens[at - 1].end : token.start] in SPACES
    named = before is not None and before.group(1)[0].isupper() and "determiner" not in tokens[at - 1].roles
    return "half" in token.roles and (article or named)


def _out_of(text: str, tokens: list[Token], at: int, taken: list[bool]) -> Reading | None:
    """ "drei von vier", "one in five", "14 von 20": two bare counts, the first no greater than the second."""
    first = tokens[at]
    if not isinstance(first, Numeral) or at + 2 >= len(tokens):
        return None
    joint, index = tokens[at + 1], at + 2
    if "one_of" not in joint.roles or text[first.end : joint.start] not in SPACES:
        return None
    while index < len(tokens) and "hedge" in tokens[index].roles:
        index += 1
    if index >= len(tokens) or taken[index] or not isinstance(second := tokens[index], Numeral):
        return None
    if text[tokens[index - 1].end : second.start] not in SPACES or second.value is None or first.value is None:
        return None
    if (
        not 0 < first.value <= second.value
        or first.fraction
        or second.fraction
        or (first.rounded and not second.rounded)
    ):
        return None
    if any(value != value.to_integral_value() for value in (first.value, second.value)):
        return None
    if (
        index + 1 < len(tokens)
        and tokens[index + 1].start <= second.end + 1
        and ({"percent", "currency", "time", "clock"} & tokens[index + 1].roles.keys())
    ):
        return None
    return _share(text, tokens, at, second.end, (int(first.value), int(second.value)))
