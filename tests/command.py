"""The command line, run as a user would."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

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
