"""What a title outside the text says and the text below it does not."""

from __future__ import annotations

from datetime import date

import pytest

import claimcheck

PRICE = "Nordia will pay $4.5bn for Keltec, the firms said on Monday."
RESCUE = (
    "“We had no more than a minute,” said Tessa Oramer, a guest, on Monday. The pilot, Niall Greever, said nothing."
)
RETTUNG = "„Wir hatten keine Minute mehr“, sagte Tessa Oramer, eine Urlauberin. Lotse Nils Greever wollte nichts sagen."


def _rules(title: str, text: str, language: str, published: date | None = None) -> set[str]:
    document = claimcheck.Document.from_text(text, path="a.txt", language=language, title=title, published=published)
    return {each["rule"] for each in claimcheck.to_dict(claimcheck.check([document]))["findings"]}


@pytest.mark.parametrize("title", ["Nordia pays $4.5m for Keltec", "Keltec goes for $4.5 million"])
def test_another_scale_word_is_found(title: str) -> None:
    assert "core/headline-denied" in _rules(title, PRICE, "en")


@pytest.mark.parametrize(
    "title", ["Nordia pays $4.5bn for Keltec", "Keltec goes for $4.5 billion", "45 jobs at Keltec"]
)
def test_the_same_scale_is_silent(title: str) -> None:
    assert "core/headline-denied" not in _rules(title, PRICE, "en")


@pytest.mark.parametrize(
    ("title", "text", "language"),
    [
        ("‘We had no more than a minute,’ says pilot", RESCUE, "en"),
        ("Lotse: „Wir hatten keine Minute mehr“", RETTUNG, "de"),
        ("„Wir hatten keine Minute mehr“, sagt Greever", RETTUNG, "de"),
    ],
)
def test_words_of_somebody_else_are_found(title: str, text: str, language: str) -> None:
    assert "core/quotation-of-two" in _rules(title, text, language)


@pytest.mark.parametrize(
    ("title", "text", "language"),
    [
        ("‘We had no more than a minute,’ says guest", RESCUE, "en"),
        ("Oramer: „Wir hatten keine Minute mehr“", RETTUNG, "de"),
        ("„Wir hatten keine Minute mehr“: Lotse schweigt nach der Rettung von Urlaubern", RETTUNG, "de"),
    ],
)
def test_words_of_the_speaker_are_silent(title: str, text: str, language: str) -> None:
    assert "core/quotation-of-two" not in _rules(title, text, language)


def test_a_life_goes_on_behind_an_opening_participle() -> None:
    text = "The writer Hedda Lowcamp died on Sunday aged {}. Born in Lindow in May 1940, she wrote three novels."
    wrong = _rules("", text.format(71), "en", date(2025, 11, 10))
    assert "core/age-at-death-wrong" in wrong
    assert "core/age-at-death-wrong" not in _rules("", text.format(85), "en", date(2025, 11, 10))
