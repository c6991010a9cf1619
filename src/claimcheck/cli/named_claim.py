"""Which claim is meant by what a person calls it: its words, its place, or the first digits of its fingerprint."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.errors import DataError, Problem
from claimcheck.model import Document, Span
from claimcheck.model.ledger import Identity
from claimcheck.report.ledger import SHORT

MOST_NEAR = 5


class Candidate(NamedTuple):
    """A claim that may be meant; `place` is "LINE:COLUMN", "-" where the article no longer has it, and no `span`."""

    identity: Identity
    place: str
    span: Span | None

    def __str__(self) -> str:
        return f"{self.place} {self.identity.claim[:SHORT]}"


def named(names: Sequence[str], candidates: Sequence[Candidate], document: Document) -> list[Identity]:
    """The claims of the document with these names, each once.

    Raises DataError for names that fit no candidate, with those in the same words of the text, or several.
    """
    path = document.path
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
            near = ", ".join(f"{each.identity.text!r} ({each})" for each in _near(name, candidates, document.text))
            hint = f"these words have {near}" if near else "`claimcheck ledger status` lists them"
            problems.append(Problem(path, f"no claim is called {name!r}; {hint}"))
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


def _near(name: str, candidates: Sequence[Candidate], text: str) -> list[Candidate]:
    """The claims in or around the words wherever the text has them, the shortest first, and no more than a few."""
    words = r"\s+".join(map(re.escape, name.split()))
    places = [Span(*found.span()) for found in re.finditer(words, text)] if words else []
    near = [
        (each.span.end - each.span.start, each.span.start, each)
        for each in candidates
        if each.span is not None and any(map(each.span.touches, places))
    ]
    return [each for *_, each in sorted(near)[:MOST_NEAR]]
