"""Patterns made of kept code do what compiled ones do, and nothing about the kept code can fail a run."""

from __future__ import annotations

import marshal
import re
from pathlib import Path

import pytest

from claimcheck import cache, patterns

SHAPES = [
    (r"(?P<year>\d{4})(?:/(?P<next>\d{2}))?", 0),
    (r"[^\W\d_]+(?:['’-][^\W\d_]+)*", 0),
    (r"(?<!\w)(?:straße|größe|ȷ)(?=\s|$)", re.IGNORECASE),
    (r"^\s*#+", re.MULTILINE),
    (r"(a+)(b)?\1(?(2)c|d)", 0),
]
TEXT = "# Größe 2024/25 und STRASSE\n## aabaac ad Nordwerk-Haus’ 1999 straße"


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCHECK_CACHE", str(tmp_path))
    forget(monkeypatch)


def forget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns._Known, "codes", None)
    monkeypatch.setattr(patterns._Known, "missing", {})


@pytest.mark.usefixtures("empty")
@pytest.mark.parametrize(("text", "flags"), SHAPES)
def test_kept_code_finds_the_same(text: str, flags: int, monkeypatch: pytest.MonkeyPatch) -> None:
    patterns.pattern(text, flags)
    patterns.keep()
    forget(monkeypatch)
    made, compiled = patterns.pattern(text, flags), re.compile(text, flags)
    assert patterns._Known.missing == {}
    assert made == compiled
    assert [each.regs for each in made.finditer(TEXT)] == [each.regs for each in compiled.finditer(TEXT)]
    assert made.sub("-", TEXT) == compiled.sub("-", TEXT)


@pytest.mark.usefixtures("empty")
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\x00",
        marshal.dumps([1]),
        marshal.dumps({("a", 0): marshal.dumps((32, [1, 2, 3], 0, {}, (None,)))}),
        marshal.dumps({("a", 0): b""}),
    ],
)
def test_a_broken_file_is_compiled_over(content: bytes) -> None:
    cache.write(patterns._FILE, content)
    assert patterns.pattern("a").findall("banana") == ["a", "a", "a"]


@pytest.mark.usefixtures("empty")
def test_a_wrong_pattern_is_an_error_as_ever() -> None:
    with pytest.raises(re.error):
        patterns.pattern("(")


def test_without_a_cache_patterns_are_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCHECK_CACHE", "")
    forget(monkeypatch)
    assert patterns.pattern("b+").findall("abba") == ["bb"]
    patterns.keep()
