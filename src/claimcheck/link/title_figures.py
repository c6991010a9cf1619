"""A figure of a title outside the text that the text gives with another scale word: millions for billions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from claimcheck.extract import read_article
from claimcheck.link.dimension import measure
from claimcheck.model import Claim, Document, Span
from claimcheck.model.attribution import Part
from claimcheck.model.naming import Headed
from claimcheck.model.report import Article
from claimcheck.segment import segment

DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
FIRST = 3
SCALES = frozenset((Decimal(1000), Decimal(1000000), Decimal("0.001"), Decimal("0.000001")))
LONGEST = 200


def title_figures(article: Article) -> Iterator[Headed]:
    """Every amount of the title whose digits the first sentences repeat a thousand or a million times as large or
    small, and whose value stands nowhere in the text.
    """
    document, title = article.document, article.document.title or ""
    digits = frozenset(DIGITS.findall(title)) if document.headline is None and len(title) <= LONGEST else frozenset()
    if not digits or not document.sentences:
        return
    end = document.sentences[:FIRST][-1].end
    repeated = [each for each in article.claims if each.span.start < end and _digits(each) in digits]
    if not repeated:
        return
    above = read_article(segment(Document.from_text(title, language=document.language, published=document.published)))
    values = {_value(each) for each in article.claims}
    for claim in above.claims:
        value = _value(claim)
        if value is None or value in values:
            continue
        for each in repeated:
            if _scaled(claim, each):
                yield Headed("figure", Part(Span(0, 0), claim.text), Part(each.span, each.text))
                break


def _scaled(claim: Claim, other: Claim) -> bool:
    """Whether the two have digits and currency in common and differ by a scale word."""
    one, two = measure(claim), measure(other)
    if one is None or two is None or not one.number or not two.number or one.unit != two.unit:
        return False
    return _digits(claim) == _digits(other) and one.number / two.number in SCALES


def _digits(claim: Claim) -> str | None:
    """The digits of an amount of money."""
    match = DIGITS.search(claim.text) if claim.type == "amount" else None
    return None if match is None else match.group()


def _value(claim: Claim) -> Decimal | None:
    value = measure(claim) if claim.type == "amount" else None
    return None if value is None else value.number
