"""What the calendar has names for: months, seasons, quarters, numbered weeks, holidays, decades, centuries."""

from __future__ import annotations

from datetime import date
from typing import Any

from claimcheck.extract.dates.calendar import DAY, FIRST_YEAR, LAST_YEAR, indexed, week_of
from claimcheck.extract.dates.grammar import Match, Result, dated
from claimcheck.extract.dates.scene import Scene
from claimcheck.extract.dates.when import When

SHORTEST = 5
SHORTEST_DECADE = 7
CODE_OF = {"quarter": 32, "half_year": 39}
LAST_OF = {"quarter": 4, "half_year": 2}


def month(match: Match) -> Result:
    """Such as "März 2031", "im vergangenen Mai", "Juni des vergangenen Jahres"."""
    values = match.values
    if match.year is not None:
        return dated(match, When("month", match.year, values["anymonth"])) if late_alone(match) else None
    return _shifted(match, When("month", code=values["anymonth"]))


def late_alone(match: Match) -> bool:
    """Whether the year of a date is none far ahead, or its digits count nothing: not in "im Mai 5000 Gäste", nor at the
    end of "im Mai waren es 40 und im Juni 2870".
    """
    scene, end = match.scene, match.end
    if "late_year" not in match.values:
        return True
    if scene.counted(end) or scene.counts_on(end):
        return False
    following = scene.next_word(end)
    low = following.lower()
    if not following:
        return not match.values.keys().isdisjoint(("day", "unit_year"))
    if low in scene.stops or low in scene.cues["small"]:
        return True
    if not scene.capitals or not following.islower():
        return False
    noun = scene.next_word(end + 1 + len(following))
    return not (low.endswith(tuple(scene.cues["inflected"])) and noun[:1].isupper())


def month_range(match: Match) -> Result:
    """Such as "Mai bis Juli", "Juli/August 2031", "Nov-Feb 2031"."""
    first, last = match.all("anymonth")
    year = match.values.get("year")
    if first == last or ("year" not in match.values and "slash" in match.values and first > last):
        return None
    return dated(match, When("month", None, first, until=When("month", year, last)))


def season(match: Match) -> Result:
    """Such as "Herbst 2031", "Winter 2030/31" (its first year); alone only after a word of time."""
    values = match.values
    code = values["season"]
    said = values.get("year") or values.get("spelled_year") or values.get("yearpair", (None,))[0]
    if said:
        return dated(match, When("season", said, code))
    if not values.keys().isdisjoint(("shift", "named", "same")):
        return _shifted(match, When("season", code=code))
    return dated(match, When("season", code=code)) if _season_alone(match) else None


def _season_alone(match: Match) -> bool:
    """Whether the words around the name of a season make it one: not in "the fall that hurt", "the fall of Rome"."""
    scene, atom = match.scene, match.atoms[-1]
    if not scene.cued(match.start, "month") or scene.cued(match.start, "attributive"):
        return False
    if "daypart" in atom.symbols:
        return False
    return "doubtful" not in atom.symbols or (scene.cued(match.start, "within") and "of" not in scene.small(match.end))


def _shifted(match: Match, when: When) -> Result:
    """The month or season of last, this or next year, or the last or next one."""
    values, published = match.values, match.scene.published
    if "same" in values:
        return dated(match, when._replace(back=0))
    if published is None:
        return dated(match, when)
    shift = values["named"][1] if "named" in values else values.get("shift", 0)
    if "unit_year" in values or "named" in values or not shift:
        return dated(match, when._replace(year=published.year + shift, relative=True))
    return dated(match, when._replace(year=_neighbour(when, published, shift), relative=True))


def _neighbour(when: When, published: date, shift: int) -> int:
    """The year of the last or the next such month or season, or of the one beyond."""
    assert when.code is not None
    found: list[int] = []
    for year in range(published.year - 3, published.year + 4):
        start, end = indexed(year, when.code)
        if end <= published.replace(day=1) if shift < 0 else start > published:
            found.append(year)
    if not found:
        return published.year
    return found[shift] if shift < 0 else found[shift - 1]


def bare_month(match: Match) -> Result:
    """A month by itself, where it is no name and no verb."""
    scene = match.scene
    if scene.cued(match.start, "name") or _somebody(match) or _doubtful(match):
        return None
    return dated(match, When("month", code=match.values["anymonth"]))


def _somebody(match: Match) -> bool:
    """Whether the word of a month is a name: "Juli Berger", "Anna März", "May resigned", "shares of DEC"."""
    scene, word = match.scene, match.scene.text[match.start : match.end]
    if scene.a_name(word) and not _surely(scene, match.start):
        return True
    if word.isupper() and len(word) < SHORTEST and not scene.before(match.start).isupper():
        return True
    if not scene.capitals or scene.cued(match.start, "month"):
        return False
    return scene.next_word(match.end)[:1].isupper() or scene.before(match.start)[:1].isupper()


def _doubtful(match: Match) -> bool:
    """Whether a word that is a month and something else is no month here: "the march to Lindow", "Mai and Berger"."""
    scene, start, end = match.scene, match.start, match.end
    if "month" in match.atoms[0].symbols:
        return False
    cued = scene.cued(start, "month") or _alone_with_capital(scene, start, end)
    if not cued or (not scene.text[start].isupper() and not scene.text.islower()):
        return True
    return scene.next_word(end)[:1].isupper() and scene.cued(start, "doubt")


def _alone_with_capital(scene: Scene, start: int, end: int) -> bool:
    """Whether a word has a capital among words that have none: "an expected May election"."""
    if scene.capitals or not scene.text[start + 1 : start + 2].islower() or scene.opens_sentence(start):
        return False
    return scene.before(start).islower() and scene.next_word(end)[:1].islower()


def _surely(scene: Scene, start: int) -> bool:
    """Whether the word before an offset can only stand before a time, not before a name."""
    word = scene.before(start).lower()
    symbols = scene.words.get(word) or {}
    return word in scene.cues["within"] or not symbols.keys().isdisjoint(("part", "shift"))


def nth_unit(match: Match) -> Result:
    """Such as "erstes Quartal 2031", "second half of last year", "Q3"."""
    values, published = match.values, match.scene.published
    when: When | None = values.get("quarter") or _ranked(match)
    if when is None or when.year is not None:
        return None if when is None else dated(match, when)
    if "year" in values:
        return dated(match, when._replace(year=values["year"]))
    shift = values["named"][1] if "named" in values else values.get("shift", 0 if "unit_year" in values else None)
    if shift is not None and published is not None:
        when = when._replace(year=published.year + shift, relative=True)
    return dated(match, when)


def _ranked(match: Match) -> When | None:
    """The quarter or half that an ordinal names; the final one is the last."""
    unit = "quarter" if "unit_quarter" in match.values else "half_year"
    last = LAST_OF[unit]
    rank = match.values.get("ord", last)
    return When("quarter" if unit == "quarter" else "half", code=CODE_OF[unit] + rank) if 1 <= rank <= last else None


def week_number(match: Match) -> Result:
    """Such as "Kalenderwoche 12", of the year said or of that of publication."""
    published = match.scene.published
    number = int(match.values.get("num") or match.values.get("ord") or 0)
    said: int | None = match.values.get("year")
    if said is not None:
        years = [said]
    elif published is not None:
        years = [published.year, published.year - 1, published.year + 1]
    else:
        return None
    if not 1 <= number <= 53 or not FIRST_YEAR <= years[0] < LAST_YEAR:
        return None
    starts = [week_of(date(year, 1, 4))[0] + (number - 1) * 7 * DAY for year in years]
    start = min(starts, key=lambda day: abs(day - published)) if published is not None else starts[0]
    return dated(match, When("week", bounds=(start, start + 7 * DAY), relative="year" not in match.values))


def holiday(match: Match) -> Result:
    """Such as "Ostern 2031", "dritter Advent", "Easter of last year"."""
    values = match.values
    name = values.get("holiday") or values["numbered"]
    rule = match.scene.holidays[name]
    if (rule[3] and rule[0] != "fixed" and "ord" not in values) or match.scene.cued(match.start, "foreign"):
        return None
    if values.keys() <= {"holiday"} and _attribute(match):
        return None
    when = When("week" if "weekend" in values else "day", holiday=(rule, values.get("ord", 0), "weekend" in values))
    return dated(match, _of_year(match, when))


def _of_year(match: Match, when: When) -> When:
    """A holiday with the year that stands beside it."""
    values, published = match.values, match.scene.published
    if "year" in values:
        return when._replace(year=values["year"])
    if "yearpair" in values:
        return when._replace(year=values["yearpair"][0])
    if "shift" in values and published is not None:
        return when._replace(year=published.year + values["shift"], relative=True)
    return when


def _attribute(match: Match) -> bool:
    """Whether a noun follows that the holiday describes: "the Christmas specials", "the Good Friday Agreement"."""
    scene, following = match.scene, match.scene.next_word(match.end)
    if " " in scene.text[match.start : match.end] and following.islower():
        return False  # "the Boxing Day meeting"
    if scene.capitals or not following or following in scene.stops or following.lower() in scene.cues["small"]:
        return False
    return following.lower() not in scene.words and scene.text[match.end : match.end + 1] == " "


def decade(match: Match) -> Result:
    """Such as "die 1990er-Jahre", "the nineties"."""
    value: Any = match.values.get("decade", match.values.get("spelled_decade"))
    scene = match.scene
    if scene.cued(match.start, "own"):
        return {}  # "in her early twenties"
    told = "unit_year" in match.values
    if value % 100 == 0 and value < 2000 and not (told or scene.capitals):
        return {}  # "the 1800s": ten years or a hundred
    start = next(atom.start for atom in match.atoms if {"decade", "spelled_decade"} & atom.symbols.keys())
    if not told and _other_tens(match, start, value):
        return None
    return dated(match, When("decade", value))


def _other_tens(match: Match, start: int, value: int) -> bool:
    """Whether what looks like a decade is something else: "50er Marke", "die 68er Bewegung", "$20s"."""
    scene = match.scene
    short = scene.capitals and match.end - start < SHORTEST_DECADE
    if short and scene.next_word(match.end)[:1].isupper():
        return True
    return value < 2000 and scene.text[start : start + 1].isdigit() and scene.text[start - 1 : start] in ("$", "€")


def century(match: Match) -> Result:
    """Such as "19. Jahrhundert" is 18XX."""
    rank = match.values["ord"]
    return dated(match, When("century", (rank - 1) * 100)) if 1 <= rank <= 22 else None
