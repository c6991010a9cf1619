"""Which claim is meant by what a person calls it: its words, its place, or the first digits of its fingerprint."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.errors import DataError, Problem
from claimcheck.model.ledger import Identity
from claimcheck.report.ledger import SHORT


class Candidate(NamedTuple):
    """A claim that may be meant; `place` is "LINE:COLUMN", "-" where the article no longer has it."""

    identity: Identity
    place: str

    def __str__(self) -> str:
        return f"{self.place} {self.identity.claim[:SHORT]}"


def named(names: Sequence[str], candidates: Sequence[Candidate], path: str) -> list[Identity]:
    """The claims with these names, each once. Raises DataError for names that fit no candidate, or several."""
    found: dict[Identity, None] = {}
    problems = []
    for name in names:
        fitting = _fitting(" ".join(name.split()), candidates)
        if len(fitting) == 1:
            found[fitting[0].identity] = None
        elif fitting:
            message = f"{name!r} may be each of {', '.join(map(str, fitting))}; name one by its number"
            problems.append(Problem(path, message))
        else:
            problems.append(Problem(path, f"no claim is called {name!r}; `claimcheck ledger status` lists them"))
    if problems:
        raise DataError(*problems)
    return list(found)


def _fitting(name: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    ways = (
        [each for each in candidates if each.identity.text == name],
        [each for each in candidates if each.place == name],
        [each for each in candidates if name and each.identity.claim.startswith(name)],
    )
    return next((found for found in ways if found), [])
