"""An average beside the bounds of what it is an average of: "between 10 and 20 euros, on average 15"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.link.dimension import comparable, dimension, measure
from claimcheck.link.frame import Frame
from claimcheck.link.joint import elsewhere, is_value, joined, near, same_kind
from claimcheck.link.pairs import is_label, old_values
from claimcheck.link.sizes import size
from claimcheck.link.wholes import equals_before
from claimcheck.model import Claim, Duration, Measure, Per
from claimcheck.model.figures import Average, Product

FAR = 24
LEFT, REACH, MEMBERS = 9, 6, 3
BREAKS = frozenset({"baseline", "than", "remaining"})


def averages(frame: Frame, previous: Frame | None) -> Iterator[Average]:
    """The only average of the sentence with the only range before it."""
    if "average" not in frame.every:
        return
    row, begin = joined(previous, frame)
    mean = _only_mean(row, begin)
    if mean is None or (dimension(row.claim(mean)) == "percent" and begin):
        return
    claim = row.claim(mean)
    rows = [each for each in (*_bounds(row), *_lists(row, mean), *_ends(row)) if mean not in each]
    rows = [each for each in rows if abs(mean - each[-1]) <= FAR and _alike(row.claim(each[-1]), claim)]
    if not rows:
        return
    values = max(rows, key=len)
    low, high = _outer(row, values)
    if _others(row, mean, values) or _broken(row, mean, high):
        return
    stated = None if high == low else row.claim(high)
    yield Average(claim, row.claim(low), stated, "an average and the range of what it is an average of")


def _only_mean(row: Frame, begin: int) -> int | None:
    """The only number of the sentence that is called an average, and no change."""
    means = [n for n in row.numbers if n >= begin and _single(row, n) and _is_mean(row, n)]
    if len(means) == 2 and means[1] - means[0] <= 4 and not row.mark(means[1] - 1):
        means = means[1:]  # "the average of these three jumps was 8.11"
    return means[0] if len(means) == 1 and size(row, means[0]) is None else None


def _others(row: Frame, mean: int, values: tuple[int, ...]) -> bool:
    """Whether more numbers of the kind stand there, of which the average may be one as well."""
    others = [n for n in row.numbers if n not in (*values, mean) and _alike(row.claim(n), row.claim(mean))]
    return any(_decimals(row, n) == _decimals(row, mean) or len(values) < MEMBERS for n in others)


def _broken(row: Frame, mean: int, high: int) -> bool:
    """Whether a comparison, another time or another place stands between range and average."""
    first, last = min(high, mean), max(high, mean)
    return bool(row.roles(first, last) & BREAKS) or bool(old_values(row)) or elsewhere(row, first, last)


def _single(row: Frame, at: int) -> bool:
    value = measure(row.claim(at))
    return value is not None and value.number is not None and not is_label(row, at)


def _is_mean(row: Frame, at: int) -> bool:
    """Whether the number is called an average, also as in "the average of these three jumps was"."""
    for n in range(at - 1, max(-1, at - LEFT), -1):
        item = row.items[n]
        if "average" in item.roles:
            return True
        counted = item.kind == "number" and bool(row.roles(n - 1, n) & {"definite", "of", "average"})
        if (item.kind == "number" and not counted) or (item.kind == "mark" and item.text in ".;!?"):
            break
    return near(row, at, "average", left=0) is not None


def _lists(row: Frame, mean: int) -> Iterator[tuple[int, ...]]:
    """Three values or more side by side: "7.81, 7.92 and 8.03 metres"."""
    run: list[int] = []
    for at in row.numbers:
        joined_on = bool(run) and at - run[-1] <= 3 and _joins(row, run[-1], at) and _single(row, at)
        run = [*run, at] if joined_on else [at]
        ended = at == row.numbers[-1] or not _joins(row, at, row.numbers[row.numbers.index(at) + 1])
        if ended and len(run) >= MEMBERS and mean not in run:
            yield tuple(run)


def _decimals(row: Frame, at: int) -> bool:
    value = measure(row.claim(at))
    number = None if value is None else value.number
    return number is not None and number != number.to_integral_value()


def _joins(row: Frame, one: int, two: int) -> bool:
    """Whether a comma or "and" stands between two numbers, and nothing else but what the first one counts."""
    between = row.items[one + 1 : two]
    marks = [item for item in between if item.text == "," or "and_" in item.roles]
    return len(marks) > 0 and len(between) - len(marks) <= 1 and not any(item.text in ".;:" for item in between)


def _ends(row: Frame) -> Iterator[tuple[int, ...]]:
    """As in "the cheapest costs 18 euros and the dearest 75"."""
    if not {"lowest", "highest"} <= row.every:
        return
    low = [n for n in row.numbers if near(row, n, "lowest", left=REACH, right=0) is not None]
    high = [n for n in row.numbers if near(row, n, "highest", left=REACH, right=0) is not None]
    if len(low) == len(high) == 1 and low != high and comparable(row.claim(low[0]), row.claim(high[0])):
        yield tuple(sorted((low[0], high[0])))


def _outer(row: Frame, values: tuple[int, ...]) -> tuple[int, int]:
    """The least and the greatest of several values; a range stands for both."""
    if len(values) <= 2:
        return values[0], values[-1]
    sized = sorted(values, key=lambda n: (value.number or 0) if (value := measure(row.claim(n))) else 0)
    return sized[0], sized[-1]


def _bounds(row: Frame) -> Iterator[tuple[int, int]]:
    """Ranges as one claim, and the two ends of "ranged from 10 to 20"."""
    for at in row.numbers:
        value = measure(row.claim(at))
        if value is not None and value.number is None and value.low is not None and value.high is not None:
            yield at, at
    changing = bool(row.every & {"rise", "fall"})
    for one, two in zip(row.numbers, row.numbers[1:], strict=False):
        if changing or two - one > 3 or not row.before(one, "from_"):
            continue
        if row.before(two, "to") or row.before(two, "between"):
            yield one, two


def _alike(claim: Claim, other: Claim) -> bool:
    """Whether both measure one thing, and by their nouns nothing else."""
    first, second = measure(claim), measure(other)
    if first is None or second is None or not comparable(claim, other, rates=True):
        return False
    if dimension(claim) == "":
        return first.noun is None or second.noun is None or first.noun.lower()[:5] == second.noun.lower()[:5]
    return True


LENGTHS = frozenset({"km", "m", "mi", "nmi"})
SPEEDS = frozenset({"km/h", "mi/h", "m/s", "kn"})
SUMMED = ("together", "total", "equals")
APART = 16
CLOSE = 4
PERIODS = frozenset({"year", "month", "week", "day", "hour"})


def speeds(row: Frame, begin: int) -> Iterator[Product]:
    """As in "300 kilometres in two hours, an average of 150 kilometres an hour"."""
    told_speeds = [n for n in row.numbers if dimension(row.claim(n)) in SPEEDS and is_value(row, n)]
    lengths = [n for n in row.numbers if dimension(row.claim(n)) in LENGTHS and is_value(row, n)]
    times = [n for n in row.numbers if _hours(row.claim(n)) and is_value(row, n)]
    if len(told_speeds) != 1 or len(lengths) != 1 or len(times) != 1 or told_speeds[0] < begin:
        return
    speed, length, time = told_speeds[0], lengths[0], times[0]
    told = near(row, speed, "average", left=6) is not None or equals_before(row, speed)
    part = "where" in row.roles(speed + 1, speed + 3) or elsewhere(row, max(length, time), speed)
    if told and abs(length - time) <= APART and not part:
        yield Product("speed", row.claim(length), row.claim(time), row.claim(speed), "a way, a time and a speed")


def _hours(claim: Claim) -> bool:
    value = claim.value
    return isinstance(value, Duration) and value.measure is not None and value.measure.unit in ("hour", "minute")


def rates(row: Frame, begin: int) -> Iterator[Product]:
    """As in "400 euros a month for two years, a total of 9600 euros"."""
    paid = [n for n in row.numbers if _period(row, n)]
    lengths = [n for n in row.numbers if _length(row, n) is not None and is_value(row, n)]
    if len(paid) != 1 or len(lengths) != 1:
        return
    rate, length = paid[0], lengths[0]
    if length < rate and equals_before(row, rate):
        yield from _told_first(row, rate, length)
        return
    total = _total_of(row, rate, length, begin)
    time = _length(row, length)
    if total is not None and time is not None and _sums_up(row, rate, length, total):
        reason = "a rate, a time and their total"
        yield Product("rate", row.claim(total), _with_period(row, rate), time, reason)


def _total_of(row: Frame, rate: int, length: int, begin: int) -> int | None:
    """The only other number of the rate's kind, where it stands behind rate and time."""
    if dimension(row.claim(rate)) in ("percent", "time"):
        return None
    others = [n for n in row.numbers if n != rate and same_kind(row.claim(n), row.claim(rate))]
    after = [n for n in others if n > max(rate, length) and n >= begin and is_value(row, n)]
    return after[0] if len(after) == 1 and others == after else None


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
    totals = [n for n in row.numbers if n != rate and same_kind(row.claim(n), row.claim(rate))]
    time = _length(row, length)
    if len(totals) != 1 or time is None or not 0 < length - totals[0] <= CLOSE or rate - length > CLOSE + 1:
        return
    total, value = totals[0], time.value
    if size(row, total) is not None or not is_value(row, total) or row.mark(length + 1) != ",":
        return
    if isinstance(value, Duration) and value.measure is not None and value.measure.hedge == "over":
        # "340 million over five years" is said of the time it takes, not of more than five years
        time = time._replace(value=value._replace(measure=value.measure._replace(hedge=None)))
    reason = "a total, its time and the rate"
    yield Product("rate", row.claim(total), _with_period(row, rate), time, reason)


def _period(row: Frame, at: int) -> str | None:
    """The time that a rate is per: "400 a month", "400 euros monthly"."""
    value = measure(row.claim(at))
    if value is None or value.number is None or isinstance(row.claim(at).value, Duration):
        return None
    if value.per is not None:
        return value.per.unit if value.per.unit in PERIODS and value.per.number == 1 else None
    for item in (*row.items[at + 1 : at + 3], *row.items[max(0, at - 1) : at]):
        for role in sorted(item.roles):
            if role.startswith("per:"):
                return role.removeprefix("per:")
    return None


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
