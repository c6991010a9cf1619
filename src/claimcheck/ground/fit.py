"""How much of what a draft says around a number a source ties to one of its own, and to which of two it rather does."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from claimcheck.ground import dates
from claimcheck.ground.figures import Number, Size
from claimcheck.ground.match import Index
from claimcheck.ground.sentences import direction, part_of
from claimcheck.ground.slots import Slots
from claimcheck.ground.text import Text
from claimcheck.ground.ties import Ties, Tokens
from claimcheck.ground.twins import Twins
from claimcheck.ground.values import comparable, contains, hedges_clash, slipped
from claimcheck.ground.words import DOWN, UP, Words
from claimcheck.model import Period

NAME, NOUN, OTHER, FIGURE = 1.4, 1.0, 0.65, 1.2
SHARED = 0.5
TOPIC = 3
MOST = 24
"""Numbers of a part of a clause beyond which it is a row of numbers, in which no word belongs to one alone."""
COMMON = 40
"""Places in a source at which a word tells no number from another."""
APART = 0.6
"""The weight of what must speak for another number before it speaks against one: more than that of a lone verb."""


class Cue(NamedTuple):
    """A word of the draft with its places in a source: whether it is the number's own, a name, another number."""

    weight: float
    places: Tokens
    own: bool
    name: bool
    figure: bool
    date: bool


class Said:
    """What the draft says around a number, as far as one source has it."""

    def __init__(self, draft: Ties, number: Number, source: Ties, index: Index, figures: Mapping[int, Tokens]) -> None:
        """`figures` are the places of the other numbers of the draft."""
        self.source = source
        self.concept = draft.text.measured(number.claim)
        own = draft.own(number)
        self.bare = not own
        self.nameless = all(draft.text.words[i].low in draft.text.language.figuring for i in own)
        told = [_cue(draft.text, i, i in own, index, figures) for i in sorted(own | draft.shared(number))]
        self.total = sum(cue.weight for cue in told if cue.own or cue.places)
        self.cues = [cue for cue in told if 0 < len(cue.places) <= COMMON]

    def near(self) -> list[Number]:
        """The numbers of the source in whose part of a clause, or in the next, a word of it stands."""
        text = self.source.text
        parts = {text.clause[at] for cue in self.cues for at in cue.places}
        rows = (text.in_part(part) for part in sorted({*parts, *(each + 1 for each in parts)}))
        return [each for row in rows if len(row) <= MOST for each in row]

    def sentences(self) -> list[int]:
        """The sentences of the source that have a word of it, those that have most first."""
        weights: dict[int, float] = {}
        for cue in self.cues:
            for sentence in {self.source.text.sentence[at] for at in cue.places}:
                weights[sentence] = weights.get(sentence, 0.0) + cue.weight
        return sorted(weights, key=lambda each: (-weights[each], each))

    def share(self, other: Number) -> float:
        """From 0 to 1: how much of it is tied to a number of the source, what that shares counting for less."""
        own, shared = self.source.own(other), self.source.shared(other)
        found = sum(
            cue.weight if cue.places & own else cue.weight * SHARED if cue.places & shared else 0.0 for cue in self.cues
        )
        if self.concept is not None and self.measures(other) == self.concept:
            found += NOUN
        return min(found / self.total, 1.0) if self.total else 0.0

    def measures(self, other: Number) -> str | None:
        """The concept that a number of the source is a value of."""
        return self.source.text.measured(other.claim)

    def rather(self, rival: Number, other: Number) -> bool:
        """Whether it names more that is tied to the rival alone than what is tied to the other alone."""
        ours, theirs = self.source.own(other), self.source.strong(rival)
        for_it = self._alone(theirs, ours | self.source.shared(other))
        against = self._alone(ours, self.source.own(rival) | self.source.shared(rival))
        weight = sum(cue.weight for cue in for_it if (cue.own or self.bare) and (cue.date or not cue.figure))
        weight -= sum(
            cue.weight * (SHARED if cue.figure else 1.0) for cue in against if not self._topic(cue, rival, other)
        )
        return weight + self._measured(rival, other) >= APART

    def _alone(self, here: Tokens, there: Tokens) -> list[Cue]:
        """What stands among some words and not among others."""
        return [cue for cue in self.cues if cue.places & here and not cue.places & there]

    def _measured(self, rival: Number, other: Number) -> float:
        """What speaks for the rival, or against it, by what the two are values of."""
        if self.concept is None:
            return 0.0
        theirs, ours = self.measures(rival), self.measures(other)
        if None in (theirs, ours) or theirs == ours or self.concept not in (theirs, ours):
            return 0.0
        return NOUN if theirs == self.concept else -NOUN

    def _topic(self, cue: Cue, rival: Number, other: Number) -> bool:
        """Whether a word stands in the headline of the source, or in so many sentences that it holds for all of it."""
        sentences = {self.source.text.sentence[at] for at in cue.places}
        return len(sentences) >= TOPIC or (0 in sentences and min(rival.sentence, other.sentence) > 0)

    def names_another(self, other: Number) -> bool:
        """Whether the source has whom or what the draft names, but beside the number something else and not that."""
        held = self.source.own(other) | self.source.shared(other)
        named = self.source.own(other) & self.source.text.telling
        names = [cue for cue in self.cues if cue.own and cue.name]
        if names and named and not _any_in(names, held):
            return not _any_in(self.cues, named)
        nouns = [cue for cue in self.cues if cue.own and not cue.figure and cue.weight >= NOUN]
        return not _any_in(nouns, held) and self._belongs_elsewhere(nouns, other, tied=_any_in(self.cues, held))

    def _belongs_elsewhere(self, nouns: Sequence[Cue], other: Number, *, tied: bool) -> bool:
        """Whether a noun stands in the sentence of a number and belongs to something else there.

        Where another word of the draft is `tied` to the number, only in a part that says something else of another.
        """
        apart = self.source.contrasted if tied else self.source.elsewhere
        return any(apart(other, at) for cue in nouns for at in cue.places)


def _any_in(cues: Sequence[Cue], tokens: Tokens) -> bool:
    return any(cue.places & tokens for cue in cues)


def _cue(text: Text, i: int, own: bool, index: Index, figures: Mapping[int, Tokens]) -> Cue:
    """A word of the draft with its places in the source."""
    places = figures.get(i) or index.tokens(text.words[i])
    name = i in text.telling or (text.capital[i] and not index.text.telling.isdisjoint(places))
    return Cue(rank(text, i) * (1.0 if own else SHARED), places, own, name, i in text.in_numbers, i in text.in_dates)


def rank(text: Text, i: int) -> float:
    """How much a word tells about what is spoken of: names most, verbs and adjectives least."""
    if i in text.in_numbers:
        return FIGURE
    if i in text.named:
        return NAME
    if text.language.nominal:
        return NOUN if text.capital[i] else OTHER
    return NAME if text.capital[i] and i not in text.openings else NOUN


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
