"""The words that make sentences of two articles comparable, from languages/<code>/comparison.yaml."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from claimcheck.cache import compiled
from claimcheck.languages import HERE, known


@cache
def comparison_words(code: str) -> dict[str, Any]:
    """The table of languages/<code>/comparison.yaml; a language without that file is compared by numbers and names."""
    file = HERE / code / "comparison.yaml"
    if code not in known() or not file.is_file():
        return {}

    def build() -> dict[str, Any]:
        from claimcheck.datafile import load  # noqa: PLC0415 – needs a parser and a validator
        from claimcheck.languages.comparison_shape import ComparisonWords  # noqa: PLC0415

        return load(file, ComparisonWords).table()

    shape = [Path(__file__), Path(__file__).parent / "comparison_shape.py"]
    table: dict[str, Any] = compiled(f"comparison-{code}", [file], build, shape)
    return table
