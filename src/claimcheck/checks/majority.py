"""Seats that are called a majority and are none: "61 of the 125 seats, an absolute majority"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.comparison import Comparison, Write, judged, role, word_role
from claimcheck.checks.readings import middle
from claimcheck.model.figures import Majority
from claimcheck.model.link import Dossier


class MajorityOfSeats:
    """Fails where the seats are not more than half of all."""

    names = ("part", "whole", "word", "needed")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each number of seats that is called a majority."""
        for link in dossier.links:
            if not isinstance(link, Majority):
                continue
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
