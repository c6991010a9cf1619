"""One person and what an article says of it: birth, death, ages, and what is dated in its life."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.constraints.timing.days import age_of
from claimcheck.constraints.timing.lines import Line
from claimcheck.constraints.timing.marks import Mark

OF_LIFE = ("born", "died", "grown")
OTHER = ("did", "founded", "begins", "ends")
KINDS = (*OF_LIFE, *OTHER)
LOOSE = 4
"""So much farther off a word of life may stand than one that fits anything."""


class Told(NamedTuple):
    """An age where it is told; `when` is the date it is that of, if that is not today."""

    mark: Mark
    when: Mark | None = None

    @property
    def years(self) -> int:
        """The number of years."""
        number = age_of(self.mark.claim)
        assert number is not None
        return number


class Person:
    """What is said of one person; `line` is the number of the sentence where it was said last."""

    __slots__ = ("at_death", "at_event", "born", "died", "events", "line", "lived", "now", "spans", "word")

    def __init__(self) -> None:
        self.line = 0
        self.word = ""
        """A name that an age stands beside."""
        self.born: list[Mark] = []
        self.died: list[Mark] = []
        self.spans: list[Mark] = []
        self.now: list[Told] = []
        self.at_death: list[Told] = []
        self.lived: list[Told] = []
        """Ages that are the last one if the person is dead."""
        self.at_event: list[Told] = []
        self.events: list[tuple[Mark, bool]] = []
        """Dates of the life, and whether no child has such a one."""

    @property
    def one(self) -> bool:
        """Whether nothing was said twice with another value: two births are two people."""
        born = {mark.start.year for mark in self.born if mark.start is not None}
        return len(born) <= 1 and len(self.spans) <= 1 and len({mark.claim.text for mark in self.died}) <= 1


def kind_in_life(line: Line, mark: Mark) -> str | None:
    """What of a life a date is that of."""
    if line.has("deceased", mark.first - 2, mark.first):
        return "died"
    life, other = line.reach(mark, OF_LIFE), line.reach(mark, OTHER)
    if life is not None and (other is None or life[0] <= other[0] + LOOSE):
        return OF_LIFE[life[1]]
    kind = None if other is None else OTHER[other[1]]
    return "grown" if kind in (None, "did") and line.has("grown") and _beside_birth(line, mark) else kind


def _beside_birth(line: Line, mark: Mark) -> bool:
    """Whether every other date of the sentence is a birth."""
    return all(line.nearest(each, KINDS) == "born" for each in line.dates if each != mark)
