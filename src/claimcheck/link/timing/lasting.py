"""A length of time beside the dates it lies between: "five years, from 2012 to 2019", "three years later, in 2015"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.link.timing.row import Row
from claimcheck.model import Claim, Duration, Period
from claimcheck.model.timing import Lasting

NEAR = 7
APART = 9
LONG = ("year", "month", "week", "day")
ENDS = (".", "!", "?", ";", ")", "")


def lasting(row: Row) -> Iterator[Lasting]:
    """Every length of a sentence that certainly is that between two dates; a sentence with several lengths has none."""
    lengths = [at for at in row.places("length") if _plain(row, at)]
    if len(lengths) != 1 or len(row.places("length")) != 1:
        return
    at = lengths[0]
    length = _unhedged(row, at)
    dates = [place for place in row.places("date") if _fixed(row.claim(place))]
    if len(dates) != len(row.places("date")):
        return
    ranges = [place for place in dates if _range(row.claim(place))]
    if len(dates) == 1 and ranges:
        if _of_range(row, at, ranges[0]):
            yield Lasting(length, None, None, row.claim(ranges[0]), exact=False, reason="a length beside a period")
    elif len(dates) == 1 and _since(row, at, dates[0]):
        yield Lasting(length, row.claim(dates[0]), None, None, exact=False, reason="a length since a date")
    elif len(dates) == 1 and (first := _before(row, at, dates[0])) is not None:
        yield Lasting(length, first, row.claim(dates[0]), None, exact=True, reason="so long after the date before")
    elif len(dates) == 2 and not ranges:
        yield from _two(row, length, at, (dates[0], dates[1]))


def _plain(row: Row, at: int) -> bool:
    """Whether a length is one of days or more, and no deadline, age, sentence or difference."""
    value = row.claim(at).value
    if not isinstance(value, Duration) or value.measure is None or value.measure.unit not in LONG:
        return False
    return not (row.has("compared", at - 3, at) or row.has("compared", at + 1, at + 3))


def _fixed(claim: Claim) -> bool:
    value = claim.value
    if not isinstance(value, Period) or value.start is None or value.end is None:
        return False
    return not value.relative and value.grain in ("day", "month", "year", "season", "quarter", "half")


def _range(claim: Claim) -> bool:
    value = claim.value
    return isinstance(value, Period) and "/" in value.edtf


def _bare(row: Row, at: int) -> bool:
    """Whether the words right beside a length make it no other one: "in the first two years", "two years of prison"."""
    return not (row.role(at - 1, "not_length") or row.role(at + 1, "not_length") or row.role(at - 2, "not_length"))


def _of_range(row: Row, at: int, period: int) -> bool:
    if not _bare(row, at):
        return False
    first, last = min(at, period), max(at, period)
    between = row.items[first + 1 : last]
    if any(item.text in (";", ":") or item.kind in ("other", "age") for item in between):
        return False
    if len(between) == 1 and at < period and "from_" in between[0].roles and row.role(at - 1, "apposed"):
        return True
    light = all(
        item.kind == "mark" or not item.roles.isdisjoint(("apposed", "also", "from_", "lasts", "on", "pronoun"))
        for item in between
    )
    if light and len(between) <= 4 and any(item.text in (",", "(", "–") or "also" in item.roles for item in between):
        return row.has("lasts") or row.mark(last + 1) in ENDS or row.mark(last + 1) == ","
    return len(between) <= APART and row.has("lasts", first - 4, last + 3) and not row.has("listing", first, last)


def _since(row: Row, at: int, date: int) -> bool:
    """As in "since 2019, that is for six years": both have the word for "since", or the length follows at once."""
    if not row.has("since", date - 3, date) or row.has("ends"):
        return False
    if at > date and row.has("passed") and at - date <= 3:
        return True
    if not row.has("since", date - 2, date):
        return False
    between = row.items[min(at, date) + 1 : max(at, date)]
    if not 0 < len(between) <= 5 or at < date or not any(item.text in (",", "(", "–") for item in between):
        return False
    if not all(item.kind == "mark" or not item.roles.isdisjoint(("also", "since", "lasts")) for item in between):
        return False
    return at > date and (
        row.has("since", date + 1, at) or row.has("also", date + 1, at) or row.has("lasts", date + 1, at + 2)
    )


def _before(row: Row, at: int, date: int) -> Claim | None:
    """The only date of the sentence before, for "three years later, in 2015, …" at the head of this one."""
    if row.previous is None or at > 2 or not row.role(at + 1, "later") or not 0 < date - at <= 4:
        return None
    between = row.items[at + 2 : date]
    if not any(item.text == "," for item in between) or len(between) > 2:
        return None
    dates = row.previous.places("date")
    if len(dates) != 1 or row.previous.places("length", "age"):
        return None
    claim = row.previous.claim(dates[0])
    value, second = claim.value, row.claim(date).value
    if not _fixed(claim) or _range(claim) or row.previous.distance(dates[0], "born", NEAR) is not None:
        return None
    if not isinstance(value, Period) or not isinstance(second, Period) or value.start is None or second.start is None:
        return None
    return claim if value.start < second.start else None


def _unhedged(row: Row, at: int) -> Claim:
    """The length without the hedge that is part of a verb: "zog sich über vier Jahre hin"."""
    claim = row.claim(at)
    value = claim.value
    if row.role(at - 1, "spans") and isinstance(value, Duration) and value.measure is not None:
        return claim._replace(value=value._replace(measure=value.measure._replace(hedge=None)))
    return claim


def _two(row: Row, length: Claim, at: int, dates: tuple[int, int]) -> Iterator[Lasting]:
    """Two dates with a length: a beginning and an end, or "2012 … seven years later, in 2019"."""
    here, there = dates
    first, second = row.claim(here), row.claim(there)
    one, two = first.value, second.value
    if not isinstance(one, Period) or not isinstance(two, Period) or one.start is None or two.start is None:
        return
    if one.start >= two.start or one.grain != two.grain:
        return
    between = here < at < there
    if (
        (between and row.role(at + 1, "later") and there - at <= 5)
        or (between and row.role(at - 1, "after") and there - at <= 4)
        or (at > there and row.role(at + 1, "later") and row.mark(at + 2) in ENDS and at - there <= 3)
    ):
        exact = True
    elif _marked(row, here, "begins") and _marked(row, there, "ends") and row.has("lasts") and _bare(row, at):
        exact = False
    else:
        return
    yield Lasting(length, first, second, None, exact, "a length between two dates")


def _marked(row: Row, at: int, role: str) -> bool:
    return row.distance(at, role, NEAR) is not None
