"""Rules from a folder; those that come with the program from their table."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from typing import Any

from claimcheck.checks import Prepared
from claimcheck.errors import DataError, Problem
from claimcheck.rules.rule import Record, Rule, quiet, records
from claimcheck.tables import PACKAGE, Table, files_below, shipped_folder


@cache
def shipped() -> tuple[Rule, ...]:
    """The rules that come with the program, sorted by id."""
    folder = shipped_folder("rules")
    return _rules(folder, files_below(folder), rules_table().load())


def calibration() -> str:
    """The path of what was counted of the shipped rules in published articles."""
    return os.path.join(shipped_folder("rules"), "calibration.json")


def rules_table() -> Table:
    """How their table is built from their files."""
    files = files_below(shipped_folder("rules"))
    checks = os.path.join(PACKAGE, "checks")
    code = [os.path.join(checks, name) for name in sorted(os.listdir(checks)) if name.endswith(".py")]
    code.append(os.path.join(PACKAGE, "rules", "shape.py"))
    return Table("rules", (*files, calibration(), *code), lambda: _counted(files))


def load(folder: str | os.PathLike[str]) -> tuple[Rule, ...]:
    """Every rule below a folder, sorted by id. Raises DataError with all problems of all its files."""
    if not os.path.isdir(folder):
        raise DataError(Problem(os.fspath(folder), "there is no such folder of rules"))
    files = files_below(folder)
    if not files:
        raise DataError(Problem(os.fspath(folder), "there is no rule in it; a rule is a .yaml file"))
    return _rules(folder, files, _read(files))


def _counted(files: list[str]) -> list[dict[str, Any]]:
    """The shipped rules with what was counted of them."""
    import json  # noqa: PLC0415 – where the table is missing

    folder = shipped_folder("rules")
    with open(calibration(), encoding="utf-8") as stream:
        found = records(json.load(stream))
    every = [record for each in found.values() for record in each]
    rules = _read(files)
    for path, rule in zip(files, rules, strict=True):
        own = found.get(_id(folder, path), ())
        rule["records"] = own
        rule["quiet"] = () if rule["note"] else quiet(own, every)
    return rules


def _id(folder: str | os.PathLike[str], path: str) -> str:
    return os.path.splitext(os.path.relpath(path, folder))[0].replace(os.sep, "/")


def _rules(folder: str | os.PathLike[str], files: Sequence[str], plain: Sequence[dict[str, Any]]) -> tuple[Rule, ...]:
    return tuple(_rule(_id(folder, path), path, each) for path, each in zip(files, plain, strict=True))


def _read(files: list[str]) -> list[dict[str, Any]]:
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
    keys = dict(plain["check"])
    check = Prepared(keys.pop("kind"), keys)
    return Rule(
        name,
        plain["level"],
        plain["message"],
        plain["why"],
        check,
        path,
        plain["maturity"],
        records=tuple(Record(*each) for each in plain.get("records", ())),
        quiet=tuple(plain.get("quiet", ())),
        note=plain["note"],
    )
