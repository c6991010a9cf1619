"""The shape of two parts of relation_verbs.yaml: what people are, and what numbers measure."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from claimcheck.languages.numbers import Shape, Words


class RoleWords(Shape):
    """What people are: `keys` are offices with a key that is the same in every language; founders found."""

    keys: dict[str, Words]
    others: Words
    founder: Words
    belongs: Words
    at: Words
    partly: Words
    copula: Words
    former_prefixes: Words


class Measures(Shape):
    """Nouns of measures by class, verbs between a measure and its number, and what qualifies a number."""

    classes: dict[str, Words]
    equals: Words
    equals_to: Words
    of: Words
    for_: Annotated[Words, Field(alias="for")]
    heavy: Words
    share_of: Words
    size_nouns: Words
    qualifiers: dict[str, Words]


class RelationExample(Shape):
    """A relation with the wordings that state it, or sentences that state none; roles in the order they are written."""

    states: dict[str, str] = Field(default={})
    predicate: str | None = None
    in_: Annotated[Words, Field(alias="in")] = Field(default=[])
    silent: Words = Field(default=[])


class AboutExample(Shape):
    """A sentence with one number, and the measure noun, owner and class that hold for it."""

    sentence: str
    measure: str | None = None
    kind: str | None = None
    entity: str | None = None
    of: str | None = None
    qualifiers: Words = Field(default=[])
