"""What dates, lengths of time and ages of one article have to do with each other."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from claimcheck.model.attribution import Part
from claimcheck.model.claim import Claim

SameKind = Literal["day", "ago", "year", "holiday", "quarter"]


class SameTime(NamedTuple):
    """One time said twice: "yesterday, Monday", "ten years ago, in 2014", "the second quarter (April to June)".

    `claim` is the one that tells the time by a rule; `other` is None where one claim holds both ("am gestrigen
    Montag"). `meant` is the first day of what the rule gives, `years` how many years back it counts, if it counts any.
    """

    kind: SameKind
    claim: Claim
    other: Claim | None
    meant: date | None
    years: Claim | None
    reason: str


class Lasting(NamedTuple):
    """A length of time with the dates it lies between; `end` is None for "since": then it is the publication.

    `period` holds both dates where they are one claim ("from 2012 to 2019"); then `start` and `end` are None.
    `exact` says that the length counts from the one date to the other ("three years later").
    """

    length: Claim
    start: Claim | None
    end: Claim | None
    period: Claim | None
    exact: bool
    reason: str


class OnClock(NamedTuple):
    """A length in hours or minutes with the two times of day it lies between, which are `minutes` apart."""

    length: Claim
    start: Part
    end: Part
    minutes: int
    reason: str


class Ordered(NamedTuple):
    """A date that lies so long after another one, or (`after` is False) before it."""

    length: Claim
    event: Claim
    other: Claim
    after: bool
    reason: str


class FromTo(NamedTuple):
    """The first and the last date of a period, as the words "from" and "until" say."""

    first: Claim
    last: Claim
    reason: str


class Life(NamedTuple):
    """Facts of one life. `age` is the present one, or with `last` that of the day of death.

    `born` may be a period of life ("1916–1997"): then its end is the death. `event` is a date that lies in this life,
    `grown` says that no child has such a one.
    """

    born: Claim | None
    died: Claim | None
    age: Claim | None
    last: bool
    event: Claim | None
    grown: bool
    reason: str


class Service(NamedTuple):
    """An age with how long the person has done something; `grown`: something that nobody does from birth on."""

    age: Claim
    length: Claim
    grown: bool
    reason: str


class TwoAges(NamedTuple):
    """Two ages that the text gives one person."""

    first: Claim
    second: Claim
    reason: str


class Jubilee(NamedTuple):
    """A jubilee: its number, the day it counts from, and the year it is held in (None: that of the publication)."""

    number: Part
    years: int
    since: Claim
    held: Claim | None
    reason: str


class Told(NamedTuple):
    """A date with a verb whose tense says whether it is over; `past` is what the verb says.

    `sure`: the verb stands beside the date and can tell of nothing else.
    """

    claim: Claim
    verb: Part
    past: bool
    sure: bool
    reason: str


Timed = SameTime | FromTo | Lasting | OnClock | Ordered | Life | Service | TwoAges | Jubilee | Told
