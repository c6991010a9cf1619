"""Words of the article that say something by themselves, or hide it."""

from typing import Literal, NamedTuple

from claimcheck.model.span import Span


class Word(NamedTuple):
    """A word that states a relation by itself ("doubled", "majority"), with its place."""

    span: Span
    text: str


WordingKind = Literal["vague_source", "hearsay", "record", "study"]


class Wording(NamedTuple):
    """One such wording.

    vague_source: "experts", "some", "is often assumed" · hearsay: "apparently", "reportedly" · record: a superlative
    ("record level") · study: a study, survey or analysis without its title.
    """

    kind: WordingKind
    span: Span
    text: str
