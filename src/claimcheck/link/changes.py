"""Links between the old value, the new value and the stated size of one change."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from claimcheck.link.frame import Frame
from claimcheck.link.joint import is_label, word_of
from claimcheck.link.pairs import Pair, Step, in_scale, old_values, pairs, steps, values_like
from claimcheck.link.sizes import FREE, Size, against_other, bracketed, direction, relative, restated, size, skip_free
from claimcheck.model import Claim, Duration
from claimcheck.model.link import Change, Reading
from claimcheck.statements.dimension import comparable, dimension, measure

AHEAD = 4
CLAUSE = 12
CHOICE = 4


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
    if against_other(frame, each.at) or _parted(frame, each, pair, found, sizes):
        return False
    tail = skip_free(frame, pair.last + 1, each.start)
    if not frame.light(tail, each.start, ("or_", "amount_of")) or not (each.apposed or tail - pair.last <= FREE):
        return False
    if each.apposed:
        return True
    marked = any(frame.before(other.first, "mark") for other in found if other.first > each.at)
    return not marked and not _belongs_to_next(frame, each, pair, found)


def _parted(frame: Frame, each: Size, pair: Pair, found: list[Pair], sizes: list[Size]) -> bool:
    """Whether another pair or value stands between a pair and a size behind it."""
    values = {*frame.numbers} - {other.at for other in sizes} | {other.first for other in found}
    return any(pair.last < at < each.at for at in values)


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
    if told != [pair] or any(each.direction for each in sizes):
        return
    if {"rise", "fall"} <= frame.every or is_label(frame, pair.old):
        return
    left = range(_clause(frame, pair.first), pair.first)
    right = range(pair.last + 1, min(len(frame.items), pair.last + AHEAD))
    for at in (*right, *reversed(left)):
        if way := direction(frame.items[at].roles & {"rise", "fall"}):
            word, reason = word_of(frame, at, at + 1), "a verb of change beside both values"
            yield Change(_readings(frame, pair)[:1], None, None, way, reason, word)
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


def retold(frame: Frame, each: Size, previous: Frame | None, sizes: list[Size]) -> Iterator[Change]:
    """A size that sums up what was told before: "Thursday 282, Wednesday 352. That is a drop of 70 or 20 percent"."""
    claim = frame.claim(each.at)
    if isinstance(claim.value, Duration) or _has_base(frame, each.at):
        return
    step = _step_beside(frame, each) if relative(claim) else None
    again = step is not None and "equals" in frame.roles(step - 3, step)
    if not (each.apposed or again) or (against_other(frame, each.at) and not again) or bracketed(frame, each):
        return
    if not relative(claim):
        yield from _step_told(frame, each, previous)
    elif readings := _of_share(frame, each, previous, sizes, step):
        yield Change(readings, claim, None, each.direction, "a size that sums up the values told before")


def _of_share(
    frame: Frame, each: Size, previous: Frame | None, sizes: list[Size], step: int | None
) -> tuple[Reading, ...]:
    """What a percentage may be the change of; `step` is the absolute step beside it."""
    if step is not None:
        stepped = frame.claim(step)
        return _told(frame, step, previous, stepped) or _only_new(frame, step, previous, stepped)
    if (last := _last_step(frame, each, sizes)) is not None:
        return _only_new(frame, last, previous, frame.claim(last))
    return _told(frame, each.start, previous, None)


def _step_told(frame: Frame, each: Size, previous: Frame | None) -> Iterator[Change]:
    claim, share = frame.claim(each.at), _share_beside(frame, each)
    readings = _told(frame, each.start, previous, claim)
    if share is not None and (beside := readings or _only_new(frame, each.start, previous, claim)):
        yield Change(beside, share, None, each.direction, "a step and its size after the value")
    if readings:
        yield Change(readings, None, None, each.direction, "a step that sums up the values told before")


def both_sizes(frame: Frame) -> Iterator[Change]:
    """As in "5.5 million and thus 2.4 percent or 133,000 fewer than": the percentage first, then the step."""
    for new, share, step in zip(frame.numbers, frame.numbers[1:], frame.numbers[2:], strict=False):
        told, value, stepped = size(frame, step), frame.claim(new), frame.claim(step)
        if told is None or told.direction is None or told.start != step or not _either(frame, share, step):
            continue
        if comparable(value, stepped) and frame.light(skip_free(frame, new + 1, share), share, ("thereby",)):
            reading = Reading(None, value, stepped)
            yield Change((reading,), frame.claim(share), None, told.direction, "value, percentage and step together")


def _either(frame: Frame, share: int, step: int) -> bool:
    """Whether a percentage and a step are joined by "or"."""
    sized = relative(frame.claim(share)) and not relative(frame.claim(step))
    return sized and step - share == 2 and "or_" in frame.items[share + 1].roles


def _step_beside(frame: Frame, each: Size) -> int | None:
    """The absolute step of "a drop of 70 or 20 percent", whose percentage is at `each`."""
    before = [at for at in frame.numbers if at < each.at]
    if before and not relative(frame.claim(before[-1])) and "or_" in frame.roles(before[-1] + 1, each.at):
        return before[-1]
    return None


def _share_beside(frame: Frame, each: Size) -> Claim | None:
    """The percentage of "an increase of 1390 or 14.9 percent", whose step is at `each`."""
    after = frame.following(each.at)
    if after is None or after - each.at > 4 or "or_" not in frame.roles(each.at + 1, after):
        return None
    return frame.claim(after) if relative(frame.claim(after)) else None


def _told(frame: Frame, stop: int, previous: Frame | None, step: Claim | None) -> tuple[Reading, ...]:
    """Every pair among the last numbers before a position that may be old and new; none unless two were told."""
    before = [] if "baseline" in frame.roles(0, stop) else _before(frame, stop, previous)
    values = [(row, at) for row, at in before if step is None or comparable(row.claim(at), step)][-CHOICE:]
    claims = [row.claim(at) for row, at in values]
    if len(claims) < 2 or not comparable(claims[-1], claims[-2]):
        return ()
    later_first = [at in old_values(row) for row, at in values[-2:]] == [False, True]
    one, two = reversed(claims[-2:]) if later_first else claims[-2:]
    first = Reading(one, two, step)
    return (first, *(each for each in _all_pairs(claims, step) if each != first))


def _all_pairs(claims: list[Claim], step: Claim | None) -> Iterator[Reading]:
    yield from (Reading(a, b, step) for a, b in permutations(claims, 2) if comparable(a, b))


def _before(frame: Frame, stop: int, previous: Frame | None) -> list[tuple[Frame, int]]:
    """The values before a position, with those of the sentence before where at most one older value is told."""
    told = [at for at in frame.ahead(stop) if not isinstance(frame.claim(at).value, Duration)]
    found = [(frame, at) for at in told]
    if previous is not None and len(told) < 2 and {*told} <= {*old_values(frame)}:
        found = [*((previous, at) for at in previous.numbers), *found]
    return [(row, at) for row, at in found if _is_value(row, at)]


def _is_value(frame: Frame, at: int) -> bool:
    """Whether the number is a value, no name and no step itself."""
    if is_label(frame, at) or dimension(frame.claim(at)) == "time":
        return False
    return size(frame, at) is None and frame.value(at).unit != "percentage_point"


def _last_step(frame: Frame, each: Size, sizes: list[Size]) -> int | None:
    """The step right before a percentage: "122 more, which is an increase of 9.6 percent"."""
    before = [at for at in frame.numbers if at < each.at]
    steps_told = {other.at for other in sizes if not relative(frame.claim(other.at))}
    return before[-1] if before and before[-1] in steps_told else None


def _only_new(frame: Frame, stop: int, previous: Frame | None, step: Claim) -> tuple[Reading, ...]:
    """As in "The number is 10,720. That is an increase of 1390 or 14.9 percent": one value before, old or new."""
    values = [frame.claim(at) for at in values_like(frame, step, stop)]
    if not values and previous is not None:
        values = [previous.claim(at) for at in values_like(previous, step, len(previous.items))]
    return tuple(
        reading for value in values[-2:] for reading in (Reading(None, value, step), Reading(value, None, step))
    )


def _has_base(frame: Frame, at: int) -> bool:
    """Whether what the size counts from follows it: "up 23 percent from 2.97 million", "from the last election"."""
    return "from_" in frame.roles(at + 1, at + 2)
