"""Shares of a small number of things: "45 percent of the twelve jurors" can be no number of jurors."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.link.dimension import measure
from claimcheck.link.frame import Frame
from claimcheck.link.joint import is_count, is_share, is_value, joined, near
from claimcheck.link.sizes import size
from claimcheck.model import Claim
from claimcheck.model.figures import ShareOfCount

MOST = 60
CLOSE = 5
CLAUSE = 14
PEOPLE = frozenset({"people", "person", "member"})


def possible_shares(frame: Frame, previous: Frame | None) -> Iterator[ShareOfCount]:
    """Every share whose small whole is named: "of the 12, 45 percent", "45 percent of the 12", "45 percent of them"."""
    for at in frame.numbers:
        claim = frame.claim(at)
        value = measure(claim)
        if not is_share(claim) or not is_value(frame, at) or value is None or value.fraction is not None:
            continue
        if size(frame, at) is not None or value.hedge is not None:
            continue
        count = _count(frame, previous, at)
        if count is not None:
            yield ShareOfCount(claim, count, "a share of a small number of things")


def _count(frame: Frame, previous: Frame | None, at: int) -> Claim | None:
    """The small number that the share is one of."""
    if (named := _named(frame, at)) is not None:
        return named
    if "of_which" in frame.roles(at + 1, at + 3) or "of_which" in frame.roles(at - 2, at):
        return _pointed_at(frame, previous, at)
    return _polled(frame, previous, at) or _opening(frame, at)


def _named(frame: Frame, at: int) -> Claim | None:
    """The count behind "of": "45 percent of the 12"."""
    after = next((n for n in frame.numbers if n > at), None)
    if after is None or after - at > CLOSE or "of" not in frame.roles(at + 1, at + 2) or not _small(frame, after):
        return None
    between = frame.items[at + 1 : after]
    light = all(
        item.kind == "word" and (item.roles & {"light", "filler", "of"} or item.text.islower()) for item in between
    )
    return frame.claim(after) if light else None


def _pointed_at(frame: Frame, previous: Frame | None, at: int) -> Claim | None:
    """The only count that "of them" can point to; it points to the nearest number, even where that is no count."""
    earlier = [n for n in frame.numbers if n < at]
    before = [n for n in earlier if is_count(frame.claim(n))]
    if earlier[-1:] != before[-1:]:
        return None
    row = frame
    if not before and previous is not None:
        row, before = previous, [n for n in previous.numbers if is_count(previous.claim(n))]
    return row.claim(before[0]) if len(before) == 1 and _small(row, before[0]) else None


def _opening(frame: Frame, at: int) -> Claim | None:
    """The count that opens the sentence as a whole: "of the 12, 45 percent"."""
    before = [n for n in frame.numbers if n < at]
    if len(before) != 1 or before[0] > 3 or not frame.before(before[0], "whole") or at - before[0] > CLAUSE:
        return None
    own = _own_whole(frame, at) or "of" in frame.roles(at + 1, at + 2)
    return frame.claim(before[0]) if not own and _small(frame, before[0]) else None


def _polled(frame: Frame, previous: Frame | None, at: int) -> Claim | None:
    """The only people counted before the share, who were asked: "We polled the eight heads: 40 percent said no"."""
    row, begin = joined(previous, frame) if len(frame.numbers) == 1 else (frame, 0)
    if "polled" not in row.every or _own_whole(frame, at) or frame.roles(at - 2, at) & {"of"}:
        return None
    before = [n for n in row.numbers if n < begin + at]
    if len(before) != 1 or not _small(row, before[0]):
        return None
    people = row.roles(before[0] + 1, before[0] + 4) & PEOPLE
    if not people and near(row, before[0], "polled", left=2, right=4) is None:
        return None
    start = max((n + 1 for n in range(begin + at) if row.mark(n) in (":", ".", ";")), default=0)
    return row.claim(before[0]) if "polled" in row.roles(0, begin + at) and begin + at - start <= CLOSE else None


def _own_whole(frame: Frame, at: int) -> bool:
    """Whether a genitive follows that names what the share is of: "45 Prozent der Importe"."""
    return any("of" in item.roles for item in frame.items[at + 1 : at + 3])


def _small(frame: Frame, at: int) -> bool:
    claim = frame.claim(at)
    value = measure(claim)
    if value is None or value.number is None or value.hedge is not None or value.rounded or not is_count(claim):
        return False
    return 2 <= value.number <= MOST and value.number == value.number.to_integral_value()
