"""One time said twice, the second time beside the first: "yesterday, Monday", "ten years ago, in 2014"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain, islice, pairwise

from claimcheck.constraints.timing.almanac import days_from, falling, feast, feasts_elsewhere, holiday
from claimcheck.constraints.timing.calendar import YEAR_DIGITS
from claimcheck.constraints.timing.days import Days, Mark, age_of, months_of, new_year
from claimcheck.constraints.timing.lines import Line
from claimcheck.constraints.timing.times import Times, twice
from claimcheck.languages.word_roles import COLON, COMMA, DASH, OPEN
from claimcheck.model.comparison import DayName, MonthName, Shown, Timed

MOST_BETWEEN, SHARE, WEEK = 4, 50, 7
SMALL = ("apposed", "also", "since", "from_", "before_ago", "ago", "on", "indefinite")
NEARLY, ROUGHLY = timedelta(110), timedelta(185)
EDITION, MOST_OFF = timedelta(2), timedelta(10)
"""A text may be that of the next day's edition; a day told wrong is near the right one."""
YEAR = timedelta(365, 5 * 3600)
MOST_YEARS = date.max.year
HEDGED = {
    "over": (0, 6), "at_least": (0, 6), "good": (0, 1), "under": (1, 0), "nearly": (1, 0), "up_to": (1, 0),
    "about": (1, 1),
}  # fmt: skip
"""How many fifths of a number of years less or more a word allows."""
Meant = tuple[Shown, ...]


def said_twice(times: Times) -> Iterator[Timed]:
    """Every pair of times of a sentence of which the one explains the other."""
    entry = _first_entry(times)
    for line in times.lines:
        published = times.published if entry is None or line.sentence.span.end <= entry else None
        if published is not None:
            yield from _with_weekday(line, published)
        found = [*falling(line, times), *_beside(line, times, published)]
        yield from found
        if not any(each.kind == "holiday" for each in found):
            yield from feasts_elsewhere(line, times)


def _beside(line: Line, times: Times, published: date | None) -> Iterator[Timed]:
    """Two times of a sentence side by side."""
    marks = line.of_kind("date", "length")
    for here, there in chain(pairwise(marks), _around_today(marks, times)):
        if _is_beside(line, here, there):
            pairs = ((here, there), (there, here))
            of_event = times.names_day_of_event(line)
            told = [None if of_event else _day_told(*pair) for pair in pairs if times.counts_from_told(pair[0])]
            found = filter(None, told or (_pair(line, *pair, times, published) for pair in pairs))
            yield from islice(found, 1)


def _around_today(marks: list[Mark], times: Times) -> Iterator[tuple[Mark, Mark]]:
    """A year that counts back and the date behind it where a relative day belongs to it: "20 years ago today, on"."""
    for ago, day, there in zip(marks, marks[1:], marks[2:], strict=False):
        back = ago.relative and ago.grain == "year" and times.plays(ago.claim.text, "ago", "before_ago")
        if back and day.relative and day.first == ago.last:
            yield ago._replace(last=day.last), there


def _first_entry(times: Times) -> int | None:
    """Where a running blog begins: a line that opens with another day than that of the publication.

    Below it "yesterday" counts from the day of the entry; where an entry is later than the publication, all of it does.
    """
    entries = list(_entries(times))
    if any(times.published is not None and start > times.published for _, start in entries):
        return 0
    return next((at for at, _ in entries), None)


def _entries(times: Times) -> Iterator[tuple[int, date]]:
    """The days that open a line, with their places."""
    prose = times.article.document.prose
    for mark in (mark for line in times.lines for mark in line.dates):
        at = mark.claim.span.start
        opens = at == 0 or prose[at - 1] == "\n"
        if opens and not mark.relative and mark.grain == "day" and mark.start not in (None, times.published):
            yield at, mark.start


def _with_weekday(line: Line, published: date) -> Iterator[Timed]:
    """A relative day that names its weekday: "am gestrigen Montag"; but for one whose date follows, of another day.

    Nor is one wrong that counts from the day behind the publication: that of the edition it is printed in.
    """
    for mark in line.dates:
        if mark.relative and mark.start is not None and mark.weekday is not None:
            fits = mark.start.weekday() == mark.weekday
            printed = (mark.start.weekday() + 1) % 7 == mark.weekday
            if " " in mark.claim.text if fits else not printed and not _dated_otherwise(line, mark, published):
                yield twice("day", mark.claim, None, None if fits else (DayName(mark.start.weekday()),))


def _dated_otherwise(line: Line, mark: Mark, published: date) -> bool:
    """Whether the date behind a relative day has its weekday, and is that of a day beside the publication."""
    day = next((each.day for each in line.dates if 0 < each.first - mark.last <= 2), None)
    return day is not None and day.weekday() == mark.weekday and abs(day - published) <= EDITION


def _is_beside(line: Line, here: Mark, there: Mark) -> bool:
    """Whether only a comma or a bracket and small words lie between two dates, and no list goes on around them."""
    between = line.between(here, there)
    if len(between) == 1 and "equal" in line.said(between[0]) and here.first <= 1 and line.is_mark(there.last):
        return True
    if any(line.is_mark(at, COLON) for at in between):
        return _explains(line, there, between)
    if not line.beside(here, there, SMALL, MOST_BETWEEN):
        return False
    if line.is_mark(between[0], OPEN):
        return line.low(between[0]) == "("  # in others an editor explains what somebody said on another day
    return _ended(line, there) and not _listed(line, here, there)


def _ended(line: Line, there: Mark) -> bool:
    """Whether a mark that joins nothing stands behind the second date."""
    if line.is_mark(there.last):
        return not line.is_mark(there.last, DASH) and line.low(there.last) != "/"
    return "ago" in line.said(there.last)


def _explains(line: Line, there: Mark, between: range) -> bool:
    """Whether a date opens what a colon announces: "am Pfingstmontag bringen: Am 18. Mai hält er"."""
    marks = [at for at in between if line.is_mark(at)]
    behind = range(marks[0] + 1, there.first)
    near = len(between) <= MOST_BETWEEN and len(behind) <= 1
    return len(marks) == 1 and marks[0] - between[0] <= 1 and near and line.light(behind, ("on",))


def _listed(line: Line, here: Mark, there: Mark) -> bool:
    """Whether more dates stand before or behind the two."""
    before = line.said(here.first - 1)
    if line.is_mark(here.first - 1, DASH) or (
        line.is_mark(there.last, COMMA) and line.dated(there.last, there.last + 2)
    ):
        return True
    if "listing" in before and "also" not in before:
        return True
    return line.is_mark(here.first - 1, COMMA) and any(mark.last == here.first - 1 for mark in line.dates)


def _pair(line: Line, one: Mark, other: Mark, times: Times, published: date | None) -> Timed | None:
    """How the one time explains the other; None where it does not, or where that is not certain."""
    if other.kind != "date":
        return None
    if one.kind == "length":
        return _ago(one, other, published) if _is_ago(line, one) else None
    if one.relative and one.start is not None and one.grain in ("day", "year"):
        return _relative(one, other, times, published)
    if one.grain in ("quarter", "half", "season") and other.grain == "month":
        return _quarter(line, one, other)
    return _feast(line, one, other, times)


def _feast(line: Line, one: Mark, other: Mark, times: Times) -> Timed | None:
    """A holiday, or the day before or after it, beside its date."""
    rule, shift = feast(one.claim.text, times), days_from(line, one, times)
    if rule is None or other.relative or feast(other.claim.text, times) is not None or shift is None:
        return None
    whole = line.part(one.first - 2 if shift else one.first, one.last)
    told = one._replace(claim=one.claim._replace(span=whole.span, text=whole.text))
    return holiday(told, other, rule, shift=shift)


def _is_ago(line: Line, length: Mark) -> bool:
    return "before_ago" in line.said(length.first - 1) or "ago" in line.said(length.last)


def _relative(one: Mark, other: Mark, times: Times, published: date | None) -> Timed | None:
    """A day or a year that counts from the day of publication, beside another date."""
    start = one.start
    if published is None or start is None:
        return None
    if one.grain == "day":
        plain = one.weekday is None and abs((start - published).days) < WEEK
        quoted = times.quoted(one.claim.span)  # then it counts from when it was said
        return _day(one, other, start, published) if plain and not quoted else None
    if times.plays(one.claim.text, "ago", "before_ago"):
        return _ago(one, other, published)
    of_story = times.plays(one.claim.text, "definite")  # "the previous year"
    return None if of_story else _year(one, other, start)


def _day_told(one: Mark, other: Mark) -> Timed | None:
    """A day beside one named before, such as "the next day", with its date or day of the week."""
    of_week, start, day = other.weekday is not None and other.relative, one.start, other.day
    if start is None or day is None or abs(day - start) > MOST_OFF or (other.relative and not of_week):
        return None
    fits = day.weekday() == start.weekday() if of_week else (day.month, day.day) == (start.month, start.day)
    real: Meant = (DayName(start.weekday()), *(() if of_week else (", ", start)))
    return twice("day", one.claim, other.claim, None if fits else real)._replace(evidence="anaphor")


def _year(one: Mark, other: Mark, start: date) -> Timed | None:
    """A year that counts from the day of publication, beside another one."""
    if other.relative or other.start is None or other.grain != "year" or other.range or one.part is not None:
        return None
    real = None if other.start.year == start.year else (str(start.year),)
    return twice("year", one.claim, other.claim, real, new_year(other.claim, start.year))


def _day(one: Mark, other: Mark, start: date, published: date) -> Timed | None:
    """A relative day, such as "yesterday", beside a single other day or a day of the week."""
    if other.day is None:
        return None
    if other.weekday is not None and other.relative:
        return _weekday(one, other, start, published)
    fits = (other.day.month, other.day.day) == (start.month, start.day)
    if not fits and (_of_next_edition(start, other.day, published) or abs(other.day - start) > MOST_OFF):
        return None
    return twice("day", one.claim, other.claim, None if fits else (DayName(start.weekday()), ", ", start))


def _weekday(one: Mark, other: Mark, start: date, published: date) -> Timed | None:
    """A relative day beside a day of the week; "today, Monday" may be printed in the edition of the next day."""
    if start == published and other.weekday == (start.weekday() + 1) % WEEK:
        return None
    fits = other.weekday == start.weekday()
    return twice("day", one.claim, other.claim, None if fits else (DayName(start.weekday()),))


def _of_next_edition(start: date, day: date, published: date) -> bool:
    """Whether a text says "today" of the day behind that of its publication: it is that of the next edition."""
    return start == published and day - start == timedelta(1)


def _has_year(mark: Mark) -> bool:
    return mark.named and (mark.grain != "day" or YEAR_DIGITS.search(mark.claim.text) is not None)


def _ago(one: Mark, other: Mark, published: date | None) -> Timed | None:
    """So many years ago with the year itself: a stated year counts, and so does the time that has gone by."""
    if published is None:
        return None
    then = other.days if _has_year(other) else None
    back = _years_back(one, published)
    if then is None or back is None or then.first > published:
        return None
    low, high = back
    fits = low <= published.year - then.first.year <= high or _gone_by(then, published, low, high)
    real = f"{published.year - low}" if low == high else f"{published.year - high}–{published.year - low}"
    mends = new_year(other.claim, one.start.year) if one.start is not None else ()
    return twice("ago", one.claim, other.claim, None if fits else (real,), mends)


def _years_back(one: Mark, published: date) -> tuple[int, int] | None:
    """The least and the greatest number of years that the words count back; None where they do not, or too far."""
    if one.start is not None:
        years = published.year - one.start.year
        return (years, years) if years > 0 else None
    number = age_of(one.claim) if one.unit == "year" and one.kind == "length" else None
    if number is None or one.measure is None:
        return None
    more = max(1, number // 5)
    least, most = HEDGED.get(one.measure.hedge or "", (0, 0))
    high = number + most * more
    return (max(1, number - least * more), high) if high <= MOST_YEARS else None


def _gone_by(then: Days, published: date, low: int, high: int) -> bool:
    """Whether about so many years have gone by, to the day."""
    room = max(ROUGHLY if then.last - then.first < NEARLY else NEARLY, YEAR * high / SHARE)
    return published - then.last <= YEAR * high + room and published - then.first >= YEAR * low - room


def _quarter(line: Line, one: Mark, other: Mark) -> Timed | None:
    """A quarter, half or season beside months."""
    if _is_elsewhere(line) or not _same_kind(one, other):
        return None
    wanted, said = months_of(one.claim), months_of(other.claim)
    if wanted is None or said is None:
        return None
    beside = one.grain == "season" and (said[0] - wanted[0]) % 12 in (1, 11)
    fits = beside or _is_within(said, wanted)
    real: Meant | None = None if fits else (MonthName(wanted[0]), " – ", MonthName(wanted[1]))
    return twice("quarter", one.claim, other.claim, real)


def _is_elsewhere(line: Line) -> bool:
    """Whether the parts of a year may lie otherwise: of a business year, or in the south."""
    return line.has("fiscal") or line.has("south")


def _is_within(said: tuple[int, int], wanted: tuple[int, int]) -> bool:
    """Whether months are those of a part of the year, or one of them."""
    inside = {(wanted[0] - 1 + i) % 12 + 1 for i in range((wanted[1] - wanted[0]) % 12 + 1)}
    return said == wanted or (said[0] == said[1] and said[0] in inside)


def _same_kind(one: Mark, other: Mark) -> bool:
    """Whether both have known days, or neither has and both name parts of a year by its months, and all of them."""
    if one.part or other.part:
        return False
    if one.start is not None and other.start is not None:
        return True
    return one.start is None and other.start is None and one.grain != "season" and not (one.relative or other.relative)
