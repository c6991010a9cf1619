"""What a run found, and what it did not look at."""

from datetime import date
from typing import Literal, NamedTuple

from claimcheck.errors import Problem
from claimcheck.model.analysis import Analysis
from claimcheck.model.claim import Claim
from claimcheck.model.comparison import Compared, Finding
from claimcheck.model.document import Document
from claimcheck.model.entity import Mention
from claimcheck.model.span import Span, Wording
from claimcheck.model.support import Support
from claimcheck.model.tie import Tie


class Article(NamedTuple):
    """A document with its claims, the numbers in it that no extractor understood, its names and its vague wordings.

    `analysis` reads its sentences when somebody asks; None without a language.
    """

    document: Document
    claims: tuple[Claim, ...]
    unread: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    wordings: tuple[Wording, ...] = ()
    analysis: Analysis | None = None


class RuleCoverage(NamedTuple):
    """How many comparisons a rule made; `not_run` says in plain words why it made none."""

    rule: str
    comparisons: int
    not_run: str | None


class Hidden(NamedTuple):
    """A finding that is not shown, and why: a suppression in the text or beside it, or a baseline that knows it."""

    finding: Finding
    by: Literal["comment", "sidecar", "baseline"]
    reason: str = ""
    until: date | None = None


class Looked(NamedTuple):
    """How many earlier articles of an archive the drafts were compared with, and how many close ones were left out."""

    compared: int
    left_out: int


class Coverage(NamedTuple):
    """What the report rests on: claims in all, claims at least one rule compared, each rule's share, what is hidden.

    `archive` is None where none was asked.
    """

    claims: int
    compared: int
    rules: tuple[RuleCoverage, ...]
    hidden: tuple[Hidden, ...] = ()
    archive: Looked | None = None


class Report(NamedTuple):
    """The whole result of a run, in a fixed order: documents by path, findings by place, then rule.

    `compared` says that the articles were laid beside each other, `links` what they share.
    `problems` are the inputs that could not be read; everything else was still checked. `sources` are the documents
    the articles were held against, `support` their verdicts by path and place. `earlier` are the articles of an archive
    that say something of the same. `comparisons` are all that were made, by path and place, what holds too.
    """

    articles: tuple[Article, ...]
    findings: tuple[Finding, ...]
    coverage: Coverage
    problems: tuple[Problem, ...] = ()
    links: tuple[Tie, ...] = ()
    compared: bool = False
    sources: tuple[Article, ...] = ()
    support: tuple[Support, ...] = ()
    earlier: tuple[Article, ...] = ()
    comparisons: tuple[Compared, ...] = ()

    def readable(self) -> tuple[Article, ...]:
        """Every document that a finding can point into."""
        return (*self.earlier, *self.sources, *self.articles)
