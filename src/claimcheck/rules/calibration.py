"""What published articles say of the rules: how often what each compared held, by kind of evidence.

Published articles are nearly always consistent, so a right link holds nearly always and a wrong one by chance. A rule
reports at its own level only where that was counted; else its findings are hints.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, get_args

from claimcheck.model.comparison import Compared, Evidence

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
