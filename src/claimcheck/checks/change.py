"""A stated change against old and new value: in percent, in percentage points, or as a step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from claimcheck.checks.comparison import Comparison, Write, doubted, judged, mend, role, rounded, signed
from claimcheck.checks.readings import difference, far_apart, middle, relative, rounded_to, shown_ends, shown_percent
from claimcheck.model import Claim, Measure
from claimcheck.model.comparison import RoleName
from claimcheck.model.interval import HUNDRED, Interval, centre, percent_change, possible
from claimcheck.model.link import Change, Direction, Dossier, Reading
from claimcheck.model.measure import SCALES
from claimcheck.statements.dimension import dimension, measure, unit

MOST, SIZES = Decimal(2), Decimal(5)


class ChangePercent:
    """Fails where no reading of old and new gives the stated percentage, nor, between shares, that many points."""

    names = ("old", "new", "by", "result")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each stated percentage of change."""
        for link in dossier.each(Change):
            if (found := _compare(link, write)) is not None:
                yield found._replace(evidence=link.evidence)


def _compare(link: Change, write: Write) -> Comparison | None:
    """The comparison of a stated percentage with what its readings come to."""
    stated = size(link)
    ways = [way for reading in link.readings for way in _ways(reading, link.direction)]
    if stated is None or not ways:
        return None
    fitting = [way for way in ways if any(_meets(stated, each, way, link) for each in way.results)]
    return _comparison(link, (fitting or _likeliest(link, ways))[0], write, fits=bool(fitting))


class _Way(NamedTuple):
    """What one reading comes to: in percent of the old value, or in points where old and new are shares."""

    reading: Reading
    results: tuple[Interval, ...]
    shown: Decimal | None
    points: bool = False


def _ways(reading: Reading, direction: Direction | None) -> Iterator[_Way]:
    ends = shown_ends(reading, direction)
    if results := relative(reading, direction):
        yield _Way(reading, tuple(results), None if ends is None else shown_percent(*ends))
    points = difference(reading)
    if points is not None and all(dimension(each) == "percent" for each in (reading.old, reading.new) if each):
        yield _Way(reading, (points,), None if ends is None else ends[1] - ends[0], points=True)


def _likeliest(link: Change, ways: list[_Way]) -> list[_Way]:
    """The readings that go in the stated direction, if any do; in points where points are stated."""
    value = None if link.by is None else measure(link.by)
    points = value is not None and value.unit == "percentage_point"
    ways = [way for way in ways if way.points == points] or ways
    return [way for way in ways if _goes(way, link.direction)] or ways


def _goes(way: _Way, direction: Direction | None) -> bool:
    """Whether the reading goes that way; either will do where no word tells."""
    return way.shown is not None and (direction is None or (way.shown > 0) == (direction == "up"))


def _meets(stated: Interval, result: Interval, way: _Way, link: Change) -> bool:
    """Whether a result has the stated size; a reading other than the likeliest must go in the stated direction."""
    if way.reading != link.readings[0] and link.direction is not None:
        return stated.meets(result if link.direction == "up" else -result)
    return stated.meets(result) or stated.meets(-result)


def size(link: Change) -> Interval | None:
    """The stated percentage without its sign."""
    value = None if link.by is None else measure(link.by)
    if value is None:
        return None
    interval = possible(value)
    return -interval if value.number is not None and value.number < 0 else interval


def _comparison(link: Change, way: _Way, write: Write, *, fits: bool) -> Comparison:
    reading, by = way.reading, link.by
    assert by is not None
    claims = tuple(claim for claim in (*reading, by) if claim is not None)
    names: tuple[RoleName, ...] = ("old", "new", "step", "by")
    roles = tuple(role(name, claim) for name, claim in zip(names, (*reading, by), strict=True) if claim)
    ends, stated = shown_ends(reading, link.direction), measure(by)
    if ends is None or way.shown is None:
        return Comparison("holds" if fits else "undecided", claims, roles)
    old, new = ends
    result = rounded(way.shown, None if stated is None else stated.number)
    shown = [write(number) if claim is None else claim.text for number, claim in zip(ends, reading[:2], strict=True)]
    values = (("old", shown[0]), ("new", shown[1]), ("by", by.text), ("result", signed(result, write)))
    computation = f"{write(old)} → {write(new)} = {signed(result, write)} %"
    if way.points:
        computation = f"{write(new)} − {write(old)} = {signed(result, write)}"
    # other digits alone do not mend a change that is told to go the other way
    mends = mend(by, abs(result), write) if _goes(way, link.direction) else ()
    far = not (way.points or link.led) and _of_another(way, old, new, stated, link.direction)
    return Comparison(judged(fits), claims, roles, values, computation, mends, slot=doubted(fits, far=far))


def _of_another(way: _Way, old: Decimal, new: Decimal, stated: Measure | None, direction: Direction | None) -> bool:
    """Whether neither size nor direction fits, or new and old value are of another size than one change could make."""
    number = None if stated is None else centre(stated)
    if number is None or way.shown is None or not old or not _goes(way, direction):
        return True
    share = -abs(number) / HUNDRED if new < old else abs(number) / HUNDRED
    return share <= -1 or far_apart(way.shown, number, SIZES) or far_apart(new / old, 1 + share, MOST)


class PointsForPercent:
    """Fails where the stated change between two shares fits only in the other of the two units."""

    names = ("old", "new", "by", "result", "points")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each stated change between two shares."""
        for link in dossier.each(Change):
            if link.by is not None and (found := _compare_points(link, link.by, write)):
                yield found


def _compare_points(link: Change, by: Claim, write: Write) -> Comparison | None:
    """The comparison of a stated change between two shares."""
    reading = link.readings[0]
    old, new = reading.old, reading.new
    if old is None or new is None or {dimension(old), dimension(new)} != {"percent"}:
        return None
    wrong = _is_wrong(link, by, old, new)
    if wrong is None:
        return None
    claims, roles = (old, new, by), (role("old", old), role("new", new), role("by", by))
    first, last, value = middle(old), middle(new), measure(by)
    undecided = Comparison("undecided" if wrong else "holds", claims, roles, evidence=link.evidence)
    if first is None or last is None or value is None:
        return undecided
    result = shown_percent(first, last)
    if result is None:
        return undecided
    shown = signed(rounded(result, value.number), write)
    values = (
        ("old", old.text),
        ("new", new.text),
        ("by", by.text),
        ("result", shown),
        ("points", write(abs(last - first))),
    )
    computation = f"{write(last)} − {write(first)} = {write(last - first)}; {shown} %"
    return Comparison(judged(not wrong), claims, roles, values, computation, evidence=link.evidence)


def _is_wrong(link: Change, by: Claim, old: Claim, new: Claim) -> bool | None:
    """Whether the change fits only in the unit that is not stated; None where it cannot be told."""
    stated, value, points = size(link), measure(by), difference(link.readings[0])
    percents = relative(link.readings[0], link.direction)
    if stated is None or value is None or value.fraction is not None or points is None or not percents:
        return None
    plain = percent_change(rounded_to(old), rounded_to(new))
    in_points = _meets_points(stated, [points])
    in_percent = _meets_points(stated, percents if plain is None else [plain])
    return in_percent and not in_points if value.unit == "percentage_point" else in_points and not in_percent


def _meets_points(stated: Interval, results: Sequence[Interval]) -> bool:
    """Whether one of the results has the stated size, up or down."""
    return any(stated.meets(each) or stated.meets(-each) for each in results)


# whole millions and more, in one or two digits: nobody rounds all three of them apart
LEAST, DIGITS = 6, 2
LED, UNLED, GROWTH = Decimal(3), Decimal("1.7"), Decimal(20)


class Difference:
    """Fails where in no reading the step leads from the old to the new value, up or down."""

    names = ("old", "new", "by", "result")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each change whose old value, new value and step are stated."""
        for link in dossier.each(Change):
            readings = [each for each in link.readings if each.old and each.new and each.step]
            if readings:
                fits = any(_fits(reading) for reading in readings)
                most = LED if link.led else UNLED
                yield _comparison_of_step(readings[0], write, most, fits=fits)._replace(evidence=link.evidence)


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
    """How far a round number of hundreds and more may be from the step it stands for: 368 are called 400.

    A word that bounds it already gives room to one side: 596 are not "more than 600".
    """
    if step.hedge is not None and step.hedge != "about":
        return Decimal(0)
    digits = Decimal(0) if step.number is None else step.number.normalize()
    exponent = digits.as_tuple().exponent
    if not isinstance(exponent, int) or exponent < 2:
        return Decimal(0)
    return Decimal(5).scaleb(exponent - 1)


def _comparison_of_step(reading: Reading, write: Write, most: Decimal, *, fits: bool) -> Comparison:
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
    far = told is None or _is_far(first, last, told, most)
    return Comparison(judged(fits), (old, new, by), roles, values, computation, mends, slot=doubted(fits, far=far))


def _is_far(first: Decimal, last: Decimal, told: Decimal, most: Decimal) -> bool:
    """Whether a step is no slip: not even what is left where somebody forgets that one of the two is below zero."""
    if (first < 0) != (last < 0) and told == abs(abs(last) - abs(first)):
        return False
    return far_apart(abs(last - first), told, most) or far_apart(first, last, GROWTH)


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
