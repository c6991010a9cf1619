"""Word files: read as plain text would be, with places by paragraph and character; harmful ones are problems."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck import pipeline
from claimcheck.errors import DataError
from claimcheck.model import Document
from claimcheck.read import read
from claimcheck.segment import segment
from tests.read.pages import PARAGRAPHS, TITLE
from tests.read.test_web import claims
from tests.read.word_files import FILES, HARMFUL, WordFile


@pytest.mark.parametrize("file", FILES, ids=[file.name for file in FILES])
def test_claims_are_those_of_the_plain_text(tmp_path: Path, file: WordFile) -> None:
    (tmp_path / "a.docx").write_bytes(file.raw)
    document = segment(read(tmp_path / "a.docx"))
    plain = Document.from_text("\n\n".join(file.paragraphs), language="de")
    assert claims(document) == claims(plain)
    assert document.headline is not None
    assert document.text[slice(*document.headline)] == TITLE


def test_places_are_paragraphs_and_characters(tmp_path: Path) -> None:
    """In the plain file an empty paragraph follows every one: they are counted too."""
    (tmp_path / "a.docx").write_bytes(FILES[0].raw)
    document = read(tmp_path / "a.docx")
    assert document.origin is not None
    assert document.origin.counted == "paragraph"
    texts = {1: TITLE, 2: PARAGRAPHS[0], 4: PARAGRAPHS[1], 6: PARAGRAPHS[2], 8: PARAGRAPHS[3]}
    for claim in pipeline.extract(document):
        (row, column), (last, end) = document.origin.at(claim.span.start), document.origin.end(claim.span.end)
        assert row == last
        assert texts[row][column - 1 : end - 1] == claim.text
    assert (document.title, document.author, document.language) == ("Werft", "Ida Falk", "de-DE")


def test_what_is_no_prose(tmp_path: Path) -> None:
    file = next(file for file in FILES if file.name == "tabled")
    (tmp_path / "a.docx").write_bytes(file.raw)
    document = read(tmp_path / "a.docx")
    (table,) = [document.text[slice(*region.span)] for region in document.regions if region.kind == "table"]
    assert table == "Jahr\tSchiffe\n2030\t28"
    assert "28" not in document.prose[slice(*document.regions[0].span)]


@pytest.mark.parametrize(("raw", "message"), HARMFUL.values(), ids=list(HARMFUL))
def test_a_harmful_file_is_a_problem_and_the_others_are_read(tmp_path: Path, raw: bytes, message: str) -> None:
    (tmp_path / "a.docx").write_bytes(raw)
    (tmp_path / "b.txt").write_text("Von 400 Gästen kamen 100, das sind 25 Prozent.", encoding="utf-8")
    with pytest.raises(DataError, match=message):
        read(tmp_path / "a.docx")
    report = pipeline.claims_only([tmp_path], language="de")
    assert [Path(article.document.path).name for article in report.articles] == ["b.txt"]
    assert [Path(problem.path).name for problem in report.problems] == ["a.docx"]
