"""What numbers count, by what their clause tells of those they count, by examples."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from claimcheck.extract import read_article
from claimcheck.model import Document
from claimcheck.segment import segment
from claimcheck.statements.befell import Befell
from claimcheck.statements.statement import Statements

CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("befell.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(
    ("code", "case"), [pytest.param(code, each, id=each["text"]) for code, cases in CASES.items() for each in cases]
)
def test_what_befell_those_who_are_counted(code: str, case: dict[str, Any]) -> None:
    article = read_article(segment(Document.from_text(case["text"], language=code, published="2032-03-01")))
    befell, table = Befell(article), Statements(article)
    found = {each.claim.text: befell.concept(each) for number in table.numbered() for each in table.within(number)}
    assert {number: found.get(number) for number in case["is"]} == case["is"]
