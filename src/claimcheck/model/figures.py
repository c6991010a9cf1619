"""What numbers of one article make together: products, averages, lists, votes, ranks, figures told again."""

from typing import Literal, NamedTuple

from claimcheck.model.claim import Claim
from claimcheck.model.comparison import Evidence
from claimcheck.model.span import Word

ProductKind = Literal["each", "per", "speed", "rate", "stake", "times"]
ToldAgain = Literal["headline", "subhead", "teaser", "caption", "words", "language", "count"]


class Factors(NamedTuple):
    """One way to read a product: this total, so many of it or for so long, and so much for each.

    `evidence` is why the three belong together, None where they only may; `near`: so near that a slip tells.
    """

    total: Claim
    one: Claim
    two: Claim
    evidence: Evidence | None = None
    near: bool = False


class Product(NamedTuple):
    """A total that is the product of two factors: flats and price of each, hours and speed, share and whole."""

    kind: ProductKind
    readings: tuple[Factors, ...]


class Average(NamedTuple):
    """An average with the bounds of what it is an average of: `high` is None where `low` is a range."""

    average: Claim
    low: Claim
    high: Claim | None
    reason: str
    evidence: Evidence


class Shares(NamedTuple):
    """Shares of one whole. A list that words make `complete` must reach 100 percent, no list may exceed it.

    `last` are the members that surely belong together; those in `maybe` may be shares of something else. `evidence` is
    why; None: as clauses, marks and nouns of the text show.
    """

    last: tuple[Claim, ...]
    maybe: tuple[Claim, ...]
    complete: bool
    reason: str
    evidence: Evidence | None = None


class ShareOfCount(NamedTuple):
    """A share of a small number of things, of which only whole ones can be meant."""

    share: Claim
    whole: Claim
    reason: str


class Listed(NamedTuple):
    """A number of things that are then named; `counts` are all numbers of names the list can be read to have.

    `members` are those that are counted, where they are not all of the list.
    """

    stated: Claim
    names: Word
    counts: tuple[int, ...]
    reason: str
    evidence: Evidence | None = None
    members: tuple[Word, ...] = ()


class Votes(NamedTuple):
    """Two sides of a vote or match with the stated margin, or with a word that says which side won."""

    one: Word
    two: Word
    pair: tuple[int, int]
    margin: Claim | None
    outcome: Word | None
    reason: str
    evidence: Evidence | None = None


class Majority(NamedTuple):
    """Seats of one or several sides, the number of all seats, and the word that calls them a majority."""

    parts: tuple[Claim, ...]
    whole: Claim
    word: Word
    reason: str


class Games(NamedTuple):
    """A result of a series of games and the number of the game that ended it."""

    score: Word
    pair: tuple[int, int]
    game: Word
    number: int
    reason: str


class Ranked(NamedTuple):
    """A rank and those who stand before it; `alone`: words say that there are no others."""

    rank: Word
    place: int
    names: Word
    named: int
    alone: bool
    reason: str


class Placed(NamedTuple):
    """What is called the largest or second-largest, its value, and the values of those before and behind it."""

    word: Word
    value: Claim
    before: tuple[Claim, ...]
    behind: tuple[Claim, ...]
    largest_first: bool
    evidence: Evidence


class Measured(NamedTuple):
    """What is measured, as the text calls it, the number with its unit, and whether the unit can measure it."""

    word: Word
    claim: Claim
    fits: bool


class Reached(NamedTuple):
    """A number that may be what there was; `evidence` is why, None where it only may."""

    claim: Claim
    evidence: Evidence | None


class Threshold(NamedTuple):
    """What was needed, what there may have been, and the word that says it was enough (`met`) or not."""

    needed: Claim
    readings: tuple[Reached, ...]
    word: Word
    met: bool


class Garbled(NamedTuple):
    """Digits that no notation allows, or two scales on one number."""

    number: Word
    reason: str


class Again(NamedTuple):
    """One figure told twice: in the headline and in the body, in words and in digits, in two languages.

    `near`: the two agree as far as such places round. `evidence` is why both are one; None: as its kind tells.
    """

    kind: ToldAgain
    claim: Claim
    other: Claim
    reason: str
    near: bool = False
    evidence: Evidence | None = None


class Series(NamedTuple):
    """A number that stands out by a factor of about a thousand from the others of its series."""

    claim: Claim
    others: tuple[Claim, ...]
    reason: str


Figures = (
    Product
    | Average
    | Shares
    | ShareOfCount
    | Listed
    | Votes
    | Majority
    | Games
    | Ranked
    | Placed
    | Measured
    | Threshold
    | Garbled
    | Again
    | Series
)
