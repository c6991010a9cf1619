"""The shape of a rule file. Imported only where rules are read from YAML."""

from __future__ import annotations

from collections.abc import Callable
from inspect import Parameter, signature
from string import Formatter
from typing import Annotated, Any, Literal, Self, Union, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, create_model, model_validator

from claimcheck.checks import CHECKS, Check, check_class
from claimcheck.model import Level


def _keys(kind: str, check: Callable[..., Check]) -> type[BaseModel]:
    """The keys of one kind of check: the arguments it is made with. At run time the classes need no pydantic."""
    hints = get_type_hints(check.__init__)
    given = signature(check).parameters.values()
    fields: dict[str, Any] = {
        each.name: (hints[each.name], ... if each.default is Parameter.empty else each.default)
        for each in given
        if each.name in hints
    }
    fields["kind"] = (Literal[kind], ...)
    shape: Any = create_model(
        f"{kind} check",
        __config__=ConfigDict(extra="forbid"),
        **fields,
    )
    return shape  # type: ignore[no-any-return]


KEYS = Union[tuple(_keys(kind, check_class(kind)) for kind in CHECKS)]  # type: ignore[valid-type]  # noqa: UP007


class ExampleShape(BaseModel):
    """One example of a rule file."""

    model_config = ConfigDict(extra="forbid")
    name: str
    language: str
    texts: Annotated[list[str], Field(min_length=1)]
    published: str | list[str] | None = None
    beside: list[str] = []
    languages: list[str] = []


class RuleShape(BaseModel):
    """One rule file."""

    model_config = ConfigDict(extra="forbid")
    level: Level
    maturity: Literal["stable", "preview"] = "preview"
    note: str = ""
    message: Annotated[dict[str, str], Field(min_length=1)]
    why: str | Annotated[dict[str, str], Field(min_length=1)]
    check: Annotated[KEYS, Field(discriminator="kind")]  # type: ignore[valid-type]
    reference: dict[str, Any] | None = None
    examples: Annotated[list[ExampleShape], Field(min_length=1)]

    @model_validator(mode="after")
    def _names_known(self) -> Self:
        for language, template in self.message.items():
            try:
                named = {name for _, name, _, _ in Formatter().parse(template) if name is not None}
            except ValueError as error:
                raise ValueError(f"the message in {language!r} is no template: {error}") from None
            fields = self.check.model_dump(exclude={"kind"})  # type: ignore[attr-defined]
            names = check_class(self.check.kind)(**fields).names  # type: ignore[attr-defined]
            unknown = sorted(named - set(names))
            if unknown:
                known = ", ".join(names)
                raise ValueError(f"the message in {language!r} names {{{unknown[0]}}}; this check knows {known}")
        return self

    def plain(self) -> dict[str, Any]:
        """The rule as plain data for the cache, without its examples; one reason holds for all languages."""
        plain = self.model_dump(mode="json", exclude={"examples", "reference"})
        plain["why"] = dict.fromkeys(self.message, self.why) if isinstance(self.why, str) else self.why
        return plain
