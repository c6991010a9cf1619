"""Two dates with how long the one lies after or before the other: "in 2019, two years after the merger of 2017"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from claimcheck.link.frame import Item
from claimcheck.link.timing.row import Row, certain
from claimcheck.model import Claim, Duration, Period
from claimcheck.model.timing import FromTo, Ordered

MOST_BETWEEN = 4
MOST_BEFORE = 7
MOST_BEHIND = 8
OPENING = (",", "(", "–", "—")
NEAR = timedelta(45)
LONG = ("year", "month", "week", "day")


def ordered(row: Row) -> Iterator[Ordered]:
    """The two dates of a sentence that has no other one, with the length from the one to the other."""
    lengths, dates = row.places("length"), row.places("date")
    if len(lengths) != 1 or not 1 <= len(dates) <= 2:
        return
    at = lengths[0]
    after = row.role(at + 1, "after")
    if not (after or row.role(at + 1, "before_event")) or not _in_days(row.claim(at)):
        return
    if len(dates) == 1:
        yield from _of_before(row, at, dates[0], after=after)
    elif not row.has("compared", at - 3, at) and _told_between(row, at, dates[0], dates[1]):
        first, second = row.claim(dates[0]), row.claim(dates[1])
        yield Ordered(row.claim(at), first, second, after, "so long after or before another date")


def _in_days(claim: Claim) -> bool:
    """Whether a length is one of days or more."""
    value = claim.value
    return isinstance(value, Duration) and value.measure is not None and value.measure.unit in LONG


def _told_between(row: Row, at: int, here: int, there: int) -> bool:
    """Whether a length stands between two dates and is told of the first one."""
    if not (certain(row.claim(here)) and certain(row.claim(there))) or not here < at < there:
        return False
    if at - here > MOST_BEFORE or there - at > MOST_BEHIND or not _joined(row, here, at):
        return False
    return not any(item.kind == "mark" for item in row.items[at + 1 : there])


def _of_before(row: Row, at: int, here: int, *, after: bool) -> Iterator[Ordered]:
    """Such as "Three days after the crash, on 6 September," where the sentence before has the only other date, the
    day of what the words behind "after" speak of. Only days that lie the wrong way round tell.
    """
    value, before = row.claim(at).value, row.previous
    if before is None or not isinstance(value, Duration) or value.measure is None or value.measure.unit != "day":
        return
    others = before.places("date")
    if len(others) != 1 or not row.role(at + 2, "definite") or before.has("planned") or before.has("shall"):
        return
    between = row.items[at + 4 : here]
    if here <= at or not 0 < len(between) <= 2 or between[0].text not in OPENING:
        return
    event, other = row.claim(here), before.claim(others[0])
    if _wrong_way(event, other, after=after):
        yield Ordered(row.claim(at), event, other, after, "so long after or before the date of the sentence before")


def _wrong_way(event: Claim, other: Claim, *, after: bool) -> bool:
    one, two = event.value, other.value
    if not (certain(event) and certain(other)) or not isinstance(one, Period) or not isinstance(two, Period):
        return False
    if one.start is None or two.start is None or not one.grain == two.grain == "day":
        return False
    return (one.start < two.start) is after and abs(one.start - two.start) <= NEAR


def from_to(row: Row) -> Iterator[FromTo]:
    """Two dates of one kind that follow each other, the first behind "from", the second right behind "until"."""
    for here, there in pairwise(row.places("date")):
        first, last = row.claim(here), row.claim(there)
        between = row.items[here + 1 : there]
        if not (certain(first) and certain(last)) or not 0 < len(between) <= MOST_BETWEEN or not _until(between):
            continue
        one, two = first.value, last.value
        opened = row.role(here - 1, "from_") or row.role(here - 2, "from_")
        if opened and isinstance(one, Period) and isinstance(two, Period) and one.grain == two.grain:
            yield FromTo(first, last, "a first and a last date")


def _until(between: list[Item]) -> bool:
    """Whether nothing but marks and a word such as "until" stands between two dates."""
    words = [item for item in between if item.kind != "mark"]
    return len(words) in (1, 2) and "until" in words[0].roles and all(each.roles for each in words)


def _joined(row: Row, here: int, at: int) -> bool:
    """Whether the length is told of the date before it: a comma lies between, or nothing does."""
    between = row.items[here + 1 : at]
    if not between:
        return True
    if any(item.kind not in ("mark", "word") or item.text in (";", ":", ")", "(") for item in between):
        return False
    return between[-1].text in (",", "–", "—") or (
        len(between) > 1 and between[-2].text in (",", "–", "—") and "apposed" in between[-1].roles
    )
