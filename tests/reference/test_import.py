"""Claims from files of others: what comes in, what is skipped, and what leaves the base as it was."""

from __future__ import annotations

import bz2
import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from claimcheck.errors import DataError
from claimcheck.reference import Reference, open_reference
from claimcheck.reference.importers import Imported, import_claims

HEAD = "id,predicate,acquirer,target,number,unit,announced,publisher,url\n"
ROW = "a1,acquires,Nordwerk AG,Alsterlicht GmbH,14E+9,EUR,2031-05-02,Lindower Bote,https://example.org/a\n"
CLAIM = {
    "id": "a1",
    "predicate": "acquires",
    "arguments": {"acquirer": "Nordwerk AG", "target": ["Alsterlicht GmbH"]},
    "value": {"number": 14.50, "unit": "EUR"},
    "sources": [{"publisher": "Lindower Bote"}],
}


def imported(folder: Path, name: str, content: str | bytes) -> Imported:
    source = folder / name
    source.write_bytes(content.encode() if isinstance(content, str) else content)
    return import_claims([source], folder / "base.claims")


def opened(folder: Path) -> Reference:
    return open_reference([folder / "base.claims"], shipped=False)


def test_a_table(tmp_path: Path) -> None:
    assert imported(tmp_path, "a.csv", HEAD + ROW) == Imported(1, 0, ())
    reference = opened(tmp_path)
    (entity,) = reference.resolve("Nordwerk")
    (claim,) = reference.about(entity.id, "acquires", "acquirer")
    assert claim.value is not None and str(claim.value.number) == "1.4E+10"
    assert (claim.id, claim.sources[0].publisher, claim.announced and claim.announced.edtf) == (
        "a1",
        "Lindower Bote",
        "2031-05-02",
    )
    assert reference.claim("a1") == claim


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("shape", ["lines", "array", "held"])
def test_json_in_every_shape(tmp_path: Path, indent: int | None, shape: str) -> None:
    entries: list[dict[str, Any]] = [CLAIM, {**CLAIM, "id": "a2"}]
    if shape == "lines":
        text = "\n".join(json.dumps(each, indent=indent) for each in entries)
    else:
        text = json.dumps(entries if shape == "array" else {"claims": entries}, indent=indent)
    done = imported(tmp_path, "a.json", text)
    assert (done.claims, done.skipped) == (2, 0), done.problems
    claim = opened(tmp_path).claim("a2")
    assert claim is not None and claim.value is not None and str(claim.value.number) == "14.5"


@pytest.mark.parametrize(("suffix", "pack"), [(".gz", gzip.compress), (".bz2", bz2.compress)])
def test_compressed_files(tmp_path: Path, suffix: str, pack: Any) -> None:
    assert imported(tmp_path, f"a.csv{suffix}", pack((HEAD + ROW).encode())).claims == 1


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (ROW.replace("14E+9", "viel"), "'viel' is no number"),
        (ROW.replace("EUR", "Taler"), "the unit 'Taler' is not known"),
        (ROW.replace("2031-05-02", "2031-13-02"), "is in no calendar"),
        (ROW.replace("Lindower Bote,https://example.org/a", ","), "the source is missing"),
        (ROW.replace("acquires", "aquires"), "no predicate is called 'aquires'"),
        (ROW.replace("Nordwerk AG", ""), "'acquires' needs the argument 'acquirer'"),
        (ROW.replace("14E+9", "NaN"), "'NaN' is no number"),
        (ROW.replace("https://example.org/a", "x,y,z"), "cells under"),
        (ROW.replace("Nordwerk AG", "N" * 2000), "1 to 1000 characters"),
    ],
)
def test_a_bad_row_is_reported_and_skipped(tmp_path: Path, row: str, told: str) -> None:
    done = imported(tmp_path, "a.csv", HEAD + row + ROW.replace("a1", "a2"))
    assert (done.claims, done.skipped) == (1, 1)
    assert told in str(done.problems[0]) and ":2: " in str(done.problems[0])


def test_a_bad_line_of_json_is_reported_and_skipped(tmp_path: Path) -> None:
    lines = [json.dumps(CLAIM), "{ kaputt", '"\\ud800"', "[" * 100_000, json.dumps({**CLAIM, "id": "a2"})]
    done = imported(tmp_path, "a.jsonl", "\n".join(lines))
    assert (done.claims, done.skipped) == (2, 3)


def test_a_claim_that_stands_twice_is_told_and_counts_once(tmp_path: Path) -> None:
    done = imported(tmp_path, "a.csv", HEAD + ROW + ROW)
    assert done.claims == 1
    assert "'a1' stands more than once" in str(done.problems[0])
    assert len(opened(tmp_path).about("nordwerk-ag")) == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv.gz", gzip.compress((HEAD + ROW * 2000).encode())[:-40]),
        ("a.csv.bz2", bz2.compress((HEAD + ROW * 2000).encode())[:-40]),
        ("a.json", json.dumps([CLAIM, CLAIM], indent=1)[:-20]),
        ("a.csv", HEAD + ROW + 'a2,acquires,"Nord'),
        ("a.csv", "id,was,wer\n"),
        ("a.csv.gz", b"kein gzip"),
    ],
)
def test_a_file_cut_in_the_middle_leaves_the_base_as_it_was(tmp_path: Path, name: str, content: str | bytes) -> None:
    imported(tmp_path, "first.csv", HEAD + ROW)
    before = (tmp_path / "base.claims").read_bytes()
    with pytest.raises(DataError):
        imported(tmp_path, name, content)
    assert (tmp_path / "base.claims").read_bytes() == before
    assert {each.name for each in tmp_path.iterdir()} == {"first.csv", name, "base.claims"}


def snak(name: str, value: Any) -> dict[str, Any]:
    return {"snaktype": "value", "property": name, "datavalue": {"value": value}}


def day(written: str, precision: int = 11) -> dict[str, Any]:
    calendar = "http://www.wikidata.org/entity/Q1985727"
    return {"time": f"+{written}T00:00:00Z", "precision": precision, "calendarmodel": calendar}


def item(identity: str, label: str, **statements: list[dict[str, Any]]) -> dict[str, Any]:
    labels = {"de": {"language": "de", "value": label}}
    return {"type": "item", "id": identity, "labels": labels, "aliases": {}, "claims": statements}


ITEMS = [
    item("Q1", "Anna Kern", P31=[{"id": "Q1$a", "rank": "normal", "mainsnak": snak("P31", {"id": "Q5"})}]),
    item(
        "Q2",
        "Nordwerk AG",
        P169=[
            {
                "id": "Q2$b",
                "rank": "preferred",
                "mainsnak": snak("P169", {"id": "Q1"}),
                "qualifiers": {"P580": [snak("P580", day("2028-03-00", 10))]},
            },
            {"id": "Q2$c", "rank": "deprecated", "mainsnak": snak("P169", {"id": "Q3"})},
            {"id": "Q2$d", "rank": "normal", "mainsnak": {"snaktype": "somevalue", "property": "P169"}},
        ],
        P1128=[{"id": "Q2$e", "rank": "normal", "mainsnak": snak("P1128", {"amount": "+1250", "unit": "1"})}],
        P571=[{"id": "Q2$f", "rank": "normal", "mainsnak": snak("P571", day("1990-00-00", 9))}],
    ),
]


@pytest.mark.parametrize("shape", ["dump", "subset", "single"])
def test_wikidata(tmp_path: Path, shape: str) -> None:
    lines = [json.dumps(each, separators=(",", ":")) for each in ITEMS]
    if shape == "dump":
        text = "[\n" + ",\n".join(lines) + "\n]\n"
    elif shape == "subset":
        text = "\n".join(lines)
    else:
        text = json.dumps({"entities": {each["id"]: each for each in ITEMS}})
    done = imported(tmp_path, "items.json", text)
    assert (done.claims, done.skipped) == (4, 0), done.problems
    reference = opened(tmp_path)
    (company,) = reference.resolve("Nordwerk")
    (claim,) = reference.about(company.id, "has_role")
    assert claim.arguments["person"][0] == ("Anna Kern", "Q1")
    assert claim.valid_from is not None and claim.valid_from.edtf == "2028-03"
    assert claim.sources[0].url == "https://www.wikidata.org/wiki/Q2"
    assert [each.kind for each in reference.resolve("Anna Kern")] == ["person"]


def test_lines_that_are_no_items_are_skipped(tmp_path: Path) -> None:
    broken = [{"type": "item"}, {"type": "item", "id": "Q9", "claims": {"P169": [{}]}}, {"type": "lexeme", "id": "L1"}]
    done = imported(tmp_path, "items.json", "\n".join(json.dumps(each) for each in [*ITEMS, *broken]))
    assert (done.claims, done.skipped) == (4, 2)


def test_what_is_no_base_is_told(tmp_path: Path) -> None:
    (tmp_path / "base.claims").write_text("keine Datenbank, nur Text", encoding="utf-8")
    with pytest.raises(DataError, match="no base of claims"):
        opened(tmp_path).resolve("Nordwerk")
