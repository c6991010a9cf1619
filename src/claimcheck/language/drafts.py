"""Clauses while they are being found: which token belongs to which, and what is known of each so far."""

from __future__ import annotations

from claimcheck.language.row import Row
from claimcheck.model.analysis import Chunk, ClauseKind


class Draft:
    """A clause as far as it is known."""

    __slots__ = ("connective", "finite", "kind", "nonfinite", "parent", "shared")

    def __init__(
        self, kind: ClauseKind, parent: int | None, connective: int | None = None, shared: int | None = None
    ) -> None:
        self.kind = kind
        self.parent = parent
        self.connective = connective
        self.shared = shared
        """The clause whose subject this one shares where it has none of its own."""
        self.finite: int | None = None
        self.nonfinite: list[int] = []

    @property
    def lacking(self) -> bool:
        """Whether its verb is still to come."""
        if self.kind in ("infinitive", "participle"):
            return not self.nonfinite
        return self.finite is None


class Drafts:
    """The clauses of one sentence in the order in which they begin; `owner` has the clause of every token."""

    def __init__(self, row: Row, chunks: list[Chunk]) -> None:
        self.row = row
        self.chunks = chunks
        self.roles = row.roles
        self.all: list[Draft] = []
        self.owner: list[int] = [0] * row.count
        self.inside: list[int] = [-1] * row.count
        for number, chunk in enumerate(chunks):
            for at in range(chunk.first, chunk.last):
                self.inside[at] = number
        self.current: int | None = None

    def open(
        self, kind: ClauseKind, parent: int | None, connective: int | None = None, shared: int | None = None
    ) -> int:
        """A new clause, which becomes the current one."""
        self.all.append(Draft(kind, parent, connective, shared))
        self.current = len(self.all) - 1
        return self.current

    def put(self, clause: int, first: int, last: int) -> None:
        """Give tokens to a clause."""
        for at in range(first, last):
            self.owner[at] = clause

    def ancestors(self, clause: int | None) -> list[int]:
        """A clause and those it depends on, innermost first."""
        found: list[int] = []
        while clause is not None and clause not in found:
            found.append(clause)
            clause = self.all[clause].parent
        return found
