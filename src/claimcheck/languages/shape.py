"""What the shapes of all language files share, and what their tables make of lists of words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal, TypeVar, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

T = TypeVar("T")
Words = list[str]
Roles = Mapping[tuple[str, ...], Iterable[str]]


def longest_first(words: Iterable[str]) -> Words:
    """In the order in which they are tried."""
    return sorted(words, key=lambda word: (-len(word), word))


def capital(word: str) -> str:
    """The word as a sentence begins with it."""
    return word[:1].upper() + word[1:]


def inflected(words: Iterable[str], endings: Iterable[str]) -> Words:
    """The words; one that ends in "~" stands for itself with each of the endings."""
    given = tuple(endings)
    return [form for word in words for form in ([word[:-1] + end for end in given] if word.endswith("~") else [word])]


def named_by(groups: Mapping[T, Iterable[str]]) -> dict[str, T]:
    """The name of the group of each word, folded."""
    return {word.lower(): name for name, words in groups.items() for word in words}


def bits_of(groups: Mapping[Any, Iterable[str]], bits: Mapping[str, int]) -> dict[str, int]:
    """The bits of all groups of each word, folded."""
    found: dict[str, int] = {}
    for name, words in groups.items():
        for word in words:
            found[word.lower()] = found.get(word.lower(), 0) | bits[name]
    return found


def phrase_table(roles: Roles) -> dict[str, list[list[Any]]]:
    """First word → the phrases that begin with it, longest first, with all roles."""
    table: dict[str, list[list[Any]]] = {}
    for phrase, names in sorted(roles.items(), key=lambda pair: (-len(pair[0]), pair[0])):
        table.setdefault(phrase[0], []).append([list(phrase[1:]), sorted(names)])
    return table


Some = Annotated[Words, Field(min_length=1)]
Perhaps = Annotated[Words, Field(default_factory=list)]
Lower = Annotated[Words, AfterValidator(lambda words: [word.lower() for word in words])]
Folded = Annotated[Words, AfterValidator(lambda words: sorted({word.lower() for word in words}))]
Sorted = Annotated[Words, AfterValidator(sorted)]
Longest = Annotated[Words, AfterValidator(lambda words: longest_first(set(words)))]


def all_of(names: object) -> AfterValidator:
    """Refuses a mapping that lacks one of the names of a Literal."""

    def check(given: dict[str, T]) -> dict[str, T]:
        if missing := [name for name in get_args(names) if name not in given]:
            raise ValueError(f"these keys are missing: {', '.join(missing)}")
        return given

    return AfterValidator(check)


class Shape(BaseModel):
    """A part of a language file: unknown keys are mistakes."""

    model_config = ConfigDict(extra="forbid")

    def table(self) -> dict[str, Any]:
        """What a run needs: all but the examples, which run as tests."""
        return self.model_dump(by_alias=True, exclude={"examples", "near_misses"})


class Grouped(Shape):
    """A part whose keys are names of groups, but for the fields of its shape; `groups` holds them."""

    @model_validator(mode="before")
    @classmethod
    def _gathered(cls, given: Any) -> Any:
        if not isinstance(given, dict):
            return given
        own = {field.alias or name for name, field in cls.model_fields.items()} - {"groups"}
        groups = {key: value for key, value in given.items() if key not in own}
        return {**{key: value for key, value in given.items() if key in own}, "groups": groups}


class NumberExample(Shape):
    """Either a value with the wordings (`in`) that state it, [[…]] around the claim, or sentences without a claim.

    `loose`: the marked words must touch the claim, not equal it (the two languages differ in what they leave out).
    """

    type: Literal["amount", "percentage", "quantity"] | None = None
    number: str | None = None
    low: str | None = None
    high: str | None = None
    fraction: str | None = None
    unit: str | None = None
    hedge: str | None = None
    in_: Annotated[Words, Field(alias="in", default_factory=list)]
    silent: Perhaps
    loose: bool = False
