"""Examples of attribution.yaml: sentences with what is said in them marked, and sentences in which nobody speaks."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from claimcheck.languages.numbers import Shape


class SaidExample(Shape):
    """Texts (`in`) with [[…]] around every content, in order, and the sources as written; or silent texts.

    `source` holds for all contents, `sources` names one for each; "-" is no source.
    """

    mode: Literal["direct", "indirect", "according_to"] | None = None
    source: str | None = None
    sources: Annotated[list[str], Field(default_factory=list)]
    in_: Annotated[list[str], Field(alias="in", default_factory=list)]
    silent: Annotated[list[str], Field(default_factory=list)]
