"""What phrases say becomes readings: a year that nobody wrote is carried from the dates before, or chosen to fit."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from claimcheck.extract.dates.atoms import Atom
from claimcheck.extract.dates.calendar import DAY, exists, month_start
from claimcheck.extract.dates.leaning import lean
from claimcheck.extract.dates.lengths import Length, duration
from claimcheck.extract.dates.scene import Scene
from claimcheck.extract.dates.when import When, settle
from claimcheck.extract.place import Reading
from claimcheck.model.period import Period

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
        if when.until is not None:
            self._year = (
                Said(when.year, atom.end, False) if when.year is not None and when.grain == "year" else self._year
            )
            return when
        if when.year is not None and not when.relative:
            self._year = Said(when.year, atom.end, when.code is not None)
            if when.code is not None:
                self._said = self._year
            return when
        if when.back is not None:
            return self._back(atom, when, when.back)
        said = self._said
        if when.code is None or when.year is not None:
            return when
        if said is not None and self.scene.same_sentence(said.end, atom.start):
            return when._replace(year=said.year)
        return self._fitting(atom, when)

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
        near = [published.year + shift for shift in (-1, 0, 1)]
        fits = _has_weekday(said.year, when) and not any(_has_weekday(year, when) for year in near)
        return when._replace(year=said.year) if fits else when

    def _beside(self, atom: Atom, when: When, shift: int) -> When:
        """The day before or after the one that was named last, if that was in this sentence or the one before."""
        last = next((each for each in reversed(self.found) if each.type == "date"), None)
        if last is None or not isinstance(last.value, Period) or last.value.start is None or last.value.end is None:
            return when
        day = last.value.start
        if last.value.end - day != DAY or not self.scene.near(last.end, atom.start):
            return when
        day += timedelta(shift)
        return when._replace(bounds=(day, day + DAY), open=None)


def _has_weekday(year: int, when: When) -> bool:
    assert when.code is not None and when.day is not None
    if not exists(year, when.code, when.day):
        return False
    return (month_start(year, when.code) + (when.day - 1) * DAY).weekday() == when.weekday
