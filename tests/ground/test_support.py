"""What a verdict carries, and sources that cannot be used."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest
from command import run

import claimcheck
from claimcheck.cli import main
from claimcheck.datafile import load
from claimcheck.ground.words import words_of
from claimcheck.languages import file, known
from claimcheck.languages.wordlists import Grounding
from claimcheck.model.report import Reason

SOURCE = "Nordwerk hat 150 Filialen. Geplant sind 200 Filialen. Kern leitet die Firma seit 2019."


def document(text: str, path: str, language: str = "de") -> claimcheck.Document:
    return claimcheck.Document.from_text(text, path, language=language, published="2031-05-08")


def test_a_derived_value_shows_its_working_and_its_evidence() -> None:
    report = claimcheck.check(
        document("Nordwerk fehlen noch 50 Filialen.", "draft"), sources=document(SOURCE, "source")
    )
    [support] = [each for each in report.support if each.text == "50"]
    assert (support.verdict, support.reason, support.working) == ("supported", "derived", "200 − 150 = 50")
    assert {each.text for each in support.evidence} == {"150", "200"}
    assert all(SOURCE[each.span.start : each.span.end] == each.text for each in support.evidence)


def test_a_contradiction_is_a_finding_in_the_draft_that_shows_the_source() -> None:
    report = claimcheck.check(document("Nordwerk hat 510 Filialen.", "draft"), sources=document(SOURCE, "source"))
    [finding] = [each for each in report.findings if each.rule == "core/source-contradicts"]
    assert finding.level == "error"
    assert [(place.path, place.role) for place in finding.places] == [("draft", "claim"), ("source", "source")]


def test_the_report_lists_support_only_for_drafts_with_sources() -> None:
    draft = document("Nordwerk hat 150 Filialen.", "draft")
    assert "support" not in claimcheck.to_dict(claimcheck.check(draft))
    support = claimcheck.to_dict(claimcheck.check(draft, sources=document(SOURCE, "source")))["support"][0]
    assert support["verdict"] == "supported"
    assert support["evidence"] == [{"path": "source", "start": 13, "end": 16}]


def test_two_sources_support_one_draft() -> None:
    sources = [document("Nordwerk hat 150 Filialen.", "one"), document("Kern leitet Nordwerk seit 2019.", "two")]
    report = claimcheck.check(document("Kern führt die 150 Filialen von Nordwerk seit 2019.", "draft"), sources=sources)
    assert {each.verdict for each in report.support} - {"not_checked"} == {"supported"}
    assert {each.path for support in report.support for each in support.evidence} == {"one", "two"}


@pytest.mark.parametrize("source", ["", " \n", "Kein Wort davon."])
def test_a_source_that_says_nothing_supports_nothing(source: str) -> None:
    report = claimcheck.check(document("Nordwerk hat 510 Filialen.", "draft"), sources=document(source, "source"))
    assert [(each.text, each.verdict) for each in report.support] == [("510", "not_found")]


def test_a_draft_is_no_source_of_itself() -> None:
    draft = document("Nordwerk hat 510 Filialen.", "draft")
    report = claimcheck.check(draft, sources=draft)
    assert [str(problem) for problem in report.problems] == [
        "draft: is given as an article and as its source; a text cannot support itself"
    ]


def test_the_command_line(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    draft, source = tmp_path / "draft.txt", tmp_path / "source.txt"
    draft.write_text("Nordwerk hat 510 Filialen, sagte Kern am Montag.\n", encoding="utf-8")
    source.write_text(SOURCE + "\n", encoding="utf-8")
    with pytest.raises(SystemExit) as end:
        main(["check", str(draft), "--source", str(source), "--language", "de", "--date", "2031-05-08"])
    assert end.value.code == 1
    out = capfd.readouterr().out
    assert "core/source-contradicts" in out
    assert f"::: {source}:1:14" in out
    assert "Gegen 1 Quelle gehalten: " in out
    with pytest.raises(SystemExit):
        main(["check", str(draft), "--source", str(source), "--source", str(tmp_path / "none.txt"), "--format", "json"])
    shown = capfd.readouterr()
    assert "none.txt" in shown.err
    assert {each["verdict"] for each in json.loads(shown.out)["support"]} >= {"contradicted"}


@pytest.mark.parametrize("text", ["7" * 300_000, "„" * 10_000, "1, " * 20_000, "Kern " * 20_000, "(" * 20_000])
def test_odd_text_takes_no_time_and_gives_a_report(text: str) -> None:
    report = claimcheck.check(
        document("Kern hat 510 Filialen und „ein Herz“.", "draft"), sources=document(text, "source")
    )
    assert report.sources


@pytest.mark.parametrize("language", known())
def test_examples_of_words(language: str) -> None:
    words = words_of(language)
    assert words is not None
    examples = load(file(language, "grounding"), Grounding).examples
    assert examples
    for example in examples:
        marked = [text.partition("[[")[2].partition("]]")[0] for text in (example.draft, example.source)]
        one, two = (words.look(word) for word in marked)
        if example.same:
            assert set(one.keys) & set(two.keys)
        else:
            assert any(-side in two.sides for side in one.sides)


def test_every_claim_of_the_draft_has_a_verdict() -> None:
    draft = document("Nordwerk hat 510 Filialen und fünf Werke, sagte Lena Kern am Montag.", "draft")
    report = claimcheck.check(draft, sources=document(SOURCE, "source"))
    assert {claim.span for claim in report.articles[0].claims} <= {each.span for each in report.support}


def test_a_source_kept_from_the_last_draft_says_the_same_again() -> None:
    texts = ["Nordwerk hat 150 Filialen.", "Northmill has 150 branches.", "Nordwerk hat 510 Filialen, sagte Kern."]
    languages = ["de", "en", "de"]
    drafts = [document(text, "draft", language) for text, language in zip(texts, languages, strict=True)]
    before = [claimcheck.check(draft, sources=document(SOURCE, "source")).support for draft in drafts]
    after = [claimcheck.check(draft, sources=document(SOURCE, "source")).support for draft in reversed(drafts)]
    assert before == after[::-1]
    longer = SOURCE + " Und sonst nichts." * 2_000  # too long to be kept
    assert claimcheck.check(drafts[0], sources=document(longer, "source")).support[0].verdict == "supported"


def test_two_drafts_with_one_name_are_told_apart_by_nobody() -> None:
    drafts = [document("Nordwerk hat 150 Filialen.", "draft"), document("Nordwerk hat 510 Filialen.", "draft")]
    report = claimcheck.check(drafts, sources=document(SOURCE, "source"))
    assert [str(each) for each in report.problems] == [
        "draft: another document has the same path; every one needs its own"
    ]
    assert [each.verdict for each in report.support] == ["supported"]


def test_every_format_counts_the_verdicts(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text("Nordwerk hat 510 Filialen. Geplant sind 200 Filialen.\n", encoding="utf-8")
    (tmp_path / "source.txt").write_text(SOURCE + "\n", encoding="utf-8")
    for form in ("console", "lines", "sarif", "github"):
        done = run(
            *("check", "draft.txt", "--source", "source.txt", "--format", form, "--lang-ui", "en", "--language", "de"),
            cwd=tmp_path,
        )
        assert "Held against 1 source: 1 supported, 1 contradicted, 0 not found, 0 not checked." in done.stdout
    done = run("check", "draft.txt", "--source", "source.txt", "--format", "json", "--language", "de", cwd=tmp_path)
    assert json.loads(done.stdout)["support_counts"] == {
        "sources": 1, "supported": 1, "contradicted": 1, "not_found": 0, "not_checked": 0,
    }  # fmt: skip


def test_a_contradiction_names_one_reason_and_its_place() -> None:
    texts = ["Nordwerk hat 510 Filialen.", "Kern leitet die Firma seit 2009.", "Nordwerk hat 150 Filialen."]
    for text in texts:
        for each in claimcheck.check(document(text, "draft"), sources=document(SOURCE, "source")).support:
            assert each.reason in get_args(Reason)
            assert bool(each.evidence) is (each.verdict in ("supported", "contradicted"))


def test_without_another_source_nothing_is_said_to_be_in_none() -> None:
    draft = claimcheck.Document.from_text("Kern zahlt 5 Millionen Euro an Nordwerk.", path="a.txt", language="de")
    report = claimcheck.check([draft], sources=[draft])
    assert [problem.path for problem in report.problems] == ["a.txt"]
    assert report.support == ()
    assert not [finding for finding in report.findings if "source-missing" in finding.rule]
    assert not [finding for finding in report.findings if "source-contradicts" in finding.rule]
