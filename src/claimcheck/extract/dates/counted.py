"""Dates a length away: "vor zwei Wochen", "in 20 Jahren", "die ersten vier Monate", "last week of July"."""

from __future__ import annotations

from datetime import date

from claimcheck.extract.dates import calendar
from claimcheck.extract.dates.calendar import DAY, around, month_start, months, nth_weekday
from claimcheck.extract.dates.grammar import Match, Result, dated
from claimcheck.extract.dates.lengths import BASIC, CLOCK, Length
from claimcheck.extract.dates.when import When, settle
from claimcheck.extract.dates.writer import lean
from claimcheck.model.measure import Grain, Period, shifted

MOST = 5000
MOST_WEEKS = 53


DAYS = {"week": 7}


def moved(start: date, length: Length, sign: int) -> date:
    """A day some length later or earlier."""
    for unit, number in length.parts:
        base, factor = BASIC.get(unit, (unit, 1))
        count = int(number * factor) * sign
        if base in ("year", "month"):
            start = months(start, count * (12 if base == "year" else 1))
        else:
            start = shifted(start, count * DAYS.get(base, 1))
    return start


def _is_single(length: Length) -> bool:
    """Whether a length is no range and no bound."""
    return length.high is None and length.hedge in (None, "about")


def _is_countable(length: Length) -> bool:
    return all(0 < number < MOST for _, number in length.parts)


def _counted(match: Match, sign: int) -> Result:
    """The day, or for years the year, that lies a length before or after the day of publication."""
    length: Length = match.values["length"]
    published = match.scene.published
    unit, number = length.parts[-1]
    if not _is_single(length) or unit in CLOCK:
        return None
    base, factor = BASIC.get(unit, (unit, 1))
    if not _is_countable(length) or number * factor > MOST:
        return None
    grain: Grain = "year" if base == "year" else "day"
    if published is None:
        return dated(match, When(grain, relative=True, open="XXXX" if grain == "year" else "XXXX-XX-XX"))
    if base == "year" and number * factor >= published.year:
        return None
    return dated(match, When(grain, bounds=around(grain, moved(published, length, sign), 0), relative=True))


def ago(match: Match) -> Result:
    """Such as "vor zwei Wochen", "three years ago"."""
    return _counted(match, -1)


def hence(match: Match) -> Result:
    """Such as "in 20 Jahren": only where the sentence speaks of the future; else it is how long something took."""
    if "from_now" not in match.values and lean(match.scene, match.start, match.end, modal=True) <= 0:
        return None
    return _counted(match, 1)


def weekday_ago(match: Match) -> Result:
    """Such as "Mittwoch vor zwei Wochen", "Sonntag in einer Woche"."""
    length: Length = match.values["length"]
    published, weekday = match.scene.published, match.values["weekday"]
    unit, number = length.parts[0]
    if published is None or unit != "week" or len(length.parts) > 1 or number > 60 or length.high is not None:
        return None
    day = calendar.week_of(published)[0] + weekday * DAY + int(number) * 7 * (-1 if "ago" in match.values else 1) * DAY
    return dated(match, When("day", weekday=weekday, bounds=(day, day + DAY), relative=True))


def rolling(match: Match) -> Result:
    """Such as "die vergangenen sieben Tage": a date, and a length within it."""
    values, published = match.values, match.scene.published
    shift = values["shift"]
    length: Length | None = values.get("length")
    if length is None:
        if "plural" not in match.atoms[-1].symbols:
            return None
        length = Length(((values["unit"], values["num"]),), start=match.start)
    if not shift or (length.high, length.hedge) != (None, None):
        return None
    if published is None or not _tells_when(match, length):
        return {"length": length}
    other = moved(published, length, -1 if shift < 0 else 1)
    bounds = (other, published) if shift < 0 else (published + DAY, other + DAY)
    return {"date": When("day", bounds=bounds, relative=True), "inner": length}


def _tells_when(match: Match, length: Length) -> bool:
    """Whether a length behind "last" is counted in days at least and lies before now: not "will last six weeks"."""
    lasts = match.scene.cued(match.start, "lasts")
    return not lasts and _is_countable(length) and length.parts[-1][0] not in CLOCK


def week_of(match: Match) -> Result:
    """Such as "the week of April 10th": the week that holds the day."""
    when: When = match.values["date"]
    if when.grain != "day" or when.until is not None:
        return None
    day = settle(when, match.scene.published, lean(match.scene, match.start, match.end))
    return None if day is None or day.start is None else {"date": When("week", bounds=calendar.week_of(day.start))}


def _counts_days(length: Length) -> bool:
    """Whether a length is of days or longer units, and not beyond what is counted."""
    return _is_countable(length) and not any(unit in CLOCK for unit, _ in length.parts)


def _goes_on(match: Match) -> bool:
    """Whether a length is how long something lasts from a day on: "for five weeks from Monday"."""
    return match.symbols[1] == "from" and match.scene.cued(match.start, "so_long")


def offset(match: Match) -> Result:
    """Such as "zwei Wochen vor Weihnachten", "two days after tomorrow": a date, and a length within it."""
    length: Length = match.values["length"]
    when: When = match.values["date"]
    if not _is_single(length) or (when.until, when.grain) != (None, "day") or _goes_on(match):
        return None
    day = settle(when, match.scene.published, lean(match.scene, match.start, match.end))
    if day is None or day.start is None or not _counts_days(length):
        return None
    found = moved(day.start, length, -1 if match.symbols[1] in ("ago", "before") else 1)
    end = next(atom.end for atom, symbol in zip(match.atoms, match.symbols, strict=True) if symbol == "length")
    return {"date": When("day", bounds=(found, shifted(found, 1)), relative=True), "inner": length, "inner_end": end}


def _is_compound(length: Length) -> bool:
    """Whether a length has more than one unit, a range or a hedge."""
    return bool(len(length.parts) > 1 or length.high or length.hedge)


def first_of(match: Match) -> Result:
    """Such as "die ersten vier Monate des Jahres", "first three quarters of 2031"."""
    values, published = match.values, match.scene.published
    length: Length = values["length"]
    unit, number = length.parts[0]
    base, factor = BASIC.get(unit, (unit, 1))
    said = values.get("year") or (published.year + values.get("shift", 0) if published else None)
    if _is_compound(length):
        return None
    if values["ord"] != 1 or said is None or base not in ("month", "week", "day"):
        return None
    start, count = month_start(said, 1), int(number * factor)
    end = months(start, count) if base == "month" else shifted(start, count * DAYS.get(base, 1))
    if end > month_start(said + 1, 1):
        return None
    return dated(match, When("month" if base == "month" else "day", bounds=(start, end), relative="year" not in values))


def nth_of(match: Match) -> Result:
    """Such as "erster Dienstag im Oktober", "last week of July", "letzter Tag des Monats"."""
    values = match.values
    whole = _whole(match)
    n = values["ord"] if "ord" in values else values["shift"]
    if whole is None or whole.start is None or whole.end is None or not n or abs(n) > MOST_WEEKS:
        return None
    bounds = whole.start, whole.end
    if "weekday" in values:
        day = nth_weekday(*bounds, n, values["weekday"])
        return None if day is None else dated(match, When("day", weekday=values["weekday"], bounds=(day, day + DAY)))
    if "unit_day" in values:
        day = whole.start + (n - 1) * DAY if n > 0 else whole.end + n * DAY
        return dated(match, When("day", bounds=(day, day + DAY))) if whole.start <= day < whole.end else None
    weekend = "weekend" in values
    anchor = nth_weekday(*bounds, n, 5 if weekend else 3)  # a week belongs to its Thursday
    if anchor is None:
        return None
    start = anchor if weekend else calendar.week_of(anchor)[0]
    return dated(match, When("week", bounds=(start, start + (2 if weekend else 7) * DAY)))


def _whole(match: Match) -> Period | None:
    """The month or year of which one day or week is named."""
    values, published = match.values, match.scene.published
    said = values.get("year") or values.get("spelled_year")
    if "anymonth" in values:
        told = lean(match.scene, match.start, match.end)
        return settle(When("month", values.get("year"), values["anymonth"]), published, told)
    if said:
        return settle(When("year", said), None, 0)
    if published is None:
        return None
    month = around("month", published, values.get("shift", 0) if "ord" in values else 0)
    return settle(When("month", bounds=month), published, 0)
