"""One number said twice: in another scale, in words and digits, in another language."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from claimcheck.link.dimension import comparable, dimension, measure
from claimcheck.link.frame import Frame
from claimcheck.link.joint import is_value
from claimcheck.link.pairs import pairs
from claimcheck.model import Claim, Measure, Span
from claimcheck.model.figures import Again, Series
from claimcheck.model.report import Article

THOUSAND = Decimal(1000)
ALIKE = Decimal("2.6")
PARTS = frozenset({"of_which", "open", "each", "total", "per_one"})


def scales(frame: Frame) -> Iterator[Series]:
    """Old and new value of one change, or values for three dates in one sentence."""
    if len(frame.numbers) < 2:
        return
    for pair in pairs(frame):
        old, new = frame.claim(pair.old), frame.claim(pair.new)
        if _scaled(old) and _scaled(new) and _thousandfold(old, new):
            yield Series(new, (old,), "old and new value of one change")
            return
    if frame.every & PARTS or not any(item.kind == "time" for item in frame.items):
        return
    values = [frame.claim(n) for n in frame.numbers if _stated(frame.claim(n))]
    if len(values) < 3 or any(not comparable(values[0], each, rates=True) for each in values[1:]):
        return
    for claim in values:
        others = [each for each in values if each is not claim]
        if _stands_out(claim, others):
            yield Series(claim, tuple(others), "values of one series")
            return


def _stands_out(claim: Claim, others: list[Claim]) -> bool:
    """Whether a number is a thousandfold of all others, which are near each other, with a scale word on either side."""
    if not _scaled(claim) and not all(_scaled(each) for each in others):
        return False
    return all(_thousandfold(claim, each) for each in others) and all(_near(others[0], each) for each in others[1:])


def _scaled(claim: Claim) -> bool:
    value = measure(claim)
    return claim.type == "amount" and value is not None and value.rounded and value.number is not None


def _stated(claim: Claim) -> bool:
    value = measure(claim)
    return claim.type == "amount" and value is not None and value.number is not None and value.number > 0


def _ratio(claim: Claim, other: Claim) -> Decimal:
    one, two = measure(claim), measure(other)
    if one is None or two is None or not one.number or not two.number or one.number < 0 or two.number < 0:
        return Decimal(0)
    return max(one.number, two.number) / min(one.number, two.number)


def _thousandfold(claim: Claim, other: Claim) -> bool:
    return THOUSAND / ALIKE <= _ratio(claim, other) <= THOUSAND * ALIKE


def _near(claim: Claim, other: Claim) -> bool:
    return 0 < _ratio(claim, other) <= ALIKE * 2


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
