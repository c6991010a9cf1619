"""A stated percentage of change against old and new value: "from 400 to 500, up 20 percent"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from claimcheck.checks.comparison import Comparison, Write, doubted, judged, role, rounded, signed
from claimcheck.checks.readings import difference, far_apart, relative, shown_ends, shown_percent
from claimcheck.checks.repair import mend
from claimcheck.model import Measure
from claimcheck.model.bounds import centre, possible
from claimcheck.model.finding import RoleName
from claimcheck.model.interval import HUNDRED, Interval
from claimcheck.model.link import Change, Direction, Dossier, Reading
from claimcheck.statements.dimension import dimension, measure

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
    far = not way.points and _of_another(way, old, new, stated, link.direction)
    return Comparison(judged(fits), claims, roles, values, computation, mends, slot=doubted(fits, far=far))


def _of_another(way: _Way, old: Decimal, new: Decimal, stated: Measure | None, direction: Direction | None) -> bool:
    """Whether neither size nor direction fits, or new and old value are of another size than one change could make."""
    number = None if stated is None else centre(stated)
    if number is None or way.shown is None or not old or not _goes(way, direction):
        return True
    share = -abs(number) / HUNDRED if new < old else abs(number) / HUNDRED
    return share <= -1 or far_apart(way.shown, number, SIZES) or far_apart(new / old, 1 + share, MOST)
