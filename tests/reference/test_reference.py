"""The reference: what its folders may not say, and what it answers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from claimcheck.errors import DataError
from claimcheck.reference import NOTHING, Reference, open_reference
from claimcheck.reference.plain import period
from claimcheck.reference.store import folded, identifier, without_legal_form

ENTITIES = """
entities:
  - {name: Nordwerk AG, kind: organisation, aliases: [Nordwerk], former: [{name: Alsterwerk, until: 2030-06-01}]}
  - {name: Nordwerk Labor, kind: organisation, parent: Nordwerk AG}
  - {name: Anna Kern, kind: person, wrong_names: [Anna Cern]}
  - {name: Jost Ahlers, kind: person}
"""
CLAIM = """
  - id: {id}
    text: {{de: "{id}"}}
    predicate: {predicate}
    arguments: {arguments}
    {more}
    confidence: confirmed
    sources: [{{publisher: Lindower Bote, url: "https://example.org/a", published: 2031-05}}]
"""


def claim(identity: str, predicate: str, arguments: str, more: str = "note: none") -> str:
    return CLAIM.format(id=identity, predicate=predicate, arguments=arguments, more=more)


KERN = claim(
    "kern",
    "has_role",
    "{person: Anna Kern, role: CEO, organization: Nordwerk}",
    "valid: {from: 2028-03-01, to: 2031-05-31, except: [2030-01]}",
)
AHLERS = claim(
    "ahlers", "has_role", "{person: Jost Ahlers, role: CEO, organization: Nordwerk AG}", "valid: {from: 2031-06-01}"
)


def base(folder: Path, text: str) -> Reference:
    (folder / "claims.yaml").write_text(text, encoding="utf-8")
    return open_reference([folder], shipped=False)


def problems(folder: Path, text: str) -> list[str]:
    with pytest.raises(DataError) as caught:
        base(folder, text)
    return [str(each).removeprefix(f"{folder}/") for each in caught.value.problems]


@pytest.mark.parametrize(
    ("name", "fold"),
    [
        ("Meta Platforms, Inc.", "meta platforms inc"),
        ("S.p.A.", "spa"),
        ("O’Neil’s", "oneils"),
        ("  a\tB ", "a b"),
        ("", ""),
    ],
)
def test_names_fold(name: str, fold: str) -> None:
    assert folded(name) == fold


def test_a_legal_form_is_no_part_of_a_name_unless_it_is_all_of_it() -> None:
    assert without_legal_form(folded("Hafen & Söhne GmbH & Co. KG")) == "hafen söhne"
    assert without_legal_form("sa") == "sa"
    assert identifier("Nordwerk-Labor 2") == "nordwerk-labor-2"


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("2024", date(2024, 1, 1), date(2025, 1, 1)),
        ("2024-12", date(2024, 12, 1), date(2025, 1, 1)),
        ("2024-02-29", date(2024, 2, 29), date(2024, 3, 1)),
        ("2019/2023", date(2019, 1, 1), date(2024, 1, 1)),
        ("2024?", date(2024, 1, 1), date(2025, 1, 1)),
        ("9999", date(9999, 1, 1), date.max),
    ],
)
def test_dates_of_any_precision(written: str, start: date, end: date) -> None:
    assert (period(written).start, period(written).end) == (start, end)


@pytest.mark.parametrize("written", ["", "24", "2024-13", "2024-02-30", "2024-1-1", "2023/2022", "2024-01-01T00"])
def test_what_is_no_date(written: str) -> None:
    with pytest.raises(ValueError, match=r"no date|no calendar|before it begins"):
        period(written)


def test_names_are_resolved_by_day(tmp_path: Path) -> None:
    reference = base(tmp_path, f"{ENTITIES}claims:{KERN}")
    assert [each.id for each in reference.resolve("NORDWERK")] == ["nordwerk-ag"]
    assert reference.resolve("Alsterwerk") == ()
    assert [each.id for each in reference.resolve("Alsterwerk", date(2030, 5, 31))] == ["nordwerk-ag"]
    assert reference.resolve("Alsterwerk", date(2030, 6, 2)) == ()


def test_what_a_name_may_mean(tmp_path: Path) -> None:
    reference = base(tmp_path, f"{ENTITIES}claims:{KERN}")
    assert all(reference.may_mean(each, "nordwerk-ag") for each in ("Alsterwerk", "Nordwerk Labor", "nordwerk"))
    assert reference.may_mean("Anna Cern", "anna-kern")
    assert not reference.may_mean("Jost Ahlers", "anna-kern")


def test_a_misspelling_is_not_merged(tmp_path: Path) -> None:
    reference = base(tmp_path, f"{ENTITIES}claims:{KERN}")
    assert reference.resolve("Jost Alers") == ()


def test_claims_are_found_by_entity_predicate_and_argument(tmp_path: Path) -> None:
    reference = base(tmp_path, f"{ENTITIES}claims:{KERN}{AHLERS}")
    assert [each.id for each in reference.about("anna-kern")] == ["kern"]
    assert reference.about("anna-kern", "founded") == reference.about("anna-kern", "has_role", "organization") == ()
    assert reference.claim("ahlers") is not None
    assert NOTHING.resolve("Nordwerk") == NOTHING.about("nordwerk-ag") == ()


def test_a_name_that_is_not_listed_is_an_entity_of_its_own(tmp_path: Path) -> None:
    reference = base(tmp_path, "claims:" + claim("x", "acquires", "{acquirer: Hafenhaus, target: Lindow}"))
    assert [each.id for each in reference.about("hafenhaus", "acquires", "acquirer")] == ["x"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (KERN.replace("2028-03-01", "2028-13-01"), "claims.yaml:12:19: '2028-13-01' is in no calendar"),
        (KERN.replace("2028-03-01", "2038-03-01"), "'valid' ends before it begins"),
        (KERN.replace("sources: [{", "source: [{"), "the key 'sources' is missing"),
        (KERN + KERN, "the claim 'kern' stands twice, first in claims.yaml:8; give one"),
        (claim("x", "revenue", "{organization: Lindow}", "value: {number: 4, unit: Taler}"), "the unit 'Taler' is not"),
        (claim("x", "revenue", "{organization: Nordwerk}", "value: {number: viel}"), "'viel' is no number"),
        (claim("x", "aquires", "{acquirer: Nordwerk, target: Lindow}"), "'aquires'; did you mean 'acquires'?"),
        (claim("x", "acquires", "{acquirer: Nordwerk}"), "'acquires' needs the argument 'target'"),
        (claim("x", "acquires", "{acquirer: Nordwerk, target: Lindow, by: Kern}"), "'acquires' has no argument 'by'"),
        (claim("x", "acquires", "{acquirer: Jost Ahlrs, target: Lindow}"), "Ahlrs' (did you mean 'jost ahlers'?)"),
        (KERN.replace("https://", "ftp://"), "is no web address"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place(tmp_path: Path, text: str, told: str) -> None:
    found = problems(tmp_path, f"{ENTITIES}claims:{text}")
    assert any(told in each for each in found), found
    assert all(each.startswith("claims.yaml:") and each.split(":")[1].isdigit() for each in found)


def test_all_problems_of_all_files_come_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("claims:" + KERN.replace("2028-03-01", "2028-13-01"), encoding="utf-8")
    (tmp_path / "b.yaml").write_text("claims:\n\t- id: a\n", encoding="utf-8")
    names = "entities:\n  - {name: A-Bund, kind: organisation, aliases: [B-Bund]}\n"
    names += "  - {name: B-Bund, kind: organisation, aliases: [A-Bund]}\n"
    wrong = (
        claim("x", "acquires", "{acquirer: Nordwerk}", "valid: {from: 2031, to: 2030}")
        .replace("confidence:", "confidence: sicher\n    confidence:")
        .replace("sources: [", "url: [")
    )
    found = problems(tmp_path, f"{names}claims:{AHLERS}{AHLERS}{wrong}")
    for told in (
        "a.yaml:6:19: '2028-13-01' is in no calendar",
        "b.yaml:2:1: a tab",
        "aliases of one another",
        "the claim 'ahlers' stands twice",
        "needs the argument 'target'",
        "'valid' ends before it begins",
        "'sicher' is not possible here",
        "the key 'confidence' stands twice",
        "the key 'sources' is missing",
        "the key 'url' is not known",
    ):
        assert any(told in each for each in found), (told, found)


def test_a_name_of_an_entity_with_a_mistake_is_not_called_unknown(tmp_path: Path) -> None:
    text = ENTITIES.replace("kind: person", "kind: wer", 1)
    assert text != ENTITIES
    found = problems(tmp_path, f"{text}claims:{claim('x', 'acquires', '{acquirer: Jost Ahlrs, target: Lindow}')}")
    assert [each for each in found if "no entity is called" in each] == []


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("A-Bund, aliases: [B-Bund]", "B-Bund, aliases: [A-Bund]", "aliases of one another: A-Bund, B-Bund"),
        ("A-Bund, parent: B-Bund", "B-Bund, parent: A-Bund", "parts of one another: A-Bund, B-Bund"),
        ("A-Bund, parent: A-Bund", "B-Bund", "parts of one another: A-Bund"),
        ("A-Bund", "A-Bund", "the entity 'a-bund' stands twice"),
        ("A-Bund, parent: C-Bund", "D-Rat", "no entity is called 'C-Bund'"),
        ("A-Bund, wrong_names: [A-Bund]", "B-Bund", "a right and a wrong name"),
        ("A-Bund, sort: firm", "B-Bund", "the key 'sort' is not known"),
    ],
)  # fmt: skip
def test_names_that_cannot_be(tmp_path: Path, first: str, second: str, told: str) -> None:
    rows = "".join(f"- {{kind: organisation, name: {each}}}\n" for each in (first, second))
    found = problems(tmp_path, f"entities:\n{rows}")
    assert any(told in each for each in found), found
