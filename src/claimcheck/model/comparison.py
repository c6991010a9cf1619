"""What was compared and how it came out: what an editor wants to see too where all is well."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from claimcheck.model.finding import Place

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
