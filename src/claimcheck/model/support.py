"""What the source documents say to a statement of a draft."""

from typing import Literal, NamedTuple

from claimcheck.model.span import Span

Verdict = Literal["supported", "contradicted", "not_found", "not_checked"]
VERDICTS: tuple[Verdict, ...] = ("supported", "contradicted", "not_found", "not_checked")
Reason = Literal[
    "same", "rounded", "converted", "derived", "verbatim", "shortened", "worded_alike",
    "value", "magnitude", "hedge", "unit", "subject", "date", "status", "quotation", "speaker", "negation", "opposite",
    "roles", "name", "absent", "no_rule",
]  # fmt: skip


class Evidence(NamedTuple):
    """A place in a source."""

    path: str
    span: Span
    text: str


class Support(NamedTuple):
    """The verdict on one statement of a draft.

    `reason` names why: for supported "same", "rounded", "converted" (another unit), "derived" (`working` shows how),
    "verbatim", "shortened" (a quotation with a marked gap), "worded_alike"; for contradicted "value", "magnitude",
    "hedge", "unit", "subject" (the number stands there for something else), "date", "quotation", "speaker",
    "negation", "opposite", "roles", "status", "name"; for not_found "absent" or "name"; for not_checked "no_rule".
    `evidence` is what it was held against, the nearest first; empty where nothing was found.
    """

    path: str
    span: Span
    text: str
    verdict: Verdict
    reason: Reason
    evidence: tuple[Evidence, ...] = ()
    working: str = ""


def in_order(support: Support) -> tuple[object, ...]:
    """What verdicts are sorted by: path and place, then verdict and reason."""
    return support.path, support.span, support.verdict, support.reason
