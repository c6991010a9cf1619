"""What was compared, how it came out, and what cannot be true, shown with every place it rests on."""

from collections.abc import Iterable
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


Outcome = Literal["holds", "fails", "undecided"]
Evidence = Literal[
    "construction",  # one clause holds all of it
    "apposition",  # brackets, dashes or a comma set the one beside the other
    "anaphor",  # a word points back to the one other that it can mean: "of these", "that is"
    "equal_slots",  # both name the same thing of the same one
    "unique",  # there are no others it can mean: fails only where a slip of the pen explains what is stated
    "nearness",  # none of these: they stand near each other
    "headline",  # what heads the text, or its pictures, and the text
    "calendar",  # the calendar
    "register",  # one name wherever the article has it
    "wording",  # the words of one place by themselves
    "reference",  # a reference claim
    "source",  # a source document
    "article",  # another article
]
"""Why what is compared is taken to belong together."""
Slot = Literal["subject", "noun", "time", "status", "unit", "clause", "value"]
"""In what two statements may contradict, so that they cannot be compared; value: one leaves its size open."""

EVIDENCE_FROM_TEXT: tuple[Evidence, ...] = (
    "construction",
    "apposition",
    "anaphor",
    "equal_slots",
    "unique",
    "nearness",
)


SLOTS: tuple[Slot, ...] = ("subject", "noun", "time", "status", "unit", "clause", "value")


class Compared(NamedTuple):
    """One comparison that a rule made; `slot` says why it is undecided, where something spoke against comparing."""

    rule: str
    outcome: Outcome
    evidence: Evidence
    places: tuple[Place, ...]
    computation: str
    slot: Slot | None = None


def place_first(compared: Compared) -> tuple[object, ...]:
    """What comparisons are sorted by: path and place, then rule."""
    return min(compared.places), compared.rule, compared.places


def vetoed(comparisons: Iterable[Compared]) -> list[tuple[Slot, int]]:
    """How many comparisons were left undecided for each slot that spoke against them."""
    slots = [each.slot for each in comparisons]
    return [(slot, slots.count(slot)) for slot in SLOTS if slot in slots]
