"""Dates beside the day of publication: "gestern", "vergangene Woche", "next Friday", "Ende des Jahres"."""

from __future__ import annotations

from datetime import date
from typing import get_args

from claimcheck.extract.dates.calendar import DAY, around, holiday, week_of
from claimcheck.extract.dates.grammar import Match, Result, dated
from claimcheck.extract.dates.when import When
from claimcheck.extract.dates.writer import lean
from claimcheck.model.measure import Grain

_ALL: tuple[Grain, ...] = get_args(Grain)
GRAINS: dict[str, Grain] = {"half_year": "half", **{each: each for each in _ALL}}
"""By the name of a unit in the language data."""
OPEN: dict[str, str] = {
    "year": "XXXX",
    "month": "XXXX-XX",
    "quarter": "XXXX",
    "half": "XXXX",
    "decade": "XXXX",
    "century": "XXXX",
}


def _unit(match: Match, unit: str, shift: int) -> When:
    grain = GRAINS[unit]
    published = match.scene.published
    if published is None:
        return When(grain, relative=True, open=OPEN.get(grain, "XXXX-XX-XX"))
    return When(grain, bounds=around(grain, published, shift), relative=True)


def shift_unit(match: Match) -> Result:
    """Such as "vergangenes Jahr", "this week"; not in the plural, which says no number."""
    atom = next(atom for atom, symbol in zip(match.atoms, match.symbols, strict=True) if symbol.startswith("unit_"))
    if "plural" in atom.symbols:
        return None
    unit = atom.symbols["unit"]
    before = unit == "year" and any("preceding" in each.symbols for each in match.atoms)
    return dated(match, _unit(match, unit, match.values.get("shift", 2))._replace(back=-1 if before else None))


def named(match: Match) -> Result:
    """Such as "Vorjahr", "heuer"."""
    unit, shift = match.values["named"]
    return dated(match, _unit(match, unit, shift)._replace(back=shift if unit == "year" and shift else None))


def same_year(match: Match) -> Result:
    """Such as "im selben Jahr", "that same year": the year named last."""
    return dated(match, When("year", back=0, relative=True))


def this_unit(match: Match) -> Result:
    """Such as "Ende des Jahres", "Beginn der Woche": part of the running one."""
    atom = match.atoms[-1]
    if "plural" in atom.symbols:
        return None
    return dated(match, _unit(match, atom.symbols["unit"], 0)._replace(part=match.values.get("part")))


def part_of(match: Match) -> Result:
    """Such as "Jahresende 2031", "Monatsanfang"."""
    unit, part = match.values["part_of"]
    if "year" in match.values:
        return dated(match, When("year", match.values["year"], part=part))
    shift = match.values.get("shift", 0)
    return dated(match, _unit(match, unit, shift)._replace(part=part))


def part(match: Match) -> Result:
    """Such as "Anfang Februar", "Ende der Neunzigerjahre", "early 1990s": the whole, with the part beside it."""
    when: When = match.values["date"]
    if when.grain == "day" or when.part is not None or when.until is not None:
        return None
    return dated(match, when._replace(part=match.values.get("part")))


def days(match: Match) -> Result:
    """Such as "gestern", "heute Abend", "tomorrow"."""
    scene, atom = match.scene, match.atoms[0]
    if scene.text[atom.start].isupper() and not scene.opens_sentence(atom.start):
        return None  # "USA Today", "der Morgen"
    if not match.values["days"] and scene.cued(match.start, "nowadays"):
        return None  # "bereits heute"
    if "daypart" in atom.symbols and (scene.cued(match.start, "generic") or scene.cued(match.start, "daypart")):
        return None
    return dated(match, _unit(match, "day", match.values["days"]))


def eve(match: Match) -> Result:
    """Such as "Vortag", "the next day": the day beside one that was just named, which is known later."""
    scene = match.scene
    text = scene.text[match.start : match.end].lower()
    if text in scene.cues["last"] and scene.next_word(match.end):
        return None  # "the day before the vote"
    found = dated(match, When("day", relative=True, open="XXXX-XX-XX"))
    return None if found is None else {**found, "eve": match.values["eve"]}


def day_shift(match: Match) -> Result:
    """Such as "am gestrigen Montag"."""
    when = _unit(match, "day", match.values["day_shift"])
    return dated(match, when._replace(weekday=match.values["weekday"]))


def _weekday(match: Match, weekday: int, shift: int) -> When:
    published = match.scene.published
    if published is None:
        return When("day", weekday=weekday, relative=True)
    ahead = (weekday - published.weekday()) % 7
    if shift == 0:
        back = lean(match.scene, match.start, match.end, modal=True) < 0
        ahead = ahead - 7 if back and ahead else ahead
    elif shift < 0:
        ahead = ahead - 7 + 7 * (shift + 1)
    else:
        ahead = (ahead or 7) + 7 * (shift - 1)
    day = published + ahead * DAY
    return When("day", weekday=weekday, bounds=(day, day + DAY), relative=True)


def shifted(match: Match) -> Result:
    """Such as "vergangenen Freitag", "next weekend", "last Easter"."""
    values, published = match.values, match.scene.published
    shift = values.get("shift", 2)
    if "weekday" in values:
        return dated(match, _weekday(match, values["weekday"], shift))
    if "plural" in match.atoms[-1].symbols:
        return None
    if "weekend" in values:
        return dated(match, _weekend(match, shift))
    return None if published is None else _holiday(match, published, shift)


def _holiday(match: Match, published: date, shift: int) -> Result:
    """The last, this or the next time that a holiday comes, seen from a day."""
    rule = match.scene.holidays[match.values["holiday"]]
    if rule[3]:
        return None
    if not shift:
        return dated(match, When("day", published.year, holiday=(rule, 0, False), relative=True))
    years = [published.year + i for i in range(-3, 4)]
    fitting = [each for each in years if (holiday(rule, each)[0] > published) == (shift > 0)]
    chosen = fitting[shift - 1] if shift > 0 else fitting[shift]
    return dated(match, When("day", chosen, holiday=(rule, 0, False), relative=True))


def _weekend(match: Match, shift: int) -> When:
    published = match.scene.published
    if published is None:
        return When("week", relative=True, open="XXXX-XX-XX/XXXX-XX-XX")
    saturday = week_of(published)[0] + 5 * DAY
    if shift < 0:
        saturday += 7 * (shift + (1 if published >= saturday + 2 * DAY else 0)) * DAY
    elif shift > 0:
        saturday += 7 * (shift - (1 if published < saturday else 0)) * DAY
    return When("week", bounds=(saturday, saturday + 2 * DAY), relative=True)


def weekend(match: Match) -> Result:
    """Such as "am Wochenende": the last one, or the coming one where the sentence looks ahead."""
    scene = match.scene
    atom = match.atoms[0]
    if scene.cued(match.start, "generic") or "plural" in atom.symbols or "ord" in scene.roles_before(match.start):
        return None
    published = scene.published
    if published is not None and (published.weekday() >= 5 or lean(scene, match.start, match.end, modal=True) > 0):
        return dated(match, _weekend(match, 0))
    return dated(match, _weekend(match, -1))


def weekday_of_week(match: Match) -> Result:
    """Such as "Sonntag letzter Woche", "Friday of next week"."""
    when = _unit(match, "week", match.values["shift"])
    weekday = match.values["weekday"] if "weekday" in match.values else match.values["anyday"]
    if when.bounds is None:
        return dated(match, When("day", weekday=weekday, relative=True))
    day = when.bounds[0] + weekday * DAY
    return dated(match, When("day", weekday=weekday, bounds=(day, day + DAY), relative=True))
