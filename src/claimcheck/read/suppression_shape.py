"""The shape of NAME.claimcheck.yaml. Imported only where there is one."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator

from claimcheck.model.document import day
from claimcheck.model.ledger import Suppression

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class EntryShape(BaseModel):
    """One suppression: the rule, the words of the claim as the article has them, the reason, the last day."""

    model_config = ConfigDict(extra="forbid")
    rule: Words
    text: Words
    reason: Words
    until: str | None = None

    @field_validator("until")
    @classmethod
    def _a_day(cls, written: str | None) -> str | None:
        return None if written is None else day(written).isoformat()


class SidecarShape(BaseModel):
    """The file: a list under one key."""

    model_config = ConfigDict(extra="forbid")
    ignore: Annotated[list[EntryShape], Field(max_length=1000)]

    def entries(self) -> tuple[Suppression, ...]:
        """The suppressions, in the order of the file."""
        return tuple(
            Suppression(each.rule, each.reason, date.fromisoformat(each.until) if each.until else None, text=each.text)
            for each in self.ignore
        )
