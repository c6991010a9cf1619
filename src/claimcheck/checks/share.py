"""A stated share against part and whole, one share said in two ways, and a part beside its whole."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from claimcheck.checks.comparison import Comparison, Write, doubted, judged, mend, role, rounded, word_role
from claimcheck.checks.readings import allowed, far_apart, middle
from claimcheck.model import Claim, Measure
from claimcheck.model.interval import HUNDRED, Interval, centre, possible, rounded_to, share
from claimcheck.model.link import Dossier, PartOf, PartWhole, Same, Within
from claimcheck.statements.agreement import swapped
from claimcheck.statements.dimension import measure

MOST = Decimal(2)
LOOSE = (None, "equal_slots", "anaphor", "unique")
"""Evidence that leaves room for another part or whole."""


class ShareOfWhole:
    """Fails where in no reading the part is the stated share of the whole."""

    names = ("part", "whole", "share", "result")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each share that stands with its part and its whole."""
        for link in dossier.each(PartWhole):
            if (value := measure(link.share)) is not None:
                yield _compare(link, value, write)


def _compare(link: PartWhole, value: Measure, write: Write) -> Comparison:
    stated = possible(value)
    results = [_result(each) for each in link.readings]
    fits = any(result is None or result.meets(stated) for result in results)
    part, whole, way = link.readings[0]
    claims = (part, whole, link.share)
    roles = (role("part", part), role("whole", whole), role("share", link.share))
    first, last = middle(part), middle(whole)
    if first is None or not last:
        return Comparison("holds" if fits else "undecided", claims, roles, evidence=link.evidence)
    if way == "beside":
        last += first
    result = rounded(first / last * HUNDRED, value.number)
    values = (
        ("part", part.text),
        ("whole", write(last) if way == "beside" else whole.text),
        ("share", link.share.text),
        ("result", write(result)),
    )
    shown = f"{write(first)} / {write(last)} = {write(result)} %"
    far = doubted(fits, far=link.evidence in LOOSE and _of_another(result, value))
    mends = mend(link.share, result, write)
    return Comparison(judged(fits), claims, roles, values, shown, mends, evidence=link.evidence, slot=far)


def _result(reading: PartOf) -> Interval | None:
    part, whole = allowed(reading.part), allowed(reading.whole)
    if reading.way == "beside":
        whole = part.plus(whole)
    return share(whole.minus(part) if reading.way == "rest" else part, whole)


def _of_another(result: Decimal, stated: Measure) -> bool:
    """Whether the part is larger than the whole, or its share another one by far."""
    number = centre(stated)
    if number is None or (far_apart(result, number, MOST) and not swapped(number, result.quantize(Decimal(1)))):
        return True
    return result > HUNDRED and result < number * MOST  # of a slip of the scale more than the whole may come


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


OPEN = ("at_least", "over", "good")
"""A whole so hedged may be as large as any part."""
MOST_PART, AT_ALL = Decimal("1.4"), Decimal(5)


class PartWithinWhole:
    """Fails where a part is certainly larger than every whole it may be a part of."""

    names = ("part", "whole")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each part with its whole."""
        for link in dossier.each(Within):
            fitting = [whole for whole in link.wholes if not _exceeds(link.part, whole)]
            whole = (fitting or link.wholes)[0]
            first, second = middle(link.part), middle(whole)
            roles = (role("part", link.part), role("whole", whole))
            sign = "≤" if fitting else ">"
            shown = "" if first is None or second is None else f"{write(first)} {sign} {write(second)}"
            values = (("part", link.part.text), ("whole", whole.text))
            claims = (link.part, whole)
            far = doubted(bool(fitting), far=_far(first, second, link))
            yield Comparison(judged(bool(fitting)), claims, roles, values, shown, evidence=link.evidence, slot=far)


def _far(part: Decimal | None, whole: Decimal | None, link: Within) -> bool:
    """Whether a part that is only said to be one of those told of is so large that others were told of."""
    if link.evidence == "construction" or part is None or whole is None:
        return False
    return part > (AT_ALL if link.sure else MOST_PART) * whole


def _exceeds(part: Claim, whole: Claim) -> bool:
    value = measure(whole)
    if value is not None and value.hedge in OPEN:
        return False
    low, high = allowed(part).low, allowed(whole).high
    return low is not None and high is not None and low > high
