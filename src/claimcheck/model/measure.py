"""A stated number with its unit, a length of time, a stretch of calendar time, and units on one scale each."""

from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

Hedge = Literal["about", "over", "under", "up_to", "at_least", "nearly", "good"]


class Per(NamedTuple):
    """The base of a rate: "je 100.000 Einwohner" is Per(100000, None, "Einwohner"), "pro Jahr" Per(1, "year", None)."""

    number: Decimal
    unit: str | None
    noun: str | None


class Measure(NamedTuple):
    """A number as the text states it.

    `number` keeps the stated digits: "6,4 Milliarden" is Decimal("6.4E+9"), so its rounding is known.
    A range has `number` None and `low`/`high` as stated; a hedged number keeps `number` and leaves them None.
    `unit` is an ISO 4217 code, "percent", "percentage_point" or a short UCUM-like code; None for a bare count.
    `noun` is what is counted, as written. `fraction` is set where the words were a vulgar fraction.
    `rounded` says that a scale word or decimals stand behind the digits, so the number may be a rounding.
    """

    number: Decimal | None
    unit: str | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    hedge: Hedge | None = None
    noun: str | None = None
    per: Per | None = None
    fraction: tuple[int, int] | None = None
    rounded: bool = False


class Duration(NamedTuple):
    """An ISO 8601 duration: "drei Tage" is P3D; a range has `iso` None and both ends.

    `measure` holds the number as stated; its unit is year, month, week, day, hour, minute or second.
    """

    iso: str | None
    low_iso: str | None = None
    high_iso: str | None = None
    measure: Measure | None = None


_SCALES: dict[str, dict[str, str]] = {
    "length": {"nm": "1E-9", "um": "1E-6", "mm": "0.001", "cm": "0.01", "dm": "0.1", "m": "1", "km": "1000",
               "in": "0.0254", "ft": "0.3048", "yd": "0.9144", "mi": "1609.344", "nmi": "1852"},
    "mass": {"ug": "1E-9", "mg": "1E-6", "g": "0.001", "kg": "1", "dt": "100", "t": "1000", "lb": "0.45359237",
             "st": "6.35029318", "oz": "0.028349523125", "ozt": "0.0311034768", "Zentner": "50", "Pfund": "0.5"},
    "area": {"cm2": "0.0001", "m2": "1", "ar": "100", "ha": "10000", "km2": "1000000", "acre": "4046.8564224",
             "ft2": "0.09290304", "mi2": "2589988.110336"},
    "volume": {"cm3": "0.000001", "ml": "0.000001", "cl": "0.00001", "dl": "0.0001", "l": "0.001", "hl": "0.1",
               "m3": "1", "km3": "1E+9", "gal": "0.003785411784", "bbl": "0.158987294928"},
    "power": {"W": "1", "kW": "1000", "MW": "1E+6", "GW": "1E+9", "TW": "1E+12", "PS": "735.49875",
              "hp": "745.69987158227"},
    "energy": {"Wh": "1", "kWh": "1000", "MWh": "1E+6", "GWh": "1E+9", "TWh": "1E+12"},
    "heat": {"kJ": "1", "kcal": "4.184"},
    "speed": {"km/h": "1", "m/s": "3.6", "mi/h": "1.609344", "kn": "1.852"},
    "frequency": {"Hz": "1", "kHz": "1000", "MHz": "1E+6", "GHz": "1E+9"},
    "data": {"kB": "1E+3", "MB": "1E+6", "GB": "1E+9", "TB": "1E+12", "PB": "1E+15"},
    "rate": {"Mbit/s": "1", "Gbit/s": "1000", "Mbit": "1", "Gbit": "1000"},
    "time": {"second": "1", "minute": "60", "hour": "3600", "day": "86400", "week": "604800", "month": "2629746",
             "quarter": "7889238", "half_year": "15778476", "year": "31556952", "decade": "315569520",
             "century": "3155695200", "millennium": "31556952000"},
}  # fmt: skip

# exact by definition, but for horsepower, and for months and years: those of the Gregorian calendar on average
SCALES: dict[str, tuple[str, Decimal]] = {
    unit: (scale, Decimal(factor)) for scale, units in _SCALES.items() for unit, factor in units.items()
}


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
