"""What a run found, and what it did not look at."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.errors import Problem
from claimcheck.model.claim import Claim
from claimcheck.model.document import Document
from claimcheck.model.finding import Finding
from claimcheck.model.span import Span


class Article(NamedTuple):
    """A document with its claims and the numbers in it that no extractor understood."""

    document: Document
    claims: tuple[Claim, ...]
    unread: tuple[Span, ...] = ()


class RuleCoverage(NamedTuple):
    """How many comparisons a rule made; `not_run` says in plain words why it made none."""

    rule: str
    comparisons: int
    not_run: str | None


class Coverage(NamedTuple):
    """What the report rests on: claims in all, claims at least one rule compared, and each rule's share."""

    claims: int
    compared: int
    rules: tuple[RuleCoverage, ...]


class Report(NamedTuple):
    """The whole result of a run, in a fixed order: documents by path, findings by place, then rule.

    `problems` are the inputs that could not be read; everything else was still checked.
    """

    articles: tuple[Article, ...]
    findings: tuple[Finding, ...]
    coverage: Coverage
    problems: tuple[Problem, ...] = ()
