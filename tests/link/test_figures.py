"""What ties figures together must stay linear in the length of a text, and small questions about rows."""

from __future__ import annotations

import pytest

from claimcheck import Document, check
from claimcheck.statements.words import alike


@pytest.mark.parametrize(
    ("one", "other"), [("Wohnung", "Wohnungen"), ("bus", "buses"), ("Haus", "Häuser"), ("Helfer", "Helfern")]
)
def test_forms_of_one_noun_are_alike(one: str, other: str) -> None:
    assert alike(one, other)


@pytest.mark.parametrize(("one", "other"), [("Haus", "Garten"), ("Bus", "Busse-Gruppe"), (None, "Haus"), ("", "")])
def test_other_nouns_are_not(one: str | None, other: str) -> None:
    assert not alike(one, other)


@pytest.mark.parametrize(
    "text",
    [
        "1" * 200_000,
        "1.234." * 20_000,
        "Drei Länder: " + "A, " * 20_000,
        "Platz zwei hinter " + "A, " * 20_000,
        "500 Stellen\n\n" + "Lorbach streicht 600 Stellen. " * 2000,
    ],
    ids=["digits", "groups", "list", "rank", "headline"],
)
def test_long_texts_are_read_to_their_end(text: str) -> None:
    report = check(Document.from_text(text, language="de", published="2031-01-01"))
    assert len(report.articles) == 1
