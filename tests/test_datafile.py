"""The one door for YAML: strict, every problem at once, with line and column."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict

from claimcheck import datafile
from claimcheck.errors import DataError


class Inner(BaseModel):
    model_config = ConfigDict(extra="forbid")
    width: Decimal = Decimal(1)


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: str
    count: int = 0
    words: list[str] = []
    inner: Inner = Inner()


def problems(text: str, first_line: int = 1) -> list[str]:
    with pytest.raises(DataError) as caught:
        datafile.parse(text, "x.yaml", Shape, first_line)
    return [str(problem) for problem in caught.value.problems]


def test_scalars_stay_text_until_the_shape_says_otherwise() -> None:
    read = datafile.parse("name: no\ncount: '12'\nwords: [12:30, 1.0, 'null']\ninner: {width: 6.4E+9}\n", "x", Shape)
    assert read.name == "no"
    assert read.count == 12
    assert read.words == ["12:30", "1.0", "null"]
    assert str(read.inner.width) == "6.4E+9"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "x.yaml:1:1: the file is empty"),
        ("# only a comment\n", "x.yaml:1:1: the file is empty"),
        ("name: a\nname: b\n", "x.yaml:2:1: the key 'name' stands twice; first in line 1"),
        ("name: &a b\n", "x.yaml:1:7: '&a': anchors are not allowed here; write the value out"),
        ("name: *a\n", "x.yaml:1:7: '*a': references are not allowed here; write the value out"),
        ("name: !!str b\n", "x.yaml:1:7: tags (words beginning with '!') are not allowed here"),
        ("name:\n\t- b\n", "x.yaml:2:1: a tab; indent with spaces"),
        ("name: a: b\n", "x.yaml:1:8: a second colon in one line, or a wrong indentation; put a text with a colon in"),
        ("name: @a\n", "x.yaml:1:7: a value cannot begin with '@'; put it in quotation marks"),
        ("name: a\n---\nname: b\n", "x.yaml:2:1: a second document begins here; one file holds one document"),
        ("name: \x07\n", "x.yaml:1:7: a control character that YAML does not allow"),
        ("name:\n", "x.yaml:1:6: a value is missing after 'name'"),
        (
            "nmae: a\n",
            "x.yaml:1:1: the key 'nmae' is not known; did you mean 'name'? (known: name, count, words, inner)",
        ),
        ("- a\n", "x.yaml:1:1: this should be a valid mapping"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, told: str) -> None:
    assert any(problem.startswith(told) for problem in problems(text)), problems(text)


@pytest.mark.parametrize(
    "text",
    [
        "count: many\nwords: none\ninner: {widht: 1}\nname: a\n",
        "name: a\ncount: many\nname: b\ncount: 3\nwords: none\n",
        "name: a\ncount: &n many\nwords: *n\ninner: {widht: 1}\n",
    ],
    ids=["wrong values", "keys that stand twice", "anchors"],
)
def test_all_problems_come_at_once_in_the_order_of_the_file(text: str) -> None:
    found = problems(text)
    assert len({problem.split(":")[1] for problem in found}) == len(found) >= 3
    assert found == sorted(found, key=lambda problem: int(problem.split(":")[1]))


def test_a_text_inside_a_larger_file_keeps_that_files_lines() -> None:
    assert problems("name: a\ncount: many\n", first_line=10)[0].startswith("x.yaml:11:8:")


def test_a_deep_nesting_is_refused() -> None:
    assert "levels inside one another" in problems("- " * 50_000)[0]


def test_a_file_that_is_no_utf8_says_which_byte(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"name: a\ncount: \xe4\n")
    with pytest.raises(DataError, match=r"x\.yaml:2:8: the byte 0xe4 is not UTF-8"):
        datafile.load(path, Shape)


def test_a_missing_file_and_one_too_large_are_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be read"):
        datafile.load(tmp_path / "none.yaml", Shape)
    (tmp_path / "big.yaml").write_bytes(b"#" * (datafile.MAX_BYTES + 1))
    with pytest.raises(DataError, match="larger than"):
        datafile.load(tmp_path / "big.yaml", Shape)
