"""A stretch of the text as an argument of a relation."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.model.entity import EntityKind

CERTAIN, LIKELY = 2, 1


class Piece(NamedTuple):
    """A stretch of the text in a role; `sure` of its being a name, `person`: it looks like one, `human`: it is one.

    `name` are its words in full, `kind` is what a known name is that of.
    """

    start: int
    end: int
    entity: str | None = None
    sure: int = CERTAIN
    implied: bool = False
    person: bool = False
    human: bool = False
    name: str = ""
    kind: EntityKind | None = None
