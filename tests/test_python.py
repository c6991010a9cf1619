"""The Python interface of the package."""

from __future__ import annotations

import gc
from datetime import date
from pathlib import Path

import pytest

import claimcheck

WRONG = "Der Umsatz stieg von 400 Millionen Euro auf 500 Millionen Euro, ein Plus von 20 Prozent."


def document(text: str = WRONG, path: str = "a.txt", language: str | None = "de") -> claimcheck.Document:
    return claimcheck.Document.from_text(text, path=path, language=language, published="2025-06-19", title=None)


def test_claims_of_a_document() -> None:
    claims = claimcheck.extract(document())
    assert [claim.type for claim in claims] == ["amount", "amount", "percentage"]
    assert all(WRONG[claim.span.start : claim.span.end] == claim.text for claim in claims)
    assert claimcheck.to_dict(claims[0])["type"] == "amount"


def test_a_report_of_documents() -> None:
    report = claimcheck.check([document(path="b.txt"), document(path="a.txt")])
    assert [article.document.path for article in report.articles] == ["a.txt", "b.txt"]
    assert {finding.level for finding in report.findings} == {"error"}
    assert not report.problems


def test_a_single_document_needs_no_list() -> None:
    assert claimcheck.check(document()) == claimcheck.check([document()])


def test_paths_and_documents_together(tmp_path: Path) -> None:
    path = tmp_path / "b.txt"
    path.write_text(WRONG, encoding="utf-8")
    report = claimcheck.check([document(), path, str(path)])
    assert sorted(article.document.path for article in report.articles) == sorted(["a.txt", str(path)])


def test_two_documents_with_one_path_are_a_problem() -> None:
    report = claimcheck.check([document(), document("Zwei Katzen.")])
    assert [problem.path for problem in report.problems] == ["a.txt"]
    assert len(report.articles) == 1


def test_the_day_given_for_all() -> None:
    for day in ("2025-06-20", date(2025, 6, 20)):
        report = claimcheck.check([document()], date=day)
        assert report.articles[0].document.published == date(2025, 6, 20)


@pytest.mark.parametrize("day", ["2021-13-45", "gestern", "", "20.6.2025"])
def test_a_wrong_day_is_an_error(day: str) -> None:
    with pytest.raises(claimcheck.DataError, match="2025-06-19"):
        claimcheck.check([document()], date=day)


def test_an_unknown_language_is_a_note_on_its_document() -> None:
    report = claimcheck.check([document(path="b.txt"), document(language="tlh")])
    assert [(article.document.path, bool(article.claims)) for article in report.articles] == [
        ("a.txt", False),
        ("b.txt", True),
    ]
    assert [(problem.path, problem.note) for problem in report.problems] == [("a.txt", "language")]


def test_without_rules_nothing_is_compared() -> None:
    report = claimcheck.check([document()], rules=())
    assert report.findings == ()
    assert report.coverage.rules == ()


def test_the_language_of_the_messages() -> None:
    german, english = (claimcheck.check([document()], message_language=code).findings[0] for code in ("de", "en"))
    assert german.message != english.message
    assert german.fingerprint == english.fingerprint
    assert claimcheck.check([document()]).findings[0] == german


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="compare_all"):
        _ = claimcheck.compare_all  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", ["de", "xx"])
def test_the_collector_is_left_as_it_was(language: str) -> None:
    before = gc.get_threshold()
    document = claimcheck.Document.from_text("Der Umsatz stieg von 400 auf 500.", path="a.txt", language=language)
    claimcheck.check([document])
    with pytest.raises(claimcheck.DataError):
        claimcheck.check([document], date="2021-13-45")
    assert gc.get_threshold() == before
