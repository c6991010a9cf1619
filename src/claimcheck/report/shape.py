"""The shapes of claimcheck.report/1; the published JSON Schema is generated from them (see report/schema.py).

Only type checkers and the schema's generator import this module: a report is written without it. The shapes grow by
adding keys, so a reader must pass over keys it does not know.
"""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from claimcheck.model import ClaimType, Grain, Hedge, Level

Number = int | float
Offset = Annotated[int, Field(ge=0, description="code points from the start of the text")]
Counted = Annotated[int, Field(ge=0)]
FromOne = Annotated[int, Field(ge=1)]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]


class SpanShape(TypedDict):
    """Code points into the text of a document, end exclusive."""

    start: Offset
    end: Offset


class PathSpan(SpanShape):
    """A span and the document it is in."""

    path: str


class PerShape(TypedDict):
    """What a rate is counted by: 100000 persons, one year."""

    number: Number | None
    unit: str | None
    noun: str | None


class IntervalShape(TypedDict):
    """All values the wording allows, rounding and hedge included; null where open."""

    low: Number | None
    high: Number | None


class MeasureShape(TypedDict):
    """A number with its unit; `low` and `high` of a range as stated, or the bounds of a hedge (null: open).

    A number too large for a JSON reader is null.
    """

    number: Number | None
    unit: str | None
    low: Number | None
    high: Number | None
    hedge: Hedge | None
    interval: IntervalShape
    noun: NotRequired[str]
    per: NotRequired[PerShape]
    fraction: NotRequired[Annotated[list[int], Field(min_length=2, max_length=2)]]


class PeriodShape(TypedDict):
    """A stretch of calendar time, end exclusive; null where open or not known."""

    start: Day | None
    end: Day | None
    grain: Grain
    edtf: str


class DurationShape(TypedDict):
    """A length of time as an ISO 8601 duration; a range has both ends instead."""

    iso: str | None
    low_iso: str | None
    high_iso: str | None


class ClaimShape(TypedDict):
    """One typed claim with its place and its words."""

    id: str
    type: ClaimType
    span: SpanShape
    text: str
    value: MeasureShape | PeriodShape | DurationShape


class DocumentShape(TypedDict):
    """One article as it was read."""

    path: str
    language: str | None
    title: str | None
    published: Day | None
    claims: list[ClaimShape]


class PlaceShape(PathSpan):
    """A place a finding rests on; line and column from 1, in the raw file."""

    line: FromOne
    column: FromOne
    role: str
    text: str


class RepairShape(PathSpan):
    """One replacement that would make the text consistent."""

    replacement: str


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


class RuleCoverageShape(TypedDict):
    """How often a rule compared, or in plain words why it did not."""

    rule: str
    comparisons: Counted
    not_run: str | None


class CoverageShape(TypedDict):
    """What the report rests on."""

    claims: Counted
    compared: Counted
    numbers_unread: list[PathSpan]
    rules: list[RuleCoverageShape]


class ProblemShape(TypedDict):
    """An input that could not be read."""

    path: str
    line: FromOne | None
    column: FromOne | None
    message: str


class ToolShape(TypedDict):
    """Who wrote the report."""

    name: Literal["claimcheck"]
    version: str


class ReportShape(TypedDict):
    """The whole result of a run."""

    schema: Literal["claimcheck.report/1"]
    tool: ToolShape
    documents: list[DocumentShape]
    findings: list[FindingShape]
    coverage: CoverageShape
    problems: list[ProblemShape]
