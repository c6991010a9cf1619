"""What an article calls people, organisations and places, where two of its words may not go together."""

from __future__ import annotations

from typing import Literal, NamedTuple

from claimcheck.model.attribution import Part
from claimcheck.model.claim import Claim


class Addressed(NamedTuple):
    """A form of address and what tells the sex of the only person of that name: a first name or another form."""

    name: Part
    title: Part
    other: Part
    clash: bool


class TwoTitles(NamedTuple):
    """Two titles right before the name of one person."""

    name: str
    title: Part
    other: Part
    clash: bool


class Shortened(NamedTuple):
    """A full name and an acronym of which the one stands in brackets behind the other.

    `right` are the acronyms of that name or, where `other_way`, the name that the acronym stands for; `known` is False
    where only the first letters tell.
    """

    name: Part
    acronym: Part
    right: tuple[str, ...]
    known: bool
    clash: bool


class Located(NamedTuple):
    """A town with the region that the text puts it in; `right` is the one it lies in."""

    town: Part
    region: Part
    right: str
    clash: bool


class Capital(NamedTuple):
    """A town that the text calls the capital of a country; `right` is that country's capital."""

    town: Part
    phrase: Part
    country: str
    right: str
    clash: bool


class Headed(NamedTuple):
    """Words of a headline and words of the text below that deny them; outside the text the headline has no place."""

    kind: Literal["outcome", "weekday", "place", "name", "people", "figure"]
    head: Part
    below: Part


class Speaker(NamedTuple):
    """A speaker named by a surname alone; `first` introduces it, `alike` is a name that differs by a letter."""

    name: Part
    first: Part | None
    alike: Part | None


class Respelled(NamedTuple):
    """Two words, or two names of which one half is the same, that differ by a letter; `name`: a known kind of name."""

    part: Part
    other: Part
    name: bool


class Changed(NamedTuple):
    """A surname that nobody bears, with the full name of the only person whose surname begins like it."""

    name: Part
    full: Part
    other: str


class Unanswered(NamedTuple):
    """A superlative, or a share of people with its claim; `sourced` says whether somebody near answers for it."""

    kind: Literal["superlative", "share"]
    part: Part
    claim: Claim | None
    sourced: bool


class TwoSpeakers(NamedTuple):
    """The same words of two speakers: `source` says them in the claim, or in a headline outside the text, `other`
    before or below; `speaker` and `first` are the two persons.
    """

    claim: Claim | None
    source: Part
    other: Part
    speaker: str
    first: str
    clash: bool


Named = (
    TwoSpeakers
    | Addressed
    | TwoTitles
    | Shortened
    | Located
    | Capital
    | Speaker
    | Changed
    | Headed
    | Respelled
    | Unanswered
)
