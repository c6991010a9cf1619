"""An article the program stumbles over costs itself only, wherever it stumbles, and is never exit status 1."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from command import WRONG

import claimcheck
from claimcheck import ground, inputs, pipeline
from claimcheck.archive import earlier
from claimcheck.cli import main
from claimcheck.cli import run as run_of_cli
from claimcheck.link import across as ties

BAD = "STOLPERSTEIN"
PLACES = ["reading", "extracting", "checking", "grounding", "archive"]


def stumbling(call: Callable[..., Any], words: Callable[..., object]) -> Callable[..., Any]:
    """The function, but it fails where what it is called with has the bad word."""

    def stumble(*given: Any, **named: Any) -> Any:
        if BAD in str(words(*given)):
            raise IndexError(BAD)
        return call(*given, **named)

    return stumble


def texts(articles: Any) -> str:
    return " ".join(each.document.text for each in articles)


def break_at(place: str, patch: pytest.MonkeyPatch) -> None:
    home, name, words = {
        "reading": (inputs, "segment", lambda document: document.text),
        "extracting": (inputs, "read_article", lambda document, *_: document.text),
        "checking": (pipeline, "link", lambda article, *_: article.document.text),
        "grounding": (ground, "ground", lambda drafts, _: texts(drafts)),
        "archive": (earlier, "remembered", lambda drafts, *_: texts(drafts)),
    }[place]
    patch.setattr(home, name, stumbling(getattr(home, name), words))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("a", WRONG), ("b", f"{BAD}. {WRONG}"), ("c", WRONG.replace("Umsatz", "Gewinn"))):
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / f"{name}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "quelle.txt").write_text("Der Umsatz stieg auf 500 Millionen Euro.\n", encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["archive", "add", str(tmp_path / "archiv"), str(tmp_path / "quelle.txt")])
    return tmp_path


def run(folder: Path, capfd: pytest.CaptureFixture[str], *options: str) -> tuple[int, Any, str]:
    capfd.readouterr()
    with pytest.raises(SystemExit) as end:
        main([*options, "--format", "json", "--lang-ui", "en", str(folder / "in")])
    shown = capfd.readouterr()
    assert isinstance(end.value.code, int)
    return end.value.code, json.loads(shown.out), shown.err


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("place", PLACES)
def test_one_article_is_lost_and_told(
    place: str, jobs: str, folder: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    break_at(place, monkeypatch)
    more = ["--source", str(folder / "quelle.txt"), "--archive", str(folder / "archiv"), "--jobs", jobs]
    status, report, told = run(folder, capfd, "check", *more)
    assert status == 2
    assert [Path(each["path"]).name for each in report["documents"]] == ["a.txt", "c.txt"]
    wrong = {Path(each["spans"][0]["path"]).name for each in report["findings"] if each["level"] == "error"}
    assert wrong == {"a.txt", "c.txt"}
    (line,) = told.splitlines()
    assert "b.txt: " in line
    assert "IndexError" in line
    assert "Traceback" not in line


@pytest.mark.parametrize("place", PLACES[:3])
def test_the_others_are_compared(
    place: str, folder: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    break_at(place, monkeypatch)
    status, report, told = run(folder, capfd, "compare")
    assert (status, len(report["documents"]), told.count("\n")) == (2, 2, 1)


def test_what_fails_only_together_costs_the_later_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def across(articles: Any, call: Any = ties.across) -> Any:
        if len(articles) > 1 and BAD in texts(articles):
            raise KeyError(BAD)
        return call(articles)

    monkeypatch.setattr(ties, "across", across)
    report = claimcheck.compare(folder / "in")
    assert [Path(each.document.path).name for each in report.articles] == ["a.txt", "c.txt"]
    assert ["KeyError" in each.message for each in report.problems] == [True]


def test_a_source_that_cannot_be_read_is_left_out(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "schlecht.txt").write_text(f"{BAD}. {WRONG}", encoding="utf-8")
    monkeypatch.setattr(inputs, "read_article", stumbling(inputs.read_article, lambda document, *_: document.text))
    monkeypatch.setattr(
        ground, "ground", stumbling(ground.ground, lambda _, sources: texts(each.article for each in sources))
    )
    report = claimcheck.check(folder / "in" / "a.txt", sources=[folder / "schlecht.txt", folder / "quelle.txt"])
    assert [Path(each.path).name for each in report.problems] == ["schlecht.txt"]
    assert report.support


def test_the_python_interface_has_problems_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    break_at("checking", monkeypatch)
    report = claimcheck.check(folder / "in")
    assert [Path(each.path).name for each in report.problems] == ["b.txt"]
    assert len(report.articles) == 2


def test_a_fault_of_nobody_in_particular_is_status_2(
    folder: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_of_cli, "open_reference", lambda *_, **__: 1 / 0)
    with pytest.raises(SystemExit) as end:
        main(["check", str(folder / "in")])
    told = capfd.readouterr().err
    assert end.value.code == 2
    assert told.startswith("claimcheck: ")
    assert "ZeroDivisionError" in told
    assert told.count("\n") == 1


def test_whoever_asks_sees_where_it_failed(
    folder: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    break_at("extracting", monkeypatch)
    monkeypatch.setenv("CLAIMCHECK_TRACEBACK", "1")
    with pytest.raises(SystemExit) as end:
        main(["check", str(folder / "in")])
    assert end.value.code == 2
    assert "Traceback (most recent call last)" in capfd.readouterr().err
