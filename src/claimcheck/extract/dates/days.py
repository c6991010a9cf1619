"""Days: "Montag, 17. März 2031", "17.3.", "July 13-15", "Friday the 22nd"."""

from __future__ import annotations

from claimcheck.extract.dates.calendar import DAY, exists, month_start
from claimcheck.extract.dates.grammar import Match, Result, dated
from claimcheck.extract.dates.months import late_alone
from claimcheck.extract.dates.when import When
from claimcheck.extract.dates.writer import lean

SHORT_TEXT = 20


def day(match: Match) -> Result:
    """Such as "Montag, 17. März 2031", "May 5", "5th of May"."""
    values, scene = match.values, match.scene
    said = match.year
    sparse = said is None and "anyday" not in values
    if sparse and (scene.cued(match.start, "name") or scene.in_name(match.start)):
        return {}
    if _counts(match, stated=said is not None) or not late_alone(match):
        return None
    return dated(match, When("day", said, values["anymonth"], values["day"], values.get("anyday")))


def _counts(match: Match, *, stated: bool) -> bool:
    """Whether the number beside a month is none of its days: it counts something, or is a label or a time of day."""
    scene = match.scene
    ranked = "ord" in match.atoms[match.symbols.index("day")].symbols
    if match.symbols.index("day") < match.symbols.index("anymonth"):
        return not ranked and bool(scene.roles_before(match.start).get("label"))
    if stated:
        return False
    if not ranked and (scene.counted(match.end) or (not scene.month_first and scene.next_word(match.end))):
        return True
    return "comma" not in match.values and _clock_behind(match)


def no_day(match: Match) -> Result:
    """Such as "am 32. April": a day no month has, where a weekday or the word before expects one."""
    scene, following, values = match.scene, match.scene.next_word(match.end), match.values
    expected = "anyday" in values or scene.cued(match.start, "numeric")
    if not expected or (following and following not in scene.stops and not scene.capitals):
        return None
    return dated(match, When("day", values.get("year"), values["anymonth"], values["no_day"], values.get("anyday")))


def beside(match: Match) -> Result:
    """Such as "vergangenen Freitag, 13. Juni", "Friday (13 June)": a day with its weekday beside it."""
    first, last = match.all("date")
    if "open" in match.values and last.weekday is not None and last.code is None:
        first, last = last, first
    if not _only_weekday(first) or last.grain != "day" or last.day is None:
        return None
    if last.weekday is not None or last.until is not None:
        return None
    return {"date": last._replace(weekday=first.weekday)}


def _only_weekday(when: When) -> bool:
    """Whether a date is a weekday and nothing else; "am gestrigen Montag" on a Wednesday is a slip of its own."""
    if when.weekday is None or when.code is not None or when.holiday is not None or when.until is not None:
        return False
    return when.bounds is None or when.bounds[0].weekday() == when.weekday


def _clock_behind(match: Match) -> bool:
    text = match.scene.text
    return text[match.end : match.end + 1] in (":", ".", ",") and text[match.end + 1 : match.end + 2].isdigit()


def day_range(match: Match) -> Result:
    """Such as "13. bis 15. Juli 2031", "July 13-15"."""
    first, last = match.all("day")
    if first >= last:
        return None
    values = match.values
    month, year = values["anymonth"], values.get("year")
    return dated(match, When("day", year, month, first, until=When("day", year, month, last)))


def numeric(match: Match) -> Result:
    """Such as "Montag, 17.3.2031", "2031-03-17"; "17.3." and slips only beside a word that expects a day."""
    when: When = match.values["numeric"]
    if "label" in match.scene.roles_before(match.start):
        return None
    if "loose" in match.atoms[-1].symbols and "anyday" not in match.values and not _expected(match):
        return None
    return dated(match, when._replace(weekday=match.values.get("anyday")))


def _expected(match: Match) -> bool:
    """Whether the word or sign before digits expects a day; a day that does not exist needs a word."""
    scene = match.scene
    ahead = scene.before(match.start).lower()
    if "slip" in match.atoms[-1].symbols:
        return ahead.isalpha() and ahead in scene.cues["numeric"]
    return ahead in scene.cues["numeric"] or (not ahead and len(scene.text) < SHORT_TEXT)


def date_of_weekday(match: Match) -> Result:
    """Such as "Dienstag, der 25.", "Friday the 22nd": the nearest month in which that is the weekday."""
    number = match.atoms[match.symbols.index("day")]
    published = match.scene.published
    if ("ord" not in number.symbols and "article" not in match.values) or published is None:
        return None
    if match.scene.capitals and match.scene.next_word(match.end)[:1].isupper():
        return None  # "am Montag, dem ersten Tag der Messe"
    wanted, weekday = match.values["day"], match.values["weekday"]
    told = lean(match.scene, match.start, match.end)
    months = ((published.year, published.month + shift) for shift in range(-12, 13))
    starts = (month_start(year, month) for year, month in months)
    days = (first + (wanted - 1) * DAY for first in starts if exists(first.year, first.month, wanted))
    fitting = [day for day in days if day.weekday() == weekday]
    if not fitting:
        return None
    found = min(
        fitting, key=lambda day: abs((day - published).days) + (400 if told and (day > published) != (told > 0) else 0)
    )
    return dated(match, When("day", weekday=weekday, bounds=(found, found + DAY), relative=True))


def day_of_month(match: Match) -> Result:
    """Such as "20th of next month"."""
    published = match.scene.published
    wanted = match.all("day")
    if published is None or wanted != sorted(set(wanted)):
        return None
    first = month_start(published.year, published.month + match.values["shift"])
    found, last = first + (wanted[0] - 1) * DAY, first + (wanted[-1] - 1) * DAY
    return dated(match, When("day", bounds=(found, last + DAY), relative=True)) if last.month == first.month else None


def weekday(match: Match) -> Result:
    """A weekday by itself, unless any such day is meant or a person of that name."""
    scene = match.scene
    if scene.cued(match.start, "generic") or scene.cued(match.start, "name") or scene.titled(match.start, match.end):
        return None
    return dated(match, When("day", weekday=match.values["weekday"], relative=True))


def tens(match: Match) -> Result:
    """Such as "twenty-first", "einundzwanzigster": an ordinal of two words."""
    number, rank = match.values["num"], match.values["ord"]
    glued = match.atoms[0].end == match.atoms[1].start
    if match.scene.text[match.atoms[0].start].isdigit():  # "the April 30 first quarter"
        return None
    if "and" in match.values:  # "ein|und|zwanzigster"
        number, rank = rank, number
        if not glued:
            return None
    if number not in (20, 30) or not 0 < rank < 10:
        return None
    total = int(number + rank)
    return {"day": total, "ord": total} if total <= 31 else None


def range_of(match: Match) -> Result:
    """Two dates of the same kind with "to" between, or behind "between"."""
    first, last = match.all("date")
    if first.grain == last.grain == "year" and first.until is not None and last.until is not None:
        return {"date": first._replace(until=last.until)}  # "2031/32 bis 2033/34"
    if first.until is not None or last.until is not None or any("inner" in atom.symbols for atom in match.atoms):
        return None
    if not _alike(first, last) or not _sign_joins(match, first, last):
        return None
    return {"date": first._replace(until=last)}


def _sign_joins(match: Match, first: When, last: When) -> bool:
    """Whether the sign between two dates, if there is one, means "to"."""
    if "dash" in match.values:
        return _dash_joins(match, first, last)
    if "slash" in match.values:
        return first.grain == last.grain and first.day is not None and last.day is not None
    return True


def _alike(first: When, last: When) -> bool:
    if first.open is not None or last.open is not None:
        return False
    if (first.holiday is None) != (last.holiday is None):
        return False
    if first.grain != last.grain:
        return _side_by_side(first, last)
    if first.grain == "year" and first.year is not None and last.year is not None:
        return first.year < last.year
    return not _backwards(first, last)


def _side_by_side(first: When, last: When) -> bool:
    """Whether one end is a day or a year where the other is a month."""
    if (first.grain, last.grain) == ("month", "year") and first.year is None:
        return False  # "im Juni bis 2031 verlängert"
    return {first.grain, last.grain} <= {"day", "month"} or {first.grain, last.grain} <= {"month", "year"}


def _backwards(first: When, last: When) -> bool:
    """Whether the last of two days or months with a year lies before the first: then they are two dates."""
    if first.year is None or last.year is None or first.code is None or last.code is None:
        return False
    return (last.year, last.code, last.day or 0) < (first.year, first.code, first.day or 0)


def _dash_joins(match: Match, first: When, last: When) -> bool:
    """Whether a dash means "to": with years only where it stands without spaces or both are in brackets."""
    dash = next(atom for atom, symbol in zip(match.atoms, match.symbols, strict=True) if symbol == "dash")
    text = match.scene.text
    spaced = text[dash.start - 1] in " \n" or text[dash.end : dash.end + 1] in (" ", "\n")
    return first.grain == last.grain or (not spaced and "year" not in (first.grain, last.grain))


def elided(match: Match) -> Result:
    """Such as "5. bis 9. Juni", "zwischen dem 3. und dem 12. September": the first day is in the month of the last."""
    first, last = match.values["day"], match.values["date"]
    if last.day is None or last.until is not None or first >= last.day or last.bounds is not None:
        return None
    return {"date": When("day", last.year, last.code, first, until=last)}


def _may_count(match: Match) -> bool:
    """Whether a word follows that the last number may count."""
    following = match.scene.next_word(match.end)
    return match.scene.counted(match.end) or bool(following and following.lower() not in match.scene.stops)


def both(match: Match) -> Result:
    """Such as "18. und 19. Dezember", "May 3 and 5": two dates, the one day in the month of the other."""
    number = match.atoms[match.symbols.index("day")]
    whole: When = match.values["date"]
    day = match.values["day"]
    if whole.day is None or whole.code is None or whole.until is not None:
        return None
    if match.symbols[0] == "date":
        if day <= whole.day or _may_count(match):
            return None  # "On May 3 and 5 people …"
    elif day >= whole.day or "ord" not in number.symbols:
        return None
    return {"date": whole._replace(day=day, weekday=None)}


def with_daypart(match: Match) -> Result:
    """Such as "15. Februar morgens": the day."""
    when: When = match.values["date"]
    if when.grain != "day" or "inner" in match.atoms[0].symbols:
        return None
    return dict(match.atoms[0].symbols)
