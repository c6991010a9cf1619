"""Suppressions in the text and beside it: what they hide, for how long, and what is reported of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import RULE, WRONG, run

import claimcheck
from claimcheck.model.ledger import in_comments

COMMENT = f"<!-- claimcheck: ignore {RULE}, reason: so im Geschäftsbericht -->"


def found(text: str, path: str = "a.md", tmp: Path | None = None, date: str | None = None) -> list[str]:
    """The rules that found something, and those hidden in brackets."""
    if tmp is None:
        document = claimcheck.Document.from_text(text, path=path, language="de", published=date)
        report = claimcheck.check([document], message_language="de")
    else:
        (tmp / path).write_text(text, encoding="utf-8")
        report = claimcheck.check([tmp / path], date=date, language="de", message_language="de")
    rules = [finding.rule.removeprefix("core/") for finding in report.findings]
    return rules + [f"({each.finding.rule.removeprefix('core/')})" for each in report.coverage.hidden]


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize(
    "text",
    [
        f"{COMMENT} {WRONG}",
        f"{WRONG.strip()} {COMMENT}\n",
        f"{COMMENT}\n{WRONG}",
        f"{COMMENT}\n\n{WRONG}",
        f"# Nordwerk wächst\n\n{COMMENT}\n\n{WRONG}\nEs geht weiter.",
        WRONG.replace("Euro,", f"Euro, {COMMENT}\n"),
    ],
    ids=["before", "behind", "line above", "paragraph above", "below a heading", "inside"],
)
def test_a_comment_holds_for_its_paragraph_or_the_next(text: str, name: str, tmp_path: Path) -> None:
    assert found(text, name, tmp_path) == ["(change-percent-wrong)"]


@pytest.mark.parametrize(
    "text",
    [f"Nordwerk wächst. {COMMENT}\n\n{WRONG}", f"{COMMENT}\n\nNordwerk wächst.\n\n{WRONG}", f"{WRONG}\n{COMMENT}\n"],
    ids=["other paragraph", "another between", "behind the last"],
)
def test_it_does_not_hold_elsewhere_and_is_unused(text: str, tmp_path: Path) -> None:
    assert sorted(found(text, tmp=tmp_path)) == ["change-percent-wrong", "suppression-unused"]


def test_one_in_a_code_block_is_an_example(tmp_path: Path) -> None:
    assert found(f"```\n{COMMENT}\n```\n\n{WRONG}", tmp=tmp_path) == ["change-percent-wrong"]


def test_it_hides_only_its_rule() -> None:
    text = f"{COMMENT} {WRONG.strip()} Am Montag, dem 13. Mai 2025, war Schluss.\n"
    assert found(text) == ["weekday-wrong", "(change-percent-wrong)"]


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2025-06-30", ["(change-percent-wrong)"]),
        ("2025-07-01", ["suppression-expired", "change-percent-wrong"]),
        (None, ["suppression-undated", "(change-percent-wrong)"]),
    ],
)
def test_it_ends_by_the_date_of_the_article(date: str | None, expected: list[str]) -> None:
    text = f"{COMMENT.replace(' -->', ', until: 2025-06-30 -->')} {WRONG}"
    assert found(text, date=date) == expected


def test_the_words_of_a_comment_are_no_claims() -> None:
    document = claimcheck.Document.from_text(f"{COMMENT[:-4]}, until: 2025-06-30 -->\nNichts.", language="de")
    assert claimcheck.extract(document) == ()


def test_a_suppression_of_a_rule_that_does_not_run_is_not_judged(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"{COMMENT} Nichts.\n", encoding="utf-8")
    assert run("check", "--ignore", RULE, "--fail-on", "hint", "--language", "de", tmp_path / "a.md").returncode == 0


def test_the_nearest_rule_is_offered() -> None:
    text = f"{COMMENT.replace('percent', 'procent')} {WRONG}"
    document = claimcheck.Document.from_text(text, language="de")
    (fault,) = (each for each in claimcheck.check([document]).findings if "suppression" in each.rule)
    assert [repair.replacement for repair in fault.repairs] == [RULE]
    assert text[fault.repairs[0].span.start : fault.repairs[0].span.end] == "core/change-procent-wrong"


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("ignore core/x, reason: ein Grund, mit Komma: und Doppelpunkt", None),
        ("ignore core/x, until: 2025-06-30, reason: a", None),
        ("ignore core/x", "without_reason"),
        ("ignore core/x, reason:", "without_reason"),
        ("ignore core/x, reason: a, until: 30.6.2025", "unclear"),
        ("ignore core/x, reason: a, until:", "unclear"),
        ("ignore core/x, reason: a, reason: b", "unclear"),
        ("ignore core/x, raeson: a", "without_reason"),
        ("ignore core/x, resaon: a, untl: 2025-06-30", "unclear"),
        ("ignore core/x core/y, reason: a", "unclear"),
        ("ignore, reason: a", "unclear"),
        ("disable core/x, reason: a", "unclear"),
        ("", "unclear"),
    ],
)
def test_how_a_comment_is_read(words: str, fault: str | None) -> None:
    (one,) = in_comments(f"Davor. <!-- claimcheck: {words} --> Danach. <!-- anderes -->")
    assert one.fault == fault
    if fault is None:
        assert one.rule == "core/x"
        assert one.reason


def test_many_comments_take_linear_time() -> None:
    text = "<!-- claimcheck: ignore core/x, reason: a -->\n\nEin Satz.\n\n" * 5_000 + "<!-- claimcheck:" * 20_000
    report = claimcheck.check([claimcheck.Document.from_text(text, language="de")])
    assert len(report.findings) == 5_000


SIDECAR = f"""\
ignore:
  - rule: {RULE}
    text: ein Plus von 20 Prozent
    reason: so im Geschäftsbericht
"""


def beside(tmp_path: Path, sidecar: str, text: str = WRONG) -> Path:
    (tmp_path / "a.claimcheck.yaml").write_text(sidecar, encoding="utf-8")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    return tmp_path / "a.txt"


def test_a_sidecar_hides_by_the_words_of_the_claim(tmp_path: Path) -> None:
    done = run("check", "--format", "json", "--lang-ui", "de", beside(tmp_path, SIDECAR))
    report = json.loads(done.stdout)
    assert (done.returncode, done.stderr, report["findings"]) == (0, "", [])
    (hidden,) = report["coverage"]["hidden"]
    assert (hidden["rule"], hidden["by"], hidden["reason"]) == (RULE, "sidecar", "so im Geschäftsbericht")


def test_hidden_findings_are_counted_for_people(tmp_path: Path) -> None:
    done = run("check", "--lang-ui", "en", beside(tmp_path, SIDECAR))
    assert "Hidden: 1 by suppressions, 0 by the baseline." in done.stdout


def test_an_unused_and_an_expired_one_in_a_sidecar(tmp_path: Path) -> None:
    right = beside(tmp_path, SIDECAR, "Es war ein Plus von 20 Prozent. Mehr sagte niemand.\n")
    assert "warning core/suppression-unused" in run("check", "--format", "lines", right).stdout
    ended = beside(tmp_path, f"{SIDECAR}    until: 2025-06-30\n")
    shown = run("check", "--format", "lines", "--date", "2025-07-01", ended).stdout
    assert "warning core/suppression-expired" in shown
    assert f"error {RULE}" in shown


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("reason:", "raeson:"), ":4:5: the key 'raeson' is not known; did you mean 'reason'?"),
        (("    reason: so im Geschäftsbericht\n", ""), "the key 'reason' is missing"),
        (("so im Geschäftsbericht", "''"), ":4:13: "),
        (("reason:", "until: 30.6.2025\n    reason:"), ":4:12: '30.6.2025' is no date; write it as YYYY-MM-DD"),
        (("20 Prozent", "21 Prozent"), "the article does not say 'ein Plus von 21 Prozent'"),
        (("ignore:", "ignor:"), ":1:1: the key 'ignor' is not known; did you mean 'ignore'?"),
        ((SIDECAR, "ignore: ["), "a.claimcheck.yaml"),
        ((SIDECAR, ""), "a.claimcheck.yaml:1:1: the file is empty"),
    ],
)
def test_a_wrong_sidecar_is_told_and_the_article_still_read(tmp_path: Path, change: tuple[str, str], told: str) -> None:
    done = run("check", "--lang-ui", "en", "--format", "lines", beside(tmp_path, SIDECAR.replace(*change)))
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert RULE in done.stdout or "Hidden" in done.stdout or "Verborgen" in done.stdout
