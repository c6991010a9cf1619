"""What is compiled once is read back, and nothing about the cache can fail a run."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

import pytest

from claimcheck import cache

LONG_AGO = count(1_000_000_000)


def write(path: Path, text: str) -> None:
    """A file that was changed long ago, each time one second later."""
    path.write_text(text, encoding="utf-8")
    when = next(LONG_AGO)
    os.utime(path, (when, when))


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CLAIMCHECK_CACHE", str(tmp_path / "cache"))
    path = tmp_path / "a.yaml"
    write(path, "a")
    return path


def build_nothing() -> None:
    raise AssertionError


def test_the_second_time_nothing_is_built(source: Path) -> None:
    assert cache.compiled("kind", [source], lambda: {"a": (1, None)}) == {"a": [1, None]}
    assert cache.compiled("kind", [source], build_nothing) == {"a": [1, None]}


def test_a_changed_source_or_changed_code_is_built_again(source: Path, tmp_path: Path) -> None:
    code = tmp_path / "code.py"
    write(code, "1")
    cache.compiled("kind", [source], lambda: 1, [code])
    write(source, "b")
    assert cache.compiled("kind", [source], lambda: 2, [code]) == 2
    write(code, "2")
    assert cache.compiled("kind", [source], lambda: 3, [code]) == 3


def test_a_source_as_new_as_the_cache_is_not_trusted(source: Path, tmp_path: Path) -> None:
    cache.compiled("kind", [source], lambda: 1)
    (kept,) = (tmp_path / "cache").iterdir()
    state = source.stat()
    os.utime(kept, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert cache.compiled("kind", [source], lambda: 2) == 2


def test_a_broken_cache_is_built_again(source: Path, tmp_path: Path) -> None:
    cache.compiled("kind", [source], lambda: 1)
    (kept,) = (tmp_path / "cache").iterdir()
    kept.write_text("{", encoding="utf-8")
    assert cache.compiled("kind", [source], lambda: 2) == 2


@pytest.mark.skipif(os.name == "nt", reason="files have no such owner there")
def test_what_others_may_write_is_not_trusted(source: Path, tmp_path: Path) -> None:
    cache.compiled("kind", [source], lambda: 1)
    (kept,) = (tmp_path / "cache").iterdir()
    assert kept.stat().st_mode & 0o022 == 0
    kept.chmod(0o666)
    assert cache.compiled("kind", [source], lambda: 2) == 2


def test_equal_parts_stay_equal(source: Path) -> None:
    data = {"a": [1, True, 1.0, None, "x", ["x", {}], ["x", {}]], "b": {"1": 1, "c": "1"}, "d": {"1": True, "c": "1"}}
    for _ in range(2):
        found = cache.compiled("kind", [source], lambda: data)
        assert repr(found) == repr(data)


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
        write(source, str(number))
        cache.compiled("kind", [source], lambda: 1)
    assert len(list((tmp_path / "cache").iterdir())) == cache.KEPT
