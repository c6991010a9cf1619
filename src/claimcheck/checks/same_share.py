"""One share said in two ways: "one in three (25 percent)", "a majority of 48 percent"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from claimcheck.checks.comparison import Comparison, Write, judged, role, word_role
from claimcheck.checks.readings import middle
from claimcheck.model import Claim
from claimcheck.model.bounds import possible
from claimcheck.model.interval import Interval, rounded_to
from claimcheck.model.link import Dossier, Same
from claimcheck.statements.dimension import measure

HALF = Decimal(50)


class SameShare:
    """Fails where the two ways cannot mean the same share. `words`: plain fractions, or those that set a limit."""

    names = ("claim", "other", "result")

    def __init__(self, words: Literal["fraction", "quantifier"]) -> None:
        self.words = words

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each share that is said twice."""
        for link in dossier.each(Same):
            limit = link.word is not None or any(_limits(each) for each in (link.claim, link.other))
            if limit is not (self.words == "fraction"):
                yield _comparison(link, write)


def _comparison(link: Same, write: Write) -> Comparison:
    fits = _interval(link.claim).meets(_second(link))
    if link.word is not None:
        other = word_role("other", link.word)
    else:
        assert link.other is not None
        other = role("other", link.other)
    claims = (link.claim,) if link.other is None else (link.claim, link.other)
    shown = [middle(each) for each in claims]
    between = " = " if len(set(shown)) == 1 else " ≈ " if fits else " ≠ "
    signs = between.join(f"{write(rounded_to(number, -1).normalize())} %" for number in shown if number)
    if link.other is None:
        signs += _limit(link, fits=fits)
    values = (("claim", link.claim.text), ("other", other.text), ("result", signs))
    return Comparison(judged(fits), claims, (role("claim", link.claim), other), values, signs)


def _second(link: Same) -> Interval:
    """The other share, or the half that a word says it is above or below."""
    if link.other is not None:
        return _interval(link.other)
    return Interval(HALF, None, low_open=True) if link.above_half else Interval(None, HALF, high_open=True)


def _limit(link: Same, *, fits: bool) -> str:
    """On which side of the half a share lies."""
    if link.above_half:
        return " > 50 %" if fits else " ≤ 50 %"
    return " < 50 %" if fits else " ≥ 50 %"


def _interval(claim: Claim) -> Interval:
    value = measure(claim)
    assert value is not None
    return possible(value)


def _limits(claim: Claim | None) -> bool:
    value = None if claim is None else measure(claim)
    return value is not None and value.fraction is not None and value.hedge in ("over", "under", "at_least")
