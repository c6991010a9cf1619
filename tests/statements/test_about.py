"""What numbers are numbers of, whose, and of what, by examples."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from claimcheck.extract import read_article
from claimcheck.model import Claim, Document
from claimcheck.reference import open_reference
from claimcheck.segment import segment
from claimcheck.statements import concept_of

CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("about.yaml").read_text(encoding="utf-8")
)


def _slots(claim: Claim) -> str:
    about = claim.about
    owner = None if about is None else about.owner
    measure = "-" if about is None or about.measure is None else about.measure.text
    base = "-" if about is None or about.of is None else about.of.text
    whose = "-" if owner is None else owner.text + "*" * owner.implied
    return f"{measure} | {whose} | {base}"


@pytest.mark.parametrize(
    ("code", "case"), [pytest.param(code, each, id=each["text"]) for code, cases in CASES.items() for each in cases]
)
def test_what_numbers_are_numbers_of(code: str, case: dict[str, Any]) -> None:
    document = segment(Document.from_text(case["text"], language=code, published="2032-03-01"))
    claims = read_article(document, open_reference().names).claims
    found = {claim.text: _slots(claim) for claim in claims if claim.type != "relation"}  # "31-Jährige" is one too
    assert {number: found.get(number) for number in case["is"]} == case["is"]


@pytest.mark.parametrize(
    ("code", "word", "concept"),
    [
        ("de", "Häusern", "houses"),
        ("de", "Überfälle", "attacks"),
        ("de", "Fähren", "ships"),
        ("de", "Fahrer", None),
        ("de", "Sachschäden", "damage"),
        ("en", "companies", "companies"),
        ("en", "policemen", "police_officers"),
        ("en", "caprice", None),
    ],
)
def test_a_noun_names_its_concept_in_every_form(code: str, word: str, concept: str | None) -> None:
    assert concept_of(code, word) == concept
