"""How much of what a draft says around a number a source ties to one of its own, and to which of two it rather does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from claimcheck.ground.figures import Number
from claimcheck.ground.match import Index
from claimcheck.ground.text import Text
from claimcheck.ground.ties import Ties, Tokens

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
        weight = sum(cue.weight for cue in for_it if (cue.own or self.bare) and not cue.figure)
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
    places = figures.get(i) or frozenset(at for at, _ in index.places(text.words[i]))
    name = i in text.telling or (text.capital[i] and not index.text.telling.isdisjoint(places))
    return Cue(rank(text, i) * (1.0 if own else SHARED), places, own, name, i in text.in_numbers)


def rank(text: Text, i: int) -> float:
    """How much a word tells about what is spoken of: names most, verbs and adjectives least."""
    if i in text.in_numbers:
        return FIGURE
    if i in text.named:
        return NAME
    if text.language.nominal:
        return NOUN if text.capital[i] else OTHER
    return NAME if text.capital[i] and i not in text.openings else NOUN
