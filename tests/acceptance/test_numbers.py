"""Pairs of a wrong text and its right twin: what the numeric checks must find, and where they must be silent.

`python tests/acceptance/test_numbers.py [KIND …]` lists the pairs that are not solved.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from by_examples import BY_EXAMPLES

from claimcheck import Document, check

PAIRS = Path(__file__).parent / "numbers"
SOLVED = 0.95
DAY = "2024-05-14"
LOUD = ("error", "warning")


def pairs(names: list[str] | None = None) -> list[tuple[str, dict[str, Any]]]:
    """Every pair with the name of its file."""
    files = sorted(PAIRS.glob("*.yaml"))
    chosen = [path for path in files if not names or path.stem in names]
    return [(path.stem, pair) for path in chosen for pair in yaml.safe_load(path.read_text(encoding="utf-8"))["pairs"]]


def problem(pair: dict[str, Any]) -> str | None:
    """What is wrong with a pair, or None if the wrong text is found and the right one is not."""
    said: dict[str, list[str]] = {}
    for side in ("wrong", "right"):
        document = Document.from_text(pair[side], language=pair["language"], published=pair.get("published"))
        found = check(document, rules=BY_EXAMPLES).findings
        said[side] = [f"{each.rule}: {each.message}" for each in found if each.level in LOUD]
    if not said["wrong"]:
        return f"missed: {pair['wrong']}"
    return f"false alarm: {said['right'][0]} | {pair['right']}" if said["right"] else None


@pytest.mark.parametrize("language", ["de", "en"])
def test_pairs_are_solved(language: str) -> None:
    mine = [pair for _, pair in pairs() if pair["language"] == language]
    problems = [found for pair in mine if (found := problem(pair))]
    assert len(mine) - len(problems) >= SOLVED * len(mine), "\n".join(problems)


def test_right_texts_stay_silent() -> None:
    texts = yaml.safe_load((PAIRS.parent / "numbers-right.yaml").read_text(encoding="utf-8"))["texts"]
    found = [
        f"{each.rule}: {each.message} | {case['text']}"
        for case in texts
        for each in check(
            Document.from_text(case["text"], **{"published": DAY} | _metadata(case)), rules=BY_EXAMPLES
        ).findings
        if each.level in LOUD
    ]
    assert found == []


def _metadata(case: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in case.items() if name != "text"}


def main(names: list[str]) -> None:
    """Print the pairs that are not solved."""
    everything = pairs(names)
    problems = [(name, pair["language"], found) for name, pair in everything if (found := problem(pair))]
    for name, language, found in problems:
        print(f"{name} {language} {found}")
    print(f"{len(everything) - len(problems)} of {len(everything)} pairs solved")


if __name__ == "__main__":
    main(sys.argv[1:])
