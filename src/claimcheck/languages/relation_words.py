"""The words of statements, relations and vague wordings of a language, loaded when an article is first read."""

from __future__ import annotations

from functools import cache
from typing import Any

from claimcheck.cache import compiled
from claimcheck.languages import file, has, shape

CODE = ("clause_roles", "measure_words", "numbers")


@cache
def relation_words(code: str) -> dict[str, Any]:
    """The table of a language's relation_verbs.yaml; {} where the language has none."""

    def build() -> dict[str, Any]:
        from claimcheck.datafile import load  # noqa: PLC0415 – needs a parser and a validator
        from claimcheck.languages.relation_verbs import RelationWords  # noqa: PLC0415

        return load(file(code, "relation_verbs"), RelationWords).table()

    return _table(code, "relation_verbs", build)


@cache
def attribution_words(code: str) -> dict[str, Any]:
    """The table of a language's attribution.yaml; {} where the language has none."""

    def build() -> dict[str, Any]:
        from claimcheck.datafile import load  # noqa: PLC0415 – needs a parser and a validator
        from claimcheck.languages.attribution import AttributionWords  # noqa: PLC0415

        return load(file(code, "attribution"), AttributionWords).table()

    return _table(code, "attribution", build)


@cache
def vague_words(code: str) -> dict[str, Any]:
    """The table of a language's wording.yaml; {} where the language has none."""

    def build() -> dict[str, Any]:
        from claimcheck.datafile import load  # noqa: PLC0415 – needs a parser and a validator
        from claimcheck.languages.wording import Wordings  # noqa: PLC0415

        return load(file(code, "wording"), Wordings).table()

    return _table(code, "wording", build)


@cache
def grounding_words(code: str) -> dict[str, Any]:
    """The table of a language's grounding.yaml; {} where the language has none."""

    def build() -> dict[str, Any]:
        from claimcheck.datafile import load  # noqa: PLC0415 – needs a parser and a validator
        from claimcheck.languages.grounding import Grounding  # noqa: PLC0415

        return load(file(code, "grounding"), Grounding).table()

    return _table(code, "grounding", build)


def _table(code: str, name: str, build: Any) -> dict[str, Any]:
    if not has(code, name):
        return {}
    shapes = [shape(each) for each in (name, "voice_roles", *CODE)]
    table: dict[str, Any] = compiled(f"{name}-{code}", [file(code, name)], build, shapes)
    return table
