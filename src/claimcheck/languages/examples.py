"""Examples in a language file: one value, many wordings, and near misses that must stay silent. They run as tests."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field


class Example(BaseModel):
    """Either a value with the wordings (`in`) that state it, [[…]] around the claim, or sentences without a claim.

    `loose`: the marked words must touch the claim, not equal it (the two languages differ in what they leave out).
    """

    model_config = ConfigDict(extra="forbid")

    type: Literal["amount", "percentage", "quantity"] | None = None
    number: str | None = None
    low: str | None = None
    high: str | None = None
    fraction: str | None = None
    unit: str | None = None
    hedge: str | None = None
    in_: Annotated[list[str], Field(alias="in")] = []
    silent: list[str] = []
    loose: bool = False
