"""Many articles in one file: each is known by its id, what is wrong with a line costs this line only."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from claimcheck import pipeline
from claimcheck.cli.run import articles
from claimcheck.errors import DataError
from claimcheck.read import collect, read
from tests.command import run_here

TEXT = "Nordwerk wächst\n\nVon 400 Gästen kamen 100, das sind 30 Prozent. „Viel“ 😀. Danach kosteten 3 Karten 27 Euro."
LINES = [
    json.dumps({"id": "a1", "meta": {"text": "nein"}, "title": '"text": 1', "text": TEXT, "date": "2032-05-04",
                "lang": "de", "author": "Ida Falk"}),
    "",
    json.dumps({"text": TEXT.replace("30", "25"), "language": "de"}, ensure_ascii=False),
    json.dumps({"id": "a1", "text": "doppelt"}),
    "kaputt",
    json.dumps({"id": "a4", "body": "kein Text"}),
    "[" * 100_000,
    json.dumps({"id": "a5", "text": "halb \\ud800"}).replace("\\\\", "\\"),
    json.dumps({"id": "a6", "text": TEXT, "published": "gestern", "language": "de"}),
]  # fmt: skip


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "export.jsonl"
    path.write_text("\n".join(LINES), encoding="utf-8")
    return path


def test_every_line_is_an_article(export: Path) -> None:
    names, problems = collect([export])
    assert names == [f"{export}#{name}" for name in ("a1", "3", "a6")]
    assert [problem.line for problem in problems] == [4, 5, 6, 7, 8]
    document = read(names[0])
    assert (document.text, document.published, document.language) == (TEXT, date(2032, 5, 4), "de")
    assert (document.title, document.author) == ('"text": 1', "Ida Falk")
    assert [problem.line for problem in read(names[2]).problems] == [9]
    with pytest.raises(DataError, match="no article with the id 'b'"):
        read(f"{export}#b")


@pytest.mark.parametrize("name", ["a1", "3"])
def test_places_lead_back_to_the_line(export: Path, name: str) -> None:
    document = read(f"{export}#{name}")
    assert document.origin is not None
    lines = export.read_text(encoding="utf-8").split("\n")
    for claim in pipeline.extract(document):
        (row, column), (_, end) = document.origin.at(claim.span.start), document.origin.end(claim.span.end)
        assert json.loads(f'"{lines[row - 1][column - 1 : end - 1]}"') == claim.text


def test_a_file_that_is_written_anew_is_read_anew(export: Path) -> None:
    assert len(collect([export])[0]) == 3
    export.write_text(json.dumps({"id": "neu", "text": TEXT}))
    assert collect([export])[0] == [f"{export}#neu"]


def test_commands_take_one_article_or_all(export: Path) -> None:
    """Also by several processes; the file itself is no place for a report."""
    one = run_here("check", f"{export}#a1", "--format", "lines")
    assert (one.exit_code, one.stdout.count("core/share-wrong")) == (1, 1)
    names, problems = collect([export])
    assert pipeline.claims_only(names).articles == pipeline.claims_only([export]).articles
    assert pipeline.claims_only([export]).problems[: len(problems)] == tuple(problems)
    assert str(export) in set(articles([str(export)]))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_is_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.jsonl")
    (problem,) = pipeline.claims_only([tmp_path / "a.jsonl"]).problems
    assert "a pipe or a device" in problem.message


def test_a_line_too_long_for_an_article_is_called_that(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    long = json.dumps({"id": "a1", "text": "x" * 16_000_000})
    path.write_text(f"{long}\n{json.dumps({'id': 'a2', 'text': TEXT})}\n", encoding="utf-8")
    names, problems = collect([path])
    assert names == [f"{path}#a2"]
    assert [(each.line, each.message.partition(";")[0]) for each in problems] == [(1, "the line is longer than 16 MB")]
