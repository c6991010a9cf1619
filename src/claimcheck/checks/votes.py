"""Who has more: votes and seats against the outcome, points against results, ranks."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from claimcheck.checks.comparison import Comparison, Made, Write, chosen, judged, mend, role, sign, word_role
from claimcheck.checks.readings import allowed, middle
from claimcheck.model import Claim
from claimcheck.model.figures import Games, Majority, Placed, Ranked, Reached, Threshold, Votes
from claimcheck.model.interval import Interval, exactly, possible
from claimcheck.model.link import Dossier
from claimcheck.statements.dimension import exact, measure


class VoteMargin:
    """Fails where two numbers of votes are not as far apart as stated."""

    names = ("one", "two", "margin", "result")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each vote with a stated margin."""
        for link in dossier.each(Votes):
            if link.margin is None:
                continue
            value, shown = measure(link.margin), middle(link.margin)
            if value is None or shown is None:
                continue
            result = abs(link.pair[0] - link.pair[1])
            fits = exactly(Decimal(result)).meets(possible(value))
            values = (
                ("one", str(link.pair[0])),
                ("two", str(link.pair[1])),
                ("margin", link.margin.text),
                ("result", str(result)),
            )
            roles = (word_role("claim", link.one), word_role("other", link.two), role("by", link.margin))
            computation = f"{max(link.pair)} − {min(link.pair)} = {result}"
            mends = mend(link.margin, Decimal(result), write)
            claims = (link.margin,)
            yield Comparison(judged(fits), claims, roles, values, computation, mends, evidence=link.evidence)


class VoteOutcome:
    """Fails where the smaller side is said to have won, the votes in favour being named first."""

    names = ("one", "two", "outcome")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each vote with a word that says how it went."""
        del write
        for link in dossier.each(Votes):
            if link.outcome is None:
                continue
            first, second = link.pair
            fits = first >= second
            values = (("one", str(first)), ("two", str(second)), ("outcome", link.outcome.text))
            roles = (word_role("claim", link.one), word_role("other", link.two), word_role("verb", link.outcome))
            shown = f"{first} {sign(Decimal(first), Decimal(second))} {second}"
            yield Comparison(judged(fits), (), roles, values, shown)


class SeriesOfGames:
    """Fails where a series of games ended in another game than its result allows."""

    names = ("score", "game", "result")
    of: Literal["games"] = "games"

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each series whose last game is named."""
        del write
        for link in dossier.each(Games):
            played = sum(link.pair)
            fits = played >= link.number
            values = (("score", link.score.text), ("game", link.game.text), ("result", str(played)))
            roles = (word_role("claim", link.score), word_role("other", link.game))
            computation = f"{link.pair[0]} + {link.pair[1]} = {played} {'≥' if fits else '<'} {link.number}"
            yield Comparison(judged(fits), (), roles, values, computation)


class MajorityOfSeats:
    """Fails where the seats are not more than half of all."""

    names = ("part", "whole", "word", "needed")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each number of seats that is called a majority."""
        for link in dossier.each(Majority):
            whole, seats = middle(link.whole), sum((middle(part) or Decimal(0) for part in link.parts), Decimal(0))
            claims = (*link.parts, link.whole)
            if whole is None:
                continue
            fits = seats * 2 > whole
            shown = " + ".join(write(middle(part) or Decimal(0)) for part in link.parts)
            if len(link.parts) > 1:
                shown = f"{shown} = {write(seats)}"
            needed = write(whole // 2 + 1)
            roles = (
                *(role("part", part) for part in link.parts),
                role("whole", link.whole),
                word_role("word", link.word),
            )
            values = (("part", shown), ("whole", write(whole)), ("word", link.word.text), ("needed", needed))
            yield Comparison(judged(fits), claims, roles, values, f"{shown} {'≥' if fits else '<'} {needed}")


class RankBehind:
    """Fails where more are named than can be before the rank, or fewer although they are said to be all."""

    names = ("rank", "names", "count", "result")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each rank with names before it."""
        del write
        for link in dossier.each(Ranked):
            before = link.place - 1
            fits = link.named == before or (link.named < before and not link.alone)
            values = (
                ("rank", link.rank.text),
                ("names", link.names.text),
                ("count", str(link.named)),
                ("result", str(link.named + 1)),
            )
            roles = (word_role("claim", link.rank), word_role("other", link.names))
            between = "=" if link.named == before else "≤" if fits else "≠"
            shown = f"{link.named} + 1 = {link.named + 1} {between} {link.place}"
            yield Comparison(judged(fits), (), roles, values, shown)


class PlacedByValue:
    """Fails where the value of what is called the largest, or second-largest, does not stand in that place."""

    names = ("word", "value", "other", "result")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each value whose place is told."""
        del write
        for link in dossier.each(Placed):
            if link.before or link.behind:
                yield _placed(link)


def _placed(link: Placed) -> Comparison:
    """The place against the first value that stands on the wrong side, else against the nearest."""
    sides = [(each, True) for each in link.before] + [(each, False) for each in link.behind]
    wrong = [each for each, before in sides if _contradicts(link, each, larger=before == link.largest_first)]
    other = wrong[0] if wrong else sides[0][0]
    first, second = middle(link.value) or Decimal(0), middle(other) or Decimal(0)
    shown = f"{first:f} {sign(first, second)} {second:f}"
    values = (("word", link.word.text), ("value", link.value.text), ("other", other.text), ("result", shown))
    roles = (word_role("word", link.word), role("claim", link.value), role("other", other))
    claims = (link.value, *link.before, *link.behind)
    return Comparison(judged(not wrong), claims, roles, values, shown, evidence=link.evidence)


def _contradicts(link: Placed, other: Claim, *, larger: bool) -> bool:
    """Whether a value that must be larger, or smaller, than that of the place surely is not."""
    mine, its = exact(link.value), exact(other)
    if mine is not None and its is not None and mine.same_quantum(its):
        return its < mine if larger else its > mine
    one, two = allowed(link.value), allowed(other)
    return _surely_less(two, one) if larger else _surely_less(one, two)


def _surely_less(one: Interval, two: Interval) -> bool:
    """Whether all that the one may be is no more than the least the other may be."""
    return one.high is not None and two.low is not None and one.high <= two.low and one != two


class ThresholdMet:
    """Fails where what there was is less than what was needed and is called enough, or the other way round."""

    names = ("needed", "value", "word", "result")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each number that was needed and its outcome."""
        del write
        for link in dossier.each(Threshold):
            yield chosen([_met(link, each) for each in link.readings])


def _met(link: Threshold, reached: Reached) -> Made:
    got, needed = middle(reached.claim) or Decimal(0), middle(link.needed) or Decimal(0)
    shown = f"{got:f} {sign(got, needed)} {needed:f}"
    values = (
        ("needed", link.needed.text),
        ("value", reached.claim.text),
        ("word", link.word.text),
        ("result", shown),
    )
    roles = (role("claim", reached.claim), role("other", link.needed), word_role("word", link.word))
    comparison = Comparison(judged((got >= needed) == link.met), (reached.claim, link.needed), roles, values, shown)
    return Made(comparison, reached.evidence, slip=False)
