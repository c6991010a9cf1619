"""Dates beside a verb that says whether they are over: "won on September 28", "will open on February 2"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from claimcheck.link.timing.row import Row
from claimcheck.model import Claim, Period, Span
from claimcheck.model.attribution import Part
from claimcheck.model.period import shifted
from claimcheck.model.timing import Told

NEAR = 8
BESIDE = 5
RECENT = timedelta(400)
SOON = 60


def tenses(row: Row, published: date | None) -> Iterator[Told]:
    """The date of a sentence that has only one, if a verb tells its time and nothing speaks of a plan."""
    places = row.places("date")
    dates = [at for at in places if not _relative(row, at)]
    if published is None or len(dates) != 1:
        return
    at = dates[0]
    start, claim = _start(row, at), _dated(row.claim(at), published)
    if start is None or claim is None:
        return
    planned = any("planned" in item.roles and "done" not in item.roles for item in row.items)
    verb = None if planned else _over(row, start, at)
    if verb is not None:
        yield Told(claim, verb, past=True, sure=True, reason="a date with the tense of the verb beside it")
    elif len(dates) == len(places):
        yield from _loose(row, at, published, claim)


def _dated(claim: Claim, published: date) -> Claim | None:
    """A day or month with its year: the one it states, or the only one that its weekday fits."""
    value = claim.value
    if not isinstance(value, Period) or value.start is None or value.end is None or value.impossible:
        return None
    if value.grain not in ("day", "month") or "/" in value.edtf:
        return None
    if str(value.start.year) in claim.text:
        return claim
    day = _weekday(value, published)
    return None if day is None else claim._replace(value=value._replace(start=day, end=shifted(day, 1)))


def _relative(row: Row, at: int) -> bool:
    value = row.claim(at).value
    return isinstance(value, Period) and value.relative


def _start(row: Row, at: int) -> int | None:
    """Where the phrase of a date begins, if a word such as "on" stands before it."""
    for before in (at - 1, at - 2):
        if row.role(before, "on"):
            return before
    return at if row.role(at - 1, "past") else None  # "began Friday, May 23"


def _weekday(value: Period, published: date) -> date | None:
    """The day that a date without a year means, where its weekday fits only one year around the publication."""
    if value.weekday is None or value.start is None:
        return None
    for year in (published.year - 1, published.year, published.year + 1):
        try:
            day = value.start.replace(year=year)
        except ValueError:
            continue
        if abs((day - published).days) <= SOON and day.weekday() == value.weekday:
            return day
    return None


def _over(row: Row, start: int, at: int) -> Part | None:
    """The verb that certainly tells of the date as of something over: nothing but plain words stands between them."""
    behind = at + 1 + (row.mark(at + 1) == ",")
    if start <= 1 and behind < len(row.items):
        return _behind(row, at, behind)
    for near in range(start - 1, max(-1, start - 1 - BESIDE), -1):
        item = row.items[near]
        if item.kind == "mark" or not item.roles.isdisjoint(("shall", "planned", "listing")):
            return None
        if not item.roles.isdisjoint(("past", "done")):
            return _part(row, near)
        if "was" in item.roles:
            done = row.has("done", at + 1, at + 1 + NEAR) and start - near <= 3
            return _part(row, near) if done or ("was_over" in item.roles and start - near == 1) else None
    return None


def _behind(row: Row, at: int, behind: int) -> Part | None:
    """The verb that follows a date which opens the sentence."""
    roles = row.items[behind].roles
    if not roles.isdisjoint(("was_over", "past")) or ("was" in roles and row.has("done", behind)):
        return _part(row, behind)
    return _first_past(row, behind) if row.mark(at + 1) == "," or "was" not in roles else None


def _first_past(row: Row, start: int) -> Part | None:
    """The first verb behind a date that opens the sentence, where the subject comes before it: "On May 23 a jury …"."""
    for near in range(start, min(len(row.items), start + BESIDE)):
        item = row.items[near]
        if item.kind == "mark" or not item.roles.isdisjoint(("shall", "planned", "begins", "ends")):
            return _part(row, near) if "past" in item.roles else None
        if "past" in item.roles:
            return _part(row, near)
    return None


def _part(row: Row, at: int) -> Part:
    item = row.items[at]
    return Part(Span(item.start, item.end), item.text)


def _loose(row: Row, at: int, published: date, claim: Claim) -> Iterator[Told]:
    """A verb anywhere in the sentence; what it tells of may be something else. Only a stated year is sure enough."""
    value = claim.value
    done = row.has("was") and row.has("done")
    past, shall = done or row.has("past"), row.has("shall")
    if past == shall or row.has("planned") or not isinstance(value, Period) or value.start is None or value.end is None:
        return
    if str(value.start.year) not in claim.text or (shall and not _before(row, at, published - value.end)):
        return
    role = "shall" if shall else "done" if done else "past"
    verb = next(item for item in row.items if role in item.roles)
    part = Part(Span(verb.start, verb.end), verb.text)
    yield Told(row.claim(at), part, past, sure=False, reason="a date with the tense of a verb")


def _before(row: Row, at: int, gone: timedelta) -> bool:
    """Whether "will" stands beside a date that is not long gone; history may be told in the present."""
    return gone < RECENT and any(
        "shall" in item.roles for item in [*row.items[max(0, at - NEAR) : at], *row.items[at + 1 : at + 6]]
    )
