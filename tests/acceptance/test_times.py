"""Pairs of a wrong text and its right twin for the checks of dates, lives, names and sources.

`python tests/acceptance/test_times.py [KIND …]` lists the pairs that are not solved.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from by_examples import BY_EXAMPLES

from claimcheck import Document, check

PAIRS = Path(__file__).parent / "times"
DATELINE = "2025-05-14"
SOLVED = 0.95
LOUD = frozenset(("error", "warning"))


def pairs(names: list[str] | None = None) -> list[tuple[str, frozenset[str], dict[str, Any]]]:
    """Every pair with the name of its file and the levels that count as found: a hint where the kind is one."""
    found = []
    for path in sorted(PAIRS.glob("*.yaml")):
        if not names or path.stem in names or path.stem[:2] in names:
            kind = yaml.safe_load(path.read_text(encoding="utf-8"))
            enough = LOUD | {"hint"} if kind["level"] == "hint" else LOUD
            found += [(path.stem, enough, pair) for pair in kind["pairs"]]
    return found


def problem(pair: dict[str, Any], enough: frozenset[str]) -> str | None:
    """What is wrong with a pair, or None if the wrong text is found and the right one is not."""
    said = {}
    for side in ("wrong", "right"):
        published = str(pair.get("published", DATELINE))
        title = pair.get("title")
        document = Document.from_text(pair[side], language=pair["language"], published=published, title=title)
        said[side] = [
            (each.level, f"{each.rule}: {each.message}") for each in check(document, rules=BY_EXAMPLES).findings
        ]
    if not any(level in enough for level, _ in said["wrong"]):
        return f"missed: {pair['wrong']}"
    loud = [words for level, words in said["right"] if level in LOUD]
    return f"false alarm: {loud[0]} | {pair['right']}" if loud else None


@pytest.mark.parametrize("language", ["de", "en"])
def test_pairs_are_solved(language: str) -> None:
    mine = [each for each in pairs() if each[2]["language"] == language]
    problems = [found for _, enough, pair in mine if (found := problem(pair, enough))]
    assert len(mine) - len(problems) >= SOLVED * len(mine), "\n".join(problems)


def main(names: list[str]) -> None:
    """Print the pairs that are not solved."""
    everything = pairs(names)
    problems = [
        (name, pair["language"], found) for name, enough, pair in everything if (found := problem(pair, enough))
    ]
    for name, language, found in problems:
        print(f"{name} {language} {found}")
    print(f"{len(everything) - len(problems)} of {len(everything)} pairs solved")


if __name__ == "__main__":
    main(sys.argv[1:])
