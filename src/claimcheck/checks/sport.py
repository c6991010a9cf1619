"""Results of matches and races against each other: gaps between times, scores, points for wins and draws."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from claimcheck.checks.comparison import Comparison, Write, judged, role, word_role
from claimcheck.checks.readings import middle
from claimcheck.checks.repair import mend
from claimcheck.link.dimension import measure
from claimcheck.model.bounds import possible
from claimcheck.model.interval import exactly, rounded_to
from claimcheck.model.link import Dossier
from claimcheck.model.sport import Gap, Progress, Record

SECONDS = {"second": Decimal(1), "minute": Decimal(60)}
POINTS = (3, 2)


class GapOfTimes:
    """Fails where two times do not lie as far apart as stated, however their notation is read."""

    names = ("one", "two", "gap", "result")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each pair of times with a stated gap."""
        for link in dossier.links:
            if not isinstance(link, Gap):
                continue
            value = measure(link.gap)
            scale = None if value is None else SECONDS.get(value.unit or "")
            if value is None or scale is None or not link.seconds or value.number is None:
                continue
            room = Decimal(0) if link.exact and scale == 1 else Decimal("0.1") if value.rounded else scale
            room = Decimal("0.1") if value.number != value.number.to_integral_value() else room
            stated = possible(value).times(scale).widened(room)
            fitting = [each for each in link.seconds if exactly(each).meets(stated)]
            result = min(fitting or link.seconds)
            shown = write(rounded_to(result / scale, -2).normalize())
            shown = f"{shown} {'s' if scale == 1 else 'min'}"
            values = (("one", link.one.text), ("two", link.two.text), ("gap", link.gap.text), ("result", shown))
            roles = (word_role("claim", link.one), word_role("other", link.two), role("by", link.gap))
            shown = f"{link.two.text} − {link.one.text} = {write(result)} s"
            yield Comparison(judged(bool(fitting)), (link.gap,), roles, values, shown)


class ScoreFalls:
    """Fails where a side has fewer goals at the end than it had at half-time, whichever side is named first."""

    names = ("early", "late")
    of: Literal["scores"] = "scores"

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each match with both scores."""
        del write
        for link in dossier.links:
            if not isinstance(link, Progress):
                continue
            one, two = link.pair
            straight = link.final[0] >= one and link.final[1] >= two
            turned = link.final[0] >= two and link.final[1] >= one
            values = (("early", link.early.text), ("late", link.late.text))
            roles = (word_role("claim", link.early), word_role("other", link.late))
            shown = f"{link.early.text} → {link.late.text}"
            yield Comparison(judged(straight or turned), (), roles, values, shown)


class PointsOfResults:
    """Fails where wins and draws bring another number of points, or results are more or fewer than the matches."""

    names = ("wins", "draws", "losses", "stated", "result")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each record of results with points or matches."""
        for link in dossier.links:
            if not isinstance(link, Record):
                continue
            wins, draws, losses = (middle(claim) or Decimal(0) for claim in link.results)
            for stated, results in (
                (link.points, [wins * each + draws for each in POINTS]),
                (link.games, [wins + draws + losses]),
            ):
                number = None if stated is None else middle(stated)
                if stated is None or number is None:
                    continue
                # handball and chess count two points for a win and show those lost as well
                fits = number in results
                names = ("wins", "draws", "losses")
                values = (
                    *((name, claim.text) for name, claim in zip(names, link.results, strict=True)),
                    ("stated", stated.text),
                    ("result", write(results[0])),
                )
                roles = (role("claim", stated), *(role("other", claim) for claim in link.results))
                each = POINTS[results.index(number)] if fits and stated is link.points else POINTS[0]
                result = number if fits else results[0]
                shown = f"{write(wins)} × {each} + {write(draws)} = {write(result)}"
                if stated is link.games:
                    shown = f"{write(wins)} + {write(draws)} + {write(losses)} = {write(result)}"
                mends = mend(stated, results[0], write)
                yield Comparison(judged(fits), (stated, *link.results), roles, values, shown, mends)
