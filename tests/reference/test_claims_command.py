"""`claimcheck claims …`: what it writes, and its exit status."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import get_args

import pytest
from command import run_here

from claimcheck.model.measure import Hedge
from claimcheck.model.reference import Confidence, Provenance, ReferenceClaim
from claimcheck.reference.predicates import PREDICATES, arguments
from claimcheck.report import words as report_words
from claimcheck.report.words import known

FOLDER = Path(report_words.__file__).parent / "messages"
ADD = [
    "--predicate", "acquires", "--argument", "acquirer=Nordwerk", "--argument", "target=Alsterlicht",
    "--text", "de=Nordwerk übernimmt Alsterlicht.", "--publisher", "Lindower Bote",
    "--number", "14E+9", "--unit", "EUR",
]  # fmt: skip


run = partial(run_here, "claims")


def test_list_finds_by_name_predicate_and_word() -> None:
    assert "io-acquirer" in run("list", "io").output
    assert "acquires" not in run("list", "--predicate", "founded").output
    assert run("list", "niemand-heißt-so").output == ""
    assert [each["id"] for each in json.loads(run("list", "Cathie Wood", "--format", "json").output)] == ["ark-founder"]


def test_show_has_the_provenance() -> None:
    shown = run("show", "io-price")
    assert shown.exit_code == 0 and "https://www.verdict.co.uk/openai-to-acquire-io/" in shown.output
    unknown = run("show", "io-prise")
    assert unknown.exit_code == 2 and "did you mean 'io-price'?" in unknown.stderr


@pytest.mark.parametrize(("language", "words"), [("de", "Käufer: OpenAI"), ("en", "acquirer: OpenAI")])
def test_list_and_show_speak_the_language_asked_for(language: str, words: str) -> None:
    shown = run("show", "io-price", "--lang-ui", language)
    assert words in shown.output and ("Verlässlichkeit" in shown.output) is (language == "de")
    assert ("übernimmt" in run("list", "io", "--lang-ui", language).output) is (language == "de")
    assert run("show", "io-price", "--lang-ui", "tlh").exit_code == 2


def test_every_key_and_argument_of_a_claim_has_a_name_in_every_language() -> None:
    keys = {*ReferenceClaim._fields, *Provenance._fields, "number", "unit", "hedge", "noun", "status"}
    fixed = {*get_args(Confidence), *get_args(Hedge), "True", "False"}
    for code in known():
        entries = json.loads((FOLDER / f"{code}.json").read_text(encoding="utf-8"))
        assert {each for each in keys | fixed if f"known {each}" not in entries} == set()
        roles = {role for predicate in PREDICATES for role in arguments(predicate)}
        assert {each for each in roles if f"role {each}" not in entries} == set()


def test_validate_lists_every_problem(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("claims:\n  - id: x\n    predicate: aquires\n", encoding="utf-8")
    wrong = run("validate", tmp_path)
    assert wrong.exit_code == 2 and "a.yaml:3:16: no predicate is called 'aquires'" in wrong.stderr
    assert run("validate", tmp_path / "none").exit_code == 2


def test_add_writes_what_validate_accepts(tmp_path: Path) -> None:
    own = tmp_path / "own"
    assert run("add", own, *ADD).exit_code == 0
    assert run("add", own, *ADD, "--date", "2031-05-02").exit_code == 0
    assert run("validate", own).exit_code == 0
    assert run("list", "Nordwerk", "--reference", own).output.count("Nordwerk übernimmt") == 2


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (["--id", "other"], "this is known already, as 'acquires-nordwerk-alsterlicht'"),
        (["--id", "acquires-nordwerk-alsterlicht", "--number", "1"], "stands twice"),
        (["--id", "x", "--unit", "Taler"], "the unit 'Taler' is not known"),
        (["--id", "x", "--date", "2031-13-02"], "is in no calendar"),
        (["--id", "x", "--argument", "by=Kern"], "has no argument 'by'"),
        (["--id", "x", "--argument", "by"], "should be NAME=VALUE"),
        (["--id", "x", "--file", "../x.yaml"], "a name ending in .yaml"),
        (["--id", "x", "--publisher", 'a"\n: [\x1b[31m', "--unit", "y"], "the unit 'y' is not known"),
    ],
)
def test_add_refuses_and_writes_nothing(tmp_path: Path, more: list[str], told: str) -> None:
    assert run("add", tmp_path, *ADD).exit_code == 0
    before = {each: each.read_bytes() for each in tmp_path.iterdir()}
    refused = run("add", tmp_path, *ADD, *more)
    assert refused.exit_code == 2 and told in refused.stderr
    assert {each: each.read_bytes() for each in tmp_path.iterdir()} == before


def test_any_text_can_be_added_and_is_shown_safely(tmp_path: Path) -> None:
    odd = 'Bote "A"\n: [\x1b[31m # '
    assert run("add", tmp_path, *ADD[:-6], "--publisher", odd, "--id", "odd").exit_code == 0
    shown = run("show", "odd", "--reference", tmp_path)
    assert "\x1b" not in shown.output and 'Bote "A"' in shown.output


def test_import_makes_a_base_that_list_reads(tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text("predicate,acquirer,target,publisher\nacquires,Nordwerk,Lindow,Bote\nx,,,\n", encoding="utf-8")
    done = run("import", table, "--output", tmp_path / "b.claims")
    assert (
        done.exit_code == 2
        and "1 Referenzangabe, 1 Zeile übersprungen" in done.output
        and "a.csv:3: skipped" in done.stderr
    )
    assert "Käufer: Nordwerk" in run("list", "Lindow", "--reference", tmp_path / "b.claims", "--no-shipped").output
    again = run("import", table, "--output", tmp_path / "b.claims")
    assert again.exit_code == 2 and "--replace" in again.stderr
    assert run("import", table, "--output", tmp_path / "b.db").exit_code == 2
