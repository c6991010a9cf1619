"""One number told twice: digits beside words, two languages with their own scale words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from itertools import pairwise

from claimcheck.link.frame import Frame
from claimcheck.link.joint import is_value
from claimcheck.model import Claim, Measure, Span
from claimcheck.model.figures import Again
from claimcheck.model.report import Article
from claimcheck.statements.dimension import dimension, noun, number, spelled

FAR = 120
NUMBER = re.compile(r"\d{1,6}(?:[.,]\d{1,3})?$")


def in_words(frame: Frame) -> Iterator[Again]:
    """As in "three (3) weeks", "2500 euros (in words: two thousand five hundred)"."""
    for one, two in pairwise(frame.numbers):
        first, second = frame.claim(one), frame.claim(two)
        if first.type != second.type or dimension(first) != dimension(second) or not number(first):
            continue  # "well over seven feet (2.1 metres)"; in tables "nil (307)" is this year's and last year's
        said = _bracketed(frame, one, two) or "in_words" in frame.roles(one + 1, two)
        if said and _two_ways(frame, one, two):
            yield Again("words", first, second, "a number in words and in digits")


def _two_ways(frame: Frame, one: int, two: int) -> bool:
    """Whether two values stand side by side, one in words and one in digits."""
    if two - one > 6 or not (is_value(frame, one) and is_value(frame, two)):
        return False
    return frame.mark(two - 1) in ("(", ":", "/") and spelled(frame.claim(one)) != spelled(frame.claim(two))


def _bracketed(frame: Frame, one: int, two: int) -> bool:
    """Whether the digits follow the word at once in brackets, and what is counted only then."""
    first = frame.claim(one)
    return two == one + 2 and frame.bracketed(two) and spelled(first) and first.type == "quantity" and not noun(first)


def in_two_languages(article: Article, foreign: dict[str, int]) -> Iterator[Again]:
    """As in "5 billion dollars" beside "fünf Billionen Dollar": the digits of both are the same."""
    for claim in _foreign(article, foreign):
        low = bisect_left(article.claims, claim.span.start - FAR + 1, key=_start)
        high = bisect_left(article.claims, claim.span.start + FAR, low, key=_start)
        near = [each for each in article.claims[low:high] if _same_digits(each, claim)]
        if len(near) == 1:
            yield Again("language", claim, near[0], "one number in two languages")


def _foreign(article: Article, foreign: dict[str, int]) -> Iterator[Claim]:
    """Every number before a scale word of another language; `foreign`: the words with their powers of ten."""
    prose = article.document.prose
    for word, power in foreign.items():
        for at, end in _places(prose, word):
            digits = NUMBER.search(prose, max(0, at - 10), at - 1)
            number = None if digits is None else _decimal(digits.group())
            if digits is not None and number is not None:
                span = Span(digits.start(), end)
                value = Measure(number.scaleb(power), rounded=True)
                yield Claim("amount", span, article.document.text[span.start : span.end], value)


def _places(prose: str, word: str) -> Iterator[tuple[int, int]]:
    """Where a whole word stands behind a blank."""
    at = prose.find(word)
    while at >= 0:
        end = at + len(word)
        if at and prose[at - 1] in " \u00a0" and not prose[end : end + 1].isalnum():
            yield at, end
        at = prose.find(word, end)


def _start(claim: Claim) -> int:
    return claim.span.start


def _decimal(digits: str) -> Decimal | None:
    try:
        return Decimal(digits.replace(",", "."))
    except InvalidOperation:
        return None


def _same_digits(claim: Claim, foreign: Claim) -> bool:
    value, other = number(claim), number(foreign)
    if not value or not other or claim.span.touches(foreign.span):
        return False
    if claim.type not in ("amount", "quantity") or value.adjusted() < 6:
        return False
    return value.normalize().as_tuple().digits == other.normalize().as_tuple().digits
