"""A stated step against old and new value: "rose by 3000 to 12,000, from 10,000"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.comparison import Comparison, Write, doubted, judged, role
from claimcheck.checks.readings import difference, far_apart, middle
from claimcheck.checks.repair import mend
from claimcheck.model import Measure
from claimcheck.model.bounds import possible
from claimcheck.model.link import Change, Dossier, Reading
from claimcheck.model.measure import SCALES
from claimcheck.statements.dimension import measure, unit

# whole millions and more, in one or two digits: nobody rounds all three of them apart
LEAST, DIGITS = 6, 2
MOST, GROWTH = Decimal(3), Decimal(20)


class Difference:
    """Fails where in no reading the step leads from the old to the new value, up or down."""

    names = ("old", "new", "by", "result")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each change whose old value, new value and step are stated."""
        for link in dossier.each(Change):
            readings = [each for each in link.readings if each.old and each.new and each.step]
            if readings:
                fits = any(_fits(reading) for reading in readings)
                yield _comparison(readings[0], write, fits=fits)._replace(evidence=link.evidence)


def _fits(reading: Reading) -> bool:
    """Whether the step may lead from the old to the new value; one that cannot be read says nothing."""
    step, found = None if reading.step is None else measure(reading.step), difference(reading)
    if step is None or found is None:
        return False
    if _small(reading):
        return _exact(reading)
    stated = possible(step).widened(_rounding(step) if found.low == found.high else Decimal(0))
    return stated.meets(found) or stated.meets(-found)


def _rounding(step: Measure) -> Decimal:
    """How far a round number of hundreds and more may be from the step it stands for: 368 are called 400."""
    digits = Decimal(0) if step.number is None else step.number.normalize()
    exponent = digits.as_tuple().exponent
    if not isinstance(exponent, int) or exponent < 2:
        return Decimal(0)
    return Decimal(5).scaleb(exponent - 1)


def _comparison(reading: Reading, write: Write, *, fits: bool) -> Comparison:
    old, new, by = reading
    assert old is not None and new is not None and by is not None
    first, last, told = middle(old), middle(new), middle(by)
    roles = (role("old", old), role("new", new), role("by", by))
    if first is None or last is None:
        return Comparison("holds" if fits else "undecided", (old, new, by), roles)
    result = abs(last - first)
    values = (("old", old.text), ("new", new.text), ("by", by.text), ("result", write(result)))
    computation = f"{write(max(first, last))} − {write(min(first, last))} = {write(result)}"
    # a step in another unit than the values is not mended: "3.40 to 2.90 metres, 70 centimetres"
    as_told = told is not None and (unit(by) not in SCALES or write(told) in by.text)
    mends = mend(by, result, write) if as_told else ()
    far = told is None or far_apart(result, told, MOST) or far_apart(first, last, GROWTH)
    return Comparison(judged(fits), (old, new, by), roles, values, computation, mends, slot=doubted(fits, far=far))


def _small(reading: Reading) -> bool:
    """Whether all three are told in one or two whole digits of one scale: "by 3 to 12 million, from 10 million"."""
    scales: set[int] = set()
    for claim in reading:
        value = None if claim is None else measure(claim)
        if value is None or value.number is None or value.hedge is not None or value.fraction is not None:
            return False
        digits = value.number.as_tuple()
        if not isinstance(digits.exponent, int) or digits.exponent < LEAST or len(digits.digits) > DIGITS:
            return False
        scales.add(digits.exponent)
    return len(scales) == 1


def _exact(reading: Reading) -> bool:
    old, new, step = (None if claim is None else middle(claim) for claim in reading)
    return old is not None and new is not None and step is not None and abs(new - old) == abs(step)
