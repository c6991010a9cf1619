"""Pages and lists that are no reports keep to the width of a terminal, and stay lines for other programs."""

from __future__ import annotations

import re
import sys
from io import BytesIO, TextIOWrapper

import pytest

from claimcheck.cli import leave

ROWS = [("core/weekday-wrong", "error", "The day and the weekday " * 8), ("core/x", "hint", "Short.")]
PAGE = "core/x  error\n\n" + "Words that say why. " * 10 + "\n- name\n  " + "An example of some length. " * 8


class Terminal(TextIOWrapper):
    def isatty(self) -> bool:
        return True


def shown(say: object, what: object, monkeypatch: pytest.MonkeyPatch, stream: type[TextIOWrapper], width: int) -> str:
    written = BytesIO()
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stdout", stream(written, encoding="utf-8"))
    say(what)
    sys.stdout.flush()
    return re.sub(r"\x1b\[[0-9;]*m", "", written.getvalue().decode())


@pytest.mark.parametrize("width", [60, 80])
@pytest.mark.parametrize(("say", "what"), [(leave.say, PAGE), (leave.say_rows, ROWS)], ids=["page", "rows"])
def test_on_a_terminal(say: object, what: object, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown(say, what, monkeypatch, Terminal, width)
    assert leave.on_terminal()
    assert max(map(len, text.splitlines())) <= width
    assert len(text.splitlines()) > len(ROWS) * 2


def test_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(shown(leave.say_rows, ROWS, monkeypatch, TextIOWrapper, 60).splitlines()) == len(ROWS)
    page = shown(leave.say, PAGE, monkeypatch, TextIOWrapper, 60)
    assert 60 < max(map(len, page.splitlines())) <= 80
    assert "".join(page.split()) == "".join(PAGE.split())
