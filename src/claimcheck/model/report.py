"""What a run found in articles, between them and in their sources, and what it did not look at."""

from datetime import date
from typing import Literal, NamedTuple

from claimcheck.errors import Problem
from claimcheck.model.analysis import Analysis
from claimcheck.model.claim import Claim
from claimcheck.model.comparison import Compared, Finding
from claimcheck.model.document import Document
from claimcheck.model.entity import Mention
from claimcheck.model.span import Span, Wording

TieRelation = Literal["agrees", "conflicts", "updates", "differs"]
Aspect = Literal[
    "value",
    "magnitude",
    "digits",
    "scale",
    "falling",
    "older",
    "date",
    "quotation",
    "speaker",
    "holder",
    "spelling",
    "relative",
    "actors",
    "sources",
    "name",
    "measure",
    "left",
    "direction",
    "person",
    "version",
    "corrected",
]


class End(NamedTuple):
    """One end of a tie: the document by its path, the place in it and its words."""

    path: str
    span: Span
    text: str


class Tie(NamedTuple):
    """Two places of two articles and how they stand to each other.

    `aspect` says what was compared and how it came out; "differs" are two named sources that disagree, or two values
    of one thing without enough evidence for a conflict. `reason` says
    in plain words why the two are taken to speak of one thing. `stated` are the two values in plain notation.
    """

    a: End
    b: End
    relation: TieRelation
    aspect: Aspect
    reason: str
    stated: tuple[str, str] | None = None

    @property
    def values(self) -> tuple[str, str]:
        """What the two sides state, the same for the same value in another wording."""
        return self.stated or (" ".join(self.a.text.lower().split()), " ".join(self.b.text.lower().split()))

    @property
    def working(self) -> str:
        """The two values set against each other, "" where the words themselves are what differs."""
        return f"{self.stated[0]} ≠ {self.stated[1]}" if self.stated and self.relation != "agrees" else ""


Verdict = Literal["supported", "contradicted", "not_found", "not_checked"]
VERDICTS: tuple[Verdict, ...] = ("supported", "contradicted", "not_found", "not_checked")
Reason = Literal[
    "same", "rounded", "converted", "derived", "verbatim", "shortened", "worded_alike",
    "value", "magnitude", "hedge", "unit", "subject", "date", "status", "quotation", "speaker", "negation", "opposite",
    "roles", "name", "absent", "no_rule",
]  # fmt: skip


class Evidence(NamedTuple):
    """A place in a source."""

    path: str
    span: Span
    text: str


class Support(NamedTuple):
    """The verdict on one statement of a draft.

    `reason` names why: for supported "same", "rounded", "converted" (another unit), "derived" (`working` shows how),
    "verbatim", "shortened" (a quotation with a marked gap), "worded_alike"; for contradicted "value", "magnitude",
    "hedge", "unit", "subject" (the number stands there for something else), "date", "quotation", "speaker",
    "negation", "opposite", "roles", "status", "name"; for not_found "absent" or "name"; for not_checked "no_rule".
    `evidence` is what it was held against, the nearest first; empty where nothing was found.
    """

    path: str
    span: Span
    text: str
    verdict: Verdict
    reason: Reason
    evidence: tuple[Evidence, ...] = ()
    working: str = ""


def in_order(support: Support) -> tuple[object, ...]:
    """What verdicts are sorted by: path and place, then verdict and reason."""
    return support.path, support.span, support.verdict, support.reason


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
