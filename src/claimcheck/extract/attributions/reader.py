"""A verb of saying with its subject, and the statements that one unit turns out to make."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.extract.attributions.phrases import Range
from claimcheck.extract.attributions.unit import Unit
from claimcheck.languages import voice_roles as r
from claimcheck.model.claim import Mode


class Said(NamedTuple):
    """A cue at token `at`; `left` and `right` are the edges of its clause, `takes` what may be said by it.

    `first`: the verb opens its clause, as in “…, sagte Kern” · `last`: it closes a clause that depends on another, as
    in “wie Kern sagte” · `passive`: its subject does not speak · `mood`: it is itself reported.
    """

    at: int
    left: int
    right: int
    takes: int
    source: Range | None
    first: bool = False
    last: bool = False
    passive: bool = False
    mood: bool = False

    @property
    def cue(self) -> Range:
        """The cue as a range of tokens."""
        return self.at, self.at + 1

    def by(self, source: Range | None, *, first: bool = False, last: bool = False) -> Said | None:
        """The same with its speaker, None where there is none."""
        return None if source is None else self._replace(source=source, first=first, last=last)


def follows(unit: Unit, said: Said, left: int) -> bool:
    """Whether what a verb tells may end at a token: words in quotation marks, of many verbs also a clause."""
    quoted = (unit.at(left) | unit.at(left - 1)) & r.LONG
    return bool(said.takes & r.T_TAIL or (quoted and said.takes == r.T_QUOTE))


_CLOSING = "\"“”«»’‘'‹›„"


class Found(NamedTuple):
    """One statement: character offsets of its content, token ranges of source and cue."""

    mode: Mode
    source: Range | None
    cue: Range | None
    start: int
    end: int


class Reader:
    """The statements of one unit so far; `used` are the tokens of quotations that are somebody's words."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self.found: list[Found] = []
        self.used: set[int] = set()

    def content(self, first: int, last: int) -> tuple[int, int]:
        """The characters from one token up to and without another, without punctuation at the ends; may be empty."""
        unit = self.unit
        while first < last and unit.roles[first] & r.EDGE & ~r.OPEN:
            first += 1
        while last > first and unit.roles[last - 1] & r.EDGE & ~r.CLOSE:
            last -= 1
        return (unit.starts[first], unit.ends[last - 1]) if first < last else (unit.start, unit.start)

    def clause(self, source: Range | None, cue: Range | None, first: int, last: int) -> bool:
        """Adds the tokens from `first` up to `last` as reported words; False where there are none."""
        return self._add("indirect", source, cue, first, last)

    def by_phrase(self, source: Range | None, cue: Range | None, first: int, last: int) -> bool:
        """The same for words whose speaker a phrase such as "laut" names."""
        return self._add("according_to", source, cue, first, last)

    def _add(self, mode: Mode, source: Range | None, cue: Range | None, first: int, last: int) -> bool:
        start, end = self.content(first, last)
        if end - start > 1:
            self.found.append(Found(mode, source, cue, start, end))
        return end - start > 1

    def quote(self, source: Range | None, cue: Range | None, at: int) -> None:
        """Adds a quotation, without its marks and the comma before the closing one."""
        if at in self.used:
            return
        unit = self.unit
        start, end = unit.starts[at] + 1, unit.ends[at]
        if end - start > 1 and unit.text[end - 1] in _CLOSING:
            end -= 1
        while end > start and unit.text[end - 1] in ", \n":
            end -= 1
        while start < end and unit.text[start] in " \n":
            start += 1
        if end > start:
            self.found.append(Found("direct", source, cue, start, end))
            self.used.add(at)

    def covered(self, at: int) -> bool:
        """Whether a token already lies in somebody's words."""
        where = self.unit.starts[at]
        return any(each.start <= where < each.end for each in self.found)

    def told(self, at: int) -> bool:
        """Whether what the cue at a token introduces has been found."""
        return any(each.cue is not None and each.cue[0] == at for each in self.found)
