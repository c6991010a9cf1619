"""The shape of headlines.yaml: what a headline and the text below it cannot both say."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from claimcheck.languages.numbers import Words


class Opposites(BaseModel):
    """Two outcomes of which only one can be; " ... " in a phrase stands for a few words between its halves."""

    model_config = ConfigDict(extra="forbid")
    one: Annotated[Words, Field(min_length=1)]
    other: Annotated[Words, Field(min_length=1)]


class Headlines(BaseModel):
    """headlines.yaml.

    `not_so` turn a sentence round ("not", "no longer"); `earlier` tell of what was before.
    `in` stand before a place. Examples and near misses stand in the rules.
    """

    model_config = ConfigDict(extra="forbid")
    not_so: Words
    earlier: Words
    in_: Annotated[Words, Field(alias="in")]
    opposites: Annotated[list[Opposites], Field(min_length=1)]

    def table(self) -> dict[str, Any]:
        """`opposites`: pairs of lists of phrases, in lower case, longest first."""

        def ordered(words: list[str]) -> list[str]:
            return sorted((word.lower() for word in words), key=lambda word: (-len(word), word))

        return {
            "not_so": ordered(self.not_so),
            "earlier": ordered(self.earlier),
            "in": self.in_,
            "opposites": [[ordered(each.one), ordered(each.other)] for each in self.opposites],
        }
