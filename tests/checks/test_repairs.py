"""Computation and repair of a wrong change, share, total or conversion, in the wordings in which they come.

Each line of repairs.txt: language, text, computation, and the digits that a repair offers, "-" for none.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck import Document, check

LINES = (Path(__file__).parent / "repairs.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", LINES)
def test_the_computation_and_the_repair_are_those_of_the_text(line: str) -> None:
    language, text, computation, repair = line.split(" | ")
    report = check(Document.from_text(text, language=language, published="2025-06-19"))
    (made,) = [each for each in report.comparisons if each.outcome == "fails"]
    (finding,) = [each for each in report.findings if each.rule == made.rule]
    assert (made.computation, finding.computation) == (computation, computation)
    assert [each.replacement for each in finding.repairs] == ([] if repair == "-" else [repair])
