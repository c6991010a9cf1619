"""Data of a language beside its core files, each kept by itself: an article that needs none of it loads none."""

from __future__ import annotations

from functools import cache
from typing import Any

from claimcheck.cache import compiled
from claimcheck.languages import file, has, shape

SHAPES = {
    "timing": "Timing",
    "people": "People",
    "acronyms": "Acronyms",
    "regions": "Regions",
    "countries": "Countries",
    "sourcing": "Sourcing",
    "headlines": "Headlines",
    "grammar": "Grammar",
}


@cache
def extra(code: str, name: str) -> dict[str, Any]:
    """The table of languages/<code>/<name>.yaml; empty for a language without that file."""
    if not has(code, name):
        return {}
    path = file(code, name)

    def build() -> dict[str, Any]:
        from importlib import import_module  # noqa: PLC0415

        from claimcheck.datafile import load  # noqa: PLC0415 – needs a parser and a validator

        kind = getattr(import_module(f"claimcheck.languages.{name}"), SHAPES[name])
        table: dict[str, Any] = load(path, kind).table()
        return table

    found: dict[str, Any] = compiled(f"{name}-{code}", [path], build, [shape(name)])
    return found
