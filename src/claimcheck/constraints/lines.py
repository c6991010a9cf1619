"""The lines that tell ahead what the text says, and their figures that stand below with a slip of the keyboard."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, islice
from typing import NamedTuple

from claimcheck import languages
from claimcheck.model import Claim, Document, Measure, Span
from claimcheck.model.figures import Again, ToldAgain
from claimcheck.model.interval import Interval, bounds
from claimcheck.model.report import Article
from claimcheck.statements.dimension import comparable, dimension, is_rate, measure, number
from claimcheck.statements.statement import Statements

SHORT = 90
TEASER = 320
WORDS = re.compile(r"[^\W\d_]{4,}")
STEM = 6
AHEAD = 12
OPEN = ("up_to", "under", "over", "at_least")
SHARED = 2
DIGITS = 2
LONG = ("teaser", "caption")
"""Lines of many words, of which one more must be shared."""
LAST = sys.maxsize
SLIPS = {3: "scale", 6: "scale"}
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


def told(table: Statements) -> Iterator[Again]:
    """Every number of such a line that never stands below it, but there with another scale or its digits exchanged."""
    article = table.article
    claims = [claim for claim in article.claims if _single(claim)]
    for line in lines(article.document) if claims else ():
        yield from _of_line(article.document, line, claims)


def _of_line(document: Document, line: Line, claims: list[Claim]) -> Iterator[Again]:
    inside, below = _within(claims, line.span), _within(claims, line.below)
    if line.kind == "caption":
        below = [claim for claim in below if not line.span.covers(claim.span)]
    words = _stems(document.prose[line.span.start : line.span.end]) if inside and below else set()
    for claim in inside:
        yield from _slipped(document, line.kind, words, claim, below)


def _within(claims: list[Claim], span: Span) -> list[Claim]:
    return claims[bisect_left(claims, span.start, key=_start) : bisect_left(claims, span.end, key=_start)]


def _start(claim: Claim) -> int:
    return claim.span.start


def told_by_title(article: Article, title: str, claims: Sequence[Claim]) -> Iterator[Again]:
    """The same for the numbers of a title that stands outside the text; `claims` have their places in the title."""
    below = [claim for claim in article.claims if _single(claim)]
    for claim in claims:
        if below and _single(claim):
            yield from _slipped(article.document, "headline", _stems(title), claim, below)


def _single(claim: Claim) -> bool:
    value = claim.value
    return isinstance(value, Measure) and value.number is not None and value.number > 1 and not is_rate(value)


def _slipped(
    document: Document, kind: ToldAgain, words: set[str], claim: Claim, below: Sequence[Claim]
) -> Iterator[Again]:
    like = [each for each in below if _one_thing(claim, each)]
    if not any(_agrees(claim, each) for each in below) and not _computed(document, claim, like):
        meant = (each for each in like[:AHEAD] if _is_meant(document, kind, words, claim, each))
        yield from (Again(kind, claim, each, "a figure above the text and one in it") for each in islice(meant, 1))


def _is_meant(document: Document, kind: ToldAgain, words: set[str], claim: Claim, other: Claim) -> bool:
    """Whether a slip tells the two apart and the sentence below repeats the words of the line."""
    slip, value = _slip(claim, other), measure(other)
    if slip is None or value is None or value.hedge in OPEN or _digits(claim) < DIGITS:
        return False
    needed = (SHARED if slip == "digits" else 0) + (kind in LONG)
    return len(words & _stems_around(document, other)) >= needed


def _stems_around(document: Document, claim: Claim) -> set[str]:
    return _stems(document.prose[slice(*_sentence(document, claim.span))])


def _digits(claim: Claim) -> int:
    """How many digits a number has before its zeros."""
    value = number(claim)
    return 0 if value is None else len(value.normalize().as_tuple().digits)


def _one_thing(claim: Claim, other: Claim) -> bool:
    return comparable(claim, other) and dimension(claim) not in ("time", "year")


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


def _stems(text: str) -> set[str]:
    return {word.lower()[:STEM] for word in WORDS.findall(text[:1000])}


def _sentence(document: Document, span: Span) -> tuple[int, int]:
    at = bisect_right(document.sentences, (span.start, LAST)) - 1
    if at < 0:
        return span.start, span.end
    sentence = document.sentences[at]
    return sentence.start, min(sentence.end, sentence.start + 1000)
