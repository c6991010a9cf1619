"""Rules as data: loaded from YAML, applied to articles, tested by their own examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.errors import Problem
from claimcheck.rules.apply import Applied, apply
from claimcheck.rules.load import load, shipped
from claimcheck.rules.rule import Example, Rule

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Applied", "Example", "Rule", "apply", "load", "shipped", "test"]


def test(folder: Path) -> tuple[int, tuple[Problem, ...]]:
    """Run the examples of all rules below a folder: how many there are, and everything that is wrong with them."""
    from claimcheck.rules.examples import test as run  # noqa: PLC0415 – reads articles, which applying rules does not

    return run(folder)
