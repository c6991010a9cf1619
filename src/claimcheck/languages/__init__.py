"""Languages as data: every folder beside this file is one, and no code knows which there are.

A language is loaded from its tables; only where its files changed are they read, checked and compiled again.
"""

from __future__ import annotations

import os
from functools import cache
from typing import Any

from claimcheck.errors import DataError, Problem
from claimcheck.tables import Table

HERE = os.path.dirname(__file__)
FILES = ("sentences", "numbers", "units", "dates", "relations")


def file(code: str, name: str) -> str:
    """The path of one of a language's files."""
    return os.path.join(HERE, code, f"{name}.yaml")


@cache
def code_files() -> tuple[str, ...]:
    """The modules that say what the files of a language look like."""
    return tuple(os.path.join(HERE, name) for name in sorted(os.listdir(HERE)) if name.endswith(".py"))


@cache
def has(code: str, name: str) -> bool:
    """Whether a language has a file of this name: but for the first ones each may be missing."""
    return os.path.isfile(file(code, name))


@cache
def known() -> tuple[str, ...]:
    """The codes of all languages there are, sorted."""
    return tuple(sorted(code for code in os.listdir(HERE) if has(code, "numbers")))


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


def reader(code: str | None) -> str:
    """The language that messages are in for who asks for this one: it, or the first known one."""
    return code if code in known() else known()[0]


@cache
def load(code: str) -> Language:
    """The language with this code; an unknown one is a DataError that lists the known ones."""
    if code not in known():
        raise DataError(Problem(code, f"no language is called {code!r}; known are {', '.join(known())}"))
    return Language(code, language_table(code).load())


def language_table(code: str) -> Table:
    """How the core of a language is built from its files."""

    def build() -> dict[str, Any]:
        from claimcheck.languages.compile import compiled  # noqa: PLC0415 – needs a parser and a validator

        return compiled(code)

    return Table(f"language-{code}", (*(file(code, name) for name in FILES), *code_files()), build)


@cache
def recognise() -> dict[str, dict[str, bool]]:
    """The commonest words of each language, by its code: small, so that only that of the article is loaded whole."""
    table: dict[str, dict[str, bool]] = recognise_table().load()
    return table


def recognise_table() -> Table:
    """How that is built from all languages."""

    def build() -> dict[str, dict[str, bool]]:
        return {code: load(code).sentences["recognise"] for code in known()}

    return Table("recognise", (*(file(code, "sentences") for code in known()), *code_files()), build)
