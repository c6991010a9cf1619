"""A stretch of calendar time, as exact as the text makes it."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

Grain = Literal["day", "week", "month", "quarter", "season", "half", "year", "decade", "century"]
Part = Literal["early", "mid", "late"]


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
