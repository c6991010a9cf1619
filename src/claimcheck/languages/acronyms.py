"""The shape of acronyms.yaml: what well-known organisations are called in full and in short."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from claimcheck.languages.numbers import Words


class Organisation(BaseModel):
    """`names` are the full names (their first words may be inflected), `short` all acronyms in use."""

    model_config = ConfigDict(extra="forbid")
    names: Annotated[Words, Field(min_length=1)]
    short: Annotated[Words, Field(min_length=1)]


class Acronyms(BaseModel):
    """acronyms.yaml; `small` are words that give no letter. Examples and near misses stand in the rules."""

    model_config = ConfigDict(extra="forbid")
    small: Words
    initials: bool
    organisations: Annotated[list[Organisation], Field(min_length=1)]

    def table(self) -> dict[str, Any]:
        """`names`: full name → its acronyms; `short`: acronym → the full names; `last`: the last words of names."""
        names: dict[str, list[str]] = {}
        short: dict[str, list[str]] = {}
        for each in self.organisations:
            for name in each.names:
                names.setdefault(name, []).extend(each.short)
                for acronym in each.short:
                    short.setdefault(acronym, []).append(name)
        return {"names": names, "short": short, "small": self.small, "initials": self.initials}
