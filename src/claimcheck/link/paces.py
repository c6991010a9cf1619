"""Totals over time: a way at a speed, a rent per month, with the time they take."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.link.frame import Frame, only
from claimcheck.link.joint import elsewhere, equals_before, is_value, measured, near, of_kind
from claimcheck.link.pairs import old_values
from claimcheck.link.sizes import size
from claimcheck.model import Claim, Duration, Measure, Per
from claimcheck.model.figures import Product
from claimcheck.statements.dimension import dimension

LENGTHS = frozenset({"km", "m", "mi", "nmi"})
SPEEDS = frozenset({"km/h", "mi/h", "m/s", "kn"})
SUMMED = ("together", "total", "equals")
APART = 16
CLOSE = 4
PERIODS = frozenset({"year", "month", "week", "day", "hour"})


def speeds(row: Frame, begin: int) -> Iterator[Product]:
    """As in "300 kilometres in two hours, an average of 150 kilometres an hour"."""
    speed, length = only(measured(row, SPEEDS)), only(measured(row, LENGTHS))
    time = only([n for n in row.numbers if _hours(row.claim(n)) and is_value(row, n)])
    if speed is None or length is None or time is None or speed < begin:
        return
    if abs(length - time) <= APART and _is_made(row, speed, max(length, time)):
        yield Product("speed", row.claim(length), row.claim(time), row.claim(speed), "a way, a time and a speed")


def _is_made(row: Frame, speed: int, last: int) -> bool:
    """Whether the speed is that of the whole way: an average or said again, and of no other time or place."""
    told = near(row, speed, "average", left=6) is not None or equals_before(row, speed)
    return told and not ("where" in row.roles(speed + 1, speed + 3) or elsewhere(row, last, speed))


def _hours(claim: Claim) -> bool:
    value = claim.value
    return isinstance(value, Duration) and value.measure is not None and value.measure.unit in ("hour", "minute")


def rates(row: Frame, begin: int) -> Iterator[Product]:
    """As in "400 euros a month for two years, a total of 9600 euros"."""
    rate, length = only([n for n in row.numbers if _period(row, n)]), only(_lengths(row))
    if rate is None or length is None:
        return
    if length < rate and equals_before(row, rate):
        yield from _told_first(row, rate, length)
    elif (total := _total_of(row, rate, length, begin)) is not None and _sums_up(row, rate, length, total):
        yield _of_time(row, total, rate, length, "a rate, a time and their total")


def _lengths(row: Frame) -> list[int]:
    return [n for n in row.numbers if _length(row, n) is not None and is_value(row, n)]


def _of_time(row: Frame, total: int, rate: int, length: int, reason: str) -> Product:
    time = _length(row, length)
    assert time is not None
    if isinstance(time.value, Duration) and time.value.measure is not None and length < rate:
        measure = time.value.measure
        if measure.hedge == "over":
            # "340 million over five years" is said of the time it takes, not of more than five years
            time = time._replace(value=time.value._replace(measure=measure._replace(hedge=None)))
    return Product("rate", row.claim(total), _with_period(row, rate), time, reason)


def _total_of(row: Frame, rate: int, length: int, begin: int) -> int | None:
    """The only other number of the rate's kind, where it stands behind rate and time."""
    if dimension(row.claim(rate)) in ("percent", "time"):
        return None
    total = only(of_kind(row, rate))
    if total is None or total <= max(rate, length) or total < begin:
        return None
    return total if is_value(row, total) else None


def _sums_up(row: Frame, rate: int, length: int, total: int) -> bool:
    """Whether the total is said to be one, apart from the time, with no other time or change between."""
    if not any(near(row, total, role) is not None for role in SUMMED) or size(row, total) is not None:
        return False
    marked = any(row.mark(at) in (",", "(", "–", "—", ".") for at in range(length + 1, total))
    if not marked and "equals" not in row.roles(length + 1, total):
        return False  # "and saved a total of 10,000 in two years" is another sum
    between = row.items[min(rate, length) : total]
    return not any(item.kind == "time" or item.text in (";", ".") for item in between) and not old_values(row)


def _told_first(row: Frame, rate: int, length: int) -> Iterator[Product]:
    """As in "340 million over five years, or 68 million a year": the total, its time, and what that is a year."""
    total = only(of_kind(row, rate))
    if total is None or not 0 < length - total <= CLOSE or rate - length > CLOSE + 1:
        return
    if size(row, total) is None and is_value(row, total) and row.mark(length + 1) == ",":
        yield _of_time(row, total, rate, length, "a total, its time and the rate")


def _period(row: Frame, at: int) -> str | None:
    """The time that a rate is per: "400 a month", "400 euros monthly"."""
    value = row.value(at)
    if value.number is None or isinstance(row.claim(at).value, Duration):
        return None
    if value.per is not None:
        return value.per.unit if value.per.unit in PERIODS and value.per.number == 1 else None
    beside = (*row.items[at + 1 : at + 3], *row.items[max(0, at - 1) : at])
    told = (role for item in beside for role in sorted(item.roles) if role.startswith("per:"))
    return next((role.removeprefix("per:") for role in told), None)


def _length(row: Frame, at: int) -> Claim | None:
    """A length of time; "14 semesters" are six months each."""
    claim = row.claim(at)
    value = claim.value
    if isinstance(value, Duration):
        return claim
    if "half_years" not in row.roles(at + 1, at + 2) or not isinstance(value, Measure) or value.number is None:
        return None
    return claim._replace(value=value._replace(number=value.number * 6, unit="month", noun=None))


def _with_period(row: Frame, at: int) -> Claim:
    claim = row.claim(at)
    value = claim.value
    assert isinstance(value, Measure)
    return claim._replace(value=value._replace(per=Per(Decimal(1), _period(row, at), None)))
