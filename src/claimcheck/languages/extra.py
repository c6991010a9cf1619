"""Data of a language beside its core files, each kept by itself: an article that needs none of it loads none."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from claimcheck.cache import compiled
from claimcheck.languages import HERE, known

SHAPES = {"timing": "Timing", "people": "People", "acronyms": "Acronyms", "regions": "Regions", "sourcing": "Sourcing"}


@cache
def extra(code: str, name: str) -> dict[str, Any]:
    """The table of languages/<code>/<name>.yaml; empty for a language without that file."""
    file = HERE / code / f"{name}.yaml"
    if code not in known() or not file.is_file():
        return {}

    def build() -> dict[str, Any]:
        from claimcheck.datafile import load  # noqa: PLC0415 – needs a parser and a validator

        shape = getattr(import_module(f"claimcheck.languages.{name}"), SHAPES[name])
        table: dict[str, Any] = load(file, shape).table()
        return table

    found: dict[str, Any] = compiled(f"{name}-{code}", [file], build, [Path(__file__).parent / f"{name}.py"])
    return found
