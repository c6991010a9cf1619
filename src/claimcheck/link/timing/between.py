"""A length and two dates in two clauses or sentences: "the 10-day festival opens on 3 July … closes on 12 July"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from claimcheck.link.timing.row import Row
from claimcheck.model import Claim, Duration, Period
from claimcheck.model.timing import Lasting

NEAR = 7
LONG = ("year", "month", "week", "day")
FAR = timedelta(300)
SAME = ("day", "month", "year")

Place = tuple[Row, int]


def between(row: Row) -> Iterator[Lasting]:
    """The only length of this sentence, or of it and the one before, with a first and a last date and no other one."""
    for near in ((row,), () if row.previous is None else (row.previous, row)):
        lengths = [(each, at) for each in near for at in each.places("length")]
        dates = [(each, at) for each in near for at in each.places("date")]
        if len(lengths) != 1 or not 1 <= len(dates) <= 2 or not all(_fixed(each.claim(at)) for each, at in dates):
            continue
        length = _length(*lengths[0])
        if length is None:
            continue
        found = _range(dates[0], length) if len(dates) == 1 else _ends(dates, length)
        if found is not None:
            yield found
            return


def _length(row: Row, at: int) -> Claim | None:
    """The length, if its own words say that it is the whole time and no part of it, limit or difference."""
    claim = row.claim(at)
    value = claim.value
    if not isinstance(value, Duration) or value.measure is None or value.measure.unit not in LONG:
        return None
    if row.has("compared", at - 3, at + 4) or row.role(at + 1, "later") or row.role(at + 1, "ago"):
        return None
    if row.role(at + 1, "before_event") or row.role(at - 1, "before_ago") or row.role(at + 1, "not_length"):
        return None
    after = row.role(at - 1, "after")
    if row.role(at - 1, "not_length") and not after:
        return None
    if row.role(at - 2, "not_length") and row.mark(at - 1) != "," and not after:
        return None
    whole = " " not in claim.text.strip()
    return claim if whole or row.has("lasts", at - 3, at) or row.has("lasts", at + 1, at + 4) else None


def _fixed(claim: Claim) -> bool:
    value = claim.value
    return (
        isinstance(value, Period)
        and value.start is not None
        and value.end is not None
        and not value.relative
        and not value.impossible
        and value.part is None
        and value.grain in SAME
    )


def _range(date: Place, length: Claim) -> Lasting | None:
    """A period that "from" or "between" opens, with the length in another clause."""
    row, at = date
    claim = row.claim(at)
    value = claim.value
    if not isinstance(value, Period) or "/" not in value.edtf:
        return None
    if not (row.role(at - 1, "from_") or row.role(at - 2, "from_")):
        return None
    return Lasting(length, None, None, claim, exact=False, reason="a length with a period")


def _ends(dates: list[Place], length: Claim) -> Lasting | None:
    """Two dates of which the words say that the one is the first and the other the last."""
    values = [row.claim(at).value for row, at in dates]
    first, last = values
    if not isinstance(first, Period) or not isinstance(last, Period) or "/" in first.edtf + last.edtf:
        return None
    if first.grain != last.grain or first.start is None or last.start is None:
        return None
    here, there = dates if first.start < last.start else (dates[1], dates[0])
    if not timedelta(0) < abs(last.start - first.start) < (FAR if _bare_day(first, dates[0]) else timedelta.max):
        return None
    if not _first(*here) or not _last(*there):
        return None
    return Lasting(
        length, here[0].claim(here[1]), there[0].claim(there[1]), None, exact=False, reason="a first and a last date"
    )


def _bare_day(value: Period, date: Place) -> bool:
    """Whether a day is told without its year: then two of them lie in the same one."""
    row, at = date
    return value.start is not None and str(value.start.year) not in row.claim(at).text and value.grain != "year"


def _first(row: Row, at: int) -> bool:
    if row.has("from_", at - 2, at) or row.has("since", at - 3, at):
        return True
    begins, ends = row.distance(at, "begins", NEAR), row.distance(at, "ends", NEAR)
    return begins is not None and (ends is None or begins <= ends)


def _last(row: Row, at: int) -> bool:
    if row.has("until", at - 2, at):
        return True
    begins, ends = row.distance(at, "begins", NEAR), row.distance(at, "ends", NEAR)
    return ends is not None and (begins is None or ends <= begins)
