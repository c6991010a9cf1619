"""The shapes of claimcheck.report/1; `python -m claimcheck.report.shape` prints the JSON Schema of schema/.

Only type checkers and the schema's generator import this module: a report is written without it. The shapes grow by
adding keys, so a reader must pass over keys it does not know.
"""

from __future__ import annotations

import json
from typing import Annotated, Literal, NotRequired

from pydantic import Field, TypeAdapter
from typing_extensions import TypedDict

from claimcheck.errors import Note
from claimcheck.model import Level
from claimcheck.model.comparison import Evidence, Outcome, Slot
from claimcheck.model.document import RowUnit
from claimcheck.model.ledger import Lapse
from claimcheck.model.report import Aspect, Reason, TieRelation, Verdict
from claimcheck.report.claim_shape import ClaimShape, Day, SpanShape

Counted = Annotated[int, Field(ge=0)]
FromOne = Annotated[int, Field(ge=1)]


class PathSpan(SpanShape):
    """A span and the document it is in."""

    path: str


class TickShape(TypedDict):
    """A claim that somebody has verified: who, when, with what; `claim` is its fingerprint in the ledger.

    `lapse` says why that no longer holds, null where it does. `span` is where the claim is now, or what it has become.
    """

    claim: str
    text: str
    span: SpanShape | None
    lapse: Lapse | None
    by: str
    on: Day
    source: str
    note: str


class StandingCounts(TypedDict):
    """How many ticks hold, how many have expired, and how many claims nobody has verified as they stand."""

    verified: Counted
    expired: Counted
    open: Counted


class StandingShape(TypedDict):
    """What people have verified of an article, in the ledger beside it; `open` are the claims without a tick."""

    path: str
    counts: StandingCounts
    ticks: list[TickShape]
    open: list[SpanShape]


class DocumentShape(TypedDict):
    """One article as it was read.

    `line_is` says what the `line` of its places counts: lines of the file, with columns in them; paragraphs of a Word
    file, with characters in them; pages, with lines on them. `ledger` is there where a
    ledger stands beside it.
    """

    path: str
    language: str | None
    title: str | None
    published: Day | None
    publisher: str | None
    author: str | None
    url: str | None
    line_is: RowUnit
    claims: list[ClaimShape]
    ledger: NotRequired[StandingShape]


class PlaceShape(PathSpan):
    """A place a finding rests on; line and column from 1, in the raw file."""

    line: FromOne
    column: FromOne
    role: str
    text: str


class RepairShape(PathSpan):
    """One replacement that would make the text consistent."""

    replacement: str


class QuotedShape(TypedDict):
    """The quotation a finding stands in; the speaker is null where the text does not say who speaks."""

    speaker: str | None


class HiddenShape(PathSpan):
    """A finding that is not shown, and who hid it why."""

    rule: str
    fingerprint: str
    by: Literal["comment", "sidecar", "baseline"]
    reason: str
    until: Day | None


class FindingShape(TypedDict):
    """What cannot be true, with every place it rests on."""

    rule: str
    level: Level
    message: str
    why: str
    spans: Annotated[list[PlaceShape], Field(min_length=1)]
    computation: str
    repairs: list[RepairShape]
    fingerprint: str
    quotation: QuotedShape | None


class LinkShape(TypedDict):
    """Two places of two documents that speak of one thing, and how they stand to each other.

    "differs" are two named sources that disagree.
    """

    a: PathSpan
    b: PathSpan
    relation: TieRelation
    aspect: Aspect
    reason: str


class OperandShape(PathSpan):
    """One of the places that were compared, with the part it plays."""

    role: str
    text: str


class ComparisonShape(TypedDict):
    """One comparison that a rule made, whether or not it is a finding; `slot` says what spoke against comparing."""

    rule: str
    outcome: Outcome
    evidence: Evidence
    slot: Slot | None
    spans: list[OperandShape]
    computation: str


class VetoedShape(TypedDict):
    """How many comparisons were left undecided because the statements differ in one slot."""

    slot: Slot
    comparisons: Counted


class FactShape(TypedDict):
    """One thing several documents speak of: where, how that stands, and how many of them tell it independently."""

    relation: TieRelation
    aspect: Aspect
    sources: Counted
    ends: list[PathSpan]


class RuleCoverageShape(TypedDict):
    """How often a rule compared, or in plain words why it did not."""

    rule: str
    comparisons: Counted
    not_run: str | None


class LookedShape(TypedDict):
    """How many earlier articles of the archive were compared, and how many close ones were left out."""

    compared: Counted
    left_out: Counted


class CoverageShape(TypedDict):
    """What the report rests on."""

    claims: Counted
    compared: Counted
    numbers_unread: list[PathSpan]
    rules: list[RuleCoverageShape]
    hidden: list[HiddenShape]
    vetoed: list[VetoedShape]
    archive: NotRequired[LookedShape]


class ProblemShape(TypedDict):
    """An input that could not be read; with a `note` it was left alone, which is no mistake."""

    path: str
    line: FromOne | None
    column: FromOne | None
    message: str
    note: Note | None


class ToolShape(TypedDict):
    """Who wrote the report."""

    name: Literal["claimcheck"]
    version: str


class SupportShape(PathSpan):
    """What the sources say to one statement; `working` shows how a value follows from theirs."""

    verdict: Verdict
    evidence: list[PathSpan]
    reason: Reason
    working: NotRequired[str]


class SupportCounts(TypedDict):
    """How many sources the statements were held against, and how many verdicts of each kind there are."""

    sources: int
    supported: int
    contradicted: int
    not_found: int
    not_checked: int


class ReportShape(TypedDict):
    """The whole result of a run.

    `facts` and `alone` are there where documents were compared: what they share, and the numbers only one of them has.
    """

    schema: Literal["claimcheck.report/1"]
    tool: ToolShape
    documents: list[DocumentShape]
    findings: list[FindingShape]
    links: list[LinkShape]
    comparisons: list[ComparisonShape]
    coverage: CoverageShape
    problems: list[ProblemShape]
    support: NotRequired[list[SupportShape]]
    facts: NotRequired[list[FactShape]]
    alone: NotRequired[list[PathSpan]]
    support_counts: NotRequired[SupportCounts]


VERSION = "1.1"
"""Grows with the keys: 1.1 has the comparisons, and what was vetoed."""


def schema() -> dict[str, object]:
    """The schema as plain values."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "claimcheck.report/1",
        "version": VERSION,
        **TypeAdapter(ReportShape).json_schema(),
    }


if __name__ == "__main__":
    print(json.dumps(schema(), ensure_ascii=False, indent=2))
