"""Changes whose size stands after the values: "Thursday 282, Wednesday 352. That is a drop of 70 or 20 percent"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.link.dimension import comparable, dimension, measure
from claimcheck.link.frame import Frame
from claimcheck.link.pairs import is_label, old_values, values_like
from claimcheck.link.sizes import Size, against_other, bracketed, relative, size, skip_free
from claimcheck.model import Claim, Duration
from claimcheck.model.link import Change, Reading

CHOICE = 4


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


def _has_base(frame: Frame, at: int) -> bool:
    """Whether what the size counts from follows it: "up 23 percent from 2.97 million", "from the last election"."""
    return "from_" in frame.roles(at + 1, at + 2)


def both_sizes(frame: Frame) -> Iterator[Change]:
    """As in "5.5 million and thus 2.4 percent or 133,000 fewer than": the percentage first, then the step."""
    for new, share, step in zip(frame.numbers, frame.numbers[1:], frame.numbers[2:], strict=False):
        told = size(frame, step)
        if told is None or told.direction is None or told.start != step or relative(frame.claim(step)):
            continue
        if not relative(frame.claim(share)) or step - share != 2 or "or_" not in frame.items[share + 1].roles:
            continue
        value, stepped = frame.claim(new), frame.claim(step)
        if not comparable(value, stepped) or not frame.light(skip_free(frame, new + 1, share), share, ("thereby",)):
            continue
        reading = Reading(None, value, stepped)
        yield Change((reading,), frame.claim(share), None, told.direction, "value, percentage and step together")


def _step_beside(frame: Frame, each: Size) -> int | None:
    """The absolute step of "a drop of 70 or 20 percent", whose percentage is at `each`."""
    before = [at for at in frame.numbers if at < each.at]
    if before and not relative(frame.claim(before[-1])) and "or_" in frame.roles(before[-1] + 1, each.at):
        return before[-1]
    return None


def _share_beside(frame: Frame, each: Size) -> Claim | None:
    """The percentage of "an increase of 1390 or 14.9 percent", whose step is at `each`."""
    after = [at for at in frame.numbers if at > each.at]
    if (
        after
        and relative(frame.claim(after[0]))
        and "or_" in frame.roles(each.at + 1, after[0])
        and after[0] - each.at <= 4
    ):
        return frame.claim(after[0])
    return None


def _told(frame: Frame, stop: int, previous: Frame | None, step: Claim | None) -> tuple[Reading, ...]:
    """Every pair among the last numbers before a position that may be old and new; none unless two were told."""
    if "baseline" in frame.roles(0, stop):
        return ()
    earlier = [(0, frame, at) for at in frame.numbers if at < stop and not isinstance(frame.claim(at).value, Duration)]
    if previous is not None and not (len(earlier) == 1 and earlier[0][2] not in old_values(frame)) and len(earlier) < 2:
        earlier = [(1, previous, at) for at in previous.numbers] + earlier
    values = [(level, f.claim(at), f, at) for level, f, at in earlier if not is_label(f, at) and _is_value(f, at)]
    if step is not None:
        values = [value for value in values if comparable(value[1], step)]
    values = [value for value in values if dimension(value[1]) != "time"][-CHOICE:]
    if len(values) < 2 or not comparable(values[-1][1], values[-2][1]):
        return ()
    one, two = values[-2][1], values[-1][1]
    later_first = [at in old_values(f) for _, _, f, at in values[-2:]] == [False, True]
    first = Reading(two, one, step) if later_first else Reading(one, two, step)
    others = [
        Reading(a[1], b[1], step)
        for a in values
        for b in values
        if a is not b and comparable(a[1], b[1]) and (a[1], b[1]) != (first.old, first.new)
    ]
    return (first, *others)


def _is_value(frame: Frame, at: int) -> bool:
    """Whether the number is a value and no step itself."""
    value = measure(frame.claim(at))
    return size(frame, at) is None and value is not None and value.unit != "percentage_point"


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
