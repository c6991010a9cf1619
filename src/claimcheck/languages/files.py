"""Where the files of the languages are: every folder beside this module is a language."""

from __future__ import annotations

import os
from functools import cache

HERE = os.path.dirname(__file__)


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
