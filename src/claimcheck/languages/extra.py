"""Data of a language beside its core files, each kept by itself: an article that needs none of it loads none."""

from __future__ import annotations

from functools import cache
from typing import Any

from claimcheck.languages import code_files, file, has
from claimcheck.tables import Table

SHAPES = {
    "acronyms": "Acronyms",
    "attribution": "AttributionWords",
    "comparison": "ComparisonWords",
    "countries": "Countries",
    "entities": "Entities",
    "grounding": "Grounding",
    "headlines": "Headlines",
    "grammar": "Grammar",
    "people": "People",
    "regions": "Regions",
    "relation_verbs": "RelationWords",
    "senses": "Senses",
    "sourcing": "Sourcing",
    "timing": "Timing",
    "wording": "Wordings",
}
"""By the name of the file, which is that of the module with its shape: the class."""


@cache
def extra(code: str, name: str) -> dict[str, Any]:
    """The table of languages/<code>/<name>.yaml; empty for a language without that file."""
    found: dict[str, Any] = extra_table(code, name).load() if has(code, name) else {}
    return found


def extra_table(code: str, name: str) -> Table:
    """How it is built."""
    path = file(code, name)

    def build() -> Any:
        from importlib import import_module  # noqa: PLC0415

        from claimcheck.datafile import load  # noqa: PLC0415 – needs a parser and a validator

        return load(path, getattr(import_module(f"claimcheck.languages.{name}"), SHAPES[name])).table()

    return Table(f"{name}-{code}", (path, *code_files()), build)
