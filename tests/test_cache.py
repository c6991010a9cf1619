"""What is compiled once is read back, and nothing about the cache can fail a run."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck import cache


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CLAIMCHECK_CACHE", str(tmp_path / "cache"))
    path = tmp_path / "a.yaml"
    path.write_text("a", encoding="utf-8")
    return path


def build_nothing() -> None:
    raise AssertionError


def test_the_second_time_nothing_is_built(source: Path) -> None:
    assert cache.compiled("kind", [source], lambda: {"a": (1, None)}) == {"a": [1, None]}
    assert cache.compiled("kind", [source], build_nothing) == {"a": [1, None]}


def test_a_changed_source_or_changed_code_is_built_again(source: Path, tmp_path: Path) -> None:
    code = tmp_path / "code.py"
    code.write_text("1", encoding="utf-8")
    cache.compiled("kind", [source], lambda: 1, [code])
    source.write_text("b", encoding="utf-8")
    assert cache.compiled("kind", [source], lambda: 2, [code]) == 2
    code.write_text("2", encoding="utf-8")
    assert cache.compiled("kind", [source], lambda: 3, [code]) == 3


def test_a_broken_cache_is_built_again(source: Path, tmp_path: Path) -> None:
    cache.compiled("kind", [source], lambda: 1)
    (kept,) = (tmp_path / "cache").iterdir()
    kept.write_text("{", encoding="utf-8")
    assert cache.compiled("kind", [source], lambda: 2) == 2


def test_a_folder_that_cannot_be_written_is_no_error(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCHECK_CACHE", str(source / "below-a-file"))
    assert cache.compiled("kind", [source], lambda: 1) == 1


def test_an_empty_setting_turns_the_cache_off(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCHECK_CACHE", "")
    assert cache.folder() is None
    assert cache.compiled("kind", [source], lambda: 1) == 1
    assert cache.compiled("kind", [source], lambda: 2) == 2


def test_old_entries_are_cleared_away(source: Path, tmp_path: Path) -> None:
    for number in range(cache.KEPT + 5):
        source.write_text(str(number), encoding="utf-8")
        cache.compiled("kind", [source], lambda: 1)
    assert len(list((tmp_path / "cache").iterdir())) == cache.KEPT
