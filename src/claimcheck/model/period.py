"""A stretch of calendar time, as exact as the text makes it."""

from datetime import date
from typing import Literal, NamedTuple

Grain = Literal["day", "week", "month", "quarter", "season", "half", "year", "decade", "century"]
Part = Literal["early", "mid", "late"]

LAST_DAY = date.max.toordinal()


def shifted(day: date, days: int) -> date:
    """The day so many days on, or back where below zero; at most the first or the last one a calendar here can have."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), LAST_DAY))


def year_start(year: int) -> date:
    """The first of January; of years beyond the calendar its first or its last day."""
    return date(year, 1, 1) if 1 <= year <= date.max.year else (date.min if year < 1 else date.max)


class Period(NamedTuple):
    """A date or a period.

    `start` is included, `end` is not; None where it is open or where a part of the date is unknown.
    `edtf` is the Extended Date/Time Format string ("2024-01", "2019/..", "XXXX-05-12").
    `weekday` (0 = Monday) is the weekday the text states beside the date, `relative` says that the value was
    worked out from the day of publication, `part` keeps "Anfang", "Mitte", "Ende".
    `impossible` is True for a day that no calendar has ("31. April"): then only the edtf tells its parts.
    """

    start: date | None
    end: date | None
    grain: Grain
    edtf: str
    weekday: int | None = None
    part: Part | None = None
    relative: bool = False
    impossible: bool = False
