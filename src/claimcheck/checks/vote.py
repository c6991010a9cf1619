"""Votes against the margin they leave and the way the vote is said to have gone."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from claimcheck.checks.comparison import Comparison, Write, judged, role, sign, word_role
from claimcheck.checks.readings import middle
from claimcheck.checks.repair import mend
from claimcheck.link.dimension import measure
from claimcheck.model.bounds import possible
from claimcheck.model.figures import Games, Votes
from claimcheck.model.interval import exactly
from claimcheck.model.link import Dossier


class VoteMargin:
    """Fails where two numbers of votes are not as far apart as stated."""

    names = ("one", "two", "margin", "result")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each vote with a stated margin."""
        for link in dossier.links:
            if not isinstance(link, Votes) or link.margin is None:
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
            yield Comparison(
                judged(fits), (link.margin,), roles, values, computation, mend(link.margin, Decimal(result), write)
            )


class VoteOutcome:
    """Fails where the smaller side is said to have won, the votes in favour being named first."""

    names = ("one", "two", "outcome")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each vote with a word that says how it went."""
        del write
        for link in dossier.links:
            if not isinstance(link, Votes) or link.outcome is None:
                continue
            first, second = link.pair
            fits = not link.won or first >= second
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
        for link in dossier.links:
            if not isinstance(link, Games):
                continue
            played = sum(link.pair)
            fits = played >= link.number
            values = (("score", link.score.text), ("game", link.game.text), ("result", str(played)))
            roles = (word_role("claim", link.score), word_role("other", link.game))
            computation = f"{link.pair[0]} + {link.pair[1]} = {played} {'≥' if fits else '<'} {link.number}"
            yield Comparison(judged(fits), (), roles, values, computation)
