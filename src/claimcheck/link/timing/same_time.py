"""One time said twice, the second time beside the first: "yesterday, Monday", "ten years ago, in 2014"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
JOINING = frozenset(("/", "–", "-"))
SMALL = ("apposed", "also", "since", "from_", "before_ago", "ago", "on")


def same_times(row: Row, calendar: dict[str, Any], published: date | None) -> Iterator[SameTime]:
    """Every pair of dates of a sentence of which the one explains the other."""
    if published is not None:
        yield from _with_weekday(row)
    yield from _falling(row, calendar)
    for here, there in pairwise(row.places("date", "length")):
        if _apposed(row, here, there):
            found = _pair(row, here, there, calendar, published) or _pair(row, there, here, calendar, published)
            if found is not None:
                yield found


def _with_weekday(row: Row) -> Iterator[SameTime]:
    """A relative day that names a weekday it does not have: "am gestrigen Montag"."""
    for at in row.places("date"):
        claim = row.claim(at)
        value = claim.value
        if not isinstance(value, Period) or not value.relative or value.start is None:
            continue
        if value.weekday is not None and value.start.weekday() != value.weekday:
            yield SameTime("day", claim, None, value.start, None, "a relative day with its weekday")


def _apposed(row: Row, here: int, there: int) -> bool:
    """Whether only a comma or a bracket and small words lie between two dates, and no list goes on around them."""
    between = row.items[here + 1 : there]
    if len(between) == 1 and "equal" in between[0].roles and here <= 1 and row.mark(there + 1):
        return True
    if not 0 < len(between) <= MOST_BETWEEN:
        return False
    if between[0].text not in OPENING and "also" not in between[0].roles:
        return False
    if not all(item.text in OPENING or not item.roles.isdisjoint(SMALL) for item in between):
        return False
    if between[0].text == "(":
        return row.mark(there + 1) in (")", ",")
    return _ends(row, there) and not _listed(row, here, there)


def _ends(row: Row, there: int) -> bool:
    """Whether a mark that joins nothing stands behind the second date."""
    mark = row.mark(there + 1)
    return mark not in JOINING if mark else row.role(there + 1, "ago")


def _listed(row: Row, here: int, there: int) -> bool:
    """Whether more dates stand before or behind the two."""
    before = row.items[here - 1] if here else None
    if row.mark(here - 1) in JOINING or (row.mark(there + 1) == "," and row.kind(there + 2) == "date"):
        return True
    if before is not None and "listing" in before.roles and "also" not in before.roles:
        return True
    return row.mark(here - 1) == "," and here > 1 and row.kind(here - 2) == "date"


def _pair(row: Row, at: int, there: int, calendar: dict[str, Any], published: date | None) -> SameTime | None:
    """How the claim at one place explains another; None where it does not, or where that is not certain."""
    one, other = row.claim(at), row.claim(there)
    value, second = one.value, other.value
    if not isinstance(second, Period):
        return None
    if isinstance(value, Duration):
        told = row.role(at - 1, "before_ago") or row.role(at + 1, "ago")
        return _ago(one, other, second, published) if told else None
    if not isinstance(value, Period):
        return None
    if value.relative and value.start is not None and value.grain in ("day", "year"):
        return _relative(row, at, one, other, published)
    rule = _holiday(one.text, calendar)
    if rule is not None and second.grain == "day" and not second.relative and _holiday(other.text, calendar) is None:
        return _feast(one, other, rule, second, second)
    if value.grain in ("quarter", "half", "season") and second.grain == "month":
        return _quarter(row, one, other)
    return None


def _relative(row: Row, at: int, one: Claim, other: Claim, published: date | None) -> SameTime | None:
    """A day or a year that counts from the day of publication, beside another date."""
    value, second = one.value, other.value
    if not isinstance(value, Period) or not isinstance(second, Period) or value.start is None or published is None:
        return None
    if value.grain == "day":
        return None if value.weekday is not None else _day(one, other, value.start, published)
    told = row.role(at, "ago")
    return _ago(one, other, second, published) if told else _year(one, other, value, second)


def _day(one: Claim, other: Claim, start: date, published: date | None) -> SameTime | None:
    """A relative day, such as "yesterday", beside a single other day."""
    near = published is not None and abs((start - published).days) <= 2
    first, second = one.value, other.value
    if not near or not isinstance(first, Period) or not isinstance(second, Period):
        return None
    single = second.grain == "day" and not _joined(second) and not _joined(first)
    return _same("day", one, other, start) if single else None


def _quarter(row: Row, one: Claim, other: Claim) -> SameTime | None:
    """A quarter, half or season beside months."""
    value, second = one.value, other.value
    if not isinstance(value, Period) or not isinstance(second, Period) or value.part or second.part:
        return None
    if row.has("fiscal") or row.has("south"):
        return None
    undated = value.start is None or second.start is None
    if undated and (value.start or second.start or value.grain == "season" or value.relative or second.relative):
        return None
    return _same("quarter", one, other, value.start or ANY)


def _falling(row: Row, calendar: dict[str, Any]) -> Iterator[SameTime]:
    """Such as "Good Friday falls on April 18 in 2025": the feast, the verb, the day, and perhaps the year."""
    dates = row.places("date")
    if not 2 <= len(dates) <= 3 or not row.has("falls", dates[0] + 1, dates[0] + 3):
        return
    feast = row.claim(dates[0])
    rule = _holiday(feast.text, calendar)
    if rule is None or dates[-1] - dates[0] > MOST_APART:
        return
    dated = _day_and_year([row.claim(at) for at in dates[1:]])
    if dated is None:
        return
    claim, day, year = dated
    assert day.start is not None
    found = _feast(feast, claim, rule, day._replace(start=day.start.replace(year=year)), day)
    if found is not None:
        yield found


def _day_and_year(claims: Sequence[Claim]) -> tuple[Claim, Period, int] | None:
    """The only day among one or two dates, with its value and its year, which may be the other date."""
    values = [(claim, claim.value) for claim in claims if isinstance(claim.value, Period)]
    days = [(claim, value) for claim, value in values if value.grain == "day" and value.start and not value.relative]
    years = [value.start.year for _, value in values if value.grain == "year" and value.start is not None]
    if len(days) != 1 or len(days) + len(years) != len(claims):
        return None
    claim, day = days[0]
    own = day.start.year if day.start is not None else 0
    if not years and str(own) not in claim.text:
        return None
    return claim, day, years[0] if years else own


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
    if second.relative or second.start is None:
        return None
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
