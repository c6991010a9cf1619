"""How well the words around a number of the source fit those around a number of the draft.

A word that stands in the number's own clause speaks for it fully, one elsewhere in the sentence less, more if no other
number of the kind is nearer to it; words of the sentence before speak for it where the sentence goes on about the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.ground.figures import Number
from claimcheck.ground.kinds import alike
from claimcheck.ground.match import Index, Places
from claimcheck.ground.text import Text
from claimcheck.values import NamedTuple

NAME, NOUN, OTHER, FIGURE = 1.4, 1.0, 0.65, 1.2
OPPOSED = 0.5
RIGHT_NAME, OTHER_NAME = 0.1, 0.25
OWN, SHARED, INHERITED, RIVALS = 0.85, 0.4, 0.75, 0.3
BEFORE, BEFORE_LOOSE, LONG_BEFORE, BEHIND = 0.7, 0.3, 0.5, 0.12
BESIDE, CLOSE = 1.3, 1.1
COVERED = 0.4
UNSAID = 0.25
LESS = 0.8
ELSEWHERE, PREVIOUS = 0.7, 0.35


class Cue(NamedTuple):
    """A word of the draft that occurs in the source: its weight and where."""

    weight: float
    places: Places
    sides: tuple[int, ...] = ()
    surname: bool = False
    before: bool = False


class Said:
    """What the draft says around a number, as far as the source has it: cues, and their places by sentence."""

    def __init__(self, cues: list[Cue], unsaid: frozenset[int] = frozenset()) -> None:
        """Cues found at `unsaid` are what the number counts although its own clause does not say so again."""
        self.cues = [cue for cue in cues if not any(at in unsaid for at, _ in cue.places)] if unsaid else cues
        self.unsaid = unsaid
        self.total = sum(cue.weight for cue in self.cues)
        self.sides = {side for cue in self.cues for side in cue.sides}
        self.surnames = {at for cue in self.cues if cue.surname for at, _ in cue.places}
        self._places: dict[int, list[tuple[int, int, float]]] | None = None

    def near(self, sentence: int, source: Text) -> Iterator[tuple[int, int, float]]:
        """Cue, token and likeness for every place from two sentences before to one behind."""
        if self._places is None:
            self._places = {}
            for k, cue in enumerate(self.cues):
                for at, how in cue.places:
                    self._places.setdefault(source.sentence[at], []).append((k, at, how))
        for each in range(sentence - 2, sentence + 2):
            yield from self._places.get(each, ())


def cues(draft: Text, number: Number, index: Index, figures: dict[int, Places]) -> list[Cue]:
    """The cues around a number of the draft; `figures` are the places of its other numbers."""
    found: dict[str, Cue] = {}
    own = draft.at(number.claim.span)
    spans = [(draft.tokens(number.sentence), 1.0)]
    if number.sentence and draft.goes_on(number.sentence):
        spans.append((draft.tokens(number.sentence - 1), PREVIOUS))
    for span, weight in spans:
        for i in span:
            if i in own:
                continue
            word = draft.words[i]
            if i in figures:
                found[f"#{i}"] = Cue(weight * FIGURE, figures[i])
                continue
            if not word.content:
                continue
            places = index.places(word)
            if not places:
                continue
            rank = _rank(draft, i, span.start)
            rank *= weight if draft.clause[i] == number.clause else weight * ELSEWHERE
            rank /= 1 + 0.2 * (len(places) - 1)
            if word.stem not in found or found[word.stem].weight < rank:
                found[word.stem] = Cue(rank, places, word.sides, i in draft.surnames, weight < 1)
    own_weight = sum(cue.weight for cue in found.values() if not cue.before)
    before = sum(cue.weight for cue in found.values() if cue.before)
    if before > own_weight * PREVIOUS:
        share = own_weight * PREVIOUS / before
        return [cue._replace(weight=cue.weight * share) if cue.before else cue for cue in found.values()]
    return list(found.values())


def _rank(text: Text, i: int, first: int) -> float:
    """How much a word tells about what is spoken of: names most, verbs and adjectives least."""
    if i in text.named:
        return NAME
    if text.language.nominal:
        return NOUN if text.capital[i] else OTHER
    return NAME if text.capital[i] and i != first else NOUN


def fit(said: Said, number: Number, source: Text) -> float:
    """From 0 to about 2: how much of the draft's words speaks for this number of the source."""
    if not said.total:
        return 0.0
    best = [0.0] * len(said.cues)
    matched: set[int] = set()
    for k, at, how in said.near(number.sentence, source):
        if source.clause[at] == number.clause:
            matched.add(at)
        before = said.cues[k].before
        if before and source.sentence[at] == number.sentence - 1:
            nearness = how  # a word of the sentence before speaks for a number with that sentence before it
        else:
            nearness = how * _nearness(at, number, source) * (LESS if before else 1.0)
        best[k] = max(best[k], nearness)
    spoken = sum(cue.weight * each for cue, each in zip(said.cues, best, strict=True)) / said.total
    against = OPPOSED if said.sides and _opposed(said, number, source) else 0.0
    return spoken + COVERED * _covered(number, source, matched, said.unsaid) + _names(said, number, source) - against


def _nearness(at: int, number: Number, source: Text) -> float:
    sentence, clause = source.sentence[at], source.clause[at]
    if sentence == number.sentence:
        if clause == number.clause:
            far = abs(at - number.at)
            return BESIDE if far <= 2 else CLOSE if far <= 5 else 1.0
        rivals = [each for each in source.in_sentence(sentence) if alike(each.kind, number.kind)]
        if any(each.clause == clause for each in rivals):
            return INHERITED if source.elliptic(number) and clause < number.clause else RIVALS
        nearest = min(rivals, key=lambda each: (abs(each.clause - clause), each.clause), default=number)
        return OWN if nearest.at == number.at else SHARED
    if sentence == number.sentence - 1:
        near = BEFORE if source.goes_on(number.sentence) else BEFORE_LOOSE
        taken = any(alike(each.kind, number.kind) for each in source.in_sentence(sentence))
        return near * 0.6 if taken else near
    if sentence == number.sentence - 2:
        both = source.goes_on(number.sentence) and source.goes_on(number.sentence - 1)
        return LONG_BEFORE if both else LONG_BEFORE / 3
    return BEHIND if sentence == number.sentence + 1 else 0.0


def _covered(number: Number, source: Text, matched: set[int], unsaid: frozenset[int]) -> float:
    """How much of the number's own clause the draft has."""
    own = source.at(number.claim.span)
    all_, said = 0.0, 0.0
    for i in source.tokens(number.sentence):
        if source.clause[i] != number.clause or i in own or i in unsaid or not source.words[i].content:
            continue
        rank = _rank(source, i, -1)
        all_ += rank
        if i in matched:
            said += rank
    return said / all_ if all_ else UNSAID


def _names(said: Said, number: Number, source: Text) -> float:
    """Whether the number's clause names whom the draft names, or somebody else."""
    there = source.surnames_in.get(number.clause)
    if not there or not said.surnames:
        return 0.0
    return RIGHT_NAME if said.surnames.intersection(there) else -OTHER_NAME


def _opposed(said: Said, number: Number, source: Text) -> bool:
    """Whether the number's clause says the opposite of a word of the draft, and not the word itself."""
    there = {
        side
        for i in source.tokens(number.sentence)
        if source.clause[i] == number.clause and source.words[i].content
        for side in source.words[i].sides
    }
    return any(-side in there and side not in there for side in said.sides)
