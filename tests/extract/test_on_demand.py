"""What is read on demand is what is read at once."""

from __future__ import annotations

import pytest

from claimcheck.extract import OnDemand, read_article
from claimcheck.model import Document
from claimcheck.model.claim import Attribution, Relation
from claimcheck.model.measure import Measure
from claimcheck.reference import open_reference
from claimcheck.segment import segment

TEXTS = {
    "de": (
        "Nordwerk übernimmt Alsterlicht für 40 Millionen Euro. Der Umsatz stieg 2031 um drei Prozent auf 1,2 "
        "Milliarden Euro. „Das passt“, sagte Vorstandschefin Lena Kern am Montag. Der Gewinn sank auf 6 Millionen "
        "Euro, der Anteil der Auslandsgeschäfte auf ein Drittel."
    ),
    "en": (
        "Northmill has bought Brightline for $40 million. Revenue rose 3 percent to $1.2 billion in 2031. “It fits,” "
        "said chief executive Lena Kern on Monday. One in five customers lives abroad."
    ),
}


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_the_same_as_the_whole_article(language: str) -> None:
    document = segment(Document.from_text(TEXTS[language], language=language, published="2032-03-01"))
    known = open_reference().names
    whole, part = read_article(document, known), OnDemand(document, known)
    numbers = [each for each in whole.claims if not isinstance(each.value, Attribution | Relation)]
    assert [(each.type, each.span, each.value) for each in part.article.claims] == [
        (each.type, each.span, each.value) for each in numbers
    ]
    assert part.article.mentions == whole.mentions
    assert part.statements == [each.value for each in whole.claims if isinstance(each.value, Attribution)]
    relations = [(each.span, each.value, each.modality) for each in whole.claims if isinstance(each.value, Relation)]
    assert [(each.span, each.value, each.modality) for each in part.relations] == relations
    assert relations
    measured = [each for each in numbers if isinstance(each.value, Measure) and each.about and each.about.measure]
    assert measured
    by_span = {each.span: each for each in part.article.claims}
    assert [part.measure(by_span[each.span]) for each in measured] == [
        each.about.measure for each in measured if each.about
    ]


def test_no_language_no_claims() -> None:
    part = OnDemand(segment(Document.from_text("")), open_reference().names)
    assert (part.article.claims, part.statements, part.relations) == ((), [], [])
