"""Links between the old value, the new value and the stated size of one change."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.link.dimension import comparable, dimension, measure
from claimcheck.link.frame import Frame
from claimcheck.link.pairs import Pair, Step, in_scale, is_label, old_values, pairs, steps
from claimcheck.link.retold import both_sizes, retold
from claimcheck.link.sizes import FREE, Size, against_other, direction, relative, restated, size, skip_free
from claimcheck.model import Claim, Span
from claimcheck.model.link import Change, Reading, Word

AHEAD = 4
CLAUSE = 12


def changes(frame: Frame, previous: Frame | None) -> Iterator[Change]:
    """All changes of one sentence whose size or direction is stated; `previous` is the sentence before."""
    found = pairs(frame)
    told = steps(frame)
    sizes = [each for at in frame.numbers if (each := size(frame, at) or (restated(frame, at) if found else None))]
    used: set[int] = set()
    for pair in found:
        for each in _sizes_of(frame, pair, found, sizes):
            used.add(each.at)
            yield from _change(frame, pair, each)
        yield from _direction(frame, pair, found, sizes)
    for step in told:
        used.add(step.step)
        yield from _stepped(frame, step, sizes, used, previous)
    yield from both_sizes(frame)
    for each in sizes:
        if each.at not in used:
            yield from retold(frame, each, previous, sizes)


def _readings(frame: Frame, pair: Pair, step: Claim | None = None) -> tuple[Reading, ...]:
    new = frame.claim(pair.new)
    old = in_scale(frame.claim(pair.old), new)
    plain = Reading(old, new, step)
    # "an increase from 100 to 500" is also said for "by 100 to 500": then the first number is the step
    noun = direction(frame.roles(pair.first - 2, pair.first)) if pair.first == pair.old else None
    return (plain, Reading(None, new, old)) if noun is not None and step is None else (plain,)


def _change(frame: Frame, pair: Pair, each: Size) -> Iterator[Change]:
    claim = frame.claim(each.at)
    way = each.direction or direction(frame.roles(pair.first - AHEAD, pair.last + AHEAD))
    if relative(claim):
        yield Change(_readings(frame, pair), claim, None, way, "the size stands beside the old and the new value")
    elif comparable(claim, frame.claim(pair.new)):
        yield Change(_readings(frame, pair, claim), None, None, way, "the step stands beside the old and the new value")


def _sizes_of(frame: Frame, pair: Pair, found: list[Pair], sizes: list[Size]) -> list[Size]:
    """Sizes that belong to this pair: right before it, or after it with only light words between."""
    mine = []
    for each in sizes:
        if each.at < pair.first:
            fits = _leads_to(frame, each, pair)
        else:
            fits = each.at > pair.last and _follows(frame, each, pair, found, sizes)
        if fits:
            mine.append(each)
    return mine


def _leads_to(frame: Frame, each: Size, pair: Pair) -> bool:
    """Whether the expression of the size ends where the pair begins with its preposition."""
    start = each.at + 1 + _is_noun(frame, each.at + 1)
    return frame.light(start, pair.first, ("from_", "to")) and not frame.roles(each.at, pair.first) & {"and_"}


def _follows(frame: Frame, each: Size, pair: Pair, found: list[Pair], sizes: list[Size]) -> bool:
    """Whether the size stands behind the pair, with no other pair or value between, and is none of the next pair."""
    if any(pair.last < other.first < each.at for other in found) or against_other(frame, each.at):
        return False
    if any(pair.last < at < each.at for at in frame.numbers if at not in {other.at for other in sizes}):
        return False
    tail = skip_free(frame, pair.last + 1, each.start)
    if not frame.light(tail, each.start, ("or_", "amount_of")) or not (each.apposed or tail - pair.last <= FREE):
        return False
    if each.apposed:
        return True
    marked = any(frame.before(other.first, "mark") for other in found if other.first > each.at)
    return not marked and not _belongs_to_next(frame, each, pair, found)


def _is_noun(frame: Frame, at: int) -> bool:
    """Whether the word right after a number is what it counts."""
    value = measure(frame.claim(at - 1))
    return value is not None and value.noun is not None and frame.items[at].text == value.noun


def _belongs_to_next(frame: Frame, each: Size, pair: Pair, found: list[Pair]) -> bool:
    return any(
        other.first > each.at and frame.light(each.at + 1, other.first, ("from_",)) for other in found if other != pair
    )


def _direction(frame: Frame, pair: Pair, found: list[Pair], sizes: list[Size]) -> Iterator[Change]:
    """A verb of change beside the only pair of the sentence says whether the new value is the larger."""
    # "instead of 13 there are ten" says by itself which value is old
    told = [each for each in found if frame.before(each.new, "to")]
    if len(told) != 1 or told[0] != pair or any(each.direction for each in sizes):
        return
    everywhere = frame.roles(0, len(frame.items))
    if {"rise", "fall"} <= everywhere or is_label(frame, pair.old):
        return
    left = range(_clause(frame, pair.first), pair.first)
    right = range(pair.last + 1, min(len(frame.items), pair.last + AHEAD))
    for at in (*right, *reversed(left)):
        item = frame.items[at]
        if way := direction(item.roles & {"rise", "fall"}):
            word = Word(Span(item.start, item.end), item.text)
            yield Change(_readings(frame, pair)[:1], None, None, way, "a verb of change beside both values", word)
            return


def _clause(frame: Frame, first: int) -> int:
    """Where the verb before a pair may stand at the earliest: four words ahead, or as far as no joint comes."""
    at = first
    while at > max(0, first - CLAUSE):
        item = frame.items[at - 1]
        if item.kind in ("number", "mark") or item.roles & {"and_", "or_"}:
            break
        at -= 1
    return min(at, max(0, first - AHEAD))


def _old_of(frame: Frame, step: Step) -> list[Claim]:
    """The values behind a step that may be the old one; "against 1034 a year ago" is not what a week began with."""
    before = {at for at in frame.numbers if frame.before(at, "from_") and at - step.new <= AHEAD + 2}
    marked = sorted(at for at in before | set(old_values(frame)) if at > step.new)
    return [frame.claim(at) for at in marked if not frame.before(at, "versus")]


def _stepped(frame: Frame, step: Step, sizes: list[Size], used: set[int], previous: Frame | None) -> Iterator[Change]:
    """As in "by 3000 to 12,000 (last year: 10,000)", "by 3000 to 12,000, up 30 percent"."""
    stepped, new = frame.claim(step.step), frame.claim(step.new)
    way = direction(frame.roles(step.step - AHEAD, step.new + AHEAD))
    old = [claim for claim in _old_of(frame, step) if comparable(claim, new)]
    if relative(stepped) and dimension(new) != "percent":
        if len(old) == 1:
            yield Change((Reading(old[0], new),), stepped, None, way, "old value, new value and size in one sentence")
        return
    if not comparable(stepped, new):
        return
    if len(old) == 1:
        yield Change((Reading(old[0], new, stepped),), None, None, way, "old value, new value and step in one sentence")
    for each in sizes:
        if each.at > step.new and relative(frame.claim(each.at)) and each.apposed and not against_other(frame, each.at):
            used.add(each.at)
            reading = Reading(None, new, stepped)
            yield Change((reading,), frame.claim(each.at), None, each.direction or way, "step, new value and size")
            return
