"""Arithmetic of the calendar: periods of every grain, their neighbours, holidays. Nothing here knows a language."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

DAY, WEEK = timedelta(1), timedelta(7)
MONTHS_OF = {"quarter": 3, "half": 6}
LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
FIRST_YEAR, LAST_YEAR = 2, 9990
"""Beyond these a date has no days worked out: its neighbours might be in no calendar."""
ANCHORS = range(200, 9800)
"""Years in which a day of publication can be: 0001 and 9999 are what programs write where they know none."""
Bounds = tuple[date, date]


def month_start(year: int, month: int) -> date:
    """The first day of a month; months outside 1 to 12 run on into other years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(min(max(year, 1), LAST_YEAR), month, 1)


def anchor(published: date | None) -> date | None:
    """The day that relative dates rest on; None where it is unknown, or written so."""
    return published if published is not None and published.year in ANCHORS else None


def exists(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has this day (in some year, where the year is not known)."""
    if not (1 <= month <= 12 and 1 <= day <= LENGTHS[month - 1]):
        return False
    return month != 2 or day < 29 or year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))


def week_of(day: date) -> Bounds:
    """The week from Monday to Monday that holds a day."""
    start = day - timedelta(day.weekday())
    return start, start + WEEK


def months(start: date, count: int) -> date:
    """The same day some months later, or the last of the month where there is none."""
    first = month_start(start.year, start.month + count)
    last = month_start(first.year, first.month + 1) - DAY
    return min(first + timedelta(start.day - 1), last)


def indexed(year: int, code: int) -> Bounds:
    """A month (1–12), season (21–24), quarter (33–36) or half (40, 41) of a year; a winter begins in December."""
    if code <= 12:
        return month_start(year, code), month_start(year, code + 1)
    if code <= 24:
        first = 3 * (code - 20)
        return month_start(year, first), month_start(year, first + 3)
    if code <= 36:
        first = 3 * (code - 33) + 1
        return month_start(year, first), month_start(year, first + 3)
    first = 6 * (code - 40) + 1
    return month_start(year, first), month_start(year, first + 6)


def around(unit: str, day: date, shift: int) -> Bounds:
    """The unit that holds a day, or its neighbour some units on: "week", -1 is the week before."""
    if unit == "day":
        return day + shift * DAY, day + (shift + 1) * DAY
    if unit == "week":
        start = week_of(day)[0] + shift * WEEK
        return start, start + WEEK
    if unit == "month":
        return month_start(day.year, day.month + shift), month_start(day.year, day.month + shift + 1)
    if unit in MONTHS_OF:
        size = MONTHS_OF[unit]
        first = (day.month - 1) // size * size + 1 + shift * size
        return month_start(day.year, first), month_start(day.year, first + size)
    years = {"year": 1, "decade": 10, "century": 100}[unit]
    year = day.year // years * years + shift * years
    return month_start(year, 1), month_start(year + years, 1)


def nth_weekday(start: date, end: date, n: int, weekday: int) -> date | None:
    """The n-th such weekday from `start` on, or counted back from before `end` where n is below zero."""
    if n > 0:
        day = start + timedelta((weekday - start.weekday()) % 7 + 7 * (n - 1))
    else:
        last = end - DAY
        day = last - timedelta((last.weekday() - weekday) % 7 - 7 * (n + 1))
    return day if start <= day < end else None


def easter(year: int) -> date:
    """Easter Sunday of the Western churches. Source: the anonymous Gregorian algorithm (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    rest = (32 + 2 * e + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * rest) // 451
    month, day = divmod(h + rest - 7 * m + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Orthodox churches in today's calendar. Source: Meeus, for the Julian calendar."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(year // 100 - year // 400 - 2)


def holiday(rule: list[Any], year: int, which: int = 0) -> Bounds:
    """First day and the day after the last of a holiday in a year; `which` chooses one of a numbered row."""
    kind, numbers, days, row = rule
    if kind == "fixed":
        day = date(year, *numbers) + DAY * (min(max(which, 1), row) - 1 if row else 0)
    elif kind == "nth":
        n, weekday, month = numbers
        found = nth_weekday(month_start(year, month), month_start(year, month + 1), n, weekday)
        day = found or month_start(year, month)
    elif kind == "before":
        n, weekday, month, before = numbers
        last = date(year, month, before) - DAY
        day = last - timedelta((last.weekday() - weekday) % 7 + 7 * (n - 1))
        if row:
            day += WEEK * (min(max(which, 1), row) - 1)
    else:
        day = (easter if kind == "easter" else orthodox_easter)(year) + timedelta(numbers[0])
    return day, day + timedelta(days)
