"""The shape of concepts.yaml. Imported only where it is read from YAML."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

Family = Literal[
    "count", "persons", "money", "share", "points", "length", "area", "volume", "mass", "speed", "temperature", "power",
    "energy", "duration", "age", "rank", "score", "pressure", "ratio",
]  # fmt: skip


class ConceptShape(BaseModel):
    """One concept: the kinds of number it takes, whose it is, and what it is a part of or never equal to.

    `part`: it is a share of what hangs on its noun. `told`: the classes of verbs of senses.yaml that say it, and at
    which place of theirs the number stands.
    """

    model_config = ConfigDict(extra="forbid")
    values: Annotated[list[Family], Field(min_length=1)]
    of: Literal["event", "holder", "person", "thing"]
    kind: Literal["stock", "flow", "change", "rate"]
    running: bool = False
    core: bool = False
    part_of: list[str] = []
    apart: list[str] = []
    part: bool = False
    like: str | None = None
    told: dict[str, Literal["subject", "object", "for"]] = {}


class OfficeShape(BaseModel):
    """An office by its key: whether who has it leads the house, and for which others some houses have the same word."""

    model_config = ConfigDict(extra="forbid")
    leads: Literal["always", "perhaps"] | None = None
    akin: list[str] = []


class Concepts(BaseModel):
    """All concepts and offices by their ids."""

    model_config = ConfigDict(extra="forbid")
    concepts: dict[str, ConceptShape]
    offices: dict[str, OfficeShape]

    @model_validator(mode="after")
    def _known(self) -> Concepts:
        for name, each in self.concepts.items():
            for other in (*each.part_of, *each.apart, each.like or name):
                if other not in self.concepts:
                    raise ValueError(f"{name} names the concept {other!r}, which there is not")
        return self

    def plain(self) -> dict[str, Any]:
        """Both as plain data."""
        return self.model_dump(mode="json")
