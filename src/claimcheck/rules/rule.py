"""A rule: one check with a level and a message."""

from __future__ import annotations

from typing import Literal, NamedTuple

from claimcheck.checks import Prepared
from claimcheck.model import Level
from claimcheck.rules.example import Examples, examples_in

Maturity = Literal["stable", "preview"]


class Rule(NamedTuple):
    """`id` is its path below the rules folder without the suffix; `message` has a template for each language.

    `maturity` is "stable" where its findings were read on real articles and at least 8 of 10 were right; `chosen` is
    the level an editor has set for it.
    """

    id: str
    level: Level
    message: dict[str, str]
    why: str
    check: Prepared
    path: str
    maturity: Maturity = "preview"
    chosen: Level | None = None

    @property
    def reports_at(self) -> Level:
        """The level of its findings: the chosen one, else its own, but of a preview rule never more than a hint."""
        return self.chosen or (self.level if self.maturity == "stable" else "hint")

    def examples(self) -> Examples:
        """What shows that it finds what it should, and only that, from its file."""
        return examples_in(self.path)
