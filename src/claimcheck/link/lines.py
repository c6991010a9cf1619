"""The lines that tell ahead what the text says, and their figures that the text gives otherwise."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from claimcheck import languages
from claimcheck.languages.extra import extra
from claimcheck.model import Claim, Document, Measure, Span
from claimcheck.model.figures import Again, ToldAgain
from claimcheck.model.interval import Interval, bounds
from claimcheck.model.report import Article
from claimcheck.statements.dimension import comparable, dimension, exact, hedged, is_rate, measure, noun, number, ratio
from claimcheck.statements.words import alike

SHORT = 90
TEASER = 320
WORDS = re.compile(r"[^\W\d_]{4,}")
STEM = 6
AHEAD = 12
LEAD = 4
"""So many sentences below a headline tell what it tells."""
OPEN = ("up_to", "under", "over", "at_least")
SHARED = 2
DIGITS = 2
LONG = ("teaser", "caption")
"""Lines of many words, of which one more must be shared."""
LAST = sys.maxsize
SLIPS = {1: "digits", 3: "scale", 6: "scale"}
"""What went wrong where the same digits stand so many places apart."""


class Line(NamedTuple):
    """A headline, teaser, subhead or caption with the stretch of text it is about."""

    kind: ToldAgain
    span: Span
    below: Span


def lines(document: Document) -> Iterator[Line]:
    """The headline and the teaser with the text below, every subhead with what stands up to the next one, and every
    caption with all of the text.
    """
    end, head = len(document.prose), document.headline
    yield from (Line("caption", span, Span(0, end)) for span in _captions(document))
    if head is not None:
        yield Line("headline", head, Span(head.end, end))
        yield from _teaser(document, head)
    heads = [each for each in document.paragraphs if _is_head(document, each)]
    heads = [each for each in heads if head is None or each.start >= head.end]
    for span, following in zip(heads, [*heads[1:], Span(end, end)], strict=False):
        yield Line("subhead", span, Span(span.end, following.start))


def _teaser(document: Document, head: Span) -> Iterator[Line]:
    """The short paragraph behind the headline, where more of them follow."""
    paragraphs = document.paragraphs
    at = bisect_right(paragraphs, head)
    if len(paragraphs) > at + 1 and 0 < paragraphs[at].end - paragraphs[at].start <= TEASER:
        yield Line("teaser", paragraphs[at], Span(paragraphs[at].end, len(document.prose)))


def _captions(document: Document) -> Iterator[Span]:
    """The paragraphs that begin as captions do, or that the file says are captions."""
    begins = tuple(languages.load(document.language).sentences["captions"]) if document.language else ()
    marked = [region.span for region in document.regions if region.kind == "caption"]
    for span in document.paragraphs:
        if document.prose.startswith(begins, span.start) or any(map(span.covers, marked)):
            yield span


def _is_head(document: Document, span: Span) -> bool:
    text = document.prose[span.start : span.end].strip()
    return 0 < len(text) <= SHORT and text[-1] not in '.!?:;…"“”»«' and "\n" not in text


def told(article: Article) -> Iterator[Again]:
    """Every number of a headline or subhead with the same one below it, or with the one that stands there instead."""
    claims = [claim for claim in article.claims if _single(claim)]
    for line in lines(article.document) if claims else ():
        yield from _of_line(article.document, line, claims)


def _of_line(document: Document, line: Line, claims: list[Claim]) -> Iterator[Again]:
    inside, below = _within(claims, line.span), _within(claims, line.below)
    if line.kind == "caption":
        below = [claim for claim in below if not line.span.covers(claim.span)]
    if inside and below:
        words = _stems(document.prose[line.span.start : line.span.end])
        for claim in inside:
            yield from _instead(document, line.kind, words, claim, below)


def _within(claims: list[Claim], span: Span) -> list[Claim]:
    return claims[bisect_left(claims, span.start, key=_start) : bisect_left(claims, span.end, key=_start)]


def _start(claim: Claim) -> int:
    return claim.span.start


def _from(span: Span) -> int:
    return span.start


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
    like = [each for each in below if _one_thing(claim, each) and not _counts_time(document, each)]
    again = next((each for each in like if _agrees(claim, each)), None)
    if again is not None and len(words & _stems_around(document, again)) >= SHARED:
        yield Again(kind, claim, again, "a figure above the text and the same in it", near=True)
    if not like or any(_agrees(claim, each) for each in below) or _computed(document, claim, like):
        return
    for each in _early(document, like) if kind == "headline" else like[:AHEAD]:
        needed = _needed(claim, each) + (kind in LONG)
        if _is_meant(document, kind, claim, each, below) and len(words & _stems_around(document, each)) >= needed:
            yield Again(kind, claim, each, "a figure above the text and one in it")
            return


def _early(document: Document, like: Sequence[Claim]) -> Sequence[Claim]:
    """The figures of the first sentences below the headline, which tell what it tells."""
    start = 0 if document.headline is None else document.headline.end
    first = bisect_left(document.sentences, start, key=_from)
    end = max((each.end for each in document.sentences[first : first + LEAD]), default=0)
    return [each for each in like if each.span.start < end]


def _is_meant(document: Document, kind: ToldAgain, claim: Claim, other: Claim, below: Sequence[Claim]) -> bool:
    """Whether the other figure stands for this one: by a slip, by its noun, or as the only amount."""
    if kind in LONG:  # a teaser tells several things, and the text others of the same kind, and bounds of them
        value = measure(other)
        bound = value is not None and value.hedge in OPEN
        return _digits(claim) >= DIGITS and _slip(claim, other) is not None and not bound
    if _slip(claim, other) is not None:
        return True
    start, stop = _sentence(document, other.span)
    shared_out = any(each.type == "percentage" and start <= each.span.start < stop for each in below)
    return not shared_out and (_counts_same(claim, other) or _only_amount(claim, other, below))


def _stems_around(document: Document, claim: Claim) -> set[str]:
    return _stems(document.prose[slice(*_sentence(document, claim.span))])


def _needed(claim: Claim, other: Claim) -> int:
    """How many words both sentences must share: none where two digits or more are the same in another scale."""
    return SHARED if _slip(claim, other) != "scale" or _digits(claim) < DIGITS else 0


def _digits(claim: Claim) -> int:
    """How many digits a number has before its zeros."""
    value = number(claim)
    return 0 if value is None else len(value.normalize().as_tuple().digits)


def _one_thing(claim: Claim, other: Claim) -> bool:
    return comparable(claim, other) and dimension(claim) not in ("time", "year")


def _counts_time(document: Document, claim: Claim) -> bool:
    """Whether a number is one of years or the like that is no length: "alle 12 Jahre"."""
    counted = noun(claim)
    return counted is not None and counted.lower() in extra(document.language or "", "timing")["units"]


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
    return any(
        allowed.meets(one.plus(two)) or (where == there and _differ(allowed, one, two))
        for (where, one), (there, two) in combinations(numbers, 2)
    )


def _differ(allowed: Interval, one: Interval, two: Interval) -> bool:
    return allowed.meets(one.minus(two)) or allowed.meets(two.minus(one))


def _slip(claim: Claim, other: Claim) -> str | None:
    """What may have gone wrong on the keyboard: the scale word, or two digits in the wrong order."""
    first, second = number(claim), number(other)
    if first is None or second is None:
        return None
    one, two = (each.normalize().as_tuple().digits for each in (first, second))
    apart = abs(first.adjusted() - second.adjusted())
    if apart:
        return SLIPS.get(apart) if one == two else None
    return "digits" if sorted(one) == sorted(two) and len(set(one)) > 1 else None


def _counts_same(claim: Claim, other: Claim) -> bool:
    """Whether both count what one noun names, and neither can be a small part of the other."""
    if (number(claim) or 0) < 10 or hedged(other) or not alike(noun(claim), noun(other)):
        return False
    return ratio(claim, other) >= Decimal("0.5")


def _only_amount(claim: Claim, other: Claim, below: Sequence[Claim]) -> bool:
    """Whether both are amounts, and the other is the only one of its currency below, and the first figure at all."""
    one, two = exact(claim), exact(other)
    if claim.type != "amount" or not one or not two or other is not below[0]:
        return False
    large, small = max(one, two), min(one, two)
    # an exact multiple may be what falls on each year, flat or head
    return large <= small * 3 and large % small != 0 and sum(_one_thing(claim, each) for each in below) == 1


def _stems(text: str) -> set[str]:
    return {word.lower()[:STEM] for word in WORDS.findall(text[:1000])}


def _sentence(document: Document, span: Span) -> tuple[int, int]:
    at = bisect_right(document.sentences, (span.start, LAST)) - 1
    if at < 0:
        return span.start, span.end
    sentence = document.sentences[at]
    return sentence.start, min(sentence.end, sentence.start + 1000)
