"""What an article's dates and figures look like in a row: a timeline, and bars where it tells a series."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from claimcheck.model import Article, Claim, Measure, Period, Span

FEWEST = 3
_STEPS = (7, 60, 400, 4000)
"""Days up to which a gap is drawn one step wider each: a week, two months, a year, a decade."""


class Moment(NamedTuple):
    """A point of the timeline: the claims that say it, by number, and how wide the gap before it is, 0 to 4.

    `claims` is empty for the day of publication.
    """

    day: date
    period: Period | None
    claims: tuple[int, ...]
    gap: int


class Bar(NamedTuple):
    """One value of a series: the number of its claim, what it is of, its length in percent of the longest."""

    claim: int
    label: str
    percent: str


class Series(NamedTuple):
    """Values of one thing, at several times or of several owners."""

    title: str
    bars: tuple[Bar, ...]


def timeline(article: Article) -> tuple[Moment, ...]:
    """The dates in their order with the day of publication; none where fewer than three days are told."""
    told: defaultdict[tuple[date, str], list[int]] = defaultdict(list)
    periods: dict[tuple[date, str], Period] = {}
    for number, claim in enumerate(article.claims):
        if isinstance(claim.value, Period) and claim.value.start is not None:
            key = (claim.value.start, claim.value.edtf)
            told[key].append(number)
            periods[key] = claim.value
    if len(told) < FEWEST:
        return ()
    published = article.document.published
    points = [*told, *([(published, "")] if published else [])]
    return tuple(_moments(sorted(points), periods, told))


def _moments(
    points: Sequence[tuple[date, str]],
    periods: dict[tuple[date, str], Period],
    told: dict[tuple[date, str], list[int]],
) -> Iterator[Moment]:
    before = points[0][0]
    for key in points:
        day = key[0]
        yield Moment(day, periods.get(key), tuple(told.get(key, ())), _step((day - before).days))
        before = day


def _step(days: int) -> int:
    return sum(days > step for step in (0, *_STEPS)) - (1 if days > 0 else 0)


def series(article: Article) -> tuple[Series, ...]:
    """The measures that the article tells at three times or of three owners at least, each once."""
    groups: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, claim in enumerate(article.claims):
        key = _key(claim)
        if key is not None:
            groups[key].append(number)
    found = (_series(article, numbers) for numbers in groups.values() if len(numbers) >= FEWEST)
    return tuple(each for each in found if each is not None)


def _key(claim: Claim) -> tuple[object, ...] | None:
    """What must be the same within a series: unit, base of a rate, and what is measured; None for anything else."""
    value, about = claim.value, claim.about
    if not isinstance(value, Measure) or value.number is None or value.number < 0 or about is None:
        return None
    if about.measure is None:
        return None
    return value.unit, value.per, about.measure.kind or about.measure.text.lower()


def _series(article: Article, numbers: Sequence[int]) -> Series | None:
    """By time if enough of them have one, else by owner."""
    times = _times(article, numbers)
    owners = {number: _owner(article.claims[number]) for number in numbers}
    for labels in ({number: _time(times.get(number)) for number in numbers}, owners):
        rows = _distinct(labels)
        if len(rows) >= FEWEST:
            return _drawn(article.claims, rows)
    return None


Label = tuple[str, str]
"""What a bar is sorted by, and what it is called."""


def _times(article: Article, numbers: Sequence[int]) -> dict[int, Claim]:
    """The date of each value: the one it is said of or, where dates and values of a sentence take turns, its turn's."""
    claims, starts = article.claims, [sentence.start for sentence in article.document.sentences]
    dates: defaultdict[int, list[Claim]] = defaultdict(list)
    values: defaultdict[int, list[int]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.value, Period) and claim.value.start is not None:
            dates[bisect_right(starts, claim.span.start)].append(claim)
    for number in numbers:
        values[bisect_right(starts, claims[number].span.start)].append(number)
    found: dict[int, Claim] = {}
    for sentence, inside in values.items():
        found |= _in_turn(claims, inside, dates.get(sentence, []))
    return found | _stated(claims, numbers, {date.span: date for each in dates.values() for date in each})


def _stated(claims: Sequence[Claim], numbers: Sequence[int], at: dict[Span, Claim]) -> dict[int, Claim]:
    times = ((number, about.time) for number in numbers if (about := claims[number].about) is not None)
    return {number: at[time] for number, time in times if time in at}


def _in_turn(claims: Sequence[Claim], numbers: Sequence[int], dates: Sequence[Claim]) -> dict[int, Claim]:
    """Values of one sentence with their dates, where it has several of both, in turn."""
    turns = len(numbers) > 1 and _take_turns([claims[n].span for n in numbers], [date.span for date in dates])
    return dict(zip(numbers, dates, strict=True)) if turns else {}


def _take_turns(values: Sequence[Span], dates: Sequence[Span]) -> bool:
    if len(values) != len(dates) or not values:
        return False
    pairs = [sorted(pair) for pair in zip(values, dates, strict=True)]
    one_order = len({value < date for value, date in zip(values, dates, strict=True)}) == 1
    return one_order and all(first[1] < second[0] for first, second in pairwise(pairs))


def _time(told: Claim | None) -> Label | None:
    if told is None or not isinstance(told.value, Period) or told.value.start is None:
        return None
    return told.value.start.isoformat(), " ".join(told.text.split())


def _owner(claim: Claim) -> Label | None:
    owner = None if claim.about is None else claim.about.bearer or claim.about.owner
    return None if owner is None else ("", " ".join(owner.text.split()))


def _distinct(labels: dict[int, Label | None]) -> list[tuple[int, str]]:
    """Claim and label, the first claim of each label."""
    rows: dict[Label, int] = {}
    for number, label in labels.items():
        if label is not None:
            rows.setdefault(label, number)
    return [(number, label[1]) for label, number in sorted(rows.items(), key=lambda row: row[0][0])]


def _drawn(claims: Sequence[Claim], rows: Sequence[tuple[int, str]]) -> Series | None:
    sizes = {number: _size(claims[number]) for number, _ in rows}
    most = max(sizes.values())
    if not most:
        return None
    bars = tuple(Bar(number, label, f"{sizes[number] / most * 100:.1f}") for number, label in rows)
    about = claims[rows[0][0]].about
    return Series(about.measure.text if about and about.measure else "", bars)


def _size(claim: Claim) -> Decimal:
    return claim.value.number or Decimal(0) if isinstance(claim.value, Measure) else Decimal(0)
