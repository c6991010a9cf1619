"""From one date to another: "Januar bis April", "zwischen 2030 und 2031", "5. bis zum 9. Juni"."""

from __future__ import annotations

from typing import Any

from claimcheck.extract.dates.grammar import Match
from claimcheck.extract.dates.when import When

Result = dict[str, Any] | None


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


def both(match: Match) -> Result:
    """Such as "18. und 19. Dezember", "May 3 and 5": two dates, the one day in the month of the other."""
    number = match.atoms[match.symbols.index("day")]
    whole: When = match.values["date"]
    day = match.values["day"]
    if whole.day is None or whole.code is None or whole.until is not None:
        return None
    if match.symbols[0] == "date":
        scene, following = match.scene, match.scene.next_word(match.end)
        if day <= whole.day or scene.counted(match.end) or (following and following.lower() not in scene.stops):
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
