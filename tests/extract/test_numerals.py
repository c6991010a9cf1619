"""Digits, number words and their traps, where data cannot say it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck import Document, extract
from claimcheck.extract.numeral import Notation
from claimcheck.model import Measure

GERMAN = Notation(",", (".", " ", "'"))
ENGLISH = Notation(".", (",", " "))


@pytest.mark.parametrize(
    ("notation", "run", "values"),
    [
        (GERMAN, "4.050", ["4050"]),
        (GERMAN, "4,800", ["4.800"]),
        (GERMAN, "1.5", ["1.5"]),
        (GERMAN, "2.000,352", ["2000.352"]),
        (GERMAN, "220 000", ["220000"]),
        (GERMAN, "2031 477", ["2031", "477"]),
        (GERMAN, "1'234'500.75", ["1234500.75"]),
        (GERMAN, "0.500", ["0.500"]),
        (GERMAN, "12.03.2031", [None]),
        (GERMAN, "1.2.3", [None]),
        (ENGLISH, "4,050", ["4050"]),
        (ENGLISH, "4.800", ["4.800"]),
        (ENGLISH, "1,234,567.5", ["1234567.5"]),
    ],
)
def test_notation(notation: Notation, run: str, values: list[str | None]) -> None:
    found = [piece.value for piece in notation.pieces(run)]
    assert found == [None if value is None else Decimal(value) for value in values]


def test_stated_digits_are_kept() -> None:
    (claim,) = extract(Document.from_text("Nordwerk zahlt 6,4 Milliarden Euro.", language="de"))
    assert isinstance(claim.value, Measure)
    assert claim.value.number is not None
    assert claim.value.number.as_tuple() == Decimal("6.4E+9").as_tuple()
    assert claim.value.rounded


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Der Umsatz stieg von 400 auf 500 Millionen Euro.", [("4E+8", "EUR"), ("5E+8", "EUR")]),
        ("Die Quote stieg von 19 auf 16 Prozent.", [("19", "percent"), ("16", "percent")]),
        ("Er stieg von 12,6 Millionen Euro auf 182,5 Millionen.", [("1.26E+7", "EUR"), ("1.825E+8", "EUR")]),
        ("Das sind 80 oder 90 Prozent.", [("80", "percent"), ("90", "percent")]),
        ("Das sind 1390 Bäume oder 19,4 Prozent.", [("1390", None), ("19.4", "percent")]),
    ],
)
def test_what_is_said_once_holds_for_both(text: str, values: list[tuple[str, str | None]]) -> None:
    claims = extract(Document.from_text(text, language="de"))
    found = [(claim.value.number, claim.value.unit) for claim in claims if isinstance(claim.value, Measure)]
    assert found == [(Decimal(number), unit) for number, unit in values]


def test_a_rate_keeps_its_base() -> None:
    (rate, _) = extract(Document.from_text("Es gab 35 Fälle je 100.000 Einwohner.", language="de"))
    assert isinstance(rate.value, Measure)
    assert rate.value.per is not None
    assert (rate.value.per.number, rate.value.per.noun) == (Decimal(100_000), "Einwohner")


WORDS = st.sampled_from(
    [
        "rund", "zwei", "Millionen", "Euro", "Prozent", "von", "auf", "bis", "und", "3",
        "4,5", "1.200", "Hälfte", "jeder", "dritte", "Drittel", "-", "–", "%", "$",
        "(", ")", ",", ".", "„", "“", "Jahre", "alt", "minus", "über",
        "12/13", "2:1", "einundzwanzig", "hundert",
    ]
)  # fmt: skip


@given(st.lists(WORDS, max_size=14), st.booleans())
def test_every_claim_is_its_text(words: list[str], spaced: bool) -> None:
    text = (" " if spaced else "").join(words)
    for language in ("de", "en"):
        for claim in extract(Document.from_text(text, language=language, published="2031-06-01")):
            assert text[claim.span.start : claim.span.end] == claim.text != ""


@pytest.mark.parametrize(
    "text",
    ["1" * 100_000, "1." * 50_000, "drei" * 25_000, "3 bis " * 20_000, "mehr als " * 20_000 + "3", "1/2" * 30_000],
)
def test_hostile_rows_end(text: str) -> None:
    assert len(extract(Document.from_text(text, language="de"))) <= len(text)
