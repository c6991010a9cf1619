"""The shape of headlines.yaml: what a headline and the text below it cannot both say; examples stand in the rules."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from claimcheck.languages.shape import Lower, Shape, Words, longest_first
from claimcheck.languages.wordlists import Opposite


class Outcome(Opposite):
    """`alone`: a text tells of one such thing only, so it need not be told of the same in other words."""

    alone: bool = False


class Headlines(Shape):
    """headlines.yaml.

    `not_so` turn a sentence round ("not", "no longer"); `earlier` tell of what was before. `in` stand before a place.
    `opposites` are pairs of outcomes of which only one can be; " ... " in a phrase stands for a few words between its
    halves. `kinds` are sorts of things, each a list of kinds with their words, of which with `compounds` the long ones
    may be the last part of a word, and all may have one of the `kind_endings`.
    """

    not_so: Lower
    earlier: Lower
    in_: Annotated[Words, Field(alias="in")]
    opposites: Annotated[list[Outcome], Field(min_length=1)]
    compounds: bool
    kind_endings: list[str]
    kinds: list[list[Words]]

    def table(self) -> dict[str, Any]:
        """`opposites`: pairs of lists of phrases, in lower case, longest first."""
        pairs = [[[word.lower() for word in side] for side in (each.one, each.other)] for each in self.opposites]
        return {
            "not_so": longest_first(self.not_so),
            "earlier": longest_first(self.earlier),
            "in": self.in_,
            "alone": [each.alone for each in self.opposites],
            "compounds": self.compounds,
            "kind_endings": self.kind_endings,
            "kinds": self.kinds,
            "opposites": [[longest_first(side) for side in pair] for pair in pairs],
        }
