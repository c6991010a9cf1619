"""GitHub: annotations and a job summary in which nothing an article says is a command, markup or a mention."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import claimcheck
from claimcheck.errors import Problem
from claimcheck.model import Coverage, Document, Report
from claimcheck.report.github import SHOWN, inert, report, summary
from claimcheck.report.words import words

from . import samples

HOSTILE = "::error::x\n::set-output name=a::b%0A::stop-commands::c\r\n##[error]d @dassow <script>x</script> ![i](j) |"
WRONG = "Der Umsatz stieg von 400 Millionen Euro auf 500 Millionen Euro, ein Plus von 20 Prozent."


def hostile() -> Report:
    places = (samples.place("12 Prozent"), samples.place("42 Prozent")._replace(text=HOSTILE))
    finding = samples.finding(*places, message=HOSTILE)._replace(computation=HOSTILE)
    return samples.report(finding)._replace(problems=(Problem(HOSTILE, HOSTILE, 1, 2),))


def test_an_annotation() -> None:
    document = Document.from_text(WRONG, path="texte/a,b:1.txt", language="de")
    first, last = report(claimcheck.check([document]), words("de")).splitlines()
    assert first.startswith(
        "::error file=texte/a%2Cb%3A1.txt,line=1,endLine=1,col=22,endColumn=39,title=core/change-percent-wrong::"
    )
    assert "%0Anachher: „500 Millionen Euro“ (texte/a,b:1.txt:1:45)%0A" in first
    assert first.endswith("= +25 %25")
    assert last.startswith("::notice title=claimcheck::1 Befund: 1 Fehler.%0AGelesen: ")


def test_levels() -> None:
    shown = report(samples.full(), words("de"))
    assert shown.startswith("::error ")
    assert "\n::notice file=artikel.txt,line=4," in shown


def test_nothing_in_an_article_is_a_command() -> None:
    lines = re.split(r"[\r\n]+", report(hostile(), words("de")))
    assert all(re.match(r"::(error|warning|notice) [^\n]*?::|$", line) for line in lines)
    assert len(lines) == 4
    for line in lines[:-1]:
        properties, _, message = line[2:].partition("::")
        assert not re.search(r"%0[AD]::", message)
        assert "%250A::stop-commands" in message or "title=claimcheck" in properties
        assert "::" not in properties


def test_places_over_several_lines_have_no_columns() -> None:
    assert re.search(r"line=4,endLine=5,title", report(samples.full(), words("de")))


def test_the_summary_holds_no_markup_of_an_article() -> None:
    shown = summary(hostile(), words("de"))
    for sign in ("<script", "![", "@dassow", "##[", "::", "\r"):
        assert sign not in shown
    rows = [line for line in shown.splitlines() if line.startswith("|")]
    assert {row.count("|") for row in rows} == {5}


def test_the_summary_shows_everything_up_to_its_limit() -> None:
    many = samples.report(*[samples.finding(samples.place("12 Prozent"))] * (SHOWN + 7))
    shown = summary(many, words("en"))
    assert shown.count("\n| error |") == SHOWN
    assert "A further 7 findings" in shown
    assert (
        len(summary(samples.report(samples.finding(samples.place("12 Prozent"), message="x" * 10**6)), words("en")))
        < 10**5
    )


def test_without_findings_the_summary_says_what_was_read() -> None:
    shown = summary(Report((), (), Coverage(0, 0, ())), words("en"))
    assert shown == "### claimcheck\n\n**No article was read&#46;**\n\n"


@pytest.mark.parametrize("text", ["a_b*c", "<b>", "[x](y)", "`z`", "www.n.example", "https://n.example", "#1", "~~a~~"])
def test_inert(text: str) -> None:
    assert not set(inert(text)) & set("_*<>[]()`.:/~!|@")


def test_the_summary_goes_where_the_runner_says(tmp_path: Path) -> None:
    from command import run  # noqa: PLC0415 – lies beside the folder

    (tmp_path / "a.txt").write_text(WRONG, encoding="utf-8")
    target = tmp_path / "summary.md"
    target.write_text("before\n", encoding="utf-8")
    done = run("check", "--format", "github", tmp_path / "a.txt", GITHUB_STEP_SUMMARY=str(target))
    assert (done.returncode, done.stderr) == (1, "")
    assert target.read_text(encoding="utf-8").startswith("before\n### claimcheck\n")
    broken = run("check", "--format", "github", tmp_path / "a.txt", GITHUB_STEP_SUMMARY=str(tmp_path / "no" / "x"))
    assert broken.returncode == 2
    assert "GITHUB_STEP_SUMMARY" in broken.stderr
