"""All claims and findings of the two seed articles, reviewed by reading.

`python tests/test_seeds.py` writes them anew.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
GOLDEN = Path(__file__).parent / "golden"


def output(command: str) -> str:
    """What a command says of the seeds, a line each."""
    shown = subprocess.run(
        [sys.executable, "-m", "claimcheck", command, "seeds", "--format", "lines"],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "7"},
        capture_output=True,
        check=False,
    )
    return shown.stdout.decode()


@pytest.mark.parametrize("command", ["extract", "check"])
def test_seeds(command: str) -> None:
    assert output(command) == (GOLDEN / f"seeds-{command}.txt").read_text(encoding="utf-8")


if __name__ == "__main__":
    for each in ("extract", "check"):
        (GOLDEN / f"seeds-{each}.txt").write_text(output(each), encoding="utf-8")
