"""What was compared, how it came out, and what cannot be true, shown with every place it rests on."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from claimcheck.model.claim import ArgumentName, Claim, Part
from claimcheck.model.span import Span

Level = Literal["error", "warning", "hint"]
LEVELS: tuple[Level, ...] = ("error", "warning", "hint")


PlainRole = Literal[
    "age", "below", "born", "by", "claim", "country", "date", "died", "end",
    "event", "factor", "first", "group", "head", "held", "last", "length", "measure",
    "name", "new", "number", "old", "other", "part", "range", "second", "share",
    "since", "source", "start", "step", "suppression", "total", "town", "value", "verb", "whole",
    "word",
]  # fmt: skip
RoleName = PlainRole | ArgumentName
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


JudgedKind = Literal[
    "side", "kind", "attribute",
    "acronym", "initials", "region", "capital", "address", "title", "office", "spelling", "spelling of a word",
    "spelling of a surname", "name", "no introduction", "quotation", "outcome", "weekday", "place", "headline name",
    "figure", "direction", "quoted",
    "superlative", "share",
    "half-time", "score", "record", "series", "compared", "bound", "capacity", "stature", "tally", "gap", "podium",
    "mean",
]  # fmt: skip


Roles = tuple[tuple[RoleName, Part], ...]


class Judged(NamedTuple):
    """One comparison of words: whether they fit, where they stand, what a message may quote of them.

    A role whose span is empty stands outside the text and is only quoted. `asks`: nothing is compared, but a source or
    a name is missed. `numbers`: two that are set side by side; how they stand to each other is the {result} then.
    """

    kind: JudgedKind
    fits: bool
    roles: Roles
    values: tuple[tuple[str, str], ...]
    shown: str = ""
    evidence: Evidence = "register"
    mend: Part | None = None
    claims: tuple[Claim, ...] = ()
    asks: bool = False
    spoken: bool | None = None
    numbers: tuple[Decimal, Decimal] | None = None


TimeKind = Literal[
    "age", "age_at_death", "age_at_event", "ages_differ", "ago", "century", "clock", "day", "duration", "from_to",
    "gap", "holiday", "impossible", "jubilee", "life_order", "order", "quarter", "service", "tense", "tense_loose",
    "weekday", "year",
]  # fmt: skip


class Count(NamedTuple):
    """A length of time to show: "7 Jahre"."""

    number: int
    unit: str


class DayName(NamedTuple):
    """A weekday to show, 0 for Monday."""

    weekday: int


class MonthName(NamedTuple):
    """A month to show, 1 for January."""

    month: int


Shown = str | date | Count | DayName | MonthName
"""What a message quotes, or what it writes in the reader's notation."""


class Timed(NamedTuple):
    """Places that an equation of time joins, and whether it holds.

    `values` are what a message may name, `shown` is the computation in parts, `mends` are replacements that would make
    it hold.
    """

    kind: TimeKind
    places: tuple[tuple[RoleName, Claim | Part], ...]
    fits: bool
    values: tuple[tuple[str, tuple[Shown, ...]], ...]
    shown: tuple[Shown, ...]
    mends: tuple[tuple[Span, Shown], ...] = ()
    evidence: Evidence | None = None
