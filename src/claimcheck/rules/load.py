"""Rules from a folder, through the cache: a warm start reads one JSON file."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from claimcheck.cache import compiled
from claimcheck.checks import CHECKS
from claimcheck.errors import DataError, Problem
from claimcheck.rules.rule import Example, Rule

PACKAGE = Path(__file__).parents[1]


@cache
def shipped() -> tuple[Rule, ...]:
    """The rules that come with the program, sorted by id."""
    installed = PACKAGE / "_data" / "rules"
    return load(installed if installed.is_dir() else PACKAGE.parents[1] / "rules")


def load(folder: Path) -> tuple[Rule, ...]:
    """Every rule below a folder, sorted by id. Raises DataError with all problems of all its files."""
    if not folder.is_dir():
        raise DataError(Problem(str(folder), "there is no such folder of rules"))
    files = sorted(folder.rglob("*.yaml"))
    if not files:
        raise DataError(Problem(str(folder), "there is no rule in it; a rule is a .yaml file"))
    code = [*sorted((PACKAGE / "checks").glob("*.py")), Path(__file__).parent / "shape.py"]
    plain = compiled("rules", files, lambda: _read(files), code)
    return tuple(
        _rule(path.relative_to(folder).with_suffix("").as_posix(), str(path), each)
        for path, each in zip(files, plain, strict=True)
    )


def _read(files: list[Path]) -> list[dict[str, Any]]:
    from claimcheck import datafile  # noqa: PLC0415 – needs a parser and a validator
    from claimcheck.rules.shape import RuleShape  # noqa: PLC0415

    found: list[dict[str, Any]] = []
    problems: list[Problem] = []
    for path in files:
        try:
            found.append(datafile.load(path, RuleShape).plain())
        except DataError as error:
            problems.extend(error.problems)
    if problems:
        raise DataError(*problems)
    return found


def _rule(name: str, path: str, plain: dict[str, Any]) -> Rule:
    examples = (
        Example(
            each["name"],
            each["language"],
            tuple(each["texts"]),
            _dates(each["published"]),
            tuple(each["beside"]),
            tuple(each["languages"]),
        )
        for each in plain["examples"]
    )
    keys = dict(plain["check"])
    check = CHECKS[keys.pop("kind")](**keys)
    return Rule(
        name,
        plain["level"],
        plain["message"],
        plain["why"],
        check,
        tuple(examples),
        path,
        plain["maturity"],
        plain["reference"],
    )


def _dates(published: str | list[str] | None) -> str | tuple[str, ...] | None:
    return tuple(published) if isinstance(published, list) else published
