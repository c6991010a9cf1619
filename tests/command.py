"""The command line, run as a user would."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import NamedTuple

import pytest

from claimcheck.cli import main

WRONG = "Der Umsatz stieg von 400 Millionen Euro auf 500 Millionen Euro, ein Plus von 20 Prozent.\n"
RIGHT = WRONG.replace("20", "25")
RULE = "core/change-percent-wrong"


def run(
    *arguments: str | Path, stdin: str | None = None, cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Its exit status, standard output and standard error."""
    return subprocess.run(
        [sys.executable, "-m", "claimcheck", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        cwd=cwd,
        env={**os.environ, **environment},
    )


class Result(NamedTuple):
    """The exit status, and what was written to either stream."""

    exit_code: object
    stdout: str
    stderr: str

    @property
    def output(self) -> str:
        return self.stdout + self.stderr


def run_here(*arguments: str | Path) -> Result:
    """The same without a process of its own."""
    out, err = (TextIOWrapper(BytesIO(), "utf-8") for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as end:
        main([*map(str, arguments)])
    written = []
    for stream in (out, err):
        stream.seek(0)
        written.append(stream.read())
    return Result(end.value.code or 0, *written)
