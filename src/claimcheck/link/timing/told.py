"""Dates beside a verb that says whether they are over: "won on September 28", "will open on February 2"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from claimcheck.link.timing.row import Row
from claimcheck.model import Period, Span
from claimcheck.model.attribution import Part
from claimcheck.model.timing import Told

NEAR = 8
RECENT = timedelta(400)


def told(row: Row, published: date | None) -> Iterator[Told]:
    """The date of a sentence that has only one, if a verb tells its time and nothing speaks of a plan."""
    dates = row.places("date")
    if published is None or len(dates) != 1:
        return
    at = dates[0]
    claim = row.claim(at)
    value = claim.value
    if not isinstance(value, Period) or value.start is None or value.end is None or value.relative or value.impossible:
        return
    if value.grain not in ("day", "month") or "/" in value.edtf or str(value.start.year) not in claim.text:
        return
    if not row.role(at - 1, "on") and not (at > 1 and row.role(at - 2, "on")):
        return
    done = row.has("was") and row.has("done")
    past, shall = done or row.has("past"), row.has("shall")
    if past == shall or row.has("planned"):
        return
    if shall and not _before(row, at, published - value.end):
        return
    role = "shall" if shall else "done" if done else "past"
    verb = next(item for item in row.items if role in item.roles)
    yield Told(claim, Part(Span(verb.start, verb.end), verb.text), past, "a date with the tense of its verb")


def _before(row: Row, at: int, gone: timedelta) -> bool:
    """Whether "will" stands beside a date that is not long gone; history may be told in the present."""
    return gone < RECENT and any(
        "shall" in item.roles for item in [*row.items[max(0, at - NEAR) : at], *row.items[at + 1 : at + 6]]
    )
