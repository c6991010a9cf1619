"""What a page for people shows: files by name, commands with their output, lines of Python.

A block whose fence says `title="NAME"` is the file of that name, a `console` block is a session of commands.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from claimcheck import Document, check
from claimcheck.cli import main
from claimcheck.languages import known

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PAGES = [README, *sorted((ROOT / "docs").glob("*.md"))]

_BLOCK = re.compile(
    r"^```(?P<language>\w+)(?: title=\"(?P<title>[^\"]+)\")?\n(?P<text>.*?)^```", re.MULTILINE | re.DOTALL
)


class Shown:
    """The blocks of one page."""

    def __init__(self, page: Path) -> None:
        self.page = page
        self.text = page.read_text(encoding="utf-8")
        self.blocks = [(each["language"], each["title"], each["text"]) for each in _BLOCK.finditer(self.text)]

    def of(self, language: str) -> list[str]:
        """The untitled blocks in a language."""
        return [text for kind, title, text in self.blocks if kind == language and title is None]

    def steps(self) -> list[tuple[str, str]]:
        """Each file by its name with its text, and each command after "$ " with the output below it, in order."""
        found = []
        for kind, title, text in self.blocks:
            if title is not None:
                found.append((title, text))
            elif kind == "console":
                for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
                    command, _, output = part.partition("\n")
                    found.append((f"$ {command}", output.strip()))
        return found

    def played(self, folder: Path) -> list[tuple[str, str, str]]:
        """Every command with the output shown and the real one; the files are written below `folder`."""
        done = []
        for name, text in self.steps():
            if name.startswith("$ "):
                done.append((name[2:], text, output_of(name[2:], folder)))
            else:
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_text(text, encoding="utf-8")
        return done

    def rewrite(self, folder: Path) -> None:
        """Writes the present outputs into the page; read what changed before keeping it."""
        text, done = self.text, 0
        for command, shown, real in self.played(folder):
            before, after = (f"$ {command}\n{output}\n" if output else f"$ {command}\n" for output in (shown, real))
            at = text.index(before, done)
            text, done = text[:at] + after + text[at + len(before) :], at + len(after)
        self.page.write_text(text, encoding="utf-8")


def output_of(command: str, folder: Path) -> str:
    """What a command says, standard error below standard output.

    One of ours alone runs in a fork of this process, in which everything is loaded already; else in a shell.
    """
    words = shlex.split(command)
    if hasattr(os, "fork") and words[0] == "claimcheck" and not set("|&;<>$`*") & set(command):
        return _forked(words[1:], folder)
    tools = str(Path(sys.executable).parent)
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return (done.stdout + done.stderr).strip()


def _forked(arguments: list[str], folder: Path) -> str:
    _loaded()
    with TemporaryDirectory() as place:
        shown = [Path(place) / name for name in ("out", "err")]
        child = os.fork()
        if child == 0:
            try:
                os.chdir(folder)
                sys.stdout, sys.stderr = (each.open("w", encoding="utf-8") for each in shown)
                main(arguments)
            finally:
                for stream in (sys.stdout, sys.stderr):
                    stream.flush()
                os._exit(0)
        os.waitpid(child, 0)
        return "".join(each.read_text(encoding="utf-8") for each in shown).strip()


@cache
def _loaded() -> None:
    """Loads what a check of an article in each language needs, so that every fork has it."""
    for code in known():
        check([Document.from_text("400 + 500. 2025-05-13.", language=code)])
