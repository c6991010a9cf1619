"""Words that hide who says something, or say it without a measure."""

from __future__ import annotations

from typing import Literal, NamedTuple

from claimcheck.model.span import Span

WordingKind = Literal["vague_source", "hearsay", "record", "study"]


class Wording(NamedTuple):
    """One such wording.

    vague_source: "experts", "some", "is often assumed" · hearsay: "apparently", "reportedly" · record: a superlative
    ("record level") · study: a study, survey or analysis without its title.
    """

    kind: WordingKind
    span: Span
    text: str
