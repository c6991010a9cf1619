"""Whole drafts beside their source: what is supported, contradicted and not found."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

import claimcheck
from claimcheck.model import Span

CASES = yaml.load((Path(__file__).parent / "drafts.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
MISSED = 30
"""Marks the verdicts on which fall short of what is known to be reached: this may only fall."""
MARK = re.compile(r"\[\[([scn]): (.*?)\]\]", re.DOTALL)


def unmarked(marked: str) -> tuple[str, list[tuple[Span, str]]]:
    """The draft without its marks, and what is marked."""
    text, spans, end = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[end : match.start()]
        spans.append((Span(len(text), len(text) + len(match[2])), match[1]))
        text, end = text + match[2], match.end()
    return text + marked[end:], spans


def judged(case: dict[str, Any]) -> list[tuple[str, str, set[str]]]:
    """What is marked, as what, and the verdicts that touch it."""
    text, spans = unmarked(case["draft"])
    day, languages = case["published"], case["languages"]
    report = claimcheck.check(
        claimcheck.Document.from_text(text, "draft", language=languages["draft"], published=day),
        sources=claimcheck.Document.from_text(case["source"], "source", language=languages["source"], published=day),
    )
    return [
        (text[span.start : span.end], kind, {each.verdict for each in report.support if each.span.touches(span)})
        for span, kind in spans
    ]


def right(kind: str, verdicts: set[str]) -> bool:
    """Whether the verdicts fit what is marked."""
    wrong = "contradicted" in verdicts
    return wrong if kind == "c" else not wrong and {"s": "supported", "n": "not_found"}[kind] in verdicts


def test_whole_drafts() -> None:
    found = [(text, kind, verdicts) for case in CASES for text, kind, verdicts in judged(case)]
    wrong = [(text, kind, sorted(verdicts)) for text, kind, verdicts in found if not right(kind, verdicts)]
    assert [each for each in wrong if "contradicted" in each[2]] == []
    assert len(wrong) <= MISSED, wrong
