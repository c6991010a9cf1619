"""The shape of an entity in claims/*.yaml. Imported only where claims are read from YAML."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from claimcheck.reference.fields import Date, Shape, Text, Truth, Words


class Former(Shape):
    """A name given up, until (exclusive) a day."""

    name: Text
    until: Date | None = None


class EntityShape(Shape):
    """One person, organisation, product or place; what the keys mean is told in model/entity.py.

    `apart` are longer words that begin with its name and mean something else ("Meta-Analyse"). In `examples` [[…]]
    marks every mention of it, `near_misses` have none; both stand under the code of their language.
    """

    id: Annotated[str, StringConstraints(pattern=r"^[\w.-]{1,80}$")] | None = None
    name: Text
    kind: Literal["person", "organisation", "product", "place"]
    category: Text | None = None
    aliases: Annotated[list[Text], Field(default_factory=list)]
    short: Annotated[list[Text], Field(default_factory=list)]
    former: Annotated[list[Former], Field(default_factory=list)]
    wrong_names: Annotated[list[Text], Field(default_factory=list)]
    parent: Text | None = None
    ambiguous: Truth | None = None
    beside: Annotated[list[Text], Field(default_factory=list)]
    apart: Annotated[list[Text], Field(default_factory=list)]
    note: Text | None = None
    examples: Annotated[dict[str, Words], Field(default_factory=dict)]
    near_misses: Annotated[dict[str, Words], Field(default_factory=dict)]
