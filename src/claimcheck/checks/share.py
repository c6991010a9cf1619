"""A stated share against part and whole: "of 480, 120 agreed, or 30 percent"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.comparison import Comparison, Write, doubted, judged, role, rounded
from claimcheck.checks.readings import allowed, far_apart, middle
from claimcheck.checks.repair import mend
from claimcheck.model import Measure
from claimcheck.model.bounds import centre, possible
from claimcheck.model.interval import HUNDRED, Interval, share
from claimcheck.model.link import Dossier, PartOf, PartWhole
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
