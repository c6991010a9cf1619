"""The words that make sentences of two articles comparable, from languages/<code>/comparison.yaml."""

from __future__ import annotations

from functools import cache
from typing import Any

from claimcheck.cache import compiled
from claimcheck.languages import file, has, shape


@cache
def comparison_words(code: str) -> dict[str, Any]:
    """The table of languages/<code>/comparison.yaml; a language without that file is compared by numbers and names."""
    if not has(code, "comparison"):
        return {}
    path = file(code, "comparison")

    def build() -> dict[str, Any]:
        from claimcheck.datafile import load  # noqa: PLC0415 – needs a parser and a validator
        from claimcheck.languages.comparison_shape import ComparisonWords  # noqa: PLC0415

        return load(path, ComparisonWords).table()

    table: dict[str, Any] = compiled(f"comparison-{code}", [path], build, [shape("comparison_shape")])
    return table
