"""Numbers a source does not state but that follow from several it states in one passage, with their working.

Every operand must be what the draft speaks of: a word around the draft's number is tied to it, or the draft states it
beside. How the numbers are put together follows from the draft's words: a change, a rest, a sum, a share, a rate.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain, combinations, product
from typing import NamedTuple

from claimcheck.ground.figures import ONE, Number, Size
from claimcheck.ground.fit import Said
from claimcheck.ground.sentences import Question, allowed_by, direction, part_of, question
from claimcheck.ground.text import Text
from claimcheck.ground.values import points
from claimcheck.ground.words import DOWN, UP
from claimcheck.model.interval import exactly, rounded_to

HUNDRED = Decimal(100)
FAR = 50
"""So much larger one operand of a sum or difference may be at most where no word of the draft calls for it."""
WINDOW, MOST, MOST_PASSAGES = 3, 12, 4
"""Sentences of a passage, its numbers, and the passages that are looked at."""
COUNTS = frozenset({"bare", "count"})
MONEY = frozenset({"bare", "money"})


class Derived(NamedTuple):
    """How a number follows: the numbers it rests on, and the sum as text."""

    numbers: tuple[Number, ...]
    working: str


class Point(NamedTuple):
    """A number of the source on its scale; `told` is UP or DOWN for "23 more than", `step` says that it is no level."""

    number: Number
    kind: str
    unit: str | None
    value: Decimal
    told: int
    step: bool
    meant: bool


Way = tuple[Decimal, tuple[Point, ...], str]


def derive(draft: Text, number: Number, said: Said, stated: frozenset[int]) -> Derived | None:
    """The first way the number follows from numbers of one passage of the source; None if there is none.

    `stated` are the numbers of the source, by their first token, that the draft states beside this one.
    """
    if number.size is None or number.size.measure.number is None:
        return None
    asked, allowed = question(draft, number, number.size), allowed_by(number.size)
    for passage in _passages(said, stated):
        for value, operands, working in _ways(asked, passage):
            if value > 0 and _licensed(operands) and allowed.meets(exactly(value)):
                return Derived(
                    tuple(each.number for each in operands), f"{working} = {plain(value / asked.said.factor)}"
                )
    return None


def _licensed(operands: Sequence[Point]) -> bool:
    """Whether the draft speaks of the operands: of each, or of one that it stands in a sentence or multiplied with."""
    meant = [each for each in operands if each.meant]
    rest = [each for each in operands if not each.meant]
    return bool(meant) and all(
        any(each.number.sentence == one.number.sentence or "percent" in (each.kind, one.kind) for one in meant)
        for each in rest
    )


def _passages(said: Said, stated: frozenset[int]) -> Iterator[list[Point]]:
    """The numbers of each passage of the source that has what the draft speaks of; of any where it names nothing."""
    text = said.source.text
    first = said.sentences()[:MOST_PASSAGES]
    if said.nameless:
        first += [number.sentence for number in text.numbers[:MOST]]
    for sentence in dict.fromkeys(max(each - back, 0) for each in first for back in range(WINDOW)):
        numbers = list(chain(*(text.in_sentence(k) for k in range(sentence, sentence + WINDOW))))[:MOST]
        meant = {each.at for each in numbers if _meant(said, each, stated)}
        if meant:
            yield list(chain(*(_points(text, each, each.at in meant) for each in numbers)))


def _meant(said: Said, number: Number, stated: frozenset[int]) -> bool:
    """Whether the draft speaks of a number: states it, or has a word that it is tied to."""
    tied = said.source.own(number) | said.source.shared(number)
    if said.nameless or number.at in stated or any(cue.places & tied for cue in said.cues):
        return True
    return said.concept is not None and said.measures(number) == said.concept


def _points(source: Text, number: Number, meant: bool) -> Iterator[Point]:
    size = number.size
    if size is None:
        return
    told = direction(source, number)
    step = bool(told) or part_of(source, number.at) == "by"
    for value in points(size.measure):
        yield Point(number, size.kind, size.currency, value * size.factor, told, step, meant)


def _ways(question: Question, passage: Sequence[Point]) -> Iterator[Way]:
    """Everything that follows from the numbers of a passage, from few before from many."""
    for one in passage:
        yield from _from_one(question, one)
    for one, two in combinations(passage, 2):
        if one.number is not two.number:
            yield from _from_two(question, one, two)
    yield from _from_many(question, passage)


def _from_one(question: Question, one: Point) -> Iterator[Way]:
    """The rest to a hundred percent."""
    if question.said.kind == "percent" and one.kind == "percent" and question.rest:
        called = one._replace(meant=one.meant or question.remainder)
        yield HUNDRED - one.value, (called,), f"100 − {plain(one.value)}"


def _from_two(question: Question, one: Point, two: Point) -> Iterator[Way]:
    kinds = {one.kind, two.kind}
    if kinds == {"percent", "points"}:
        if question.said.kind == "percent":
            yield from _moved(question, *((one, two) if one.kind == "percent" else (two, one)))
    elif len(kinds) > 1 and not kinds <= COUNTS and not kinds <= MONEY:
        yield from _of_unlike(question, one, two)
        yield from _of_unlike(question, two, one)
    elif None in (one.unit, two.unit) or one.unit == two.unit:
        yield from _of_alike(question, one, two)


def _of_unlike(question: Question, one: Point, two: Point) -> Iterator[Way]:
    """A rate from an amount and a time or a count, a whole from a rate, a part or an earlier level from a share."""
    if two.kind in ("time", "count") and one.kind in ("money", "count", "bare"):
        yield from _rate(question, one, two)
    if one.kind == "percent":
        yield from _part(question, one, two)
        yield from _before(question, one, two)
    if one.kind == "money" and two.kind in COUNTS and question.together and _one_scale(question.said, one):
        yield one.value * two.value, (one, two), f"{plain(two.value)} × {plain(one.value)}"


def _moved(question: Question, base: Point, step: Point) -> Iterator[Way]:
    """A share from another share and the points between the two."""
    more = (base.value + step.value, (base, step), f"{plain(base.value)} + {plain(step.value)}")
    less = (base.value - step.value, (base, step), f"{plain(base.value)} − {plain(step.value)}")
    if step.told:
        yield more if step.told == DOWN else less
    elif question.earlier and base.number.sentence == step.number.sentence:
        yield more
        yield less


def _of_alike(question: Question, one: Point, two: Point) -> Iterator[Way]:
    """What follows from two numbers of one unit."""
    wanted, kind = question.said.kind, one.kind if one.kind != "bare" else two.kind
    if two.told and _same_scale(question, wanted, kind):
        yield _step_from(one, two)
    if wanted == "points" and kind == "percent" and not (one.step or two.step):
        yield _difference(one, two)
    elif wanted == "percent":
        yield from _shares(question, one, two, kind)
    elif wanted == "times":
        yield from _multiples(one, two)
    elif wanted != "points" and _same_scale(question, wanted, kind):
        yield from _between(question, one, two, kind)


def _step_from(one: Point, step: Point) -> Way:
    """The other level, from one and "23 more than" or "23 fewer than" it."""
    sign, value = ("+", step.value) if step.told == DOWN else ("−", -step.value)
    return one.value + value, (one, step), f"{plain(one.value)} {sign} {plain(step.value)}"


def _same_scale(question: Question, wanted: str, kind: str) -> bool:
    """Whether a sum or difference of numbers of one kind can be of the kind that is wanted."""
    both = {wanted, kind}
    return wanted == kind or both in (COUNTS, MONEY) or (both == {"bare", "time"} and question.changes)


def _between(question: Question, one: Point, two: Point, kind: str) -> Iterator[Way]:
    """The difference of two levels; two counts need no word for it: "four libraries remain"."""
    small, large = sorted((one.value, two.value))
    called = question.changes or question.apart or (question.rest and kind == "money")
    if large <= small * FAR and (called or kind == "count"):
        yield _difference(one, two, question.said.factor if question.said.kind == "time" and kind == "bare" else ONE)


def _difference(one: Point, two: Point, unit: Decimal = ONE) -> Way:
    small, large = sorted((one.value, two.value))
    return (large - small) * unit, (one, two), f"{plain(large)} − {plain(small)}"


def _from_many(question: Question, passage: Sequence[Point]) -> Iterator[Way]:
    """Sums of two to four levels that stand in a row; only of counts and money without a word for it."""
    kind = question.said.kind
    if not question.together and (question.changes or kind not in (*COUNTS, "money")):
        return
    alike = [each for each in passage if not each.step and _same_scale(question, kind, each.kind)]
    for size, first in product((2, 3, 4), range(len(alike))):
        row = alike[first : first + size]
        if len(row) == size and len({each.unit for each in row} - {None}) < 2:
            yield (
                sum((each.value for each in row), Decimal(0)),
                tuple(row),
                " + ".join(plain(each.value) for each in row),
            )


def _shares(question: Question, one: Point, two: Point, kind: str) -> Iterator[Way]:
    near = one.number.sentence == two.number.sentence
    if kind in ("points", "time") or not one.value or not two.value:
        return
    if question.changes and (near or kind != "percent"):
        yield from _changed(question, one, two)
    if kind != "percent" and (one.kind == two.kind or near):
        small, large = sorted((one.value, two.value))
        yield small / large * HUNDRED, (one, two), f"{plain(small)} / {plain(large)} × 100"
        if not question.changes:
            yield (
                (large - small) / large * HUNDRED,
                (one, two),
                f"({plain(large)} − {plain(small)}) / {plain(large)} × 100",
            )


def _changed(question: Question, one: Point, two: Point) -> Iterator[Way]:
    """By how many percent the one is more or less than the other; a fall is a share of the larger one."""
    small, large = sorted((one.value, two.value))
    ways = {UP: [(small, large)], DOWN: [(large, small)]}
    for old, new in ways.get(question.towards, ways[UP] + ways[DOWN]):
        yield abs(new - old) / old * HUNDRED, (one, two), f"({plain(new)} − {plain(old)}) / {plain(old)} × 100"


def _multiples(one: Point, two: Point) -> Iterator[Way]:
    """How many times the one is the other."""
    small, large = sorted((one.value, two.value))
    if small:
        yield large / small, (one, two), f"{plain(large)} / {plain(small)}"


def _part(question: Question, share: Point, whole: Point) -> Iterator[Way]:
    if question.said.kind == whole.kind and (not whole.unit or question.said.currency == whole.unit):
        yield share.value * whole.value / HUNDRED, (share, whole), f"{plain(share.value)} % × {plain(whole.value)}"


def _before(question: Question, change: Point, now: Point) -> Iterator[Way]:
    """The level before a change by so many percent, from the level after it."""
    if not question.earlier or not _one_scale(question.said, now):
        return
    for sign in (1, -1):
        factor = 1 + sign * change.value / HUNDRED
        if factor > 0 and change.told != (DOWN if sign > 0 else UP):
            mark = "+" if sign > 0 else "−"
            working = f"{plain(now.value)} / (100 {mark} {plain(change.value)}) × 100"
            yield now.value / factor, (change, now), working


def _one_scale(said: Size, now: Point) -> bool:
    if said.kind != now.kind and not ({said.kind, now.kind} <= COUNTS or {said.kind, now.kind} <= MONEY):
        return False
    return not now.unit or not said.currency or now.unit == said.currency


def _rate(question: Question, whole: Point, base: Point) -> Iterator[Way]:
    """So much a year or a piece, from so much in so many years, for so many pieces."""
    asked = question.said.per is not None and question.said.kind == whole.kind
    if asked and base.value and question.said.currency == whole.unit:
        yield whole.value / base.value, (whole, base), f"{whole.number.claim.text} / {base.number.claim.text}"


def plain(value: Decimal) -> str:
    """The digits of a number, two places at most."""
    if value != value.to_integral_value():
        value = rounded_to(value, -2).normalize()
    return f"{value:f}"
