"""What a share is of: a whole that words name, with its part, or a small number of things."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.link.frame import Frame, only
from claimcheck.link.joint import is_count, joined, near, shares_of
from claimcheck.link.sizes import size
from claimcheck.model import Claim
from claimcheck.model.figures import ShareOfCount
from claimcheck.statements.dimension import exact, whole

MOST = 60
SOON = 5
CLAUSE = 14
PEOPLE = frozenset({"people", "person", "member"})


def possible_shares(frame: Frame, previous: Frame | None) -> Iterator[ShareOfCount]:
    """Every share whose small whole is named: "of the 12, 45 percent", "45 percent of the 12", "45 percent of them"."""
    for at in shares_of(frame):
        claim = frame.claim(at)
        if exact(claim) is None or frame.value(at).fraction is not None or size(frame, at) is not None:
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
    after = frame.following(at)
    if after is None or after - at > SOON or "of" not in frame.roles(at + 1, at + 2) or not _small(frame, after):
        return None
    between = frame.items[at + 1 : after]
    light = all(
        item.kind == "word" and (item.roles & {"light", "filler", "of"} or item.text.islower()) for item in between
    )
    return frame.claim(after) if light else None


def _pointed_at(frame: Frame, previous: Frame | None, at: int) -> Claim | None:
    """The only count that "of them" can point to; it points to the nearest number, even where that is no count."""
    before = _plain_counts(frame, frame.ahead(at))
    if frame.ahead(at)[-1:] != before[-1:]:
        return None
    row = frame
    if not before and previous is not None:
        row, before = previous, _plain_counts(previous, previous.numbers)
    return row.claim(before[0]) if len(before) == 1 and _small(row, before[0]) else None


def _plain_counts(row: Frame, numbers: list[int]) -> list[int]:
    return [n for n in numbers if is_count(row.claim(n))]


def _opening(frame: Frame, at: int) -> Claim | None:
    """The count that opens the sentence as a whole: "of the 12, 45 percent"."""
    first = only(frame.ahead(at))
    if first is None or first > 3 or not frame.before(first, "whole") or at - first > CLAUSE:
        return None
    own = _own_whole(frame, at) or "of" in frame.roles(at + 1, at + 2)
    return frame.claim(first) if not own and _small(frame, first) else None


def _polled(frame: Frame, previous: Frame | None, at: int) -> Claim | None:
    """The only people counted before the share, who were asked: "We polled the eight heads: 40 percent said no"."""
    row, begin = joined(previous, frame) if len(frame.numbers) == 1 else (frame, 0)
    share = begin + at
    if "polled" not in row.roles(0, share) or _own_whole(frame, at) or "of" in frame.roles(at - 2, at):
        return None
    asked = only(row.ahead(share))
    if asked is None or not _asked(row, asked):
        return None
    start = max((n + 1 for n in range(share) if row.mark(n) in (":", ".", ";")), default=0)
    return row.claim(asked) if share - start <= SOON else None


def _asked(row: Frame, at: int) -> bool:
    """Whether the number counts a few people, or what was asked."""
    people = row.roles(at + 1, at + 4) & PEOPLE
    return _small(row, at) and (bool(people) or near(row, at, "polled", left=2, right=4) is not None)


def _own_whole(frame: Frame, at: int) -> bool:
    """Whether a genitive follows that names what the share is of: "45 Prozent der Importe"."""
    return any("of" in item.roles for item in frame.items[at + 1 : at + 3])


def _small(frame: Frame, at: int) -> bool:
    claim = frame.claim(at)
    value = exact(claim)
    return value is not None and 2 <= value <= MOST and whole(claim) and is_count(claim)
