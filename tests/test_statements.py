"""Numbers as statements: their words by grammar, what ties two of them, and what speaks against it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck import Document
from claimcheck.extract import read_article
from claimcheck.segment import segment
from claimcheck.statements.agreement import contradiction, slipped, tie
from claimcheck.statements.statement import Statement, Statements


def read(text: str, language: str) -> tuple[Statements, list[Statement]]:
    article = read_article(segment(Document.from_text(text, path="a", language=language)))
    found = Statements(article)
    return found, [each for number in found.numbered() for each in found.within(number)]


def test_a_number_has_the_words_of_its_phrase_and_clause() -> None:
    _, (old, new) = read("Der Umsatz stieg von 40 Millionen Euro auf 50 Millionen Euro.", "de")
    assert "from_" in old.lead
    assert "to" in new.lead
    assert (old.way, new.way) == ("up", "up")
    assert (new.noun, new.concept) == ("Umsatz", "revenue")


def test_a_noun_gives_its_number_its_role_and_a_word_of_another_clause_does_not() -> None:
    _, (members, _, rest) = read("Of 40 members 12 voted, and the remaining 28 stayed at home.", "en")
    assert "remaining" in rest.cues
    assert "remaining" not in members.cues


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("Der Chor hat 40 Mitglieder, 25 davon sind Frauen.", "anaphor"),
        ("Der Chor hat 40 Mitglieder. Davon sind 25 Frauen.", "anaphor"),
        ("Der Chor hat 40 Mitglieder. Die Halle bietet 25 Plätze.", None),
    ],
)
def test_what_ties_two_numbers(text: str, tied: str | None) -> None:
    found, (one, two) = read(text, "de")
    assert tie(found.article.document, one, two) == tied


def test_two_numbers_of_different_things_are_not_compared() -> None:
    _, (halls, courts, more) = read("The club has 48 halls and 25 courts. It wants 50 halls.", "en")
    assert contradiction(halls, courts) == "noun"
    assert contradiction(halls, more) is None


@pytest.mark.parametrize(
    ("stated", "right", "is_slip"),
    [
        ("1124", "1214", True),
        ("146.7", "156.7", True),
        ("14250000", "1425000", True),
        ("2640", "3640", True),
        ("2600", "3600", False),
        ("12", "21", False),
        ("368", "412", False),
        ("1214", "1214", False),
    ],
)
def test_slips_of_the_pen(stated: str, right: str, is_slip: bool) -> None:
    assert slipped(Decimal(stated), Decimal(right)) is is_slip


@pytest.mark.parametrize(
    ("stated", "right"),
    [("512", "1.234567E+40"), ("5.12E-9", "1.23E+30"), ("1.234567E+40", "512"), ("512", "1.23E-40")],
)
def test_numbers_of_any_size_can_be_held_against_each_other(stated: str, right: str) -> None:
    assert not slipped(Decimal(stated), Decimal(right))
