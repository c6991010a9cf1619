"""Whose words, and which parts of a file: quotations, indirect speech, code, links, tables, and what is around."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from command import RULE, WRONG, run

import claimcheck
from claimcheck.model import Finding
from claimcheck.rules.apply import Quotations
from claimcheck.segment import segment

SENTENCE = WRONG.strip()[:-1]


def found(text: str, quotations: Quotations = "hint", language: str = "de") -> list[Finding]:
    document = claimcheck.Document.from_text(text, language=language)
    return [each for each in claimcheck.check([document], quotations=quotations).findings if each.rule == RULE]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"„{SENTENCE}“, sagte Meike Dassow.", "Meike Dassow"),
        (f"Meike Dassow sagte: „{SENTENCE}.“", "Meike Dassow"),
        (f"„{SENTENCE}.“", None),
    ],
)
def test_inside_a_quotation_a_finding_is_a_hint_and_names_the_speaker(text: str, speaker: str | None) -> None:
    (finding,) = found(text)
    assert finding.level == "hint"
    assert finding.quoted is not None
    assert finding.quoted.speaker == speaker


def test_what_a_speaker_says_of_numbers_of_the_author_keeps_its_level() -> None:
    text = "Der Umsatz lag 2023 bei 400 Millionen Euro und 2024 bei 500 Millionen Euro. "
    (finding,) = found(text + "„Das ist ein Plus von 20 Prozent“, sagte Meike Dassow.")
    assert finding.level == "error"
    assert finding.quoted is not None
    assert finding.quoted.speaker == "Meike Dassow"


@pytest.mark.parametrize(("quotations", "levels"), [("hint", ["hint"]), ("same", ["error"]), ("off", [])])
def test_what_becomes_of_quotations_is_switchable(quotations: Quotations, levels: list[str]) -> None:
    assert [each.level for each in found(f"„{SENTENCE}“, sagte Meike Dassow.", quotations)] == levels
    assert [each.level for each in found(WRONG, quotations)] == ["error"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (WRONG.replace(".", ", sagte Meike Dassow."), "de"),
        (
            "Nach Angaben von Meike Dassow stieg der Umsatz von 400 auf 500 Millionen Euro, ein Plus von 20 Prozent.",
            "de",
        ),
        ("Revenue rose from 400 million euros to 500 million euros, up 20 percent, Meike Dassow said.", "en"),
    ],
)
def test_under_indirect_speech_arithmetic_keeps_its_level(text: str, language: str) -> None:
    assert [each.level for each in found(text, language=language)] == ["error"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"> {WRONG}", ["hint"]),
        (f"```\n{WRONG}```\n\nNichts.", []),
        (f"`{WRONG.strip()}`", []),
        (f"| Satz | Zahl |\n|---|---|\n| {WRONG.strip()} | 1 |\n", []),
        (f"Lesen Sie auch: {WRONG}", []),
        (f"Die Lage.\n\nLesen Sie auch: {WRONG}", []),
        (f"Die Lage.\n\n{WRONG}", ["error"]),
    ],
    ids=["block quote", "code block", "code", "table", "link to another", "after a paragraph", "text"],
)
def test_parts_of_a_file(tmp_path: Path, text: str, expected: list[str]) -> None:
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    findings = claimcheck.check([tmp_path / "a.md"], language="de").findings
    assert [each.level for each in findings if each.rule == RULE] == expected


def test_a_table_that_is_not_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Nichts.\n\n| a | 14 |\n|---|---|\n| b | 15 |\n", encoding="utf-8")
    assert "Not read: 1 table." in run("check", "--lang-ui", "en", "--language", "de", tmp_path / "a.md").stdout


def test_the_option(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"„{SENTENCE}“, sagte Meike Dassow.\n", encoding="utf-8")
    assert run("check", tmp_path / "a.txt").returncode == 0
    assert run("check", "--quotations", "same", tmp_path / "a.txt").returncode == 1
    assert run("check", "--quotations", "none", tmp_path / "a.txt").returncode == 2


FOLDER = Path(claimcheck.__file__).parent / "languages"
AROUND = {
    path.parent.name: yaml.safe_load(path.read_text("utf-8"))["boilerplate"] for path in FOLDER.glob("*/sentences.yaml")
}


@pytest.mark.parametrize(
    ("language", "text", "around"),
    [
        (code, text, kind == "found")
        for code, data in sorted(AROUND.items())
        for kind in ("found", "silent")
        for text in data[kind]
    ],
)
def test_what_stands_around_an_article(language: str, text: str, around: bool) -> None:
    document = segment(claimcheck.Document.from_text(f"Nordwerk\n\n{text}\n\nEnde.", language=language))
    assert [region.kind for region in document.regions] == ["boilerplate"] * around
