"""Data of a language beside its core files, each kept by itself: an article that needs none of it loads none."""

from __future__ import annotations

from functools import cache
from typing import Any

from claimcheck.languages import code_files, file, has
from claimcheck.tables import Table

SHAPES = {
    "acronyms": "gazetteer:Acronyms",
    "attribution": "attribution:AttributionWords",
    "comparison": "wordlists:ComparisonWords",
    "countries": "gazetteer:Countries",
    "entities": "people:Entities",
    "events": "wordlists:Events",
    "grammar": "grammar:Grammar",
    "grounding": "wordlists:Grounding",
    "headlines": "headlines:Headlines",
    "people": "people:People",
    "regions": "gazetteer:Regions",
    "relation_verbs": "relation_verbs:RelationWords",
    "senses": "senses:Senses",
    "sourcing": "wordlists:Sourcing",
    "timing": "timing:Timing",
    "wording": "wordlists:Wordings",
    "concepts": "wordlists:Concepts",
    "statements": "wordlists:Statements",
}
"""By the name of the file the module and the class of its shape."""


@cache
def extra(code: str | None, name: str) -> dict[str, Any]:
    """The table of languages/<code>/<name>.yaml; empty for a language without that file, or for none."""
    found: dict[str, Any] = extra_table(code, name).load() if code is not None and has(code, name) else {}
    return found


def extra_table(code: str, name: str) -> Table:
    """How it is built."""
    path = file(code, name)

    def build() -> Any:
        from importlib import import_module  # noqa: PLC0415

        from claimcheck.datafile import load  # noqa: PLC0415 – needs a parser and a validator

        module, shape = SHAPES[name].split(":")
        return load(path, getattr(import_module(f"claimcheck.languages.{module}"), shape)).table()

    return Table(f"{name}-{code}", (path, *code_files()), build)
