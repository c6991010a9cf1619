"""Every comparison is in the report: what holds, what fails, what could not be decided."""

from __future__ import annotations

import json
from pathlib import Path

from claimcheck import Document, check, compare, to_dict
from claimcheck.report import View
from claimcheck.report.console import report as console
from claimcheck.report.words import words

HOLDS = "Von 480 Befragten stimmten 120 zu, das sind 25 Prozent."
FAILS = "Von 480 Befragten stimmten 120 zu, das sind 30 Prozent."


def _article(text: str, path: str = "a.txt") -> Document:
    return Document.from_text(text, path, language="de", published="2025-06-19")


def test_what_holds_is_listed_with_its_operands() -> None:
    (made,) = to_dict(check(_article(HOLDS)))["comparisons"]
    assert (made["rule"], made["outcome"]) == ("core/share-wrong", "holds")
    assert made["computation"] == "120 / 480 = 25 %"
    assert {span["role"]: span["text"] for span in made["spans"]} == {
        "part": "120",
        "whole": "480",
        "share": "25 Prozent",
    }
    assert all(HOLDS[span["start"] : span["end"]] == span["text"] for span in made["spans"])


def test_what_fails_is_listed_beside_its_finding() -> None:
    report = to_dict(check(_article(FAILS)))
    (made,), (finding,) = report["comparisons"], report["findings"]
    assert made["outcome"] == "fails"
    assert {span["start"] for span in made["spans"]} == {span["start"] for span in finding["spans"]}


def test_what_only_asks_for_a_source_compares_nothing() -> None:
    report = check(_article("Experten aus der Branche bewerten das Vorgehen der Lorbach AG als mutig."))
    assert report.findings
    assert report.comparisons == ()


def test_articles_and_sources_are_compared_too() -> None:
    one = _article("Die Lorbach AG schließt das Werk Dassow. Betroffen sind 340 Beschäftigte.", "a.txt")
    two = _article("Die Lorbach AG schließt das Werk Dassow. Betroffen sind 430 Beschäftigte.", "b.txt")
    assert {each.evidence for each in compare([one, two]).comparisons} == {"article"}
    beside = check([one], sources=[two]).comparisons
    assert ("source", "fails") in {(each.evidence, each.outcome) for each in beside}


def test_the_order_is_that_of_the_text() -> None:
    report = check([_article(f"{HOLDS} {FAILS}", "b.txt"), _article(FAILS, "a.txt")])
    places = [(each.places[0].path, min(place.span for place in each.places)) for each in report.comparisons]
    assert places == sorted(places)
    assert len(places) == 3


def test_the_console_shows_what_holds_when_asked() -> None:
    report = check(_article(f"{HOLDS}\n\n{FAILS}"))
    shown = console(report, words("de"), View(120, show_checked=True))
    assert "a.txt:1:5 stimmt „120“ – „480“ – „25 Prozent“: 120 / 480 = 25 %  core/share-wrong" in shown
    assert "stimmt „" not in console(report, words("de"))
    assert "holds" in console(report, words("en"), View(show_checked=True))


def test_the_schema_knows_them() -> None:
    schema = json.loads(Path("schema/claimcheck.report-1.json").read_text(encoding="utf-8"))
    assert schema["version"] == "1.1"
    assert {"comparisons", "findings"} <= set(schema["required"])
