"""Links between a part, its whole and the stated share: "of 480 people asked, 120 agreed, or 25 percent"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.link.dimension import comparable, dimension, measure
from claimcheck.link.frame import Frame
from claimcheck.link.pairs import is_label, pairs
from claimcheck.link.sizes import size
from claimcheck.link.wholes import (
    equals_around,
    equals_before,
    in_brackets,
    is_count,
    names_other_whole,
    part_of,
    ratio_of,
    repeats,
    total_near,
)
from claimcheck.model import Claim
from claimcheck.model.link import PartOf, PartWhole

CLOSE = 5
CLAUSE = 25


def shares(frame: Frame, previous: Frame | None) -> Iterator[PartWhole]:
    """All stated shares of the sentence whose part and whole are both known."""
    for at in frame.numbers:
        claim = frame.claim(at)
        value = measure(claim)
        if dimension(claim) != "percent" or value is None or value.unit != "percent" or size(frame, at) is not None:
            continue
        link = _share(frame, previous, at)
        if link is not None:
            yield link


def _share(frame: Frame, previous: Frame | None, at: int) -> PartWhole | None:
    """The share at this position as a link, by the first form of words that fits."""
    claim = frame.claim(at)
    changing = {n for pair in pairs(frame) for n in (pair.old, pair.new)}
    counts = [n for n in frame.numbers if is_count(frame.claim(n)) and not is_label(frame, n) and n not in changing]
    before, after = [n for n in counts if n < at], [n for n in counts if n > at]
    if (told := _part_after(frame, at, before, after) or _told_after(frame, at, before, after)) is not None:
        return told
    whole = _whole_after(frame, at, after)
    if whole is not None:
        return _of_stated_whole(frame, at, claim, whole, before, after)
    return _repeated(frame, previous, at, before)


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
    if not after or after[0] - at > CLAUSE or any(at < n < after[0] for n in frame.numbers):
        return None
    bracketed = in_brackets(frame, after[0])
    if not bracketed and not equals_before(frame, after[0]):
        return None
    part = frame.claim(after[0])
    ratio = ratio_of(frame, after[:2])
    if ratio is not None:
        whole = frame.claim(ratio[1])
        return PartWhole((PartOf(part_of(part, whole), whole),), frame.claim(at), "a share and the ratio it stands for")
    stated = [n for n in before if frame.before(n, "whole") and comparable(frame.claim(n), part)]
    if bracketed and not stated and after[1:2] and _whole_behind(frame, after[0], after[1], part):
        whole = frame.claim(after[1])
        return PartWhole((PartOf(part, whole),), frame.claim(at), "a share, its number in brackets and the whole")
    followed = after[1:2] and after[1] - after[0] <= CLOSE and frame.before(after[1], "of")
    if len(stated) != 1 or stated[0] != before[-1] or followed or at - stated[0] > CLAUSE:
        return None
    return PartWhole((PartOf(part, frame.claim(stated[0])),), frame.claim(at), "a whole, a share of it and its number")


def _whole_behind(frame: Frame, bracketed: int, at: int, part: Claim) -> bool:
    """Whether the whole follows the bracket: "30 percent (120) of the 480 respondents"."""
    near = at - bracketed <= CLOSE and "of" in frame.roles(bracketed + 2, bracketed + 3)
    return near and comparable(part, frame.claim(at))


def _of_stated_whole(  # noqa: PLR0917
    frame: Frame, at: int, claim: Claim, whole: int, before: list[int], after: list[int]
) -> PartWhole | None:
    """As in "81 players, that is 13.6 percent of the 595", "0.77 percent of the 1.65 million pupils, or 12,700"."""
    stated = frame.claim(whole)
    later = [n for n in after if n > whole]
    if later and equals_around(frame, later[0]) and later[0] - whole <= CLAUSE:
        part = later[0]
    elif before and repeats(frame, at) and at - before[-1] <= CLAUSE:
        part = before[-1]
    else:
        return None
    if not comparable(frame.claim(part), stated) or _larger(frame.claim(part), stated):
        return None  # "for 25 percent of the shares it pays 300 million, which values the firm at 1.2 billion"
    return PartWhole((PartOf(frame.claim(part), stated),), claim, "part, share and whole in one sentence")


def _larger(part: Claim, whole: Claim) -> bool:
    """Whether a part would be larger than its whole: then it is none."""
    one, two = measure(part), measure(whole)
    return bool(one and two and one.number and two.number and one.number > two.number)


def _of_told_whole(frame: Frame, previous: Frame | None, at: int, part: int, before: list[int]) -> PartWhole | None:
    claim, piece = frame.claim(at), frame.claim(part)
    wholes = [n for n in before if n != part and comparable(frame.claim(n), piece) and not _shared(frame, n, at)]
    stated = [n for n in wholes if frame.before(n, "whole") or total_near(frame, n)]
    if wholes and frame.roles(wholes[-1], part) & {"of_which"}:
        stated = [wholes[-1]]
    adjacent = ratio_of(frame, before)
    if adjacent is not None:
        whole_claim = frame.claim(adjacent[1])
        readings: tuple[PartOf, ...] = (PartOf(part_of(frame.claim(adjacent[0]), whole_claim), whole_claim),)
        return PartWhole(readings, claim, "a ratio and the share it makes")
    if stated:
        readings = tuple(PartOf(piece, frame.claim(n)) for n in reversed(stated))
        return PartWhole(readings, claim, "a whole, a part of it and the share it makes")
    if len(wholes) == 1 and equals_before(frame, at):
        whole = frame.claim(wholes[0])
        return PartWhole((PartOf(piece, whole), PartOf(whole, piece)), claim, "two counts and the share they make")
    if not wholes and previous is not None:
        return _across(frame, previous, claim, piece, part)
    return None


def _shared(frame: Frame, whole: int, at: int) -> bool:
    """Whether the number has a share of its own: "572,100 shares, or 13.9 percent" is a part like any other."""
    after = next((n for n in frame.numbers if n > whole), at)
    if after == at or dimension(frame.claim(after)) != "percent" or after - whole > CLOSE:
        return False
    return in_brackets(frame, after) or equals_before(frame, after)


def _across(frame: Frame, previous: Frame, claim: Claim, piece: Claim, part: int) -> PartWhole | None:
    """The whole stands in the sentence before: "In all, 72,104 were tested. 1188 were ill, or 1.6 percent"."""
    wholes = [n for n in previous.numbers if comparable(previous.claim(n), piece) and is_count(previous.claim(n))]
    ratio = ratio_of(previous, [n for n in previous.numbers if is_count(previous.claim(n))])
    stated = [n for n in wholes if total_near(previous, n) or (ratio is not None and n == ratio[1])]
    if "of_which" in frame.roles(0, part + 3) and wholes:
        stated = wholes
    if not stated:
        return None
    readings = tuple(PartOf(piece, previous.claim(n)) for n in reversed(stated))
    return PartWhole(readings, claim, "the whole stands in the sentence before")


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
