"""What a constraint says of words of an article that cannot stand together, or can."""

from decimal import Decimal
from typing import Literal, NamedTuple

from claimcheck.model.attribution import Part
from claimcheck.model.claim import Claim
from claimcheck.model.comparison import Evidence, RoleName

JudgedKind = Literal[
    "side", "kind", "attribute",
    "acronym", "initials", "region", "capital", "address", "title", "office", "spelling", "spelling of a word",
    "spelling of a surname", "name", "no introduction", "quotation", "outcome", "weekday", "place", "headline name",
    "people", "figure", "direction", "quoted",
    "superlative", "share",
    "half-time", "score", "record", "series", "compared", "bound", "capacity", "tally", "gap", "podium", "mean",
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
