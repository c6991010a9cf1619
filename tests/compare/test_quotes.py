"""Quotations in two articles: the kind of difference, and who speaks."""

from __future__ import annotations

import pytest

from claimcheck.extract import read_article
from claimcheck.link.across.page import Page
from claimcheck.link.across.quotes import SameQuote, same_quotes
from claimcheck.model import Document
from claimcheck.segment import segment

WORDS = "Wir werden in Lindow bis zum Herbst 400 Stellen streichen müssen"


def pair(one: str, two: str) -> list[SameQuote]:
    pages = [
        Page(read_article(segment(Document.from_text(text, path=f"{n}.txt", language="de", published="2031-05-12"))), n)
        for n, text in enumerate((one, two))
    ]
    return list(same_quotes(pages))


@pytest.mark.parametrize(
    ("other", "change"),
    [
        (WORDS, "same"),
        (WORDS.replace("400", "500"), "number"),
        (WORDS.replace("streichen müssen", "nicht streichen müssen"), "negation"),
        (WORDS.replace("bis zum Herbst", "[...]"), "ellipsis"),
        (WORDS.replace("Wir werden in", "Wir werden [als Konzern] in"), "bracket"),
        (WORDS.replace("Herbst", "Herbste"), "spelling"),
        (WORDS.replace("Herbst", "Sommer"), "word"),
    ],
)
def test_kinds_of_difference(other: str, change: str) -> None:
    found = pair(f"„{WORDS}“, sagte Vorstand Karl Meier.", f"„{other}“, sagte Vorstand Karl Meier.")
    assert [each.change for each in found] == [change]


def test_words_that_anybody_says_are_no_quotation() -> None:
    assert not pair(
        "„Ich glaube nicht, dass unsere Tiere das merken“, sagte Karl Meier.",
        "„Ich glaube nicht, dass die Brücke im Herbst fertig wird“, sagte Anna Roth.",
    )


def test_groups_of_digits_are_one_number_however_they_are_parted() -> None:
    one, two = (
        f"„Das Werk in Lindow kostet die Stadt {cost} Euro im Jahr“, sagte Karl Meier." for cost in ("61.000", "61 000")
    )
    assert [each.change for each in pair(one, two)] == ["same"]
    assert [each.change for each in pair(one, two.replace("61 000", "6.100"))] == ["number"]


@pytest.mark.parametrize(
    ("one", "two", "change"),
    [
        ("Es wird keine Kündigungen geben", "Es wird kaum Kündigungen geben", "negation"),
        ("Das war niemals ein Foul", "Das war ein klares Foul", "negation"),
        ("Die Mauer hat den Hof gerettet", "Nur der Wind hat den Hof gerettet", "wording"),
    ],
)
def test_short_sentences_of_one_person_are_one_quotation(one: str, two: str, change: str) -> None:
    found = pair(f"„{one}“, sagte Vorstand Karl Meier.", f"„{two}“, sagte Karl Meier.")
    assert [(each.change, each.voice) for each in found] == [(change, True)]
    assert not pair(f"„{one}“, sagte Vorstand Karl Meier.", f"„{two}“, sagte Anna Roth.")


def test_the_topic_of_a_headline_is_no_speaker() -> None:
    words = "„Das trifft uns alle ins Mark“"
    text = f"Lindow schließt: {words}\n\nDas Werk schließt. {words}, sagte Karl Meier."
    found = pair(text, f"Das Werk schließt. {words}, sagte Anna Roth.")
    assert [(each.a.speaker, each.b.speaker) for each in found] == [("Karl Meier", "Anna Roth")]
