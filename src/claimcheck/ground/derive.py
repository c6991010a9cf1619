"""Numbers a source does not state but that follow from what it states in one passage."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from claimcheck.ground.arithmetic import Point, Question, alone, both, plain
from claimcheck.ground.figures import Number
from claimcheck.ground.kinds import Size
from claimcheck.ground.match import Index
from claimcheck.ground.steps import part_of
from claimcheck.ground.text import Text
from claimcheck.ground.values import points
from claimcheck.ground.words import DOWN, UP, Words
from claimcheck.model.bounds import bounds
from claimcheck.model.interval import Interval, exactly

WINDOW = 2
MOST = 24
BOUND = Decimal("0.06")


class Derived(NamedTuple):
    """How a number follows: the numbers it rests on, and the sum as text."""

    numbers: tuple[Number, ...]
    working: str


def derive(draft: Text, number: Number, said: Size, source: Text, index: Index) -> Derived | None:
    """The first way the number follows from two numbers of one passage of the source; None if there is none."""
    if said.measure.number is None:
        return None
    question = _question(draft, number, said)
    allowed = _allowed(said)
    points_ = _points(source)
    for i, one in enumerate(points_):
        found = list(alone(question, one))
        for two in points_[i + 1 : i + MOST]:
            if two.number.sentence - one.number.sentence > WINDOW:
                break
            found += both(question, one, two, _same_noun(said, one, two, index, draft.language))
        for value, numbers, working in found:
            if value > 0 and allowed.meets(exactly(value)):
                return Derived(numbers, f"{working} = {plain(value / said.factor)}")
    return None


def _allowed(said: Size) -> Interval:
    """What the draft's number allows; a bound ("over") must lie close to what follows, or anything would follow."""
    number, hedge = said.measure.number, said.measure.hedge
    interval = bounds(said.measure)
    if number is not None and hedge in ("over", "at_least", "under", "up_to"):
        room = number * BOUND
        low, high = (number, number + room) if hedge in ("over", "at_least") else (number - room, number)
        interval = Interval(low, high)
    return interval.times(said.factor)


def _question(draft: Text, number: Number, said: Size) -> Question:
    words = draft.language
    here = [draft.words[i] for i in draft.tokens(number.sentence) if i not in draft.in_numbers]
    low = {word.low for word in here}
    return Question(
        said,
        changes=part_of(draft, number.at) == "by" or any(side in (UP, DOWN) for word in here for side in word.sides),
        together=bool(low & words.together),
        apart=bool(low & words.apart),
        rest=bool(low & words.rest),
        counted=said.kind == "count",
        earlier=bool(low & words.earlier),
    )


def _points(source: Text) -> list[Point]:
    found = []
    for number in source.numbers:
        each = number.size
        if each is not None:
            told = _told(source, number)
            step = bool(told) or part_of(source, number.at) == "by"
            clause = number.clause
            beside = (i for i in source.tokens(number.sentence) if source.clause[i] == clause)
            sides = frozenset(side for i in beside for side in source.words[i].sides)
            found += [
                Point(number, each.kind, each.currency, value * each.factor, told, step, sides)
                for value in points(each.measure)
            ]
    return found


def _told(source: Text, number: Number) -> int:
    """Whether the number is a step ("23 more than in 2018"): UP, DOWN or 0."""
    last = source.at(number.claim.span).stop
    for i in range(last, min(last + 2, len(source.words))):
        word = source.words[i]
        if source.clause[i] == number.clause and not word.content:
            for side in word.sides:
                if side in (UP, DOWN):
                    return side
    return 0


def _same_noun(said: Size, one: Point, two: Point, index: Index, language: Words) -> bool:
    """Whether what the draft counts is what one of the two counts."""
    places = index.counted(said.measure.noun, language)
    if not places:
        return False
    last = len(index.text.words)
    told = [any(at in places for at in range(each.number.at, min(each.number.at + 4, last))) for each in (one, two)]
    bare = [each.number.size is None or each.number.size.measure.noun is None for each in (one, two)]
    return any(told) and all(here or unsaid for here, unsaid in zip(told, bare, strict=True))
