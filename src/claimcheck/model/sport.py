"""Results that stand beside each other: times and the gap between them, scores, wins and points."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from claimcheck.model.claim import Claim
from claimcheck.model.word import Word


class Gap(NamedTuple):
    """Two times, the stated gap between them, and every number of seconds that lies between them by their notation."""

    one: Word
    two: Word
    gap: Claim
    seconds: tuple[Decimal, ...]
    exact: bool
    reason: str


class Progress(NamedTuple):
    """A score during a match and the one at its end; a score never falls."""

    early: Word
    late: Word
    pair: tuple[int, int]
    final: tuple[int, int]
    reason: str


class Record(NamedTuple):
    """Wins, draws and defeats with the points they bring, or with the number of matches they are."""

    results: tuple[Claim, Claim, Claim]
    points: Claim | None
    games: Claim | None
    reason: str


class Than(NamedTuple):
    """A value that is called more or less than another: "30 months, less than the 26 asked for"."""

    claim: Claim
    other: Claim
    more: bool
    word: Word
    reason: str


Results = Gap | Progress | Record | Than
