"""A stated number with its unit, and the interval of what its wording allows."""

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
