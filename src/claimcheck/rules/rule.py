"""A rule: one check with a level and a message, and how often what it compared held in published articles."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, NamedTuple, get_args

from claimcheck.checks import Prepared
from claimcheck.model import Level
from claimcheck.model.comparison import Compared, Evidence
from claimcheck.tables import PACKAGE, Table, files_below, shipped_folder

SCHEMA = "claimcheck.calibration/1"
LEAST, SHARE = 50, 0.97
EVIDENCE: tuple[Evidence, ...] = get_args(Evidence)


class Record(NamedTuple):
    """How often the comparisons of one rule with one kind of evidence held, and how often they failed."""

    evidence: Evidence
    held: int
    failed: int

    @property
    def made(self) -> int:
        """How many were decided."""
        return self.held + self.failed

    def plus(self, other: Record) -> Record:
        """Both together."""
        return Record(self.evidence, self.held + other.held, self.failed + other.failed)


class Counts:
    """Comparisons counted by rule, evidence and language."""

    def __init__(self) -> None:
        self.articles: dict[str, int] = {}
        self.held: Counter[tuple[str, Evidence, str]] = Counter()
        self.failed: Counter[tuple[str, Evidence, str]] = Counter()

    def add(self, comparisons: Iterable[Compared], languages: Mapping[str, str | None]) -> None:
        """Counts what was decided; `languages` are those of the articles, by path."""
        for each in comparisons:
            if each.outcome != "undecided" and each.places:
                key = each.rule, each.evidence, languages.get(each.places[0].path) or ""
                (self.held if each.outcome == "holds" else self.failed)[key] += 1

    def plain(self) -> dict[str, Any]:
        """The counts as a file has them, in a fixed order."""
        return {
            "schema": SCHEMA,
            "articles": sum(self.articles.values()),
            "corpora": [{"name": name, "articles": number} for name, number in sorted(self.articles.items())],
            "comparisons": [
                {
                    "rule": rule,
                    "evidence": evidence,
                    "language": language,
                    "held": self.held[rule, evidence, language],
                    "failed": self.failed[rule, evidence, language],
                }
                for rule, evidence, language in sorted({*self.held, *self.failed})
            ],
        }


def records(plain: Mapping[str, Any]) -> dict[str, tuple[Record, ...]]:
    """The records of each rule, all languages together, from what a file of counts has."""
    found: dict[str, dict[Evidence, Record]] = {}
    for row in plain.get("comparisons", ()):
        of_rule = found.setdefault(row["rule"], {})
        record = Record(row["evidence"], row["held"], row["failed"])
        of_rule[record.evidence] = record.plus(of_rule.get(record.evidence, Record(record.evidence, 0, 0)))
    return {rule: tuple(each[evidence] for evidence in EVIDENCE if evidence in each) for rule, each in found.items()}


def quiet(of_rule: Sequence[Record], of_all: Iterable[Record]) -> tuple[Evidence, ...]:
    """The kinds of evidence with which a rule reports hints only; none for a rule of which nothing was counted.

    With at least 50 comparisons its own count decides, with fewer that of all rules with the same evidence, and
    standing near each other is never enough. What has never failed reports nothing, so it cannot disturb.
    """
    if not of_rule:
        return ()
    pooled = {evidence: Record(evidence, 0, 0) for evidence in EVIDENCE}
    for record in of_all:
        pooled[record.evidence] = pooled[record.evidence].plus(record)
    own = {record.evidence: record for record in of_rule}
    return tuple(each for each in EVIDENCE if not _stands(own.get(each, Record(each, 0, 0)), pooled[each]))


def _stands(own: Record, pooled: Record) -> bool:
    if not own.failed:
        return True
    if own.made >= LEAST:
        return own.held >= SHARE * own.made
    rare = own.failed <= max(1, (1 - SHARE) * own.made)
    return rare and own.evidence != "nearness" and pooled.made >= LEAST and pooled.held >= SHARE * pooled.made


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
