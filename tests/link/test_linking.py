"""What links numbers, where examples of rules cannot tell it: spans, limits and hostile text."""

from __future__ import annotations

import time

from claimcheck.constraints import constrain
from claimcheck.extract import read_article
from claimcheck.link import link
from claimcheck.model import Document
from claimcheck.model.link import Change, Dossier
from claimcheck.segment import segment


def linked(text: str, language: str = "de") -> Dossier:
    article = read_article(segment(Document.from_text(text, language=language)))
    return constrain(link(article))


def test_ends_of_a_range_keep_their_places() -> None:
    text = "Revenue rose from $400 million to $500 million, an increase of 20 percent."
    (change,) = [each for each in linked(text, "en").links if isinstance(each, Change) and each.by]
    for claim in change.readings[0]:
        assert claim is None or text[claim.span.start : claim.span.end] == claim.text


def test_the_scale_of_the_new_value_holds_for_the_old_one() -> None:
    (change,) = [
        each for each in linked("Der Umsatz stieg von 400 auf 500 Millionen Euro.").links if isinstance(each, Change)
    ]
    old = change.readings[0].old
    assert old is not None
    assert old.value.number == 400_000_000  # type: ignore[union-attr]


def test_a_growth_from_small_to_large_keeps_the_small_number() -> None:
    (change,) = [
        each for each in linked("Die Zahl stieg von 900 auf 2 Millionen Euro.").links if isinstance(each, Change)
    ]
    assert change.readings[0].old is not None


def test_every_link_says_why() -> None:
    text = "Von 480 Befragten waren 120 dafür, also 25 Prozent. Jeder Dritte (33 Prozent) kam. 5 Meilen (8 Kilometer)."
    links = linked(text).links
    assert links
    assert all(each.reason for each in links)


def test_hostile_text_is_linked_in_linear_time() -> None:
    texts = [
        "von 3 auf 4 Prozent, " * 20_000 + "ein Plus von 20 Prozent.",
        "davon 3, " * 30_000,
        "(" * 20_000 + "5 Prozent" + ")" * 20_000,
        "zuvor noch 1 " * 30_000,
    ]
    for text in texts:
        start = time.process_time()
        linked(text)
        assert time.process_time() - start < 20
