"""Languages as data: every folder beside this file is one, and no code knows which there are.

A language is loaded from its compiled form; only when its files changed are they read, checked and compiled again.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from claimcheck.cache import compiled
from claimcheck.errors import DataError, Problem

HERE = Path(__file__).parent
FILES = ("sentences", "numbers", "units", "dates", "relations")


class Language:
    """One language, ready to use: `lexicon` (words with roles) and a plain table for each file."""

    __slots__ = ("code", "dates", "lexicon", "numbers", "relations", "sentences", "units")

    def __init__(self, code: str, data: dict[str, Any]) -> None:
        self.code = code
        self.lexicon: dict[str, Any] = data["lexicon"]
        self.numbers: dict[str, Any] = data["numbers"]
        self.units: dict[str, Any] = data["units"]
        self.dates: dict[str, Any] = data["dates"]
        self.sentences: dict[str, Any] = data["sentences"]
        self.relations: dict[str, Any] = data["relations"]


@cache
def known() -> tuple[str, ...]:
    """The codes of all languages there are, sorted."""
    return tuple(sorted(path.name for path in HERE.iterdir() if (path / "numbers.yaml").is_file()))


@cache
def load(code: str) -> Language:
    """The language with this code; an unknown one is a DataError that lists the known ones."""
    if code not in known():
        raise DataError(Problem(code, f"no language is called {code!r}; known are {', '.join(known())}"))

    def build() -> dict[str, Any]:
        from claimcheck.languages.compile import compile_language  # noqa: PLC0415 – needs a parser and a validator

        return compile_language(HERE / code)

    sources = [HERE / code / f"{name}.yaml" for name in FILES]
    return Language(code, compiled(f"language-{code}", sources, build, sorted(HERE.glob("*.py"))))
