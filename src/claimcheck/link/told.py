"""A figure of the headline, the teaser, a subhead or a caption that the text gives otherwise."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.link.dimension import comparable, dimension, is_rate, measure
from claimcheck.link.joint import alike
from claimcheck.link.lists import lines
from claimcheck.model import Claim, Document, Measure, Span
from claimcheck.model.bounds import bounds
from claimcheck.model.figures import Again, ToldAgain
from claimcheck.model.report import Article

WORDS = re.compile(r"[^\W\d_]{4,}")
STEM = 6
AHEAD = 12
OPEN = ("up_to", "under", "over", "at_least")
SHARED = 2
DIGITS = 2
LONG = ("teaser", "caption")
"""Lines of many words, of which one more must be shared."""
LAST = sys.maxsize


def told(article: Article) -> Iterator[Again]:
    """Every number of a headline or subhead with the same one below it, or with the one that stands there instead."""
    claims = [claim for claim in article.claims if _single(claim)]
    if not claims:
        return
    starts = [claim.span.start for claim in claims]
    for line in lines(article.document):
        inside = claims[bisect_left(starts, line.span.start) : bisect_left(starts, line.span.end)]
        if not inside:
            continue
        below = claims[bisect_left(starts, line.below.start) : bisect_left(starts, line.below.end)]
        if line.kind == "caption":
            below = [claim for claim in below if not line.span.covers(claim.span)]
        if inside and below:
            for claim in inside:
                words = _stems(article.document.prose[line.span.start : line.span.end])
                yield from _instead(article.document, line.kind, words, claim, below)


def told_by_title(article: Article, title: str, claims: Sequence[Claim]) -> Iterator[Again]:
    """The same for the numbers of a title that stands outside the text; `claims` have their places in the title."""
    below = [claim for claim in article.claims if _single(claim)]
    for claim in claims:
        if below and _single(claim):
            found = _instead(article.document, "headline", _stems(title), claim, below)
            yield from (each for each in found if not each.near)


def _single(claim: Claim) -> bool:
    value = claim.value
    return isinstance(value, Measure) and value.number is not None and value.number > 1 and not is_rate(value)


def _instead(
    document: Document, kind: ToldAgain, words: set[str], claim: Claim, below: Sequence[Claim]
) -> Iterator[Again]:
    value = measure(claim)
    assert value is not None
    like = [each for each in below if _one_thing(claim, each)]
    again = next((each for each in like if _agrees(claim, each)), None)
    if again is not None and len(words & _stems(document.prose[slice(*_sentence(document, again.span))])) >= SHARED:
        yield Again(kind, claim, again, "a figure above the text and the same in it", near=True)
    if not like or any(_agrees(claim, each) for each in below) or _computed(document, claim, like):
        return
    for each in like[:AHEAD]:
        start, stop = _sentence(document, each.span)
        if kind in LONG:  # a teaser tells several things, and the text others of the same kind
            same = _digits(claim) >= DIGITS and _slip(claim, each) is not None
        else:
            shared_out = any(other.type == "percentage" and start <= other.span.start < stop for other in below)
            same = _slip(claim, each) is not None or (_of_one(claim, each, below, like) and not shared_out)
        needed = _needed(claim, each) + (kind in LONG)
        if same and len(words & _stems(document.prose[start:stop])) >= needed:
            yield Again(kind, claim, each, "a figure above the text and one in it")
            return


def _of_one(claim: Claim, other: Claim, below: Sequence[Claim], like: Sequence[Claim]) -> bool:
    return _counts_same(claim, other) or _only_amount(claim, other, below, like)


def _needed(claim: Claim, other: Claim) -> int:
    """How many words both sentences must share: none where two digits or more are the same in another scale."""
    return SHARED if _slip(claim, other) != "scale" or _digits(claim) < DIGITS else 0


def _digits(claim: Claim) -> int:
    """How many digits a number has before its zeros."""
    value = measure(claim)
    return 0 if value is None or value.number is None else len(value.number.normalize().as_tuple().digits)


def _one_thing(claim: Claim, other: Claim) -> bool:
    first, second = measure(claim), measure(other)
    if first is None or second is None or not comparable(claim, other):
        return False
    return dimension(claim) not in ("time",) and first.unit != "year"


def _agrees(claim: Claim, other: Claim) -> bool:
    """Whether the figure below may be the one above, rounded to its digits or hedged."""
    first, second = measure(claim), measure(other)
    if first is None or second is None:
        return False
    if first.number is None or second.number is None or second.number <= 0:
        return bounds(first).meets(bounds(second))
    room = max(abs(first.number) / 20, Decimal(0))
    if second.hedge in OPEN and max(first.number, second.number) > 2 * min(first.number, second.number):
        return False
    return bounds(first).widened(room).meets(bounds(second))


def _computed(document: Document, claim: Claim, like: Sequence[Claim]) -> bool:
    """Whether two figures below add up to the one above, or two in one sentence lie that far apart."""
    value = measure(claim)
    if value is None:
        return True
    allowed = bounds(value).widened(abs(value.number or Decimal(0)) / 50)
    numbers = [
        (_sentence(document, each.span), bounds(other))
        for each in like[:AHEAD]
        if (other := measure(each)) and other.hedge not in OPEN
    ]
    for at, (where, one) in enumerate(numbers):
        for there, two in numbers[at + 1 :]:
            apart = where == there and (allowed.meets(one.minus(two)) or allowed.meets(two.minus(one)))
            if apart or allowed.meets(one.plus(two)):
                return True
    return False


def _slip(claim: Claim, other: Claim) -> str | None:
    """What may have gone wrong on the keyboard: the scale word, or two digits in the wrong order."""
    first, second = measure(claim), measure(other)
    if first is None or second is None or first.number is None or second.number is None:
        return None
    one, two = first.number.normalize().as_tuple(), second.number.normalize().as_tuple()
    if one.digits == two.digits and abs(first.number.adjusted() - second.number.adjusted()) in (3, 6):
        return "scale"
    if one.digits == two.digits and abs(first.number.adjusted() - second.number.adjusted()) == 1:
        return "digits"
    same_size = first.number.adjusted() == second.number.adjusted() and len(one.digits) == len(two.digits)
    if same_size and sorted(one.digits) == sorted(two.digits) and len(set(one.digits)) > 1:
        return "digits"
    return None


def _counts_same(claim: Claim, other: Claim) -> bool:
    """Whether both count what one noun names, and neither can be a small part of the other."""
    first, second = measure(claim), measure(other)
    if first is None or second is None or not first.number or not second.number or not first.noun:
        return False
    if first.number < 10 or not alike(first.noun, second.noun) or second.hedge is not None:
        return False
    return Decimal("0.5") <= second.number / first.number <= 2


def _only_amount(claim: Claim, other: Claim, below: Sequence[Claim], like: Sequence[Claim]) -> bool:
    """Whether both are amounts, and the other is the only one of its currency below, and the first figure at all."""
    first, second = measure(claim), measure(other)
    if claim.type != "amount" or first is None or second is None or not first.number or not second.number:
        return False
    alone = len(like) == 1 and other is below[0] and first.hedge is None and second.hedge is None
    large, small = max(first.number, second.number), min(first.number, second.number)
    # an exact multiple may be what falls on each year, flat or head
    return alone and large <= small * 3 and large % small != 0


def _stems(text: str) -> set[str]:
    return {word.lower()[:STEM] for word in WORDS.findall(text[:1000])}


def _sentence(document: Document, span: Span) -> tuple[int, int]:
    at = bisect_right(document.sentences, (span.start, LAST)) - 1
    if at < 0:
        return span.start, span.end
    sentence = document.sentences[at]
    return sentence.start, min(sentence.end, sentence.start + 1000)
