"""The shape of sourcing.yaml: superlatives that need a source, and the words of whoever answers for something."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from claimcheck.languages.numbers import Words


class Sourcing(BaseModel):
    """sourcing.yaml; a word ending in "~" stands for itself with each of the endings.

    `superlatives` count only with one of the `scopes` in the same sentence ("in the history of"); `never` are phrases
    that say it all. `sources` in a sentence, or in one beside it, are a source; `not_superlative` stand before what is
    one of several ("one of the biggest"). Examples and near misses stand in the rules.
    """

    model_config = ConfigDict(extra="forbid")
    endings: list[str]
    superlatives: Annotated[Words, Field(min_length=1)]
    scopes: Words
    never: Words
    sources: Words
    not_superlative: Words

    def table(self) -> dict[str, Any]:
        """Every form, folded, under its group."""
        groups = self.model_dump(exclude={"endings"})
        return {
            name: sorted(
                {
                    form.lower()
                    for word in words
                    for form in ([word[:-1] + each for each in self.endings] if word.endswith("~") else [word])
                }
            )
            for name, words in groups.items()
        }
