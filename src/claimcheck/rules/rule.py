"""A rule: one check with a level, a message and the examples that show what it finds and what not."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.checks import Check
from claimcheck.model import Level


class Example(NamedTuple):
    """Articles with marks: every [[…]] must be found, all else must stay silent."""

    name: str
    language: str
    texts: tuple[str, ...]
    published: str | None = None

    def is_hit(self) -> bool:
        """Whether something in it must be found; the others are near misses."""
        return any("[[" in text for text in self.texts)


class Rule(NamedTuple):
    """`id` is its path below the rules folder without the suffix; `message` has a template for each language."""

    id: str
    level: Level
    message: dict[str, str]
    why: str
    check: Check
    examples: tuple[Example, ...]
    path: str
