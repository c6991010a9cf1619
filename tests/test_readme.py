"""What the README and the documentation show is what happens: their commands and their lines of Python run again.

`python tests/test_readme.py` writes the present outputs into them.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from shown import PAGES, README, ROOT, Shown
from typer.main import get_command

from claimcheck.cli.line import line


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_commands(page: Path, tmp_path: Path) -> None:
    """Those of a page run one after another in one folder, where its files are; the README's where it is itself."""
    for command, shown, real in Shown(page).played(ROOT if page == README else tmp_path):
        assert real == shown, command
    for code in Shown(page).of("python"):
        subprocess.run([sys.executable, "-c", code], cwd=ROOT if page == README else tmp_path, check=True)


def test_it_starts_with_the_two_commands() -> None:
    text = README.read_text(encoding="utf-8")
    first = text.index("```")
    assert text[first:].startswith("```sh\nmake check\nmake test\n```")
    assert first < 400


def options() -> set[str]:
    """Every option of every command."""
    commands = [get_command(line())]
    found = set()
    while commands:
        command = commands.pop()
        commands += getattr(command, "commands", {}).values()
        found |= {name for parameter in command.params for name in parameter.opts}
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_option_it_names_exists(page: Path) -> None:
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", page.read_text(encoding="utf-8")))
    assert named - options() - {"--help", "--strict"} == set()


if __name__ == "__main__":
    for each in PAGES:
        with TemporaryDirectory() as folder:
            Shown(each).rewrite(ROOT if each == README else Path(folder))
