"""Shares of one group, and what shares and counts of it can be: at most 100 percent, whole people."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_FLOOR, Decimal
from itertools import accumulate

from claimcheck.checks.comparison import Comparison, Write, judged, role, rounded, word_role
from claimcheck.checks.readings import allowed, middle, rounded_to
from claimcheck.checks.repair import mend
from claimcheck.model import Claim
from claimcheck.model.bounds import possible
from claimcheck.model.figures import ShareOfCount, Shares
from claimcheck.model.interval import HUNDRED, Interval, exactly
from claimcheck.model.link import Dossier, ShareOf
from claimcheck.statements.dimension import measure


class SharesMakeHundred:
    """Fails where no run of shares that ends with the last one makes 100 percent; an open list only above 100."""

    names = ("parts", "sum", "last", "result")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each list of shares of one whole."""
        for link in dossier.each(Shares):
            yield _of_hundred(link, write)


def _of_hundred(link: Shares, write: Write) -> Comparison:
    claims = (*link.maybe, *link.last)
    runs = [claims[len(link.maybe) - more :] for more in range(len(link.maybe) + 1)]
    fits = any(_fits(run, complete=link.complete) for run in runs)
    fits = fits or (bool(link.maybe) and not link.complete and not _exceeds(claims))
    roles = tuple(role("part", claim) for claim in claims)
    plain = [number for claim in claims if (number := middle(claim)) is not None]
    if len(plain) < len(claims):
        return Comparison("holds" if fits else "undecided", claims, roles, evidence=link.evidence)
    total = sum(plain, Decimal(0))
    rest = HUNDRED - total + plain[-1]
    parts = " + ".join(write(number) for number in plain)
    values = (("parts", parts), ("sum", write(total)), ("last", claims[-1].text), ("result", write(rest)))
    mends = mend(claims[-1], rest, write) if 0 < rest < HUNDRED else ()
    shown = f"{parts} = {write(total)}"
    return Comparison(judged(fits), claims, roles, values, shown, mends, evidence=link.evidence)


def _sum(claims: tuple[Claim, ...]) -> Interval:
    return list(accumulate((rounded_to(claim) for claim in claims), Interval.plus, initial=exactly(Decimal(0))))[-1]


def _exceeds(claims: tuple[Claim, ...]) -> bool:
    low = _sum(claims).low
    return low is not None and low > HUNDRED


def _fits(claims: tuple[Claim, ...], *, complete: bool) -> bool:
    return _sum(claims).meets(exactly(HUNDRED)) if complete else not _exceeds(claims)


class OverHundred:
    """Fails where a share of a group of people is certainly above 100 percent."""

    names = ("share", "group")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each share of a named group."""
        for link in dossier.each(ShareOf):
            low, shown = allowed(link.share).low, middle(link.share)
            if shown is None:
                continue
            fits = low is None or low <= HUNDRED
            yield Comparison(
                judged(fits),
                (link.share,),
                (role("share", link.share), word_role("group", link.group)),
                (("share", link.share.text), ("group", link.group.text)),
                f"{write(shown)} % {'≤' if fits else '>'} 100 %",
            )


class WholeNumber:
    """Fails where no whole number out of so few comes to the stated percentage, rounded or cut off.

    Source: the granularity test of means (GRIM) of Brown and Heathers, for percentages.
    """

    names = ("share", "count", "low", "high", "below", "above")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each share of a small number of things."""
        for link in dossier.each(ShareOfCount):
            value, count, share = measure(link.share), middle(link.whole), middle(link.share)
            if value is not None and count and share is not None:
                yield _of_whole_numbers(link, possible(value), count, share, write)


def _of_whole_numbers(link: ShareOfCount, stated: Interval, count: Decimal, share: Decimal, write: Write) -> Comparison:
    below = (share * count / HUNDRED).to_integral_value(ROUND_FLOOR)
    near = [number for number in (below - 1, below, below + 1) if 0 <= number <= count]
    fitting = [number for number in near if stated.meets(exactly(number * HUNDRED / count))]
    low, high = (rounded(number * HUNDRED / count, Decimal(0)) for number in (below, below + 1))
    values = (
        ("share", link.share.text),
        ("count", link.whole.text),
        ("below", write(below)),
        ("above", write(below + 1)),
        ("low", write(low)),
        ("high", write(high)),
    )
    roles = (role("share", link.share), role("whole", link.whole))
    pairs = [(n, rounded(n * HUNDRED / count, Decimal(0))) for n in fitting[:1] or (below, below + 1)]
    shown = ", ".join(f"{write(n)} / {write(count)} = {write(p)} %" for n, p in pairs)
    fits = share > HUNDRED or bool(fitting)
    return Comparison(judged(fits), (link.share, link.whole), roles, values, shown)
