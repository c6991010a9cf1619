"""The shape of claims/*.yaml. Imported only where claims are read from YAML."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import Field, StringConstraints, ValidationInfo, field_validator, model_validator

from claimcheck.model.measure import Hedge
from claimcheck.reference.edtf import ends_before
from claimcheck.reference.fields import Address, Date, Number, Predicate, Shape, Text, Truth, Unit, Words
from claimcheck.reference.predicates import arguments
from claimcheck.reference.shape_entities import EntityShape


class Value(Shape):
    """A stated number: its digits ("6.5E+9"), unit, hedge; `noun` is what is counted, `per` the base of a rate."""

    number: Number
    unit: Unit | None = None
    hedge: Hedge | None = None
    noun: Text | None = None
    per: Text | None = None


class AcceptedValue(Value):
    """A figure that is reported as well."""

    status: Text | None = None


class PartValue(Value):
    """One row of a table."""

    of: Text


class Source(Shape):
    """Where a claim is known from."""

    publisher: Text
    url: Address | None = None
    published: Date | None = None
    retrieved: Date | None = None
    quote: Annotated[str, StringConstraints(max_length=300)] | None = None


class Valid(Shape):
    """The time a relation holds; `to` is its last day."""

    from_: Annotated[Date | None, Field(alias="from")] = None
    to: Date | None = None
    except_: Annotated[list[Date], Field(alias="except", default_factory=list)]

    @model_validator(mode="after")
    def _goes_on(self) -> Self:
        if self.from_ and self.to and ends_before(self.to, self.from_):
            raise ValueError("'valid' ends before it begins; 'to' is the last day it held")
        return self


class Stated(Shape):
    """What somebody said, as a claim of its own form."""

    predicate: Predicate
    arguments: dict[str, Text | Words]
    measure: Text | None = None
    value: Value | None = None
    hearsay: Truth | None = None


class Example(Shape):
    """Articles against the claim: [[…]] in `contradicted` must be found, what stands in `supported` must not."""

    language: Text
    contradicted: Annotated[list[Text], Field(default_factory=list)]
    supported: Annotated[list[Text], Field(default_factory=list)]


class ClaimShape(Shape):
    """One reference claim."""

    id: Annotated[str, StringConstraints(pattern=r"^[\w.$-]{1,80}$")]
    text: Annotated[dict[str, Text], Field(min_length=1)]
    predicate: Predicate
    arguments: dict[str, Text | Words]
    exclusive: Annotated[list[str], Field(default_factory=list)]
    complete: Truth | None = None
    measure: Text | None = None
    value: Value | None = None
    values: Annotated[list[PartValue], Field(default_factory=list)]
    accepted: Annotated[list[AcceptedValue], Field(default_factory=list)]
    accepted_terms: Annotated[dict[str, Words], Field(default_factory=dict)]
    denied: Annotated[dict[str, Words], Field(default_factory=dict)]
    date: Date | None = None
    announced: Date | None = None
    closed: Date | None = None
    terminated: Date | None = None
    valid: Valid | None = None
    name_then: Annotated[dict[str, Text], Field(default_factory=dict)]
    stated: Stated | None = None
    keywords: Annotated[dict[str, Words], Field(default_factory=dict)]
    quotes: Annotated[dict[str, Words], Field(default_factory=dict)]
    confidence: Literal["confirmed", "single source", "disputed", "background"]
    sources: Annotated[list[Source], Field(min_length=1)]
    reviewed: Date | None = None
    note: Text | None = None
    examples: Annotated[list[Example], Field(default_factory=list)]

    @field_validator("arguments", "exclusive", "accepted_terms", "denied", "name_then")
    @classmethod
    def _fits(cls, given: Any, info: ValidationInfo) -> Any:
        if "predicate" not in info.data:  # it is not known, and is reported itself
            return given
        predicate = info.data["predicate"]
        known = arguments(predicate)
        missing = [name for name, (must, _) in known.items() if must and name not in given]
        if missing and info.field_name == "arguments":
            raise ValueError(f"'{predicate}' needs the argument '{missing[0]}'")
        if unknown := [name for name in given if name not in known]:
            raise ValueError(f"'{predicate}' has no argument '{unknown[0]}' (known: {', '.join(known)})")
        return given


class File(Shape):
    """One file: claims, entities or both."""

    claims: Annotated[list[ClaimShape], Field(default_factory=list)]
    entities: Annotated[list[EntityShape], Field(default_factory=list)]
