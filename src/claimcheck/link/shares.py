"""Links between a part, its whole and the stated share: "of 480 people asked, 120 agreed, or 25 percent"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.link.frame import Frame
from claimcheck.link.joint import equals_before, is_label, is_share, total_near
from claimcheck.link.pairs import pairs
from claimcheck.link.sizes import size
from claimcheck.link.wholes import (
    counts_of,
    equals_around,
    names_other_whole,
    part_of,
    ratio_of,
    repeats,
)
from claimcheck.model import Claim
from claimcheck.model.link import PartOf, PartWhole
from claimcheck.statements.dimension import comparable, dimension, number

CLOSE = 5
CLAUSE = 25


def shares(frame: Frame, previous: Frame | None) -> Iterator[PartWhole]:
    """All stated shares of the sentence whose part and whole are both known."""
    for at in frame.numbers:
        if is_share(frame.claim(at)) and size(frame, at) is None and not _is_needed(frame, at):
            link = _share(frame, previous, at)
            if link is not None:
                yield link


def _is_needed(frame: Frame, at: int) -> bool:
    """Whether the share is that of a majority: "a 2/3 majority" is one that is needed."""
    return bool(frame.roles(at + 1, at + 2) & {"majority", "minority"})


def _share(frame: Frame, previous: Frame | None, at: int) -> PartWhole | None:
    """The share at this position as a link, by the first form of words that fits."""
    counts = _still_counts(frame)
    before, after = [n for n in counts if n < at], [n for n in counts if n > at]
    if (told := _part_after(frame, at, before, after) or _told_after(frame, at, before, after)) is not None:
        return told
    whole = _whole_after(frame, at, after)
    if whole is not None:
        return _of_stated_whole(frame, at, whole, before, after)
    return _repeated(frame, previous, at, before)


def _still_counts(frame: Frame) -> list[int]:
    """The counts that are no old and new values of a change."""
    changing = {n for pair in pairs(frame) for n in (pair.old, pair.new)}
    return [n for n in counts_of(frame) if not is_label(frame, n) and n not in changing]


def _repeated(frame: Frame, previous: Frame | None, at: int, before: list[int]) -> PartWhole | None:
    """A share that only says again what the counts before it say."""
    if not before or not repeats(frame, at) or names_other_whole(frame, at, before):
        return None
    part = before[-1]
    if at - part > CLAUSE or any(dimension(frame.claim(n)) == "percent" for n in frame.numbers if part < n < at):
        return None
    return _of_told_whole(frame, previous, at, part, before)


def _part_after(frame: Frame, at: int, before: list[int], after: list[int]) -> PartWhole | None:
    """As in "100,000 people, of whom 0.2 percent, or 200": the share stands between whole and part."""
    if not before or not after or "of_which" not in frame.roles(at - 3, at) or after[0] - at > CLOSE:
        return None
    part, whole = frame.claim(after[0]), frame.claim(before[-1])
    if not equals_before(frame, after[0]) or not comparable(part, whole):
        return None
    return PartWhole((PartOf(part, whole),), frame.claim(at), "a whole, a share of it and its number")


def _told_after(frame: Frame, at: int, before: list[int], after: list[int]) -> PartWhole | None:
    """As in "a third of firms, that is 70,000 of the 220,000"; "if of 20,000 two percent fall ill, that is 400"."""
    if not after or after[0] - at > CLAUSE or frame.following(at) != after[0]:
        return None
    if not frame.bracketed(after[0]) and not equals_before(frame, after[0]):
        return None
    part, claim = frame.claim(after[0]), frame.claim(at)
    if (ratio := ratio_of(frame, after[:2])) is not None:
        whole = frame.claim(ratio[1])
        return PartWhole((PartOf(part_of(part, whole), whole),), claim, "a share and the ratio it stands for")
    stated = [n for n in before if frame.before(n, "whole") and comparable(frame.claim(n), part)]
    if stated:
        reading = PartOf(part, frame.claim(stated[0]))
        only_one = _only_whole(frame, at, stated, before, after)
        return PartWhole((reading,), claim, "a whole, a share of it and its number") if only_one else None
    return _bracketed_part(frame, at, after)


def _bracketed_part(frame: Frame, at: int, after: list[int]) -> PartWhole | None:
    """As in "30 percent (120) of the 480 respondents": the part in brackets and the whole behind it."""
    if not _whole_behind(frame, after):
        return None
    reading = PartOf(frame.claim(after[0]), frame.claim(after[1]))
    return PartWhole((reading,), frame.claim(at), "a share, its number in brackets and the whole")


def _only_whole(frame: Frame, at: int, stated: list[int], before: list[int], after: list[int]) -> bool:
    """Whether one whole is named, right before the share, and none follows the part."""
    followed = after[1:2] and after[1] - after[0] <= CLOSE and frame.before(after[1], "of")
    return stated == before[-1:] and not followed and at - stated[0] <= CLAUSE


def _whole_behind(frame: Frame, after: list[int]) -> bool:
    """Whether the whole follows the bracket: "30 percent (120) of the 480 respondents"."""
    if len(after) < 2 or not frame.bracketed(after[0]) or after[1] - after[0] > CLOSE:
        return False
    return "of" in frame.roles(after[0] + 2, after[0] + 3) and comparable(frame.claim(after[0]), frame.claim(after[1]))


def _of_stated_whole(frame: Frame, at: int, whole: int, before: list[int], after: list[int]) -> PartWhole | None:
    """As in "81 players, that is 13.6 percent of the 595", "0.77 percent of the 1.65 million pupils, or 12,700"."""
    later = next((n for n in after if n > whole), None)
    if later is not None and equals_around(frame, later) and later - whole <= CLAUSE:
        part = frame.claim(later)
    elif before and repeats(frame, at) and at - before[-1] <= CLAUSE:
        part = frame.claim(before[-1])
    else:
        return None
    if not _may_be_part(part, frame.claim(whole)):
        return None  # "for 25 percent of the shares it pays 300 million, which values the firm at 1.2 billion"
    reading = PartOf(part, frame.claim(whole))
    return PartWhole((reading,), frame.claim(at), "part, share and whole in one sentence")


def _may_be_part(part: Claim, whole: Claim) -> bool:
    """Whether both measure one thing, and the part is not the larger."""
    return comparable(part, whole) and (number(part) or 0) <= (number(whole) or 0)


def _of_told_whole(frame: Frame, previous: Frame | None, at: int, part: int, before: list[int]) -> PartWhole | None:
    claim, piece = frame.claim(at), frame.claim(part)
    if (adjacent := ratio_of(frame, before)) is not None:
        whole = frame.claim(adjacent[1])
        reading = PartOf(part_of(frame.claim(adjacent[0]), whole), whole)
        return PartWhole((reading,), claim, "a ratio and the share it makes")
    wholes = [n for n in before if n != part and comparable(frame.claim(n), piece) and not _shared(frame, n, at)]
    if not wholes:
        return None if previous is None else _across(frame, previous, claim, piece, part)
    if stated := _named_wholes(frame, wholes, part):
        readings = tuple(PartOf(piece, frame.claim(n)) for n in reversed(stated))
        return PartWhole(readings, claim, "a whole, a part of it and the share it makes")
    return _of_two(frame, at, wholes, piece)


def _of_two(frame: Frame, at: int, wholes: list[int], piece: Claim) -> PartWhole | None:
    """Two counts of which none is called the whole."""
    if len(wholes) != 1 or not equals_before(frame, at):
        return None
    whole = frame.claim(wholes[0])
    readings = (PartOf(piece, whole), PartOf(whole, piece))
    return PartWhole(readings, frame.claim(at), "two counts and the share they make")


def _named_wholes(frame: Frame, wholes: list[int], part: int) -> list[int]:
    """Those of the numbers that words call a whole; the last before "of them" if such words stand there."""
    if wholes and "of_which" in frame.roles(wholes[-1], part):
        return wholes[-1:]
    return [n for n in wholes if frame.before(n, "whole") or total_near(frame, n)]


def _shared(frame: Frame, whole: int, at: int) -> bool:
    """Whether the number has a share of its own: "572,100 shares, or 13.9 percent" is a part like any other."""
    after = frame.following(whole)
    if after is None or after == at or dimension(frame.claim(after)) != "percent" or after - whole > CLOSE:
        return False
    return frame.bracketed(after) or equals_before(frame, after)


def _across(frame: Frame, previous: Frame, claim: Claim, piece: Claim, part: int) -> PartWhole | None:
    """The whole stands in the sentence before: "In all, 72,104 were tested. 1188 were ill, or 1.6 percent"."""
    counts = counts_of(previous)
    stated = [n for n in counts if comparable(previous.claim(n), piece)]
    if "of_which" not in frame.roles(0, part + 3):
        ratio = ratio_of(previous, counts)
        stated = [n for n in stated if total_near(previous, n) or (ratio is not None and n == ratio[1])]
    readings = tuple(PartOf(piece, previous.claim(n)) for n in reversed(stated))
    return PartWhole(readings, claim, "the whole stands in the sentence before") if readings else None


def _whole_after(frame: Frame, at: int, after: list[int]) -> int | None:
    """The whole right after a share: "13.6 percent of the 595 players", "80 percent of a population of 83 million"."""
    if not after:
        return None
    first = after[0]
    if not frame.before(at + 2, "of") and not (at + 1 < len(frame.items) and "of" in frame.items[at + 1].roles):
        return None
    between = frame.items[at + 1 : first]
    if len(between) > CLOSE or any(item.kind != "word" for item in between):
        return None
    return first
