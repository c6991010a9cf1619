"""The shapes of a claim in claimcheck.report/1; imported only by type checkers and the schema's generator."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from claimcheck.model import ClaimType, Grain, Hedge, Modality
from claimcheck.model.claim import Mode, Qualifier, SourceKind

Number = int | float
Offset = Annotated[int, Field(ge=0, description="code points from the start of the text")]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]


class SpanShape(TypedDict):
    """Code points into the text of a document, end exclusive."""

    start: Offset
    end: Offset


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


class PartShape(SpanShape):
    """A stretch of the text with its words."""

    text: str


class AttributionShape(TypedDict):
    """A statement: its speaker, the words that say so, and what is said."""

    mode: Mode
    source: PartShape | None
    cue: PartShape | None
    content: PartShape
    source_kind: SourceKind
    resolved: str | None


class ArgumentShape(PartShape):
    """An argument of a relation with the known entity it names; `implied`: the sentence does not say it outright."""

    entity: str | None
    implied: bool


class RelationShape(TypedDict):
    """Who did what to whom; the arguments by their roles; `former`: it held once and no longer does."""

    predicate: str
    former: bool
    arguments: dict[str, ArgumentShape]


class ConceptShape(SpanShape):
    """What is measured or counted, by an id that is the same in every language, and the words that say so."""

    id: str


Evidence = Literal["stated", "carried", "unknown"]
"""Whether the clause of a number tells something of it, or another clause or sentence, or nothing."""


class SlotsShape(TypedDict):
    """How each slot of what a number speaks of was filled."""

    measure: Evidence
    of: Evidence
    owner: Evidence
    time: Evidence
    place: Evidence


class AboutShape(TypedDict):
    """What a number is a value of, as far as it is certain; `owner` is whose it is, by a name or a noun.

    `bearer` is the name that a noun among the owners stands for ("the company").
    """

    entities: list[ArgumentShape]
    measure: str | None
    of: str | None
    time: SpanShape | None
    place: ArgumentShape | None
    qualifiers: list[Qualifier]
    owner: ArgumentShape | None
    concept: ConceptShape | None
    bearer: ArgumentShape | None
    slots: SlotsShape


class VoiceShape(TypedDict):
    """Whose statement a claim is: the author's, or that of an attribution, by its id."""

    author: NotRequired[Literal[True]]
    attribution: NotRequired[str]


class LabelShape(TypedDict):
    """A time of day, street, telephone number, vehicle, score or direction; one key for all ways to write the same."""

    key: str


ValueShape = MeasureShape | PeriodShape | DurationShape | AttributionShape | RelationShape | LabelShape


class ClaimShape(TypedDict):
    """One typed claim with its place and its words."""

    id: str
    type: ClaimType
    span: SpanShape
    text: str
    value: ValueShape
    about: AboutShape | None
    voice: VoiceShape
    modality: Modality
