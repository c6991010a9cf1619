"""The examples of a rule, read from its file where they are asked for: a run over articles needs none of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Any


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


class Examples(NamedTuple):
    """All examples of a rule; `reference` are the entities and claims they rest on, as in claims/*.yaml."""

    examples: tuple[Example, ...]
    reference: dict[str, Any] | None


def examples_in(path: str) -> Examples:
    """The examples of the rule in this file. Raises DataError like `load`."""
    from claimcheck import datafile  # noqa: PLC0415 – needs a parser and a validator
    from claimcheck.rules.shape import RuleShape  # noqa: PLC0415

    shape = datafile.load(path, RuleShape)
    examples = (
        Example(
            each.name,
            each.language,
            tuple(each.texts),
            tuple(each.published) if isinstance(each.published, list) else each.published,
            tuple(each.beside),
            tuple(each.languages),
        )
        for each in shape.examples
    )
    return Examples(tuple(examples), shape.reference)
