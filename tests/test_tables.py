"""A table is what its files make it, also after they have changed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimcheck import compiling, tables
from claimcheck.tables import Table


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tables, "FOLDER", str(tmp_path / "tables"))
    (tmp_path / "tables").mkdir()
    path = tmp_path / "a.yaml"
    path.write_text("a", encoding="utf-8")
    return path


def build_nothing() -> None:
    raise AssertionError


def table(source: Path, build: Callable[[], Any]) -> Table:
    return Table("kind", (str(source),), build)


def keep(one: Table, *, checked: bool = True) -> None:
    Path(tables.FOLDER, f"{one.name}.bin").write_bytes(one.packed(checked=checked))


def test_what_is_kept_is_not_built_again(source: Path) -> None:
    keep(table(source, lambda: {"a": (1, None)}))
    assert table(source, build_nothing).load() == {"a": [1, None]}


def test_a_changed_source_is_seen_at_once(source: Path) -> None:
    keep(table(source, lambda: 1))
    source.write_text("b", encoding="utf-8")
    assert table(source, lambda: 2).load() == 2


def test_the_same_content_at_another_time_is_the_same(source: Path) -> None:
    keep(table(source, lambda: 1))
    os.utime(source, (1, 1))
    assert table(source, build_nothing).load() == 1


def test_a_source_more_or_less_is_a_change(source: Path, tmp_path: Path) -> None:
    keep(table(source, lambda: 1))
    assert Table("kind", (str(source), str(tmp_path / "b.yaml")), lambda: 2).load() == 2
    assert Table("kind", (), lambda: 3).load() == 3


def test_an_installed_table_asks_no_file(source: Path) -> None:
    keep(table(source, lambda: 1), checked=False)
    source.unlink()
    assert table(source, build_nothing).load() == 1


@pytest.mark.parametrize("content", [b"", b"{", b"i\x01\x00\x00\x00", b"\xff" * 9])
def test_a_broken_table_counts_as_missing(source: Path, content: bytes) -> None:
    Path(tables.FOLDER, "kind.bin").write_bytes(content)
    assert table(source, lambda: 2).load() == 2


def test_equal_parts_stay_equal(source: Path) -> None:
    data = {"a": [1, True, 1.0, None, "x", ["x", {}], ["x", {}]], "b": {"1": 1, "c": "1"}, "d": {"1": True, "c": "1"}}
    keep(table(source, lambda: data))
    assert repr(table(source, build_nothing).load()) == repr(data)


def test_every_table_of_the_program_is_as_its_files_make_it() -> None:
    assert [each.name for each in compiling.tables() if not each.is_kept() or each.load() != each.plain()] == []
    names = [each.name for each in compiling.tables()]
    assert len(names) == len(set(names))


def test_a_run_writes_nothing(source: Path) -> None:
    table(source, lambda: 1).load()
    assert list(Path(tables.FOLDER).iterdir()) == []
