"""The words around a number of the draft that a source has as well, and how much each tells."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.ground.figures import Number
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
    spans = [(draft.tokens(number.sentence), 1.0)]
    if number.sentence and draft.goes_on(number.sentence):
        spans.append((draft.tokens(number.sentence - 1), PREVIOUS))
    for span, weight in spans:
        for i in span:
            if i in own:
                continue
            word = draft.words[i]
            if i in figures:
                apart = ANOTHERS if weight == 1 and _between(draft, number, i) else 1.0
                found[f"#{i}"] = Cue(weight * FIGURE * apart, figures[i])
                continue
            if not word.content:
                continue
            places = index.places(word)
            if not places:
                continue
            value = rank(draft, i, span.start)
            value *= weight if draft.clause[i] == number.clause else weight * ELSEWHERE
            value /= 1 + 0.2 * (len(places) - 1)
            if word.stem not in found or found[word.stem].weight < value:
                name = i in draft.telling or (draft.capital[i] and any(at in index.text.telling for at, _ in places))
                found[word.stem] = Cue(value, places, word.sides, name, weight < 1)
    own_weight = sum(cue.weight for cue in found.values() if not cue.before)
    before = sum(cue.weight for cue in found.values() if cue.before)
    if before > own_weight * PREVIOUS:
        share = own_weight * PREVIOUS / before
        return [cue._replace(weight=cue.weight * share) if cue.before else cue for cue in found.values()]
    return list(found.values())


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
