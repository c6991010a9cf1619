"""One number written twice side by side: in words and in digits, in two languages with their own scale words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from claimcheck.link.dimension import dimension, measure
from claimcheck.link.frame import Frame
from claimcheck.link.joint import is_value
from claimcheck.model import Claim, Measure, Span
from claimcheck.model.figures import Again
from claimcheck.model.report import Article

FAR = 120
NUMBER = re.compile(r"\d{1,6}(?:[.,]\d{1,3})?$")


def in_words(frame: Frame) -> Iterator[Again]:
    """As in "three (3) weeks", "2500 euros (in words: two thousand five hundred)"."""
    for one, two in zip(frame.numbers, frame.numbers[1:], strict=False):
        if two - one > 6 or not (is_value(frame, one) and is_value(frame, two)):
            continue
        first, second = frame.claim(one), frame.claim(two)
        spelled = [not any(char.isdigit() for char in claim.text) for claim in (first, second)]
        if spelled[0] == spelled[1] or frame.mark(two - 1) not in ("(", ":", "/"):
            continue
        alone = two == one + 2 and frame.mark(two - 1) == "(" and frame.mark(two + 1) == ")" and spelled[0]
        if dimension(first) != dimension(second) or not _counted(first):
            continue  # "well over seven feet (2.1 metres)"; in tables "nil (307)" is this year's and last year's
        if (alone and first.type == second.type == "quantity" and not _noun(first)) or (
            "in_words" in frame.roles(one + 1, two) and first.type == second.type
        ):
            yield Again("words", first, second, "a number in words and in digits")


def _counted(claim: Claim) -> bool:
    value = measure(claim)
    return value is not None and bool(value.number)


def _noun(claim: Claim) -> str | None:
    value = measure(claim)
    return None if value is None else value.noun


def in_two_languages(article: Article, foreign: dict[str, int]) -> Iterator[Again]:
    """As in "5 billion dollars" beside "fünf Billionen Dollar": the digits of both are the same."""
    prose = article.document.prose
    found: list[tuple[Claim, int]] = []
    for word, power in foreign.items():
        at = prose.find(word)
        while at >= 0:
            end = at + len(word)
            whole = not prose[end : end + 1].isalnum() and prose[at - 1 : at] in (" ", "\u00a0")
            digits = NUMBER.search(prose, max(0, at - 10), at - 1) if whole and at else None
            if digits is not None and (number := _decimal(digits.group())) is not None:
                span = Span(digits.start(), end)
                value = Measure(number.scaleb(power), rounded=True)
                found.append((Claim("amount", span, article.document.text[span.start : span.end], value), power))
            at = prose.find(word, end)
    for claim, _ in found:
        low = bisect_left(article.claims, claim.span.start - FAR + 1, key=_start)
        high = bisect_left(article.claims, claim.span.start + FAR, low, key=_start)
        near = [each for each in article.claims[low:high] if _same_digits(each, claim)]
        if len(near) == 1:
            yield Again("language", claim, near[0], "one number in two languages")


def _start(claim: Claim) -> int:
    return claim.span.start


def _decimal(digits: str) -> Decimal | None:
    try:
        return Decimal(digits.replace(",", "."))
    except InvalidOperation:
        return None


def _same_digits(claim: Claim, foreign: Claim) -> bool:
    value, other = measure(claim), measure(foreign)
    if value is None or other is None or not value.number or not other.number or claim.span.touches(foreign.span):
        return False
    if claim.type not in ("amount", "quantity") or value.number.adjusted() < 6:
        return False
    return value.number.normalize().as_tuple().digits == other.number.normalize().as_tuple().digits
