"""The fields that claims and entities are made of, each with its own check. Imported only where YAML is read."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from claimcheck.reference.edtf import period
from claimcheck.reference.predicates import PREDICATES
from claimcheck.reference.units import known_units

MAX_TEXT = 1000


def _number(written: str) -> str:
    try:
        if not Decimal(written).is_finite():
            raise ValueError(f"{written!r} is no number; write 6.5E+9 or 300600")
    except InvalidOperation:
        raise ValueError(f"{written!r} is no number; write 6.5E+9 or 300600") from None
    return written


def _unit(written: str) -> str:
    if written not in known_units():
        raise ValueError(f"the unit {written!r} is not known; write an ISO 4217 code, percent, year, km …")
    return written


def _date(written: str) -> str:
    period(written)
    return written


def _predicate(written: str) -> str:
    if written not in PREDICATES:
        from claimcheck.datafile.problems import suggestion  # noqa: PLC0415 – for mistakes only

        raise ValueError(f"no predicate is called '{written}'" + suggestion(written, sorted(PREDICATES)))
    return written


def _address(written: str) -> str:
    if not written.startswith(("https://", "http://")) or any(char.isspace() for char in written):
        raise ValueError("this is no web address; write https://…")
    return written


Text = Annotated[str, StringConstraints(min_length=1, max_length=MAX_TEXT)]
Words = Annotated[list[Text], Field(min_length=1)]
Number = Annotated[str, AfterValidator(_number)]
Unit = Annotated[str, AfterValidator(_unit)]
Date = Annotated[str, AfterValidator(_date)]
Predicate = Annotated[str, AfterValidator(_predicate)]
Address = Annotated[str, AfterValidator(_address)]
Truth = Literal["true", "false"]


class Shape(BaseModel):
    """What every part shares: unknown keys are mistakes."""

    model_config = ConfigDict(extra="forbid")

    def plain(self) -> dict[str, Any]:
        """The entry as plain data for the cache, without what is not said."""
        return self.model_dump(mode="json", exclude_none=True, exclude_defaults=True, by_alias=True)
