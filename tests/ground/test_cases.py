"""Drafts against their sources, as data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import claimcheck
from claimcheck.model import Span
from claimcheck.rules.apply import marks

CASES = yaml.load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
DRAFTS = [(case, draft, kind == "right") for case in CASES for kind in ("right", "wrong") for draft in case[kind]]
FAILED = ("contradicted", "not_found")


def judged(case: dict[str, Any], draft: str) -> list[claimcheck.model.support.Support]:
    text, spans = marks(draft)
    day, languages = case["published"], case["languages"]
    report = claimcheck.check(
        claimcheck.Document.from_text(text, "draft", language=languages["draft"], published=day),
        sources=claimcheck.Document.from_text(case["source"], "source", language=languages["source"], published=day),
    )
    return [each for each in report.support if any(each.span.touches(Span(*span)) for span in spans)]


@pytest.mark.parametrize(("case", "draft", "right"), DRAFTS, ids=[draft for _, draft, _ in DRAFTS])
def test_draft(case: dict[str, Any], draft: str, right: bool) -> None:
    found = judged(case, draft)
    failed = [(each.text, each.verdict, each.reason) for each in found if each.verdict in FAILED]
    assert found
    assert bool(failed) is not right, failed


@pytest.mark.parametrize(("case", "draft"), [(case, draft) for case in CASES for draft in case.get("absent", ())])
def test_what_a_source_does_not_speak_of_is_not_contradicted_by_it(case: dict[str, Any], draft: str) -> None:
    verdicts = {each.verdict for each in judged(case, draft)}
    assert "not_found" in verdicts
    assert "contradicted" not in verdicts


@pytest.mark.parametrize("case", CASES, ids=[case["source"][:40] for case in CASES])
def test_every_statement_of_a_source_is_supported_by_itself(case: dict[str, Any]) -> None:
    language = case["languages"]["source"]
    document = claimcheck.Document.from_text(case["source"], "draft", language=language, published=case["published"])
    report = claimcheck.check(document, sources=document._replace(path="source"))
    assert [each for each in report.support if each.verdict in FAILED] == []
