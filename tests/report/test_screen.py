"""What a terminal gets, and what a pipe: colours, links, width, the parts of a report that can be left out or added."""

from __future__ import annotations

import os
import re
import sys
from functools import partial
from io import StringIO
from pathlib import Path

import pytest
from command import WRONG
from rich.cells import cell_len
from rich.text import Text

from claimcheck.report import Colour, View
from claimcheck.report.console import draw, report
from claimcheck.report.screen import Screen, coloured, plain
from claimcheck.report.words import words

from . import samples

COLOUR = re.compile(r"\x1b\[[0-9;]*[34][0-7][;m]")
LINK = "\x1b]8;"


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def shown(view: View, stream: StringIO, monkeypatch: pytest.MonkeyPatch, **environment: str) -> str:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"TERM": "xterm-256color", **environment}.items():
        monkeypatch.setenv(name, value)
    coloured(partial(draw, samples.full(), words("de"), view), view, stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("colour", "stream", "environment", "colours", "links"),
    [
        ("auto", Terminal, {}, True, True),
        ("auto", Terminal, {"NO_COLOR": "1"}, False, True),
        ("auto", Terminal, {"TERM": "dumb"}, False, False),
        ("never", Terminal, {}, False, False),
        ("never", Terminal, {"FORCE_COLOR": "1"}, False, False),
        ("auto", StringIO, {"FORCE_COLOR": "1"}, True, False),
        ("always", StringIO, {"NO_COLOR": "1"}, True, False),
        ("always", Terminal, {"TERM": "dumb"}, True, True),
    ],
)
def test_colours_and_links(
    colour: Colour,
    stream: type[StringIO],
    environment: dict[str, str],
    colours: bool,
    links: bool,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "artikel.txt").write_text(samples.TEXT, encoding="utf-8")
    text = shown(View(80, colour), stream(), monkeypatch, **environment)
    assert bool(COLOUR.search(text)) == colours
    assert (f"{LINK}" in text and (tmp_path / "artikel.txt").as_uri() in text) == links
    bare = re.sub(r"\x1b\]8;[^\x1b]*\x1b\\|\x1b\[[0-9;]*m", "", text)
    assert "".join(f"{line.rstrip()}\n" for line in bare.splitlines()) == report(samples.full(), words("de"))


def test_each_level_looks_different(monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown(View(80), Terminal(), monkeypatch)
    styles = {re.search(rf"\x1b\[([0-9;]+)m{level}", text)[1] for level in ("Fehler", "Hinweis")}
    assert len(styles) == 2


@pytest.mark.parametrize("width", [40, 60, 80, 140])
@pytest.mark.parametrize("language", ["de", "en"])
def test_no_line_is_wider_than_asked_for(width: int, language: str) -> None:
    for line in report(samples.full(), words(language), View(width)).splitlines():
        assert len(line) <= width


def test_quiet_shows_the_findings_alone() -> None:
    whole = report(samples.full(), words("de"))
    quiet = report(samples.full(), words("de"), View(quiet=True))
    assert whole.startswith(quiet)
    assert "Gelesen" not in quiet
    assert report(samples.report(), words("de"), View(quiet=True)) == ""


def test_statistics_count_the_findings_of_each_rule() -> None:
    text = report(samples.full(), words("de"), View(statistics=True))
    assert "\n1  Fehler   core/percent-change\n1  Hinweis  core/percent-change\n" in text


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_on_a_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import pty  # noqa: PLC0415 – not on Windows

    (tmp_path / "artikel.txt").write_text(WRONG, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name, value in {"TERM": "xterm", "COLUMNS": "60"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("NO_COLOR", raising=False)
    parts: list[bytes] = []

    def read(descriptor: int) -> bytes:
        parts.append(os.read(descriptor, 65_536))
        return b""

    status = pty.spawn([sys.executable, "-m", "claimcheck", "check", "artikel.txt"], lambda at: read(at) or parts[-1])
    text = b"".join(parts).decode()
    assert os.waitstatus_to_exitcode(status) == 1
    assert COLOUR.search(text)
    assert (tmp_path / "artikel.txt").as_uri() in text


def test_words_are_never_cut_not_even_addresses() -> None:
    address = f"https://example.org/{'x' * 60}"
    text = f"Das steht unter {address} und in 東京都議会議員選挙の投票率は東京都議会議員選挙の投票率は seitdem."

    def page(screen: Screen) -> None:
        screen.hang("= ", Text(text), "  ")

    rows = plain(page, 40).splitlines()
    assert "".join(row[2:] for row in rows).replace(" ", "") == text.replace(" ", "")
    assert f"  {address}" in rows
    assert all(cell_len(row) <= 40 for row in rows if address not in row)
