"""What a language knows of names, loaded from its compiled form like the rest of the language."""

from __future__ import annotations

from functools import cache
from typing import Any

from claimcheck.cache import compiled
from claimcheck.languages import file, has, shape


@cache
def naming(code: str) -> dict[str, Any]:
    """The table of languages/<code>/entities.yaml; a language without that file knows no names."""
    if not has(code, "entities"):
        return {}
    path = file(code, "entities")

    def build() -> dict[str, Any]:
        from claimcheck.datafile import load  # noqa: PLC0415 – needs a parser and a validator
        from claimcheck.languages.entities import Entities  # noqa: PLC0415

        return load(path, Entities).table()

    table: dict[str, Any] = compiled(f"naming-{code}", [path], build, [shape("entities")])
    return table
