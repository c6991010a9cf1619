"""What phrases say becomes readings: a year that nobody wrote is carried from the dates before, or chosen to fit."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import pairwise
from typing import NamedTuple

from claimcheck.extract.dates.calendar import DAY, exists, month_start
from claimcheck.extract.dates.grammar import Atom
from claimcheck.extract.dates.lengths import Length, duration
from claimcheck.extract.dates.scene import REACH, SENTENCE_ENDS, WORDS, Scene
from claimcheck.extract.dates.when import When, settle
from claimcheck.extract.place import Reading
from claimcheck.model.measure import Period

SENTENCE_END = re.compile(r"(?<!\d)[.!?]\s*\Z")
SCRAP = 40
SHORTEST_PARTICIPLE = 6
Stretch = tuple[int, int]


def lean(scene: Scene, start: int, end: int, *, modal: bool = False) -> int:
    """-1 where the clause, or else the sentence, tells what was, +1 where it tells what will be, else 0.

    `modal`: "can", "must" speak of the future too, as they do of the days around today. -2 right behind a word such
    as "seit" leaves no future at all, +2 behind "bis" next to no past.
    """
    words = scene.text[max(0, start - 30) : start].lower().split()[-2:]
    last = words[-1] if words else ""
    if last in scene.cues["behind"]:
        return -2
    if modal and last in scene.cues["meant_for"]:
        return 1
    sentence = _sentence(scene, start, end)
    clause = _clause(scene, sentence, start, end)
    told = _told(scene, clause, modal=modal)
    if any(word in scene.cues["until"] for word in words):
        return 0 if told < 0 else 2
    if not told and modal and _comes(scene, clause[0], start, end):
        return 1
    return told or _told(scene, sentence, modal=modal) or _untold(scene, clause, last)


def _untold(scene: Scene, clause: Stretch, last: str) -> int:
    """The same without a verb that tells: a scrap of text is an entry in a calendar, and those look ahead."""
    scrap = len(scene.text) <= SCRAP and SENTENCE_END.search(scene.text) is None
    if scrap or last in scene.cues["ahead"]:
        return 1
    return -1 if _done(scene, clause) else 0


def _sentence(scene: Scene, start: int, end: int) -> Stretch:
    low, high = max(0, start - REACH), end + REACH
    for stop in SENTENCE_ENDS.finditer(scene.text, low, start):
        low = stop.end()
    after = SENTENCE_ENDS.search(scene.text, end, high)
    return low, high if after is None else after.start()


def _clause(scene: Scene, sentence: Stretch, start: int, end: int) -> Stretch:
    """What stands between the commas around a date."""
    low, high = sentence
    comma = scene.text.find(",", end, high)
    return max(low, scene.text.rfind(",", low, start) + 1), high if comma < 0 else comma


def _told(scene: Scene, stretch: Stretch, *, modal: bool) -> int:
    """Which there are more of, words of the past or of the future; "May" is no "may"."""
    past, future, modals = scene.cues["past"], scene.cues["future"], scene.cues["modal"] if modal else {}
    told = 0
    for word, then in pairwise([*WORDS.findall(scene.text[slice(*stretch)]), ""]):
        low = word.lower()
        told += (low in future or word in modals or f"{low} {then.lower()}" in future) - (low in past)
    return (told > 0) - (told < 0)


def _done(scene: Scene, stretch: Stretch) -> bool:
    """Whether a participle tells what was: "erst im Januar gegründet"."""
    begins, ends = tuple(scene.cues["participle"]), tuple(scene.cues["participle_ends"])
    words = [word for word in WORDS.findall(scene.text[slice(*stretch)]) if len(word) >= SHORTEST_PARTICIPLE]
    if any(word in scene.cues["modal"] for word in words):
        return False
    return any(word.islower() and word.startswith(begins) and word.endswith(ends) for word in words)


def _comes(scene: Scene, low: int, start: int, end: int) -> bool:
    """Whether a verb in the present tense stands right beside a day: "Am Samstag spielt", "kommt am Samstag"."""
    cues = scene.cues
    present = tuple(cues["present"])
    if not present:
        return False
    before = scene.text[low:start].split()
    led = bool(before) and before[-1].lower() in cues["at"]
    if led and len(before) == 1:
        word = scene.next_word(end)
    else:
        word = before[-2] if led else ""
        if word.startswith(tuple(cues["participle"])):
            return False
    return word.islower() and word.endswith(present) and word not in cues["not_present"]


CARRIED = 600
"""How many characters on a year that was named still holds for a weekday that fits it."""


class Said(NamedTuple):
    """A year that was written in full, and where; `whole`: with a month or a day."""

    year: int
    end: int
    whole: bool


class Writer:
    """The readings of one text in its order, and the years that were named on the way."""

    __slots__ = ("_said", "_year", "found", "scene")

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.found: list[Reading] = []
        self._said: Said | None = None
        self._year: Said | None = None

    def add(self, atom: Atom) -> None:
        """Adds what an atom says, if it says a date or a length of time."""
        when: When | None = atom.symbols.get("date")
        if when is None:
            length: Length | None = atom.symbols.get("length")
        else:
            length = atom.symbols.get("inner")
            self._date(atom, when)
        if length is not None:
            end = atom.symbols.get("inner_end", atom.end)
            self.found.append(Reading("duration", length.start, end, duration(length)))

    def _date(self, atom: Atom, when: When) -> None:
        when = self._carried(atom, when)
        if "eve" in atom.symbols:
            when = self._beside(atom, when, atom.symbols["eve"])
        published = self.scene.published
        vague = when.bounds is None and when.year is None and when.open is None
        told = 0
        if vague and published is not None and not when.lean:
            told = lean(self.scene, atom.start, atom.end, modal=when.code is None and when.holiday is None)
        if (period := settle(when, published, told)) is not None:
            self.found.append(Reading("date", atom.start, atom.end, period))

    def _carried(self, atom: Atom, when: When) -> When:
        """The date with the year that the text named before, where that is sure; remembers the year it names itself."""
        if when.until is not None or (when.year is not None and not when.relative):
            self._remember(atom, when)
            return when
        if when.back is not None:
            return self._back(atom, when, when.back)
        said = self._said
        if when.code is None or when.year is not None:
            return when
        if said is not None and self.scene.same_sentence(said.end, atom.start):
            return when._replace(year=said.year)
        return self._fitting(atom, when)

    def _remember(self, atom: Atom, when: When) -> None:
        """Keeps the year of a date; of a range only if it is one of years."""
        if when.year is None or (when.until is not None and when.grain != "year"):
            return
        self._year = Said(when.year, atom.end, when.until is None and when.code is not None)
        if when.until is None and when.code is not None:
            self._said = self._year

    def _back(self, atom: Atom, when: When, back: int) -> When:
        """Such as "im selben Jahr", "im Vorjahr": the year named last in the sentence, or some years before it."""
        said = self._year
        if said is None:
            return when
        near = self.scene.same_sentence if back else self.scene.near
        if not near(said.end, atom.start) or said.year + back < 1:
            return when
        year = said.year + back
        bounds = (month_start(year, 1), month_start(year + 1, 1)) if when.code is None else None
        return when._replace(year=year, bounds=bounds, open=None)

    def _fitting(self, atom: Atom, when: When) -> When:
        """A day whose weekday fits the year named last, and none around the day of publication."""
        said, published = self._year, self.scene.published
        if said is None or published is None or when.weekday is None or when.day is None or when.code is None:
            return when
        if atom.start - said.end > CARRIED or abs(said.year - published.year) <= 1:
            return when
        return when._replace(year=said.year) if _fits_only(said.year, published.year, when) else when

    def _beside(self, atom: Atom, when: When, shift: int) -> When:
        """The day before or after the one that was named last, if that was in this sentence or the one before."""
        last = next((each for each in reversed(self.found) if each.type == "date"), None)
        if last is None or not isinstance(last.value, Period) or last.value.start is None or last.value.end is None:
            return when
        day = last.value.start
        if last.value.end - day != DAY or not self.scene.near(last.end, atom.start):
            return when
        if _names_a_day(self.scene, last.end, atom.start):
            return when
        day += timedelta(shift)
        return when._replace(bounds=(day, day + DAY), open=None)


def _names_a_day(scene: Scene, start: int, end: int) -> bool:
    """Whether a stretch names the day of something: "that was the day before the vote"."""
    between = scene.text[start:end].lower()
    return any(word in between for word in scene.cues["last"])


def _fits_only(said: int, published: int, when: When) -> bool:
    """Whether the weekday of a date is that of the year said, and of none around the year of publication."""
    near = (published + shift for shift in (-1, 0, 1))
    return _has_weekday(said, when) and not any(_has_weekday(year, when) for year in near)


def _has_weekday(year: int, when: When) -> bool:
    assert when.code is not None and when.day is not None
    if not exists(year, when.code, when.day):
        return False
    return (month_start(year, when.code) + (when.day - 1) * DAY).weekday() == when.weekday
