"""`compare` as a command, as a function and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import claimcheck
from claimcheck.link.across.facts import facts
from tests.command import run

ONE = "Das Werk in Lindow kostet nach Angaben der Nordwerk AG 61 Millionen Euro. Dort arbeiten 480 Menschen am Hafen.\n"
TWO = "Nach Angaben der Nordwerk AG kostet das Werk in Lindow 68 Millionen Euro. Am Hafen arbeiten dort 480 Menschen.\n"


def documents(*texts: str) -> list[claimcheck.Document]:
    return [
        claimcheck.Document.from_text(text, path=f"{n}.txt", language="de", published="2031-05-12")
        for n, text in enumerate(texts)
    ]


def test_findings_between_articles_have_a_place_in_each() -> None:
    report = claimcheck.compare(documents(ONE, TWO))
    found = [finding for finding in report.findings if finding.rule == "cross/values-differ"]
    assert [[place.path for place in finding.places] for finding in found] == [["0.txt", "1.txt"]]
    assert found[0].level == "error"
    assert found[0].computation == "61.000.000 EUR ≠ 68.000.000 EUR"


def test_links_in_json() -> None:
    links = claimcheck.to_dict(claimcheck.compare(documents(ONE, TWO)))["links"]
    assert {link["relation"] for link in links} == {"agrees", "conflicts"}
    assert all(link["a"]["path"] == "0.txt" and link["b"]["path"] == "1.txt" and link["reason"] for link in links)


def test_check_does_not_compare() -> None:
    report = claimcheck.check(documents(ONE, TWO))
    assert not report.links
    assert not [finding for finding in report.findings if finding.rule.startswith("cross/")]


def test_two_values_of_many_articles_are_reported_once() -> None:
    report = claimcheck.compare(documents(ONE, TWO, ONE, TWO))
    assert len([finding for finding in report.findings if finding.rule == "cross/values-differ"]) == 1


def test_the_command_shows_a_table(tmp_path: Path) -> None:
    for name, text in (("a.txt", ONE), ("b.txt", TWO)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    shown = run("compare", "a.txt", "b.txt", "--language", "de", "--lang-ui", "en", cwd=tmp_path)
    assert shown.returncode == 1
    assert "  ≠  61 Millionen Euro  68 Millionen Euro  1 independent source" in shown.stdout
    assert shown.stdout == run("compare", "b.txt", "a.txt", "--language", "de", "--lang-ui", "en", cwd=tmp_path).stdout


def test_formats(tmp_path: Path) -> None:
    for name, text in (("a.txt", ONE), ("b.txt", TWO)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    report = json.loads(run("compare", tmp_path, "--format", "json").stdout)
    assert {link["relation"] for link in report["links"]} == {"agrees", "conflicts"}
    assert next((fact["relation"], fact["sources"], len(fact["ends"])) for fact in report["facts"]) == (
        "conflicts",
        1,
        2,
    )
    assert report["alone"] == []
    for name in ("lines", "sarif", "github"):
        shown = run("compare", tmp_path, "--format", name, "--lang-ui", "en").stdout
        assert "cross/values-differ" in shown
        assert "≠  A: 61 Millionen Euro · B: 68 Millionen Euro  1 independent source" in shown


def test_what_one_article_alone_says() -> None:
    plain = claimcheck.to_dict(claimcheck.compare(documents(f"{ONE} Die Kräne sind 38 Meter hoch.", TWO)))
    assert [each["path"] for each in plain["alone"]] == ["0.txt"]
    assert plain["alone"][0]["start"] > len(ONE)
    assert "facts" not in claimcheck.to_dict(claimcheck.check(documents(ONE)))


def test_one_sentence_of_an_agency_counts_as_one_source() -> None:
    own = "Am Hafen von Lindow, sagt die Nordwerk AG, arbeiten jetzt 480 Menschen in drei Schichten.\n"
    report = claimcheck.compare(documents(ONE, ONE, own))
    people = [fact for fact in facts(report.links, report.articles) if fact.ends[0].text == "480 Menschen"]
    assert [fact.sources for fact in people] == [2]


def test_nothing_in_common(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Am Hafen regnet es.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Die Brücke ist alt.\n", encoding="utf-8")
    shown = run("compare", tmp_path, "--language", "de", "--lang-ui", "en")
    assert shown.returncode == 0
    assert "share no claim" in shown.stdout
