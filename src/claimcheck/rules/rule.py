"""A rule: one check with a level, a message and the examples that show what it finds and what not."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from claimcheck.checks import Check
from claimcheck.model import Level

Maturity = Literal["stable", "preview"]


class Example(NamedTuple):
    """Articles with marks: every [[…]] must be found, all else must stay silent.

    `beside` are ids of rules in the same folder that run with this one.
    """

    name: str
    language: str
    texts: tuple[str, ...]
    published: str | tuple[str, ...] | None = None
    beside: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()

    def written_in(self, number: int) -> str:
        """The language of the article with this number, from 0: one for all, or one for each."""
        return self.languages[number] if number < len(self.languages) else self.language

    def date(self, number: int) -> str | None:
        """The day of the article with this number, from 0: one for all, or one for each."""
        if self.published is None or isinstance(self.published, str):
            return self.published
        return self.published[number] if number < len(self.published) else None

    def is_hit(self) -> bool:
        """Whether something in it must be found; the others are near misses."""
        return any("[[" in text for text in self.texts)


class Rule(NamedTuple):
    """`id` is its path below the rules folder without the suffix; `message` has a template for each language.

    `reference` are the entities and claims its examples rest on, as in claims/*.yaml.

    `maturity` is "stable" where its findings were read on real articles and at least 8 of 10 were right; `chosen` is
    the level an editor has set for it.
    """

    id: str
    level: Level
    message: dict[str, str]
    why: str
    check: Check
    examples: tuple[Example, ...]
    path: str
    maturity: Maturity = "preview"
    reference: dict[str, Any] | None = None
    chosen: Level | None = None

    @property
    def reports_at(self) -> Level:
        """The level of its findings: the chosen one, else its own, but of a preview rule never more than a hint."""
        return self.chosen or (self.level if self.maturity == "stable" else "hint")
