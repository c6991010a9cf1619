"""What cannot be true, shown with every place it rests on."""

from typing import Literal, NamedTuple

from claimcheck.model.relation import ArgumentName
from claimcheck.model.span import Span

Level = Literal["error", "warning", "hint"]
LEVELS: tuple[Level, ...] = ("error", "warning", "hint")


Part = Literal[
    "age", "below", "born", "by", "claim", "country", "date", "died", "end",
    "event", "factor", "first", "group", "head", "held", "last", "length", "measure",
    "name", "new", "number", "old", "other", "part", "range", "second", "share",
    "since", "source", "start", "step", "suppression", "total", "town", "value", "verb", "whole",
    "word",
]  # fmt: skip
RoleName = Part | ArgumentName
"""The part a place plays in a comparison: the claim and what it is held against, or its parts and their whole …"""


class Place(NamedTuple):
    """A span with the file it stands in and the part it plays."""

    path: str
    span: Span
    role: RoleName
    text: str


class Repair(NamedTuple):
    """One replacement that would make the text consistent; the tool never decides which side is wrong."""

    path: str
    span: Span
    replacement: str


class Quoted(NamedTuple):
    """A finding inside a direct quotation; `speaker` is None where the text does not say who speaks."""

    speaker: str | None


class Finding(NamedTuple):
    """One finding: rule, message in the language of the reader, the computation with its values, the places.

    `fingerprint` is the same while the rule and the words of the claims are the same, wherever they stand.
    `quoted` says that a claim stands in a quotation and whose words it is.
    """

    rule: str
    level: Level
    message: str
    why: str
    places: tuple[Place, ...]
    computation: str
    repairs: tuple[Repair, ...] = ()
    fingerprint: str = ""
    quoted: Quoted | None = None
