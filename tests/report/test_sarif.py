"""SARIF: valid against the official schema, with places, fixes and fingerprints, whatever the article says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import claimcheck
from claimcheck.errors import Problem
from claimcheck.model import Report
from claimcheck.model.document import Origin, Piece, RowUnit
from claimcheck.report.sarif import report
from claimcheck.report.words import words

from . import samples

SCHEMA = json.loads((Path(__file__).parents[1] / "data" / "sarif-2.1.0.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.validators.validator_for(SCHEMA)(SCHEMA)
WRONG = "Der Umsatz stieg von 400 Millionen Euro auf 500 Millionen Euro, ein Plus von 20 Prozent."
ASTRAL = "\U0001f600 Ärger.\r\n\U0001f600\U0001f600 "


def run_of(result: Report, language: str = "de") -> dict[str, Any]:
    """The only run of a valid log."""
    log = json.loads(report(result, words(language)))
    assert [error.message for error in VALIDATOR.iter_errors(log)] == []
    (run,) = log["runs"]
    found: dict[str, Any] = run
    return found


def checked(text: str, path: str = "a.txt") -> dict[str, Any]:
    return run_of(claimcheck.check([claimcheck.Document.from_text(text, path=path, language="de")]))


@pytest.mark.parametrize("result", [samples.full(), samples.report(), Report((), (), samples.report().coverage)])
def test_it_is_valid(result: Report) -> None:
    run_of(result)


def test_a_finding_with_everything() -> None:
    run = checked(WRONG)
    (found,) = run["results"]
    assert (found["ruleId"], found["level"]) == ("core/change-percent-wrong", "error")
    assert run["tool"]["driver"]["rules"][found["ruleIndex"]]["id"] == found["ruleId"]
    assert found["message"]["text"].endswith("\nRechnung: 400.000.000 → 500.000.000 = +25 %")
    assert found["locations"][0]["physicalLocation"]["region"]["snippet"]["text"] == "400 Millionen Euro"
    assert [each["message"]["text"] for each in found["relatedLocations"]] == ["nachher", "Änderung"]
    (fix,) = found["fixes"]
    (replacement,) = fix["artifactChanges"][0]["replacements"]
    assert replacement["insertedContent"] == {"text": "25"}
    assert list(found["partialFingerprints"]) == ["claimcheck/v1"]


def test_the_working_is_in_the_words_of_the_reader() -> None:
    (found,) = checked("Die Schau öffnete am Montag, dem 14. Mai 2024, in Lindow.")["results"]
    assert found["message"]["text"].endswith("\nRechnung: 14. Mai 2024 = Dienstag")


def test_the_rule_brings_its_help() -> None:
    (rule,) = checked(WRONG)["tool"]["driver"]["rules"]
    assert rule["name"] == "CoreChangePercentWrong"
    assert rule["help"]["text"]
    assert "~~~~text" in rule["help"]["markdown"]
    assert rule["properties"]["maturity"] == "stable"


def test_columns_count_code_points() -> None:
    run = checked(ASTRAL + WRONG)
    assert run["columnKind"] == "unicodeCodePoints"
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (2, 4 + WRONG.index("400"))
    assert region["endColumn"] - region["startColumn"] == len("400 Millionen Euro")


@pytest.mark.parametrize(("counted", "at"), [("paragraph", "Absatz 7, Zeichen 22"), ("page", "Seite 7, Zeile 22")])
def test_a_file_without_lines_has_no_regions_and_nothing_to_replace(counted: RowUnit, at: str) -> None:
    document = claimcheck.Document.from_text(WRONG, path="a.docx", language="de")
    origin = Origin(counted, (Piece(0, 7, 1),))
    (found,) = run_of(claimcheck.check([document._replace(origin=origin)]))["results"]
    assert "fixes" not in found
    for each in (*found["locations"], *found["relatedLocations"]):
        assert list(each["physicalLocation"]) == ["artifactLocation"]
    assert found["locations"][0]["message"]["text"] == f"vorher: „400 Millionen Euro“ ({at})"


@pytest.mark.parametrize(
    ("path", "uri", "base"),
    [
        ("texte/100 % neu#1?.txt", "texte/100%20%25%20neu%231%3F.txt", True),
        ("Ärger:1.txt", "%C3%84rger%3A1.txt", True),
        ("-", "stdin", True),
        ("\udcff.txt", "%ED%B3%BF.txt", True),
        ("a\x1b[31m\n.txt", "a%1B%5B31m%0A.txt", True),
    ],
)
def test_paths_become_uris(path: str, uri: str, base: bool) -> None:
    location = checked(WRONG, path)["artifacts"][0]["location"]
    assert location["uri"] == uri
    assert ("uriBaseId" in location) is base


def test_an_absolute_path(tmp_path: Path) -> None:
    location = checked(WRONG, str(tmp_path / "ä.txt"))["artifacts"][0]["location"]
    assert location == {"uri": f"file://{tmp_path.as_posix()}/%C3%A4.txt"}


def test_brackets_and_braces_of_a_text_are_no_links_and_no_placeholders() -> None:
    text = "x [y](https://n.example) {0}"
    odd = samples.finding(samples.place("12 Prozent"), message=text)
    (found,) = run_of(samples.report(odd))["results"]
    assert "x \\[y\\](https://n.example) {{0}}" in found["message"]["text"]


def test_no_terminal_escapes() -> None:
    shown = report(
        samples.report(samples.finding(samples.place("12 Prozent"), message="\x1b[31m \x9b \u202e")), words("de")
    )
    assert shown.replace("\n", "").isprintable()


def test_what_could_not_be_read_is_a_notification() -> None:
    result = samples.report()._replace(problems=(Problem("b.txt", "there is no such file or folder"),))
    (invocation,) = run_of(result)["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "b.txt: there is no such file or folder"


def test_the_coverage_is_told() -> None:
    run = checked(WRONG)
    assert run["properties"]["coverage"]["compared"] == 3
    assert "3 Angaben" in run["invocations"][0]["toolExecutionNotifications"][-1]["message"]["text"]


def test_a_hint_is_a_note_and_names_the_speaker() -> None:
    (found,) = checked(f"„{WRONG[:-1]}“, sagte Meike Dassow.")["results"]
    assert found["level"] == "note"
    assert found["properties"]["quotation"] == {"speaker": "Meike Dassow"}
    assert found["message"]["text"].startswith("Im Zitat von Meike Dassow: ")
