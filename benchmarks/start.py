"""Cold start of one article as a multiple of `python -c pass`, on this machine, in this run.

    python benchmarks/start.py [RUNS] [PATH]

Interleaved runs; the least processor time counts, because other work on the machine can only add to it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SEED = next((Path(__file__).parents[1] / "seeds").glob("*.txt"), None)


# The first run of each command writes the bytecode and the caches, whatever the surroundings say.
SURROUNDINGS = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def milliseconds(command: list[str]) -> float:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=SURROUNDINGS)
    usage = os.wait4(process.pid, 0)[2]
    return 1000 * (usage.ru_utime + usage.ru_stime)


def main(runs: int, article: str) -> None:
    python, tool = sys.executable, str(Path(sys.executable).with_name("claimcheck"))
    commands = {
        "python -c pass": [python, "-c", "pass"],
        "import typer": [python, "-c", "import typer"],
        "check": [tool, "check", article],
        "check --format lines": [tool, "check", "--format", "lines", article],
        "check --format json": [tool, "check", "--format", "json", article],
        "extract": [tool, "extract", article],
        "--version": [tool, "--version"],
    }
    least = {name: milliseconds(command) for name, command in commands.items()}
    for _ in range(runs):
        least = {name: min(least[name], milliseconds(command)) for name, command in commands.items()}
    for name, value in least.items():
        print(f"{name:22} {value:7.1f} ms  {value / least['python -c pass']:5.1f} x")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20, sys.argv[2] if len(sys.argv) > 2 else str(SEED))
