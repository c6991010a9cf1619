"""A rule: one check with a level and a message."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from claimcheck.checks import Prepared
from claimcheck.model import Level
from claimcheck.model.comparison import Evidence
from claimcheck.rules.calibration import Record
from claimcheck.tables import PACKAGE, Table, files_below, shipped_folder

Maturity = Literal["stable", "preview"]


class Rule(NamedTuple):
    """`id` is its path below the rules folder without the suffix; `message` and `why` are texts by language.

    `maturity` is "stable" where its findings were read on real articles and at least 8 of 10 were right; `chosen` is
    the level an editor has set for it. `records` are what was counted of it in published articles, `quiet` the kinds
    of evidence with which it therefore reports hints; `note` says what reading its findings showed.
    """

    id: str
    level: Level
    message: dict[str, str]
    why: dict[str, str]
    check: Prepared
    path: str
    maturity: Maturity = "preview"
    chosen: Level | None = None
    records: tuple[Record, ...] = ()
    quiet: tuple[Evidence, ...] = ()
    note: str = ""

    @property
    def reports_at(self) -> Level:
        """The level of its findings: the chosen one, else its own, but of a preview rule never more than a hint."""
        return self.chosen or (self.level if self.maturity == "stable" else "hint")

    def level_with(self, evidence: Evidence) -> Level:
        """The level of its findings that rest on such evidence: a hint where published articles spoke against it."""
        return "hint" if evidence in self.quiet and self.chosen is None else self.reports_at

    def reason(self, language: str) -> str:
        """Why it exists, on one line, in the reader's language."""
        return " ".join(in_language(self.why, language).split())

    def template(self, language: str) -> str:
        """What its findings say, with fields, in the reader's language."""
        return in_language(self.message, language)

    def examples(self) -> Examples:
        """What shows that it finds what it should, and only that, from its file."""
        return examples_in(self.path)


def in_language(texts: Mapping[str, str], language: str) -> str:
    """The text in a language, else the first there is."""
    return texts.get(language) or next(iter(texts.values()))


class Example(NamedTuple):
    """Articles with marks: every [[…]] must be found, all else must stay silent.

    `beside` are ids of rules in the same folder that run with this one.
    """

    name: str
    language: str
    texts: tuple[str, ...]
    published: str | tuple[str, ...] | None = None
    beside: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()

    def written_in(self, number: int) -> str:
        """The language of the article with this number, from 0: one for all, or one for each."""
        return self.languages[number] if number < len(self.languages) else self.language

    def date(self, number: int) -> str | None:
        """The day of the article with this number, from 0: one for all, or one for each."""
        if self.published is None or isinstance(self.published, str):
            return self.published
        return self.published[number] if number < len(self.published) else None

    def is_hit(self) -> bool:
        """Whether something in it must be found; the others are near misses."""
        return any("[[" in text for text in self.texts)


class Examples(NamedTuple):
    """All examples of a rule; `reference` are the entities and claims they rest on, as in claims/*.yaml."""

    examples: tuple[Example, ...]
    reference: dict[str, Any] | None


def examples_in(path: str) -> Examples:
    """The examples of the rule in this file. Raises DataError like `load`."""
    folder = shipped_folder("rules")
    if path.startswith(folder):
        return _made(examples_table().load()[os.path.relpath(path, folder)])
    return _made(_read(path))


def examples_table() -> Table:
    """How the table of the examples of all shipped rules is built, by the file's place in their folder."""
    folder = shipped_folder("rules")
    files = files_below(folder)
    code = os.path.join(PACKAGE, "rules", "shape.py")
    return Table("examples", (*files, code), lambda: {os.path.relpath(each, folder): _read(each) for each in files})


def _read(path: str) -> dict[str, Any]:
    from claimcheck import datafile  # noqa: PLC0415 – needs a parser and a validator
    from claimcheck.rules.shape import RuleShape  # noqa: PLC0415

    shape = datafile.load(path, RuleShape)
    return {"examples": [each.model_dump() for each in shape.examples], "reference": shape.reference}


def _made(plain: dict[str, Any]) -> Examples:
    examples = (
        Example(
            each["name"],
            each["language"],
            tuple(each["texts"]),
            tuple(each["published"]) if isinstance(each["published"], list) else each["published"],
            tuple(each["beside"]),
            tuple(each["languages"]),
        )
        for each in plain["examples"]
    )
    return Examples(tuple(examples), plain["reference"])
