"""Links between a total and its parts: "75 closed, 19 of them fully, 56 partly"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claimcheck.link.dimension import comparable, dimension
from claimcheck.link.frame import Frame, Item
from claimcheck.link.lists import has_each, has_noun, is_plain, near_total, read_list, to_end
from claimcheck.model.link import Part, Total

GAP = 14
NEAR = 6


def totals(frame: Frame, previous: Frame | None) -> Iterator[Total]:
    """Every total of the sentence with a list of parts after it, and every sum after its parts."""
    if len(frame.numbers) + (0 if previous is None else len(previous.numbers)) < 3:
        return
    if "both" not in frame.roles(0, _clause_end(frame)):
        yield from _of_which(frame, previous)
        yield from _of_whole(frame)
    yield from _colon(frame)
    yield from _elliptical(frame)
    yield from _bracketed(frame)
    yield from _summed(frame)


def _clause_end(frame: Frame) -> int:
    """The first mark behind the last number: "17 in one, two in the other, one of both of whom …" are no groups."""
    last = frame.numbers[-1] if frame.numbers else len(frame.items)
    return next((n for n in range(last, len(frame.items)) if frame.items[n].kind == "mark"), len(frame.items))


def _of_which(frame: Frame, previous: Frame | None) -> Iterator[Total]:
    """As in "75 closed, of which 19 fully and 56 partly"; "500 of them as grants, 350 as loans"."""
    for at, item in enumerate(frame.items):
        if "of_which" not in item.roles or not _begins(frame, at):
            continue
        before = [n for n in frame.numbers if n < at and is_plain(frame, n)]
        after = [n for n in frame.numbers if n > at]
        if not after:
            continue
        first = after[0]
        total = before[-1] if before else None
        if before and _part_before(frame, before[-1], at):
            if len(before) == 1:
                yield from _continued(frame, previous, before[-1])
                return
            first, total = before[-1], before[-2]
        if total is None or _is_part(frame, total, first, at):
            continue
        if (at - total > GAP and first != before[-1]) or first - at > NEAR:
            continue
        parts = read_list(frame, first, frame.claim(total))
        if len(parts) >= 2:
            yield Total(frame.claim(total), parts, False, "a list of parts after its total")
        return


def _is_part(frame: Frame, total: int, first: int, at: int) -> bool:
    """Whether the number right before the word is a part itself: "34 percent of it went to"."""
    return at == total + 1 and total != first and frame.mark(at + 1) == ""


def _begins(frame: Frame, at: int) -> bool:
    """Whether "of which" opens a clause or follows its number: "every one of them knew five" is no list."""
    return (
        frame.mark(at - 1) != "" or at == 0 or any(item.kind == "number" for item in frame.items[max(0, at - 3) : at])
    )


def _continued(frame: Frame, previous: Frame | None, first: int) -> Iterator[Total]:
    """As in "21 died. Two of them at home, four in homes and 15 in clinics": the only count of the sentence before."""
    counts = [] if previous is None else [n for n in previous.numbers if is_plain(previous, n)]
    if previous is None or len(counts) != 1 or not comparable(previous.claim(counts[0]), frame.claim(first)):
        return
    parts = read_list(frame, first, previous.claim(counts[0]))
    if len(parts) >= 2:
        yield Total(previous.claim(counts[0]), parts, False, "a total and its parts in two sentences")


def _of_whole(frame: Frame) -> Iterator[Total]:
    """As in "Of the 25 dead, 18 were over 80, seven over 70 and two younger"."""
    for total in frame.numbers:
        if not frame.before(total, "whole") or not is_plain(frame, total) or not has_noun(frame, total):
            continue
        preposition = total - 1
        if preposition > 0 and frame.items[preposition - 1].kind == "number":
            continue
        after = [n for n in frame.numbers if n > total]
        if after and after[0] - total <= GAP and preposition <= 2:
            parts = read_list(frame, after[0], frame.claim(total))
            if len(parts) >= 2:
                yield Total(frame.claim(total), parts, False, "parts of a whole named first")
            return


def _colon(frame: Frame) -> Iterator[Total]:
    """As in "In all there are 40 new cases: eleven in Lindow, 29 in Marbeck": a list after a colon is complete."""
    for at, item in enumerate(frame.items):
        if item.kind != "mark" or item.text != ":":
            continue
        before = [n for n in frame.numbers if n < at and is_plain(frame, n)]
        after = [n for n in frame.numbers if n > at]
        if len(before) != 1 or not after or after[0] - at > 3 or "total" not in frame.roles(0, at):
            continue
        parts = read_list(frame, after[0], frame.claim(before[0]))
        if len(parts) >= 2 and near_total(frame.claim(before[0]), parts):
            yield Total(frame.claim(before[0]), parts, to_end(frame, parts), "a list of parts after a colon")
        return


def _elliptical(frame: Frame) -> Iterator[Total]:
    """As in "228 people, 144 in the centre and 84 by the team": numbers without a noun, each before a preposition."""
    for total, first in zip(frame.numbers, frame.numbers[1:], strict=False):
        if (
            not is_plain(frame, total)
            or not has_noun(frame, total)
            or has_each(frame, total)
            or frame.mark(first - 1) not in (",", "–", "—", "-", ":")
        ):
            continue
        if _placed(frame, total, first):
            continue
        if first - total > GAP or any(item.roles & {"of_which", "open"} for item in frame.items[total:first]):
            continue
        parts = read_list(frame, first, frame.claim(total))
        positions = [n for n in frame.numbers if any(frame.claim(n) is part.claim for part in parts)]
        bare = [
            not has_noun(frame, n) and n + 1 < len(frame.items) and "place" in frame.items[n + 1].roles
            for n in positions
        ]
        if (
            len(parts) >= 2
            and all(bare)
            and near_total(frame.claim(total), parts)
            and "and_" in frame.roles(positions[-2], positions[-1])
        ):
            yield Total(frame.claim(total), parts, to_end(frame, parts), "a list of parts after its total")
            return


def _placed(frame: Frame, total: int, first: int) -> bool:
    """Whether the first number has a place of its own: then the others are its neighbours and not its parts."""
    # the particle of a verb stands before the comma: "95 came in, 40 from Lindow"
    after = any("place" in item.roles and frame.mark(at + 1) == "" for at, item in _between(frame, total, first))
    before = any(
        "place" in item.roles and following.kind != "time"
        for item, following in zip(frame.items[:total], frame.items[1:total], strict=False)
    )
    return after or before


def _between(frame: Frame, total: int, first: int) -> Iterator[tuple[int, Item]]:
    yield from zip(range(total + 1, first), frame.items[total + 1 : first], strict=True)


def _bracketed(frame: Frame) -> Iterator[Total]:
    """As in "The 1200 jobs go in Lindow (700), Marbeck (300) and Dassow (200)"."""
    inside = [n for n in frame.numbers if frame.mark(n - 1) == "(" and frame.mark(n + 1) == ")" and is_plain(frame, n)]
    if len(inside) < 2 or {"open", "of_which"} & frame.roles(0, inside[0]):
        return
    before = [n for n in frame.numbers if n < inside[0] and is_plain(frame, n)]
    others = [n for n in frame.numbers if before and before[0] < n <= inside[-1] and n not in inside]
    if len(before) != 1 or others or not has_noun(frame, before[0]):
        return
    whole = frame.claim(before[0])
    if not _joined_brackets(frame, inside) or not _belongs(frame, before[0], inside):
        return
    parts = tuple(Part(frame.claim(n), 1) for n in inside)
    if all(comparable(part.claim, whole) for part in parts):
        yield Total(whole, parts, True, "parts in brackets after their total")


def _joined_brackets(frame: Frame, inside: list[int]) -> bool:
    """Whether commas and a last "and" join the bracketed numbers, each close to the one before."""
    behind = [frame.items[n + 2] for n in inside[:-1] if n + 2 < len(frame.items)]
    joined = all(item.text == "," or item.roles & {"and_", "or_"} for item in behind)
    last_joined = frame.roles(inside[-2] + 2, inside[-1]) & {"and_", "or_"}
    return joined and bool(last_joined) and all(b - a <= 8 for a, b in pairwise(inside))


def _belongs(frame: Frame, whole: int, inside: list[int]) -> bool:
    """Whether no mark parts the total from its list; a percentage may be given in two ways behind one."""
    if not any(item.kind == "mark" for item in frame.items[whole : inside[0] - 1]):
        return True
    either = "or_" in frame.roles(inside[-2] + 2, inside[-1])
    return either and dimension(frame.claim(whole)) == "percent"


def _summed(frame: Frame) -> Iterator[Total]:
    """As in "860 euros …, and 450 euros …, together 1310 euros"."""
    for at in frame.numbers[2:]:
        near = frame.roles(at - 3, at) | frame.roles(at + 1, at + 3)
        numbers = [n for n in frame.numbers if n < at]
        if "together" not in near or not is_plain(frame, at) or len(numbers) != 2:
            continue
        joined = frame.roles(numbers[0] + 1, numbers[1])
        if not joined & {"and_", "besides"} or "total" in frame.roles(0, numbers[0] + 1):
            continue
        if "equals" not in frame.roles(at - 4, at) and frame.mark(at - 2) != ",":
            continue
        claims = [frame.claim(n) for n in numbers]
        if all(comparable(each, frame.claim(at)) for each in claims) and all(is_plain(frame, n) for n in numbers):
            yield Total(frame.claim(at), tuple(Part(each, 1) for each in claims), True, "a sum after its parts")


def _part_before(frame: Frame, number: int, at: int) -> bool:
    """Whether the number belongs to the list rather than to the total: "1404 of them", "500 billion of it"."""
    return at - number <= 2 and (frame.mark(number - 1) in (",", "–", "—", "-", ":", ".") or number == 0)
