"""The numbers of a source that are of the kind of a draft's number and of another size: those that may be meant."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from claimcheck.ground import dates
from claimcheck.ground.figures import Number, Size
from claimcheck.ground.fit import Said
from claimcheck.ground.match import Index
from claimcheck.ground.sentences import direction, part_of
from claimcheck.ground.slots import Slots
from claimcheck.ground.text import Text
from claimcheck.ground.ties import Ties
from claimcheck.ground.twins import Twins
from claimcheck.ground.values import comparable, contains, hedges_clash, slipped
from claimcheck.ground.words import DOWN, UP, Words
from claimcheck.model import Period

FEW_BETWEEN = 5
POINTS = {"percent", "points"}
MOST_KEPT = 32
LIMITS = ("over", "at_least", "under", "up_to")


@lru_cache(MOST_KEPT)
def rivals_of(index: Index) -> Rivals:
    """The numbers of a source, kept for the next draft."""
    return Rivals(index)


class Rivals:
    """The numbers of one source."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.ties = Ties(index.text)
        self.slots = Slots(index.text)

    def of(self, draft: Text, number: Number, said: Said, twins: Twins) -> Iterator[Number]:
        """Those tied to a word of the draft that are of the kind and of another size, in the order of the text.

        None that stands beside one of the same size, or that another number of the draft's sentence is.
        """
        same = {other.at for other, _ in twins.of(number.at)}
        taken = twins.taken(draft, number)
        for other in said.near():
            free = other.at not in same and other.at not in taken
            if (
                free
                and self._is_rival(number, other, draft.language)
                and not self._other_step(draft, number, other, same)
            ):
                yield other

    def _other_step(self, draft: Text, number: Number, other: Number, same: Collection[int]) -> bool:
        """Whether one is a level and the other what a level changes by, or both are ends of one change."""
        text = self.index.text
        if any(_side_by_side(text, other.at, at) for at in same):
            return True
        if number.kind == "percent" and same:
            by = part_of(text, other.at) == "by" and not _changes(draft, number)
            return by or other.kind == "points"
        return _is_step(draft, number) != _is_step(text, other) or bool(same and {number.kind, other.kind} == POINTS)

    def _is_rival(self, number: Number, other: Number, language: Words) -> bool:
        one, two = number.claim.value, other.claim.value
        if isinstance(one, Period) or isinstance(two, Period):
            return isinstance(one, Period) and isinstance(two, Period) and dates.rival(one, two)
        said, source = number.size, other.size
        if said is None or source is None or not _comparable(number, said, other, source):
            return False
        if _is_base(self.index.text, other) or not (self._one_noun(said, other, language) or slipped(said, source)):
            return False
        return self._lent(said, source, other, language)

    def _lent(self, said: Size, source: Size, other: Number, language: Words) -> bool:
        """Whether a bare number of the source may be of the draft's kind: it is of that of the number before it.

        In "1.8 million passengers, after 1.5 million" the second counts passengers too, and neither people nor money.
        """
        if source.kind != "bare":
            return True
        before = self.index.text.before(other)
        if before is None or before.size is None or before.size.kind not in ("count", "money"):
            return True
        return comparable(said, before.size) and self._one_noun(said, before, language)

    def _one_noun(self, said: Size, other: Number, language: Words) -> bool:
        """Whether two numbers count the same, as far as both count and say what."""
        source = other.size
        if source is None or said.kind != "count" or source.kind != "count":
            return True
        if (
            said.measure.noun is None
            or source.measure.noun is None
            or "person" in (said.measure.unit, source.measure.unit)
        ):
            return True
        counted = self.index.counted(said.measure.noun, language)
        return not counted.isdisjoint(range(other.at, other.at + 4))


def _comparable(number: Number, said: Size, other: Number, source: Size) -> bool:
    """Whether two numbers may be values of one thing: an age and a length of time may not, and "one" says little."""
    aged = number.claim.type != other.claim.type and said.kind == "time"
    return comparable(said, source) and source.measure.number != 1 and not aged and not _is_limit(said, source)


def _is_limit(said: Size, source: Size) -> bool:
    """Whether the source only names a limit, which the draft's number keeps to."""
    return source.measure.hedge in LIMITS and contains(source, said) and not hedges_clash(said, source)


def _changes(draft: Text, number: Number) -> bool:
    """Whether the number may be a change: words beside it rise or fall, or lead up to it."""
    beside = (draft.words[i] for i in draft.tokens(number.sentence))
    return part_of(draft, number.at) == "by" or any(side in (UP, DOWN) for word in beside for side in word.sides)


def _is_step(text: Text, number: Number) -> bool:
    """Whether a number is what something changes or differs by."""
    return part_of(text, number.at) == "by" or bool(direction(text, number))


def _is_base(text: Text, number: Number) -> bool:
    """Whether it is the base of a rate: "per 100,000 inhabitants"."""
    return number.at > 0 and text.words[number.at - 1].low in text.language.per


def _side_by_side(text: Text, one: int, two: int) -> bool:
    """Whether two numbers stand side by side ("from 19 to 18"): then no word tells them apart."""
    first, last = sorted((one, two))
    if text.clause[first] != text.clause[last] or last - first > FEW_BETWEEN:
        return False
    return not any(text.words[i].content for i in range(first + 1, last))
