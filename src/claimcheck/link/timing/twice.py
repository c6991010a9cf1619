"""One time said twice, the second time beside the first: "yesterday, Monday", "ten years ago, in 2014"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from claimcheck.extract.dates.calendar import holiday
from claimcheck.link.timing.row import Row
from claimcheck.model import Claim, Duration, Period
from claimcheck.model.timing import SameKind, SameTime

MOST_BETWEEN = 4
MOST_APART = 9
ANY = date.min
"""What stands for the first day of a time without a year: only its months are compared."""
OPENING = frozenset((",", "(", "–", "—"))


def twice(row: Row, calendar: dict[str, Any], published: date | None) -> Iterator[SameTime]:
    """Every pair of dates of a sentence of which the one explains the other."""
    for at in row.places("date"):
        claim = row.claim(at)
        value = claim.value
        if not isinstance(value, Period) or not value.relative or value.weekday is None or published is None:
            continue
        if value.start is not None and value.start.weekday() != value.weekday:
            yield SameTime("day", claim, None, value.start, None, "a relative day with its weekday")
    yield from _falling(row, calendar)
    places = row.places("date", "length")
    for here, there in pairwise(places):
        if not _apposed(row, here, there):
            continue
        first, second = row.claim(here), row.claim(there)
        for one, other, at in ((first, second, here), (second, first, there)):
            found = _pair(row, one, other, at, calendar, published)
            if found is not None:
                yield found
                break


def _apposed(row: Row, here: int, there: int) -> bool:
    """Whether only a comma or a bracket and small words lie between two dates, and no list goes on around them."""
    between = row.items[here + 1 : there]
    if len(between) == 1 and "equal" in between[0].roles and here <= 1 and row.mark(there + 1):
        return True
    if not 0 < len(between) <= MOST_BETWEEN:
        return False
    opening = between[0].text
    if opening not in OPENING and "also" not in between[0].roles:
        return False
    small = ("apposed", "also", "since", "from_", "before_ago", "ago", "on")
    if not all(item.text in OPENING or not item.roles.isdisjoint(small) for item in between):
        return False
    if opening == "(":
        return row.mark(there + 1) in (")", ",")
    if not row.mark(there + 1) and not row.role(there + 1, "ago"):
        return False
    if row.mark(there + 1) in ("/", "–", "-") or row.mark(here - 1) in ("/", "–", "-"):
        return False
    before = row.items[here - 1] if here else None
    if before is not None and ("listing" in before.roles and "also" not in before.roles):
        return False
    if row.mark(there + 1) == "," and there + 2 < len(row.items) and row.items[there + 2].kind == "date":
        return False
    return not (before is not None and before.text == "," and here > 1 and row.items[here - 2].kind == "date")


def _pair(  # noqa: PLR0917 – the two claims and what is known of them
    row: Row, one: Claim, other: Claim, at: int, calendar: dict[str, Any], published: date | None
) -> SameTime | None:
    """How the one claim explains the other; None where it does not, or where that is not certain."""
    value, second = one.value, other.value
    if not isinstance(second, Period):
        return None
    if isinstance(value, Duration):
        if row.role(at - 1, "before_ago") or row.role(at + 1, "ago"):
            return _ago(one, other, second, published)
        return None
    if not isinstance(value, Period):
        return None
    if value.relative and value.grain == "day" and value.weekday is None and value.start is not None:
        near = published is not None and abs((value.start - published).days) <= 2
        single = second.grain == "day" and not _joined(second) and not _joined(value)
        return _same("day", one, other, value.start) if near and single else None
    if value.relative and value.grain == "year" and value.start is not None and published is not None:
        if second.relative or second.start is None:
            return None
        if row.role(at, "ago"):
            return _ago(one, other, second, published)
        return _year(one, other, value, second)
    rule = _holiday(one.text, calendar)
    if rule is not None and second.grain == "day" and not second.relative and _holiday(other.text, calendar) is None:
        return _feast(one, other, rule, second, second)
    if value.grain in ("quarter", "half", "season") and second.grain == "month":
        dated = value.start is not None and second.start is not None
        if not dated and (value.start or second.start or value.grain == "season" or value.relative or second.relative):
            return None
        around = row.has("fiscal") or row.has("south")
        return None if around or value.part or second.part else _same("quarter", one, other, value.start or ANY)
    return None


def _falling(row: Row, calendar: dict[str, Any]) -> Iterator[SameTime]:
    """Such as "Good Friday falls on April 18 in 2025": the feast, the verb, the day, and perhaps the year."""
    dates = row.places("date")
    if not 2 <= len(dates) <= 3 or not row.has("falls", dates[0] + 1, dates[0] + 3):
        return
    feast = row.claim(dates[0])
    rule = _holiday(feast.text, calendar)
    values = [(row.claim(at), row.claim(at).value) for at in dates[1:]]
    days = [(claim, value) for claim, value in values if isinstance(value, Period) and value.grain == "day"]
    years = [value for _, value in values if isinstance(value, Period) and value.grain == "year" and value.start]
    if rule is None or len(days) != 1 or len(days) + len(years) != len(values) or dates[-1] - dates[0] > MOST_APART:
        return
    claim, day = days[0]
    if day.relative or day.start is None or (not years and str(day.start.year) not in claim.text):
        return
    year = years[0].start.year if years and years[0].start is not None else day.start.year
    found = _feast(feast, claim, rule, day._replace(start=day.start.replace(year=year)), day)
    if found is not None:
        yield found


def _joined(value: Period) -> bool:
    """Whether a date is a row of days."""
    return value.start is not None and value.end is not None and (value.end - value.start).days != 1


def _same(kind: SameKind, one: Claim, other: Claim, meant: date | None) -> SameTime:
    return SameTime(kind, one, other, meant, None, "the same time said twice")


def _ago(one: Claim, other: Claim, second: Period, published: date | None) -> SameTime | None:
    if published is None or second.start is None or second.relative or second.grain not in ("year", "month", "day"):
        return None
    if second.part is not None or "/" in second.edtf or second.start > published:
        return None
    return SameTime("ago", one, other, second.start, one, "so many years ago")


def _year(one: Claim, other: Claim, value: Period, second: Period) -> SameTime | None:
    if second.grain != "year" or "/" in second.edtf or value.part is not None:
        return None
    return _same("year", one, other, value.start)


def _holiday(text: str, calendar: dict[str, Any]) -> list[Any] | None:
    """The rule of a claim that is nothing but the name of a day of the year."""
    symbols = calendar["words"].get(text.lower()) or calendar["words"].get(text.lower().partition(" ")[2])
    name = symbols.get("holiday") if symbols else None
    rule: list[Any] | None = calendar["holidays"].get(name) if name else None
    return None if rule is None or rule[3] else rule


def _feast(one: Claim, other: Claim, rule: list[Any], second: Period, whole: Period) -> SameTime | None:
    """A holiday beside a date: the days it has in the year of that date, as far as it has one."""
    if second.start is None or _joined(whole):
        return None
    start, end = holiday(rule, second.start.year, 0)
    if (end - start) != timedelta(1):
        return None
    return _same("holiday", one, other, start)
