"""A total against its parts: "75 closed, of which 19 fully and 65 partly"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from claimcheck.checks.comparison import Comparison, Write, doubted, judged, role
from claimcheck.checks.readings import allowed, far_apart, middle
from claimcheck.checks.repair import mend
from claimcheck.model import Claim, Span
from claimcheck.model.interval import Interval, exactly
from claimcheck.model.link import Dossier, Total
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
        for link in totals:
            # an open list is passed over where another reading knows that it is all of it
            if link.complete or _members(link) not in whole:
                yield _comparison(link, write)


def _comparison(link: Total, write: Write) -> Comparison:
    fits = _fits(link) or any(_fits(link._replace(total=total, parts=parts)) for total, parts in link.others)
    claims = (link.total, *(part.claim for part in link.parts))
    roles = (role("total", link.total), *(role("part", part.claim) for part in link.parts))
    numbers = [(number, part.times) for part in link.parts if (number := middle(part.claim)) is not None]
    if len(numbers) != len(link.parts):
        return Comparison("holds" if fits else "undecided", claims, roles, evidence=link.evidence)
    members = " + ".join(write(number) if times == 1 else f"{times} × {write(number)}" for number, times in numbers)
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
        over = found.low is not None and whole.high is not None and found.low > whole.high
        return over, found.high is not None and whole.low is not None and found.high < whole.low
    total, *numbers = [(middle(claim) or Decimal(0)) * times for claim, times in members]
    digit = _finest(claim for claim, _ in members)
    room = digit * max(Decimal(1), Decimal(len(numbers)) / 2)
    apart = sum(numbers, Decimal(0)) - total
    return (apart > 0 and apart >= room), (apart < 0 and -apart >= room)


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
