"""Numbers a source does not state but that follow from two it states in one passage: sums, shares, changes, rates."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from claimcheck.ground.figures import ONE, Number, Size
from claimcheck.ground.match import Index
from claimcheck.ground.sentences import part_of
from claimcheck.ground.text import Text
from claimcheck.ground.values import points
from claimcheck.ground.words import DOWN, UP, Words
from claimcheck.model.bounds import bounds
from claimcheck.model.interval import Interval, exactly, rounded_to

HUNDRED = Decimal(100)
FAR = 50

Way = tuple[Decimal, tuple[Number, ...], str]


class Point(NamedTuple):
    """A number of the source on its scale.

    `told` is UP or DOWN for "23 more than", `step` says that it is no level, `sides` whether its clause rises or falls.
    """

    number: Number
    kind: str
    unit: str | None
    value: Decimal
    told: int
    step: bool
    sides: frozenset[int] = frozenset()


class Question(NamedTuple):
    """A number of the draft, and what the words around it say of how it may follow.

    `towards` is UP or DOWN where the words of its sentence speak of a rise or of a fall only, else 0.
    """

    said: Size
    changes: bool
    towards: int
    together: bool
    apart: bool
    rest: bool
    counted: bool
    earlier: bool


def alone(question: Question, one: Point) -> Iterator[Way]:
    """What follows from one number: the rest to a hundred percent."""
    if question.said.kind == "percent" and one.kind == "percent" and question.rest:
        yield HUNDRED - one.value, (one.number,), f"100 − {plain(one.value)}"


def both(question: Question, one: Point, two: Point, same_noun: bool) -> Iterator[Way]:
    """What follows from two; `same_noun`: they count what the draft counts."""
    kinds = {one.kind, two.kind}
    if kinds == {"percent", "points"}:
        if question.said.kind == "percent":
            yield from _moved(question, *((one, two) if one.kind == "percent" else (two, one)))
    elif len(kinds) > 1 and not kinds <= {"bare", "count", "money"}:
        yield from _of_unlike(question, one, two)
    elif not one.unit or not two.unit or one.unit == two.unit:
        yield from _of_alike(question, one, two, same_noun)


def _of_unlike(question: Question, one: Point, two: Point) -> Iterator[Way]:
    """A rate from an amount and a time, a part or an earlier level from a share and a whole."""
    if "time" in (one.kind, two.kind) and question.said.per is not None:
        yield from _rate(question, *((two, one) if one.kind == "time" else (one, two)))
    if "percent" in (one.kind, two.kind):
        share, whole = (one, two) if one.kind == "percent" else (two, one)
        yield from _part(question, share, whole)
        yield from _before(question, share, whole)


def _moved(question: Question, base: Point, step: Point) -> Iterator[Way]:
    """A share from another share and the points between the two."""
    more = (base.value + step.value, (base.number, step.number), f"{plain(base.value)} + {plain(step.value)}")
    less = (base.value - step.value, (base.number, step.number), f"{plain(base.value)} − {plain(step.value)}")
    if step.told:
        yield more if step.told == DOWN else less
    elif question.earlier and base.number.sentence == step.number.sentence:
        yield more
        yield less


def _of_alike(question: Question, one: Point, two: Point, same_noun: bool) -> Iterator[Way]:
    """What follows from two numbers of one unit."""
    if question.said.per is not None and {one.kind, two.kind} == {"money", "count"}:
        yield from _rate(question, *((one, two) if one.kind == "money" else (two, one)))
    wanted, kind = question.said.kind, one.kind if one.kind != "bare" else two.kind
    kinds = {wanted, one.kind, two.kind}
    if two.told and (len(kinds) == 1 or kinds == {"bare", "count"}):
        yield _step_from(one, two)
    if wanted == "points":
        yield from _points_between(one, two, kind)
    elif wanted == "percent":
        yield from _shares(question, one, two, kind)
    elif _same_scale(question, wanted, kind):
        yield from _sums(question, one, two, kind, same_noun)


def _points_between(one: Point, two: Point, kind: str) -> Iterator[Way]:
    if kind == "percent" and not (one.step or two.step):
        yield _difference(one, two, ONE)


def _step_from(one: Point, step: Point) -> Way:
    """The other level, from one and "23 more than" or "23 fewer than" it."""
    sign, value = ("+", step.value) if step.told == DOWN else ("−", -step.value)
    return one.value + value, (one.number, step.number), f"{plain(one.value)} {sign} {plain(step.value)}"


def _same_scale(question: Question, wanted: str, kind: str) -> bool:
    """Whether a sum or difference of numbers of one kind can be of the kind that is wanted."""
    both_ = {wanted, kind}
    if wanted == kind or both_ in ({"bare", "count"}, {"bare", "money"}):
        return True
    return both_ == {"bare", "time"} and question.changes


def _sums(question: Question, one: Point, two: Point, kind: str, same_noun: bool) -> Iterator[Way]:
    small, large = sorted((one.value, two.value))
    alike = large <= small * FAR
    apart = question.changes or question.apart or (question.rest and kind == "money")
    if alike and (apart or same_noun):
        yield _difference(one, two, question.said.factor if question.said.kind == "time" and kind == "bare" else ONE)
    if question.together or (same_noun and alike and not question.changes):
        yield large + small, (one.number, two.number), f"{plain(one.value)} + {plain(two.value)}"


def _difference(one: Point, two: Point, unit: Decimal) -> Way:
    small, large = sorted((one.value, two.value))
    return (large - small) * unit, (one.number, two.number), f"{plain(large)} − {plain(small)}"


def _shares(question: Question, one: Point, two: Point, kind: str) -> Iterator[Way]:
    numbers = (one.number, two.number)
    near = one.number.sentence == two.number.sentence
    if kind == "percent" and question.together:
        yield one.value + two.value, numbers, f"{plain(one.value)} + {plain(two.value)}"
    if kind in ("points", "time") or not one.value or not two.value:
        return
    if question.changes and (near or kind != "percent"):
        small, large = sorted((one.value, two.value))
        ways = {UP: [(small, large)], DOWN: [(large, small)]}  # a fall is a share of the larger one
        for old, new in ways.get(question.towards, ways[UP] + ways[DOWN]):
            yield abs(new - old) / old * HUNDRED, numbers, f"({plain(new)} − {plain(old)}) / {plain(old)} × 100"
    if kind != "percent":
        yield from _ratio(one, two, near)


def _ratio(one: Point, two: Point, near: bool) -> Iterator[Way]:
    if one.kind == two.kind or (near and "bare" in (one.kind, two.kind)):
        small, large = sorted((one.value, two.value))
        yield small / large * HUNDRED, (one.number, two.number), f"{plain(small)} / {plain(large)} × 100"


def _part(question: Question, share: Point, whole: Point) -> Iterator[Way]:
    if question.said.kind == whole.kind and (not whole.unit or question.said.currency == whole.unit):
        value = share.value * whole.value / HUNDRED
        yield value, (share.number, whole.number), f"{plain(share.value)} % × {plain(whole.value)}"


def _before(question: Question, change: Point, now: Point) -> Iterator[Way]:
    """The level before a change by so many percent, from the level after it."""
    if not question.earlier or not _one_scale(question.said, now):
        return
    for side, sign in ((UP, 1), (DOWN, -1)):
        factor = 1 + sign * change.value / HUNDRED
        if factor > 0 and -side not in change.sides:
            mark = "+" if sign > 0 else "−"
            working = f"{plain(now.value)} / (100 {mark} {plain(change.value)}) × 100"
            yield now.value / factor, (change.number, now.number), working


def _one_scale(said: Size, now: Point) -> bool:
    if said.kind != now.kind and not {said.kind, now.kind} <= {"bare", "count", "money"}:
        return False
    return not now.unit or not said.currency or now.unit == said.currency


def _rate(question: Question, whole: Point, time: Point) -> Iterator[Way]:
    """So much a year or a piece, from so much in so many years, for so many pieces."""
    if question.said.kind == whole.kind and time.value and question.said.currency == whole.unit:
        value = whole.value / time.value
        yield value, (whole.number, time.number), f"{whole.number.claim.text} / {time.number.claim.text}"


def plain(value: Decimal) -> str:
    """The digits of a number, two places at most."""
    if value != value.to_integral_value():
        value = rounded_to(value, -2).normalize()
    return f"{value:f}"


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
    sides = {side for word in here for side in word.sides if side in (UP, DOWN)}
    return Question(
        said,
        changes=part_of(draft, number.at) == "by" or bool(sides),
        towards=sum(sides) if len(sides) == 1 else 0,
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
