"""A length of time and the dates it lies between: "five years, from 2012 to 2019", "three years later, in 2015".

They stand side by side in one clause (lasting), or are told as the first and the last one in two (apart).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from claimcheck.link.frame import Item
from claimcheck.link.timing.row import Row
from claimcheck.model import Claim, Duration, Period
from claimcheck.model.timing import Lasting

NEAR = 7
APART = 9
LONG = ("year", "month", "week", "day")
FAR = timedelta(300)
LIGHT = ("apposed", "also", "from_", "lasts", "on", "pronoun")
Place = tuple[Row, int]
ENDS = (".", "!", "?", ";", ")", "")


def lasting(row: Row) -> Iterator[Lasting]:
    """Every length of a sentence that certainly is that between two dates; a sentence with several lengths has none."""
    lengths = row.places("length")
    if len(lengths) != 1 or not _plain(row, lengths[0]):
        return
    at = lengths[0]
    length = _unhedged(row, at)
    dates = row.places("date")
    if not all(_fixed(row.claim(place)) for place in dates):
        return
    if len(dates) == 1:
        yield from _one(row, length, at, dates[0])
    elif len(dates) == 2 and not any(_range(row.claim(place)) for place in dates):
        yield from _two(row, length, at, (dates[0], dates[1]))


def _one(row: Row, length: Claim, at: int, date: int) -> Iterator[Lasting]:
    """A length with the only date of its sentence: a period, a beginning, or an end whose beginning was told before."""
    claim = row.claim(date)
    if _range(claim):
        if _of_range(row, at, date):
            yield Lasting(length, None, None, claim, exact=False, reason="a length beside a period")
    elif _since(row, at, date):
        yield Lasting(length, claim, None, None, exact=False, reason="a length since a date")
    elif (first := _before(row, at, date)) is not None:
        yield Lasting(length, first, claim, None, exact=True, reason="so long after the date before")


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
    """Whether a length is that of the period beside it."""
    between = row.between(at, period)
    if not _bare(row, at) or any(item.text in (";", ":") or item.kind in ("other", "age") for item in between):
        return False
    first, last = min(at, period), max(at, period)
    if len(between) == 1 and at < period and "from_" in between[0].roles and row.role(at - 1, "apposed"):
        return True
    if _light(between):
        return row.has("lasts") or row.mark(last + 1) in (*ENDS, ",")
    return len(between) <= APART and row.has("lasts", first - 4, last + 3) and not row.has("listing", first, last)


def _light(between: list[Item]) -> bool:
    """Whether a comma or a word such as "that is" lies between, and nothing else that says anything."""
    if len(between) > 4 or not any(item.text in (",", "(", "–") or "also" in item.roles for item in between):
        return False
    return all(item.kind == "mark" or not item.roles.isdisjoint(LIGHT) for item in between)


def _since(row: Row, at: int, date: int) -> bool:
    """As in "since 2019, that is for six years": both have the word for "since", or the length follows at once."""
    if at < date or not row.has("since", date - 3, date) or row.has("ends"):
        return False
    if row.has("passed") and at - date <= 3:
        return True
    between = row.between(at, date)
    if not row.has("since", date - 2, date) or not 0 < len(between) <= 5:
        return False
    if not any(item.text in (",", "(", "–") for item in between):
        return False
    if not all(item.kind == "mark" or not item.roles.isdisjoint(("also", "since", "lasts")) for item in between):
        return False
    told = row.has("since", date + 1, at) or row.has("also", date + 1, at)
    return told or row.has("lasts", date + 1, at + 2)


def _before(row: Row, at: int, date: int) -> Claim | None:
    """The only date of the sentence before, for "three years later, in 2015, …" at the head of this one."""
    before = row.previous
    if before is None or at > 2 or not row.role(at + 1, "later") or not 0 < date - at <= 4:
        return None
    between = row.items[at + 2 : date]
    if not any(item.text == "," for item in between) or len(between) > 2:
        return None
    dates = before.places("date")
    if len(dates) != 1 or before.places("length", "age") or before.distance(dates[0], "born", NEAR) is not None:
        return None
    claim = before.claim(dates[0])
    return claim if _fixed(claim) and not _range(claim) and _earlier(claim, row.claim(date)) else None


def _earlier(one: Claim, other: Claim) -> bool:
    first, second = one.value, other.value
    if not isinstance(first, Period) or not isinstance(second, Period):
        return False
    return first.start is not None and second.start is not None and first.start < second.start


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
    if not isinstance(one, Period) or not isinstance(two, Period) or one.grain != two.grain:
        return
    if not _earlier(first, second):
        return
    if _later(row, at, here, there):
        yield Lasting(length, first, second, None, exact=True, reason="a length between two dates")
    elif _marked(row, here, "begins") and _marked(row, there, "ends") and row.has("lasts") and _bare(row, at):
        yield Lasting(length, first, second, None, exact=False, reason="a length between two dates")


def _later(row: Row, at: int, here: int, there: int) -> bool:
    """Whether the second date lies so long after the first: "2012 … seven years later, in 2019"."""
    if here < at < there:
        later, after = row.role(at + 1, "later"), row.role(at - 1, "after")
        return (later and there - at <= 5) or (after and there - at <= 4)
    return at > there and row.role(at + 1, "later") and row.mark(at + 2) in ENDS and at - there <= 3


def _marked(row: Row, at: int, role: str) -> bool:
    return row.distance(at, role, NEAR) is not None


def apart(row: Row) -> Iterator[Lasting]:
    """The only length of this sentence, or of it and the one before, with a first and a last date and no other one."""
    for near in ((row,), () if row.previous is None else (row.previous, row)):
        lengths = [(each, at) for each in near for at in each.places("length")]
        dates = [(each, at) for each in near for at in each.places("date")]
        if len(lengths) != 1 or not 1 <= len(dates) <= 2 or not all(_sure(each.claim(at)) for each, at in dates):
            continue
        length = _whole(*lengths[0])
        if length is None:
            continue
        found = _opened(dates[0], length) if len(dates) == 1 else _ends(dates, length)
        if found is not None:
            yield found
            return


def _whole(row: Row, at: int) -> Claim | None:
    """The length, if its own words say that it is the whole time and no part of it, limit or difference."""
    claim = row.claim(at)
    value = claim.value
    if not isinstance(value, Duration) or value.measure is None or value.measure.unit not in LONG:
        return None
    if row.has("compared", at - 3, at + 4) or _other_length(row, at):
        return None
    if not row.role(at - 1, "after") and (row.role(at - 1, "not_length") or _not_length(row, at - 2)):
        return None
    whole = " " not in claim.text.strip()
    return claim if whole or row.has("lasts", at - 3, at) or row.has("lasts", at + 1, at + 4) else None


def _other_length(row: Row, at: int) -> bool:
    """Whether the words beside a length count from some date: "two days later", "two days ago"."""
    behind = any(row.role(at + 1, role) for role in ("later", "ago", "before_event", "not_length"))
    return behind or row.role(at - 1, "before_ago")


def _not_length(row: Row, at: int) -> bool:
    return row.role(at, "not_length") and row.mark(at + 1) != ","


def _sure(claim: Claim) -> bool:
    """Whether a date is one of days, months or years, with no part of it."""
    value = claim.value
    if not isinstance(value, Period) or value.impossible or value.part is not None:
        return False
    return _fixed(claim) and value.grain in ("day", "month", "year")


def _opened(date: Place, length: Claim) -> Lasting | None:
    """A period that "from" or "between" opens, with the length in another clause."""
    row, at = date
    if not _range(row.claim(at)) or not (row.role(at - 1, "from_") or row.role(at - 2, "from_")):
        return None
    return Lasting(length, None, None, row.claim(at), exact=False, reason="a length with a period")


def _ends(dates: list[Place], length: Claim) -> Lasting | None:
    """Two dates of which the words say that the one is the first and the other the last."""
    first, last = (row.claim(at).value for row, at in dates)
    if not isinstance(first, Period) or not isinstance(last, Period) or "/" in first.edtf + last.edtf:
        return None
    if first.grain != last.grain or first.start is None or last.start is None:
        return None
    here, there = dates if first.start < last.start else (dates[1], dates[0])
    if not timedelta(0) < abs(last.start - first.start) < (FAR if _bare_day(first, dates[0]) else timedelta.max):
        return None
    if not _first(*here) or not _last(*there):
        return None
    one, two = here[0].claim(here[1]), there[0].claim(there[1])
    return Lasting(length, one, two, None, exact=False, reason="a first and a last date")


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
