"""What published articles say of a rule decides at which level it reports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import run

from claimcheck import check
from claimcheck.model import Document
from claimcheck.rules import shipped
from claimcheck.rules.load import calibration
from claimcheck.rules.rule import Record, quiet, records

ROWS = (
    {"text": "Von 480 Befragten stimmten 120 zu, das sind 25 Prozent.", "language": "de", "published": "2031-06-19"},
    {"text": "Of the 480 people asked, 120 agreed, or 30 percent.", "language": "en", "published": None},
)


@pytest.mark.parametrize(
    ("own", "pooled", "silent"),
    [
        (Record("construction", 97, 3), (), False),
        (Record("construction", 96, 4), (), True),
        (Record("construction", 30, 1), (Record("construction", 500, 5),), False),
        (Record("construction", 30, 1), (Record("construction", 100, 5),), True),
        (Record("construction", 30, 3), (Record("construction", 900, 3),), True),
        (Record("nearness", 30, 1), (Record("nearness", 900, 3),), True),
        (Record("nearness", 5, 0), (), False),
    ],
)
def test_a_rule_is_loud_only_where_what_it_compares_holds(
    own: Record, pooled: tuple[Record, ...], silent: bool
) -> None:
    assert (own.evidence in quiet((own,), (own, *pooled))) is silent


def test_a_rule_that_was_never_counted_keeps_its_level() -> None:
    assert quiet((), (Record("nearness", 1, 9),)) == ()


def test_the_languages_of_a_rule_count_together() -> None:
    rows = [
        {"rule": "core/x", "evidence": "wording", "language": language, "held": 3, "failed": 1}
        for language in ("de", "en")
    ]
    assert records({"comparisons": rows}) == {"core/x": (Record("wording", 6, 2),)}


def test_corpora_are_counted_by_rule_evidence_and_language(tmp_path: Path) -> None:
    corpus = tmp_path / "gazette.jsonl"
    corpus.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "a.txt").write_text(ROWS[0]["text"] or "", encoding="utf-8")
    first = run("calibrate", str(corpus), str(folder))
    counted = json.loads(first.stdout)
    assert counted["corpora"] == [{"name": "gazette", "articles": 2}, {"name": "letters", "articles": 1}]
    rows = {(each["rule"], each["language"]): (each["held"], each["failed"]) for each in counted["comparisons"]}
    assert rows["core/share-wrong", "de"] == (2, 0)
    assert rows["core/share-wrong", "en"] == (0, 1)
    assert run("calibrate", str(folder), str(corpus)).stdout == first.stdout


def test_a_line_that_is_no_article_is_named(tmp_path: Path) -> None:
    corpus = tmp_path / "gazette.jsonl"
    corpus.write_text('{"text": "Alles gut."}\n{"body": "Nichts."}\n', encoding="utf-8")
    done = run("calibrate", str(corpus))
    assert done.returncode == 2
    assert f"{corpus}:2:1" in done.stderr


def test_the_counts_are_of_rules_that_exist() -> None:
    counted = json.loads(Path(calibration()).read_text(encoding="utf-8"))
    assert {each["rule"] for each in counted["comparisons"]} <= {rule.id for rule in shipped()}


def test_a_quiet_kind_of_evidence_gives_hints() -> None:
    loud = [rule for rule in shipped() if rule.id == "core/share-wrong"]
    article = Document.from_text("Von 480 Befragten stimmten 120 zu, das sind 30 Prozent.", language="de")
    (made,) = check(article, rules=loud).comparisons
    hushed = [loud[0]._replace(quiet=(made.evidence,))]
    assert [each.level for each in check(article, rules=loud).findings] == ["error"]
    assert [each.level for each in check(article, rules=hushed).findings] == ["hint"]
    chosen = [hushed[0]._replace(chosen="error")]
    assert [each.level for each in check(article, rules=chosen).findings] == ["error"]


def test_a_rule_with_a_note_was_read() -> None:
    """Where counting says nothing for a rule and it is loud all the same, the note tells what reading has shown."""
    noted = [rule for rule in shipped() if rule.note]
    assert noted
    assert all("when read" in rule.note for rule in noted)


def test_explain_says_how_often_such_statements_agreed() -> None:
    rule = next(rule for rule in shipped() if rule.records)
    held, made = sum(each.held for each in rule.records), sum(each.made for each in rule.records)
    assert f"agreed in {held} of {made} cases" in run("explain", rule.id, "--lang-ui", "en").stdout
