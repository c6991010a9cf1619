"""A total against its parts, the shares of one group, and what shares and counts of it can be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import ROUND_FLOOR, Decimal
from itertools import accumulate

from claimcheck.checks.comparison import Comparison, Write, doubted, judged, mend, role, rounded, word_role
from claimcheck.checks.readings import allowed, far_apart, middle, rounded_to
from claimcheck.model import Claim, Span
from claimcheck.model.figures import ShareOfCount, Shares
from claimcheck.model.interval import HUNDRED, Interval, exactly, possible
from claimcheck.model.link import Dossier, ShareOf, Total
from claimcheck.statements.dimension import measure

MOST, NEARLY, ABOVE = Decimal("1.4"), Decimal("0.67"), Decimal("1.25")
"""Parts that miss their total by more are hardly ever its parts: what is wrong is nearly always a slip."""


class TotalOfParts:
    """Fails where the parts exceed the total, or, in a list that words make complete, do not reach it."""

    names = ("total", "sum", "parts")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each total with two or more parts."""
        totals = [*dossier.each(Total)]
        whole = {_members(link) for link in totals if link.complete}
        held = [(link.total, _members(link)) for link in filter(_fits, totals)]
        for link in totals:
            members = _members(link)
            # an open list is passed over where another reading knows that it is all of it, and one with more members
            # where the total is that of fewer
            fewer = any(total is link.total and some < members for total, some in held)
            if not fewer and (link.complete or members not in whole):
                yield _comparison(link, write)


def _comparison(link: Total, write: Write) -> Comparison:
    readings = (link, *(link._replace(total=total, parts=parts) for total, parts in link.others))
    fits = any(map(_fits, readings))
    claims = (link.total, *(part.claim for part in link.parts))
    roles = (role("total", link.total), *(role("part", part.claim) for part in link.parts))
    numbers = [(number, part.times) for part in link.parts if (number := middle(part.claim)) is not None]
    if len(numbers) != len(link.parts):
        return Comparison("holds" if fits else "undecided", claims, roles, evidence=link.evidence)
    members = " + ".join(f"{times} × {write(number)}".removeprefix("1 × ") for number, times in numbers)
    result = sum((number * times for number, times in numbers), Decimal(0))
    values = (("total", link.total.text), ("sum", write(result)), ("parts", members))
    far = doubted(fits, far=_of_another(link, result))
    mends = mend(link.total, result, write)
    shown = f"{members} = {write(result)}"
    return Comparison(judged(fits), claims, roles, values, shown, mends, evidence=link.evidence, slot=far)


def _fits(link: Total) -> bool:
    over, under = _compare(link)
    return not (over or (under and link.complete))


def _members(link: Total) -> frozenset[Span]:
    return frozenset((link.total.span, *(part.claim.span for part in link.parts)))


def _of_another(link: Total, result: Decimal) -> bool:
    """Whether the parts cannot be parts: one is all of it or more by far, two nearly reach it, or all double it."""
    whole, value = middle(link.total), measure(link.total)
    if whole is None or value is None or value.hedge in ("over", "at_least"):
        return True
    numbers = [middle(part.claim) or Decimal(0) for part in link.parts]
    largest = max(numbers)
    second = sorted(numbers)[-2:][0]
    return largest == whole or largest > whole * ABOVE or second > whole * NEARLY or far_apart(result, whole, MOST)


def _compare(link: Total) -> tuple[bool, bool]:
    """Whether the sum is above the total, and whether it is below."""
    members = [(link.total, 1), *((part.claim, part.times) for part in link.parts)]
    found, whole = _sum(link), allowed(link.total)
    if not _plain(link) or _other_scale(link):
        return _lies_above(found, whole), _lies_above(whole, found)
    total, *numbers = [(middle(claim) or Decimal(0)) * times for claim, times in members]
    digit = _finest(claim for claim, _ in members)
    room = digit * max(Decimal(1), Decimal(len(numbers)) / 2)
    apart = sum(numbers, Decimal(0)) - total
    return (apart > 0 and apart >= room), (apart < 0 and -apart >= room)


def _lies_above(one: Interval, other: Interval) -> bool:
    """Whether all of one interval is above another."""
    return one.low is not None and other.high is not None and one.low > other.high


def _finest(claims: Iterable[Claim]) -> Decimal:
    """The last digit of numbers that keep to one precision in each scale: beside "1.5 million" a "2 million" is 2.0."""
    finest: dict[str, Decimal] = {}
    for claim in claims:
        words, digit = _words(claim), last_digit(claim)
        finest[words] = min(digit, finest.get(words, digit))
    return max(finest.values())


def last_digit(claim: Claim) -> Decimal:
    """The value of the last stated digit of a number that may be rounded, 0 of one that is exact."""
    found, number = allowed(claim), middle(claim)
    return Decimal(0) if number is None or found.low is None else (number - found.low) * 2


def _sum(link: Total) -> Interval:
    found = exactly(Decimal(0))
    for part in link.parts:
        found = found.plus(allowed(part.claim).times(Decimal(part.times)))
    return found


def _other_scale(link: Total) -> bool:
    """Whether the total stands in larger words than its parts, to fewer digits: 1.8 trillion of 1,074 billion."""
    digit, words = last_digit(link.total), _words(link.total)
    return all(digit > last_digit(part.claim) and words != _words(part.claim) for part in link.parts)


def _words(claim: Claim) -> str:
    return "".join(char for char in claim.text if char.isalpha())


def _plain(link: Total) -> bool:
    """Whether no word such as "about" stands at a number."""
    values = [measure(claim) for claim in (link.total, *(part.claim for part in link.parts))]
    return all(value is not None and value.hedge is None for value in values)


class SharesMakeHundred:
    """Fails where no run of shares that ends with the last one makes 100 percent; an open list only above 100."""

    names = ("parts", "sum", "last", "result")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each list of shares of one whole."""
        for link in dossier.each(Shares):
            yield _of_hundred(link, write)


def _may_be_all(link: Shares, claims: tuple[Claim, ...]) -> bool:
    """Whether the last shares, with as many of the doubtful ones before them as fit, are of one group."""
    runs = (claims[at:] for at in range(len(link.maybe), -1, -1))
    if any((_sum_of_group(run).meets(exactly(HUNDRED)) if link.complete else not _exceeds(run)) for run in runs):
        return True
    return bool(link.maybe) and not link.complete and not _exceeds(claims)


def _of_hundred(link: Shares, write: Write) -> Comparison:
    claims = (*link.maybe, *link.last)
    fits = _may_be_all(link, claims)
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


def _sum_of_group(claims: tuple[Claim, ...]) -> Interval:
    return list(accumulate((rounded_to(claim) for claim in claims), Interval.plus, initial=exactly(Decimal(0))))[-1]


def _exceeds(claims: tuple[Claim, ...]) -> bool:
    low = _sum_of_group(claims).low
    return low is not None and low > HUNDRED


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
