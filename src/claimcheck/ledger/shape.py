"""The shape of claimcheck.ledger/1. Imported only where there is a ledger.

`python -m claimcheck.ledger.shape` prints the JSON Schema that schema/ publishes.
"""

from __future__ import annotations

from datetime import date
from json import dumps
from pathlib import PureWindowsPath
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, field_validator, model_validator

from claimcheck.ledger import LONGEST
from claimcheck.ledger.identity import fingerprint
from claimcheck.model import ClaimType
from claimcheck.model.document import day
from claimcheck.model.ledger import Identity, Tick

SCHEMA: Literal["claimcheck.ledger/1"] = "claimcheck.ledger/1"
MOST = 20_000
Filled = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST)]


class TickShape(BaseModel):
    """One tick."""

    model_config = ConfigDict(extra="forbid", strict=True)
    claim: str
    type: ClaimType
    text: str
    value: str
    sentence: str
    occurrence: Annotated[int, Field(ge=1)]
    by: Filled
    on: str
    source: Filled
    sha256: Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")] | None = None
    note: Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST)] = ""

    @field_validator("on")
    @classmethod
    def _a_day(cls, written: str) -> str:
        return day(written).isoformat()

    @model_validator(mode="after")
    def _whole(self) -> TickShape:
        if self.claim != fingerprint(self.type, self.text, self.value, self.sentence, self.occurrence):
            raise ValueError("'claim' does not fit the words beside it; take this tick out and tick the claim anew")
        if self.sha256 is not None and (self.source.startswith("/") or PureWindowsPath(self.source).is_absolute()):
            raise ValueError("'source' of a file should be its path as seen from the folder of the ledger")
        return self

    def tick(self) -> Tick:
        """The same as a value of the program."""
        identity = Identity(self.claim, self.type, self.text, self.value, self.sentence, self.occurrence)
        return Tick(identity, self.by, date.fromisoformat(self.on), self.source, self.sha256, self.note)


class LedgerShape(BaseModel):
    """The file."""

    model_config = ConfigDict(extra="forbid", strict=True)
    schema_: Annotated[Literal["claimcheck.ledger/1"], Field(alias="schema")]
    ticks: Annotated[list[TickShape], Field(max_length=MOST)]

    @field_validator("ticks")
    @classmethod
    def _each_once(cls, ticks: list[TickShape]) -> list[TickShape]:
        seen: dict[str, int] = {}
        for number, each in enumerate(ticks, 1):
            if each.claim in seen:
                message = f"the ticks number {seen[each.claim]} and {number} are for one claim, {each.claim}; keep one"
                raise ValueError(message)
            seen[each.claim] = number
        return ticks


def schema() -> dict[str, object]:
    """The JSON Schema as plain values. It cannot say that a fingerprint fits its words and none stands twice."""
    draft = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": draft, "$id": SCHEMA, **TypeAdapter(LedgerShape).json_schema()}


if __name__ == "__main__":
    print(dumps(schema(), ensure_ascii=False, indent=2))
