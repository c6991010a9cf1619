"""Two values and how far they are apart: "The old tower measures 84 metres, the new one 112. It is thus 28 taller"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.link.dimension import comparable, dimension, measure
from claimcheck.link.frame import Frame
from claimcheck.link.joint import joined
from claimcheck.link.pairs import pairs
from claimcheck.link.sizes import relative, size
from claimcheck.link.then_now import MARKED, is_told, of_one_size
from claimcheck.model.link import Change, Reading


def apart(frame: Frame, previous: Frame | None) -> Iterator[Change]:
    """As in "The old tower measures 84 metres, the new one 112. It is thus 28 metres taller"."""
    if not frame.every & {"thereby", "follows", "equals"}:
        return
    steps = [n for n in frame.numbers if not relative(frame.claim(n)) and _is_step(frame, n)]
    if len(steps) != 1 or not frame.roles(0, steps[0]) & {"thereby", "follows", "equals"}:
        return
    row, begin = joined(previous, frame) if len(frame.numbers) < 3 else (frame, 0)
    step = steps[0] + begin
    claim = row.claim(step)
    like = [n for n in row.numbers if n != step and comparable(row.claim(n), claim)]
    if len(like) != 2 or any(not is_told(row, n) for n in like) or max(like) > step or pairs(row):
        return
    if dimension(claim) in ("", "?") or row.roles(step, len(row.items)) & MARKED:
        return
    values = [measure(row.claim(n)) for n in (*like, step)]
    if any(value is None or value.hedge is not None for value in values) or not of_one_size(row, *like):
        return
    reading = Reading(row.claim(like[0]), row.claim(like[1]), claim)
    yield Change((reading,), None, None, None, "two values and how far they are apart")


def _is_step(frame: Frame, at: int) -> bool:
    told = size(frame, at)
    added = (
        told is not None and told.start < at and "and_" in frame.items[told.start].roles
    )  # "the price plus 250 euros"
    return (told is not None and not added) or bool(frame.roles(at + 1, at + 2) & {"more", "less"})
