"""How well the words around a number of the source fit those around a number of the draft.

A word that stands in the number's own clause speaks for it fully, one elsewhere in the sentence less, more if no other
number of the kind is nearer to it; words of the sentence before speak for it where the sentence goes on about the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claimcheck.ground.figures import Number, alike
from claimcheck.ground.match import Index, Places
from claimcheck.ground.text import Text

NAME, NOUN, OTHER, FIGURE = 1.4, 1.0, 0.65, 1.2
ELSEWHERE, PREVIOUS, ANOTHERS = 0.7, 0.35, 0.5


class Cue(NamedTuple):
    """A word of the draft that occurs in the source: its weight and where."""

    weight: float
    places: Places
    sides: tuple[int, ...] = ()
    name: bool = False
    before: bool = False


def cues(draft: Text, number: Number, index: Index, figures: dict[int, Places]) -> list[Cue]:
    """The cues around a number of the draft; `figures` are the places of its other numbers."""
    found: dict[str, Cue] = {}
    own = draft.at(number.claim.span)
    weights = dict.fromkeys(draft.tokens(number.sentence), 1.0)
    if number.sentence and draft.goes_on(number.sentence):
        weights |= dict.fromkeys(draft.tokens(number.sentence - 1), PREVIOUS)
    for i, weight in weights.items():
        if i in own:
            continue
        if i in figures:
            apart = ANOTHERS if weight == 1 and _between(draft, number, i) else 1.0
            found[f"#{i}"] = Cue(weight * FIGURE * apart, figures[i])
        elif draft.words[i].content:
            stem, cue = draft.words[i].stem, _cue(draft, number, index, i, weight)
            if cue is not None and (stem not in found or found[stem].weight < cue.weight):
                found[stem] = cue
    return _balanced(list(found.values()))


def _cue(draft: Text, number: Number, index: Index, i: int, weight: float) -> Cue | None:
    """A word with content as a cue, None where the source has no such word; `weight` is that of its sentence."""
    word = draft.words[i]
    places = index.places(word)
    if not places:
        return None
    value = rank(draft, i, draft.first[draft.sentence[i]])
    value *= weight if draft.clause[i] == number.clause else weight * ELSEWHERE
    value /= 1 + 0.2 * (len(places) - 1)
    name = i in draft.telling or (draft.capital[i] and any(at in index.text.telling for at, _ in places))
    return Cue(value, places, word.sides, name, weight < 1)


def _balanced(found: list[Cue]) -> list[Cue]:
    """The cues, those of the sentence before with no more than their share of the whole weight."""
    own_weight = sum(cue.weight for cue in found if not cue.before)
    before = sum(cue.weight for cue in found if cue.before)
    if before <= own_weight * PREVIOUS:
        return found
    share = own_weight * PREVIOUS / before
    return [cue._replace(weight=cue.weight * share) if cue.before else cue for cue in found]


def _between(text: Text, number: Number, at: int) -> bool:
    """Whether a figure of the sentence stands beside another number and not beside this one."""
    first, last = sorted((number.at, at))
    return any(first < each.at < last and each.kind != "date" for each in text.in_sentence(number.sentence))


def rank(text: Text, i: int, first: int) -> float:
    """How much a word tells about what is spoken of: names most, verbs and adjectives least."""
    if i in text.named:
        return NAME
    if text.language.nominal:
        return NOUN if text.capital[i] else OTHER
    return NAME if text.capital[i] and i != first else NOUN


OPPOSED = 0.5
RIGHT_NAME, OTHER_NAME = 0.1, 0.25
OWN, SHARED, INHERITED, RIVALS = 0.85, 0.4, 0.75, 0.3
BEFORE, BEFORE_LOOSE, LONG_BEFORE, BEHIND, BEHIND_DATE = 0.7, 0.3, 0.5, 0.12, 0.55
BESIDE, CLOSE = 1.3, 1.1
COVERED = 0.4
UNSAID = 0.25
LESS = 0.8


class Said:
    """What the draft says around a number, as far as the source has it: cues, and their places by sentence."""

    def __init__(self, cues: list[Cue], unsaid: frozenset[int] = frozenset()) -> None:
        """Cues found at `unsaid` are what the number counts although its own clause does not say so again."""
        self.cues = [cue for cue in cues if unsaid.isdisjoint(at for at, _ in cue.places)]
        self.unsaid = unsaid
        self.total = sum(cue.weight for cue in self.cues)
        self.sides = {side for cue in self.cues for side in cue.sides}
        self.names = {at for cue in self.cues if cue.name for at, _ in cue.places}
        self._places: dict[int, list[tuple[int, int, float]]] | None = None

    def share(self, each: list[float]) -> float:
        """What these values of the cues come to, by the cues' weights."""
        return sum(cue.weight * one for cue, one in zip(self.cues, each, strict=True)) / self.total

    def near(self, sentence: int, source: Text) -> Iterator[tuple[int, int, float]]:
        """Cue, token and likeness for every place from two sentences before to one behind."""
        if self._places is None:
            self._places = {}
            for k, cue in enumerate(self.cues):
                for at, how in cue.places:
                    self._places.setdefault(source.sentence[at], []).append((k, at, how))
        for each in range(sentence - 2, sentence + 2):
            yield from self._places.get(each, ())


def fit(said: Said, number: Number, source: Text) -> tuple[float, float]:
    """From 0 to about 2: how much of the draft's words speaks for this number of the source.

    Then the part of it that rests on which words of the draft are there, not on how close they stand or what else does.
    """
    if not said.total:
        return 0.0, 0.0
    best = [0.0] * len(said.cues)
    there = [0.0] * len(said.cues)
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
        there[k] = max(there[k], min(nearness, how))
    against = OPPOSED if said.sides and _opposed(said, number, source) else 0.0
    rest = _names(said, number, source) - against
    return said.share(best) + COVERED * _covered(number, source, matched, said.unsaid) + rest, said.share(there) + rest


def _nearness(at: int, number: Number, source: Text) -> float:
    """How much a word speaks for a number by where it stands, as far as a date or number of its own is not nearer."""
    far = source.sentence[at] - number.sentence
    if far == 0:
        return _in_sentence(at, number, source)
    beside = source.in_sentence(source.sentence[at])
    if far == 1:
        dated = number.kind == "date" and all(each.kind != "date" for each in beside)
        return BEHIND_DATE if dated else BEHIND  # a date holds on until there is another
    return _in_sentence_before(far, number, source, beside)


def _in_sentence_before(far: int, number: Number, source: Text, beside: list[Number]) -> float:
    goes_on = source.goes_on(number.sentence)
    if far == -1:
        near = BEFORE if goes_on else BEFORE_LOOSE
        return near * 0.6 if any(alike(each.kind, number.kind) for each in beside) else near
    if far != -2:
        return 0.0
    return LONG_BEFORE if goes_on and source.goes_on(number.sentence - 1) else LONG_BEFORE / 3


def _in_sentence(at: int, number: Number, source: Text) -> float:
    clause = source.clause[at]
    if clause == number.clause:
        far = abs(at - number.at)
        return BESIDE if far <= 2 else CLOSE if far <= 5 else 1.0
    rivals = [each for each in source.in_sentence(number.sentence) if alike(each.kind, number.kind)]
    if clause in [each.clause for each in rivals]:
        return INHERITED if source.elliptic(number) and clause < number.clause else RIVALS
    nearest = min(rivals, key=lambda each: (abs(each.clause - clause), each.clause), default=number)
    return OWN if nearest.at == number.at else SHARED


def _covered(number: Number, source: Text, matched: set[int], unsaid: frozenset[int]) -> float:
    """How much of the number's own clause the draft has."""
    own = source.at(number.claim.span)
    all_, said = 0.0, 0.0
    for i in source.tokens(number.sentence):
        if source.clause[i] != number.clause or i in own or i in unsaid or not source.words[i].content:
            continue
        weight = rank(source, i, -1)
        all_ += weight
        if i in matched:
            said += weight
    return said / all_ if all_ else UNSAID


def _names(said: Said, number: Number, source: Text) -> float:
    """Whether the number's clause names whom the draft names, or somebody else."""
    if not said.names:
        return 0.0
    there = source.telling_in.get(number.clause)
    if not there:
        return -OTHER_NAME if _taken(said, number, source) else 0.0
    return RIGHT_NAME if said.names.intersection(there) else -OTHER_NAME


def _taken(said: Said, number: Number, source: Text) -> bool:
    """Whether the sentence gives whom the draft names a number of its own: "He came to 46 percent, Kern to 31"."""
    clauses = {each.clause for each in source.in_sentence(number.sentence) if each.kind == number.kind}
    return any(source.clause[at] in clauses for at in said.names if source.clause[at] != number.clause)


def _opposed(said: Said, number: Number, source: Text) -> bool:
    """Whether the number's clause says the opposite of a word of the draft, and not the word itself."""
    there = {
        side
        for i in source.tokens(number.sentence)
        if source.clause[i] == number.clause and source.words[i].content
        for side in source.words[i].sides
    }
    return any(-side in there and side not in there for side in said.sides)
