"""What numbers of one article have to do with each other, and why we think so.

A link holds *readings* where the words allow more than one: it is at fault only if every reading is. The first
reading is the likeliest and the one a finding shows.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, NamedTuple, TypeVar

from claimcheck.model import span
from claimcheck.model.claim import Argument, ArgumentName, Claim
from claimcheck.model.comparison import Evidence, Judged, Timed
from claimcheck.model.entity import ReferenceClaim
from claimcheck.model.figures import Figures
from claimcheck.model.ledger import Use
from claimcheck.model.measure import Hedge
from claimcheck.model.report import Article, Support, Tie
from claimcheck.model.span import Span

Direction = Literal["up", "down"]
Word = span.Word
T = TypeVar("T")


class Factor(NamedTuple):
    """ "More than halved" is Factor(2, "over", True, …): how many times, which hedge, whether downwards."""

    times: Decimal
    hedge: Hedge | None
    down: bool
    word: Word


class Reading(NamedTuple):
    """One way to read a change: old and new value and the step between them, as far as stated."""

    old: Claim | None
    new: Claim | None
    step: Claim | None = None


class Change(NamedTuple):
    """From old to new, by a stated percentage, a stated factor, or only in a stated direction.

    `evidence` is why size and values belong together; None: as clauses, marks and nouns of the text show. `led`: the
    clause of the size leads from the one value to the other, so that no size is too far off to be theirs.
    """

    readings: tuple[Reading, ...]
    by: Claim | None
    factor: Factor | None
    direction: Direction | None
    reason: str
    verb: Word | None = None
    evidence: Evidence | None = None
    led: bool = False


PartWay = Literal["of", "rest", "beside"]


class PartOf(NamedTuple):
    """One way to read a share: this part of that whole; what this part leaves of it; this one of both together."""

    part: Claim
    whole: Claim
    way: PartWay = "of"


class PartWhole(NamedTuple):
    """A stated share of a part in a whole."""

    readings: tuple[PartOf, ...]
    share: Claim
    reason: str
    evidence: Evidence | None = None


class Part(NamedTuple):
    """A member of a list; `times` is how many names a "two each" stands for, at least."""

    claim: Claim
    times: int


class Total(NamedTuple):
    """A total and its parts; a complete list must add up, an incomplete one only must not exceed the total.

    `others` are further ways to read it, each a total and its parts.
    """

    total: Claim
    parts: tuple[Part, ...]
    complete: bool
    reason: str
    evidence: Evidence | None = None
    others: tuple[tuple[Claim, tuple[Part, ...]], ...] = ()


class Within(NamedTuple):
    """A part and the wholes it may be a part of, the likeliest first; it must not exceed all of them.

    `sure`: no others can have been told of, however much larger the part is.
    """

    part: Claim
    wholes: tuple[Claim, ...]
    reason: str
    evidence: Evidence
    sure: bool = False


class Same(NamedTuple):
    """The same share said twice: "one in three (25 percent)"; `word` stands for a claim in words like "majority"."""

    claim: Claim
    other: Claim | None
    word: Word | None
    above_half: bool | None
    reason: str


class ShareOf(NamedTuple):
    """A share of a group that cannot exceed the whole group: "62 percent of respondents"."""

    share: Claim
    group: Word
    reason: str


class TwoUnits(NamedTuple):
    """One quantity said in two units: "5 miles (8 kilometres)"; `step`: it is how far something rose or fell."""

    claim: Claim
    other: Claim
    reason: str
    step: bool = False
    evidence: Evidence | None = None


class Spread(NamedTuple):
    """A range that is one: "between 26 and 31 million", not the old and new value of "fell from 31 to 26"."""

    claim: Claim
    reason: str


Aspect = Literal["actor", "value", "date", "category", "founders", "measure", "per", "wording", "speaker"]


class Known(NamedTuple):
    """One aspect of a claim beside a fact: `said` at `span` is what the article has, `right` what the reference has.

    `others` are further places it rests on, besides the arguments of a relation. `spoken`: it is what somebody says;
    None where its voice tells. `agrees` is False only where both cannot be true. actor: who did it · value, date: when
    and how much · category: what it is · founders: one of several named as the only one · measure: the figure is one
    of something else · per: it holds for each, and the article does not say so · wording, speaker: of a documented
    quotation.
    """

    claim: Claim
    aspect: Aspect
    agrees: bool
    span: Span
    said: str
    right: str
    fact: ReferenceClaim
    others: tuple[tuple[ArgumentName, Argument], ...] = ()
    spoken: bool | None = None


Link = (
    Change | PartWhole | Total | Within | Same | ShareOf | TwoUnits | Spread | Known | Figures | Timed | Judged
    | Tie | Support | Use
)  # fmt: skip


class Dossier(NamedTuple):
    """What checks work on: an article with the links between its claims, or from them to the articles `beside` it."""

    article: Article
    links: tuple[Link, ...]
    beside: tuple[Article, ...] = ()

    def each(self, kind: type[T]) -> Iterator[T]:
        """The links of one kind, in their order."""
        return (link for link in self.links if isinstance(link, kind))
