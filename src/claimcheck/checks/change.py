"""A stated percentage of change against old and new value: "from 400 to 500, up 20 percent"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.comparison import Comparison, Role, Write, role, rounded, signed
from claimcheck.checks.readings import difference, relative, shown_ends, shown_percent
from claimcheck.checks.repair import mend
from claimcheck.link.dimension import dimension, measure
from claimcheck.model.bounds import possible
from claimcheck.model.interval import Interval
from claimcheck.model.link import Change, Dossier, Reading


class ChangePercent:
    """Fails where no reading of old and new gives the stated percentage, nor, between shares, that many points."""

    names = ("old", "new", "by", "result")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each stated percentage of change."""
        for link in dossier.links:
            if isinstance(link, Change) and link.by is not None and (results := _results(link)):
                stated = size(link)
                if stated is None:
                    continue
                fits = any(_meets(stated, result, link) for result in results)
                yield _comparison(link, write, conflict=not fits)


def _meets(stated: Interval, result: Interval, link: Change) -> bool:
    """Whether a result has the stated size; among several readings only those of the stated direction count."""
    if len(link.readings) > 1 and link.direction is not None:
        return stated.meets(result if link.direction == "up" else -result)
    return stated.meets(result) or stated.meets(-result)


def size(link: Change) -> Interval | None:
    """The stated percentage without its sign."""
    value = None if link.by is None else measure(link.by)
    if value is None:
        return None
    interval = possible(value)
    return -interval if value.number is not None and value.number < 0 else interval


def _results(link: Change) -> list[Interval]:
    found = [result for reading in link.readings for result in relative(reading, link.direction)]
    for reading in link.readings:
        points = difference(reading) if _shares(reading) else None
        if points is not None:
            found.append(points)
    return found


def _shares(reading: Reading) -> bool:
    return all(claim is not None and dimension(claim) == "percent" for claim in (reading.old, reading.new))


def _comparison(link: Change, write: Write, *, conflict: bool) -> Comparison:
    reading, by = link.readings[0], link.by
    assert by is not None
    claims = tuple(claim for claim in (*reading, by) if claim is not None)
    shown = shown_ends(reading, link.direction) if conflict else None
    if not conflict or shown is None:
        return Comparison(False, claims)
    old, new = shown
    stated = measure(by)
    result = shown_percent(old, new)
    if result is None:
        return Comparison(False, claims)
    result = rounded(result, None if stated is None else stated.number)
    roles: list[Role] = [
        role(name, claim) for name, claim in zip(("old", "new", "step", "by"), (*reading, by), strict=True) if claim
    ]
    values = (
        ("old", write(old) if reading.old is None else reading.old.text),
        ("new", write(new) if reading.new is None else reading.new.text),
        ("by", by.text),
        ("result", signed(result, write)),
    )
    computation = f"{write(old)} → {write(new)} = {signed(result, write)} %"
    return Comparison(True, claims, tuple(roles), values, computation, mend(by, abs(result), write))
