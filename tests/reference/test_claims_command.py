"""`claimcheck claims …`: what it writes, and its exit status."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import get_args

import pytest
from command import run_here

from claimcheck.model.entity import Confidence, Provenance, ReferenceClaim
from claimcheck.model.measure import Hedge
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


KERN = """  - id: kern
    text: {de: "Anna Kern leitet Lindow."}
    predicate: has_role
    arguments: {person: Anna Kern, role: CEO, organization: Lindow}
    exclusive: [person]
    valid: {from: 2029-01-01}
    confidence: confirmed
    sources: [{publisher: Bote}]
"""
NORDWERK = """claims:
  - id: unit
    text: {de: "Nordwerk setzte 2030 12 Kilometer um."}
    predicate: revenue
    arguments: {organization: Nordwerk}
    value: {number: 12, unit: km}
    date: 2029
    confidence: confirmed
    sources: [{publisher: Bote}]
  - id: imp
    text: {de: "Anna Kern ist Oberwichtel von Nordwerk."}
    predicate: has_role
    arguments: {person: Anna Kern, role: Oberwichtel, organization: Nordwerk}
    confidence: confirmed
    sources: [{publisher: Bote}]
"""
NORDWERK += KERN + KERN.replace("Anna Kern", "Bernd Falk").replace("kern", "falk").replace("2029", "2030")
NORDWERK += """  - id: revenue
    text: {de: "Nordwerk hat 2030 412 Millionen Euro umgesetzt."}
    predicate: revenue
    arguments: {organization: Nordwerk}
    value: {number: 412E+6, unit: EUR}
    date: 2030
    confidence: confirmed
    sources: [{publisher: Bote}]
    examples:
      - language: de
        contradicted: ["Im Jahr 2030 lag der Umsatz von Nordwerk bei [[412 Millionen Euro]]."]
        supported: ["Im Jahr 2030 lag der Umsatz von Nordwerk bei gut 410 Millionen Euro."]
"""


def test_validate_tells_all_that_is_wrong_between_claims_and_in_their_examples(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(NORDWERK, encoding="utf-8")
    wrong = run("validate", tmp_path)
    told = [line.partition("a.yaml:")[2] for line in wrong.stderr.splitlines()]
    assert wrong.exit_code == 2
    assert [(each.partition(": ")[0], each.partition(": ")[2][:40]) for each in told] == [
        ("6:5", "km is no unit of 'revenue'; it takes EUR"),
        ("12:5", "nothing in it is exclusive, so nobody el"),
        ("12:5", "without 'valid' it is not known when it "),
        ("13:36", "no language knows the office 'Oberwichte"),
        ("24:5", "'kern' has another person for the same t"),
        ("41:9", "'412 Millionen Euro' is not found in the"),
    ]


def test_validate_tells_what_no_article_can_contradict(tmp_path: Path) -> None:
    head, _, rest = NORDWERK.partition("  - id: imp")
    lacking = "claims:\n  - id: imp" + rest.partition("  - id: kern")[0]
    (tmp_path / "a.yaml").write_text(lacking, encoding="utf-8")
    done = run("validate", tmp_path)
    assert head and done.exit_code == 0 and "mit exclusive: [person]" in done.output and "in Ordnung" in done.output


def test_predicates_have_an_example_each_that_is_a_claim(tmp_path: Path) -> None:
    plain = json.loads(run("predicates", "--format", "json").output)
    assert [each["predicate"] for each in plain] == sorted(PREDICATES)
    made = {"text": {"en": "x"}, "confidence": "confirmed", "sources": [{"publisher": "Bote"}]}
    claims = [{"id": f"c{at}", **each["example"], **made} for at, each in enumerate(plain)]
    (tmp_path / "a.yaml").write_text(json.dumps({"claims": claims}), encoding="utf-8")
    done = run("validate", tmp_path)
    assert done.exit_code == 0, done.stderr
    assert "exclusive" not in done.output and "without" not in done.output
    assert "acquires  acquirer!* target!*" in run("predicates").output


def test_what_the_help_of_add_shows_is_held_against_an_article(tmp_path: Path) -> None:
    shown = run("add", "--help").output.partition("claims add claims/")[2].partition("--help")[0]
    assert "--exclusive acquirer" in shown
    own, article = tmp_path / "own", tmp_path / "a.txt"
    more = ["--exclusive", "acquirer", "--date", "2031-05-02"]
    assert run("add", own, *ADD, *more).output.count("\n") == 1
    article.write_text("Nordwerk kauft Alsterlicht für 9 Milliarden Euro.", encoding="utf-8")
    found = run_here("check", article, "--reference", own, "--format", "lines")
    assert found.exit_code == 1 and "core/value-contradicts-reference" in found.output
    bare = run("add", own, *ADD[:-4], "--id", "bare")
    assert bare.exit_code == 0 and "write exclusive: [acquirer]" in bare.output


def test_import_maps_columns_and_tells_all_it_does_not_know(tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text("Firma;Zahl\nNordwerk;1862\n", encoding="utf-8")
    to = ["--output", tmp_path / "b.claims"]
    wrong = run("import", table, *to, "--map", "Ort=place")
    told = [line.partition("a.csv:")[2][:40] for line in wrong.stderr.splitlines()]
    assert wrong.exit_code == 2 and told == [
        "1:1: no column is called 'Firma' (known:",
        "1:7: no column is called 'Zahl' (known: ",
        "1: --map names the column 'Ort', which t",
        "1: the column 'predicate' is missing; wh",
        "1: the column 'publisher' is missing; wh",
    ]
    same = ["--set", "predicate=headcount", "--set", "publisher=Bote", "--set", "date=2031-01"]
    done = run("import", table, *to, "--map", "Firma=organization", "--map", "Zahl=number", *same)
    assert done.exit_code == 0, done.stderr
    assert "headcount" in run("list", "Nordwerk", "--reference", tmp_path / "b.claims", "--no-shipped").output


def test_import_takes_no_value_that_validate_would_refuse(tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    rows = ("Nordwerk;1.862;", "Lindow AG;1862;kg", "Alsterlicht;1862;")
    head = "predicate;organization;number;unit;publisher"
    table.write_text("\n".join([head, *(f"headcount;{row};Bote" for row in rows)]), encoding="utf-8")
    done = run("import", table, "--output", tmp_path / "b.claims")
    assert done.exit_code == 2 and "1 Referenzangabe, 2 Zeilen übersprungen" in done.output
    assert "a.csv:2: skipped: 1.862 is no count; write 300600" in done.stderr
    assert "a.csv:3: skipped: kg is no unit of 'headcount'" in done.stderr


OFFICES = """predicate,person,role,organization,valid_from,exclusive,publisher
has_role,Jost Ahlers,CEO,Alsterwerk,2020-01-01,person,Bote
has_role,Meike Dassow,Oberwichtel,Alsterwerk,2020-01-01,person,Bote
has_role,Meike Dassow,CEO,Nordwerk,2020-01-01,person,Bote
has_role,Tim Reck,CEO,Nordwerk,2021-01-01,person,Bote
"""


def test_validate_tells_of_a_base_what_it_tells_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(OFFICES, encoding="utf-8")
    assert run("import", tmp_path / "a.csv", "--output", tmp_path / "b.claims").exit_code == 0
    wrong = run("validate", tmp_path / "b.claims")
    told = [line.partition("b.claims: ")[2][:48] for line in wrong.stderr.splitlines()]
    assert wrong.exit_code == 2
    assert told == [
        "'a-3': no language knows the office 'Oberwichtel",
        "'a-5': 'a-4' has another person for the same tim",
    ]


@pytest.mark.parametrize("imported", [True, False])
def test_whoever_is_named_in_a_claim_only_is_what_its_argument_says(tmp_path: Path, imported: bool) -> None:
    (tmp_path / "a.csv").write_text("\n".join(OFFICES.splitlines()[:2]), encoding="utf-8")
    (tmp_path / "a.txt").write_text("Lisa Brandt is chief executive of Alsterwerk.", encoding="utf-8")
    base = tmp_path / ("b.claims" if imported else "own")
    if imported:
        run("import", tmp_path / "a.csv", "--output", base)
    else:
        told = ["person=Jost Ahlers", "role=CEO", "organization=Alsterwerk"]
        options = [part for each in told for part in ("--argument", each)]
        more = ["--text", "en=x", "--exclusive", "person", "--valid-from", "2020-01-01", "--publisher", "Bote"]
        run("add", base, "--predicate", "has_role", *options, *more)
    found = run_here("check", tmp_path / "a.txt", "--date", "2025-03-03", "--reference", base, "--format", "lines")
    assert "core/actor-contradicts-reference" in found.output


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
