"""A verb in its clause: finite, with an auxiliary, in the passive, or handed on to a subject of the clause before."""

from __future__ import annotations

from typing import Any, NamedTuple

from claimcheck.extract.clauses import Row
from claimcheck.languages.clause_roles import (
    BE,
    COMMA,
    HAVE,
    MODAL,
    PARTICLE,
    PASSIVE,
    PREPOSITION,
    TO,
)


class Verb(NamedTuple):
    """A verb in its clause: where, the clause's edges, the finite verb that orders its phrases, voice, and whether the
    subject has to be looked for in the clause before."""

    at: int
    left: int
    right: int
    finite: int
    passive: bool
    control: bool


def verb_at(row: Row, at: int, form: str, particle: str, frame: dict[str, Any]) -> Verb | None:
    """The verb of a form in its clause; None where the clause makes another verb of it, or none."""
    left, right = row.left_edge(at), row.right_edge(at)
    roles, low = row.roles, row.low
    if form in ("finite", "plural"):
        if particle:
            if not any(low[k] == particle for k in range(at + 1, right)):
                return None
        elif row.grammar.verb_second and _stray(row, at, right):
            return None
        if not (form == "plural" and _helped(row, at, left, right)):
            return Verb(at, left, right, at, False, False)
    if form in ("infinitive", "plural"):
        modal = next((k for k in range(at - 1, left, -1) if roles[k] & MODAL), -1)
        if modal < 0 and at + 1 < right and roles[at + 1] & MODAL:
            modal = at
        if modal >= 0:
            return Verb(at, left, right, modal, False, False)
        if form == "infinitive" and left >= 0 and roles[left] & COMMA:
            return Verb(at, left, right, right, False, True)
        if form == "infinitive" and not row.grammar.verb_second and at and roles[at - 1] & TO:
            return Verb(at, left, right, at, False, False)
        return None
    if form != "participle":
        return None
    help_at = next((k for k in range(at - 1, left, -1) if roles[k] & (HAVE | BE | PASSIVE)), -1)
    if help_at < 0:
        help_at = next((k for k in range(at + 1, min(right, at + 3)) if roles[k] & (HAVE | BE | PASSIVE)), -1)
        if help_at < 0:
            return None
    passive = not roles[help_at] & HAVE and not frame["stative"]
    been, end = row.grammar.table["been"], min(right, at + 2)
    if roles[help_at] & HAVE and any(
        (roles[k] & PASSIVE and not roles[k] & MODAL) or low[k] in been for k in range(help_at, end)
    ):
        passive = True
    return Verb(at, left, right, min(help_at, at), passive, False)


def _helped(row: Row, at: int, left: int, right: int) -> bool:
    """Whether a form that may be plural or infinitive has its finite verb elsewhere in the clause."""
    return (
        row.any(left + 1, at, MODAL)
        or (at + 1 < right and bool(row.roles[at + 1] & MODAL))
        or (at > 0 and bool(row.roles[at - 1] & TO))
    )


def _stray(row: Row, at: int, right: int) -> bool:
    """Whether the particle of another verb ends the clause ("kauft … ein")."""
    last = right - 1
    return (
        last > at
        and bool(row.roles[last] & PARTICLE)
        and (last + 1 >= row.count or not row.roles[last] & PREPOSITION or True)
    )
