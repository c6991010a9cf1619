"""What the README shows is what happens: its commands run again, and so do its lines of Python.

`python tests/test_readme.py` writes the present outputs into it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def sessions() -> list[tuple[str, str]]:
    """Every command of the console blocks with the output shown below it."""
    shown = []
    for block in re.findall(r"^```console\n(.*?)^```", README, re.MULTILINE | re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            shown.append((command, output.strip()))
    return shown


def output_of(command: str) -> str:
    tools = str(Path(sys.executable).parent)
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=ROOT,
        env={**os.environ, "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return (done.stdout + done.stderr).strip()


@pytest.mark.parametrize(("command", "output"), sessions(), ids=[command[:60] for command, _ in sessions()])
def test_commands(command: str, output: str) -> None:
    assert output_of(command) == output


def test_python() -> None:
    (code,) = re.findall(r"^```python\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_it_starts_with_the_two_commands() -> None:
    first = README.index("```")
    assert README[first:].startswith("```sh\nmake check\nmake test\n```")
    assert first < 400


def test_every_command_and_option_it_names_exists() -> None:
    shown = "".join(
        subprocess.run(
            [sys.executable, "-m", "claimcheck", *command, "--help"], capture_output=True, text=True, check=True
        ).stdout
        for command in ([], ["check"], ["extract"], ["explain"], ["rules"], ["ledger", "tick"])
    )
    assert {option for option in re.findall(r"(?<![\w-])--[a-z][a-z-]+", README) if option not in shown} == set()


def rewrite() -> None:
    """Writes the present outputs into the README; read what changed before keeping it."""
    text = README
    for command, output in sessions():
        shown = f"$ {command}\n{output}\n" if output else f"$ {command}\n"
        text = text.replace(shown, f"$ {command}\n{output_of(command)}\n")
    (ROOT / "README.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    rewrite()
