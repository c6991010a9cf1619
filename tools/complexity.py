"""Counts functions by their cyclomatic complexity, and fails where there are more than `[tool.complexity]` allows.

    python tools/complexity.py [--list N] [PATH…]

`--list N` names all functions over N, the worst first, below the paths (by default the whole package).
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

from radon.complexity import cc_visit
from radon.visitors import Class, Function

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "claimcheck"


class Measured(NamedTuple):
    """A function with its complexity and its place."""

    complexity: int
    place: str
    name: str


def measured(path: Path) -> list[Measured]:
    """Every function and method of a module, also those within others."""
    found: list[Measured] = []
    blocks = cc_visit(path.read_text(encoding="utf-8"))
    while blocks:
        block = blocks.pop()
        if isinstance(block, Function):
            place = f"{path.relative_to(ROOT)}:{block.lineno}"
            found.append(Measured(block.complexity, place, block.name))
            blocks += block.closures
        elif isinstance(block, Class):
            blocks += block.inner_classes
    return found


def main() -> int:
    """The exit status: 1 where there are too many."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", type=int, metavar="N", dest="over")
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    asked = parser.parse_args()
    files = [each for path in asked.paths or [PACKAGE] for each in ([path] if path.is_file() else path.rglob("*.py"))]
    every = sorted((each for path in files for each in measured(path.resolve())), reverse=True)
    if asked.over is not None:
        for each in every:
            if each.complexity > asked.over:
                print(f"{each.complexity:4} {each.place} {each.name}")
        return 0
    ceilings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["complexity"]
    status = 0
    for over, most in ((10, ceilings["over_10"]), (20, ceilings["over_20"])):
        count = sum(each.complexity > over for each in every)
        print(f"{count} of {len(every)} functions are over complexity {over}, {most} may be")
        status |= count > most
    return status


if __name__ == "__main__":
    sys.exit(main())
