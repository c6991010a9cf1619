"""Links between a total and its parts: "75 closed, 19 of them fully, 56 partly"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claimcheck.link.frame import Frame, only
from claimcheck.link.joint import like
from claimcheck.link.lists import has_each, has_noun, is_plain, near_total, read_list, to_end
from claimcheck.model import Claim
from claimcheck.model.link import Part, Total
from claimcheck.statements.dimension import comparable, dimension

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
    for at in frame.find({"of_which"}):
        before = _before(frame, at) if frame.behind(at) and _begins(frame, at) else []
        if not before:
            continue
        inside = _part_before(frame, before[-1], at)
        if inside and len(before) == 1:
            yield from _continued(frame, previous, before[-1])
            return
        total, first = before[-2:] if inside else (before[-1], frame.behind(at)[0])
        if _is_part(frame, total, first, at):
            continue
        if (inside or at - total <= GAP) and first - at <= NEAR:
            yield from _parted(frame.claim(total), frame, first, "a list of parts after its total")
            return


def _is_part(frame: Frame, total: int, first: int, at: int) -> bool:
    """Whether the number right before the word is a part itself: "34 percent of it went to"."""
    return at == total + 1 and total != first and frame.mark(at + 1) == ""


def _before(frame: Frame, at: int) -> list[int]:
    """The plain counts before a position."""
    return [n for n in frame.ahead(at) if is_plain(frame, n)]


def _parted(total: Claim, frame: Frame, first: int, reason: str) -> Iterator[Total]:
    """The total with the list that begins at `first`, if that has two members or more; it may not be complete."""
    parts = read_list(frame, first, total)
    if len(parts) >= 2:
        yield Total(total, parts, False, reason)


def _begins(frame: Frame, at: int) -> bool:
    """Whether "of which" opens a clause or follows its number: "every one of them knew five" is no list."""
    return (
        frame.mark(at - 1) != "" or at == 0 or any(item.kind == "number" for item in frame.items[max(0, at - 3) : at])
    )


def _continued(frame: Frame, previous: Frame | None, first: int) -> Iterator[Total]:
    """As in "21 died. Two of them at home, four in homes and 15 in clinics": the only count of the sentence before."""
    count = None if previous is None else only(_before(previous, len(previous.items)))
    if previous is not None and count is not None and comparable(previous.claim(count), frame.claim(first)):
        yield from _parted(previous.claim(count), frame, first, "a total and its parts in two sentences")


def _of_whole(frame: Frame) -> Iterator[Total]:
    """As in "Of the 25 dead, 18 were over 80, seven over 70 and two younger"."""
    for total in (n for n in frame.numbers if n <= 3 and _is_whole(frame, n)):
        first = frame.following(total)
        if first is not None and first - total <= GAP:
            yield from _parted(frame.claim(total), frame, first, "parts of a whole named first")
            return


def _is_whole(frame: Frame, at: int) -> bool:
    """Whether the number is called a whole and has a noun, and no number stands before the preposition."""
    if at > 1 and frame.items[at - 2].kind == "number":
        return False
    return frame.before(at, "whole") and is_plain(frame, at) and has_noun(frame, at)


def _colon(frame: Frame) -> Iterator[Total]:
    """As in "In all there are 40 new cases: eleven in Lindow, 29 in Marbeck": a list after a colon is complete."""
    for at in range(len(frame.items)):
        total = only(_before(frame, at)) if frame.mark(at) == ":" and "total" in frame.roles(0, at) else None
        first = frame.following(at)
        if total is None or first is None or first - at > 3:
            continue
        parts = read_list(frame, first, frame.claim(total))
        if len(parts) >= 2 and near_total(frame.claim(total), parts):
            yield Total(frame.claim(total), parts, to_end(frame, parts), "a list of parts after a colon")
        return


def _elliptical(frame: Frame) -> Iterator[Total]:
    """As in "228 people, 144 in the centre and 84 by the team": numbers without a noun, each before a preposition."""
    for total, first in pairwise(frame.numbers):
        if not _is_listed(frame, total, first) or _placed(frame, total, first):
            continue
        parts = read_list(frame, first, frame.claim(total))
        if len(parts) >= 2 and _are_bare(frame, parts) and near_total(frame.claim(total), parts):
            yield Total(frame.claim(total), parts, to_end(frame, parts), "a list of parts after its total")
            return


def _is_listed(frame: Frame, total: int, first: int) -> bool:
    """Whether a list may follow the total: a mark stands before its first number, and no word that opens another."""
    if not is_plain(frame, total) or not has_noun(frame, total) or has_each(frame, total) or first - total > GAP:
        return False
    return frame.mark(first - 1) in (",", "–", "—", "-", ":") and not frame.roles(total, first) & {"of_which", "open"}


def _are_bare(frame: Frame, parts: tuple[Part, ...]) -> bool:
    """Whether the parts have no noun but a place, and "and" stands before the last."""
    at = [n for n in frame.numbers if any(frame.claim(n) is part.claim for part in parts)]
    bare = all(not has_noun(frame, n) and "place" in frame.roles(n + 1, n + 2) for n in at)
    return bare and "and_" in frame.roles(at[-2], at[-1])


def _placed(frame: Frame, total: int, first: int) -> bool:
    """Whether the first number has a place of its own: then the others are its neighbours and not its parts."""
    # the particle of a verb stands before the comma: "95 came in, 40 from Lindow"
    after = any("place" in frame.items[at].roles and frame.mark(at + 1) == "" for at in range(total + 1, first))
    before = any("place" in item.roles and behind.kind != "time" for item, behind in pairwise(frame.items[:total]))
    return after or before


def _bracketed(frame: Frame) -> Iterator[Total]:
    """As in "The 1200 jobs go in Lindow (700), Marbeck (300) and Dassow (200)"."""
    inside = [n for n in frame.numbers if frame.bracketed(n) and is_plain(frame, n)]
    if len(inside) < 2 or {"open", "of_which"} & frame.roles(0, inside[0]):
        return
    whole = _whole_before(frame, inside)
    if whole is None or not _joined_brackets(frame, inside) or not _belongs(frame, whole, inside):
        return
    if {*inside} <= {*like(frame, whole)}:
        parts = tuple(Part(frame.claim(n), 1) for n in inside)
        yield Total(frame.claim(whole), parts, True, "parts in brackets after their total")


def _whole_before(frame: Frame, inside: list[int]) -> int | None:
    """The only plain count before the brackets, with a noun and with no other number up to the last of them."""
    whole = only(_before(frame, inside[0]))
    if whole is None or not has_noun(frame, whole):
        return None
    return None if any(whole < n <= inside[-1] and n not in inside for n in frame.numbers) else whole


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
    if len(frame.numbers) < 3 or not all(is_plain(frame, n) for n in frame.numbers[:3]):
        return
    one, two, at = frame.numbers[:3]
    if {one, two} <= {*like(frame, at)} and _are_summed(frame, one, two, at):
        parts = (Part(frame.claim(one), 1), Part(frame.claim(two), 1))
        yield Total(frame.claim(at), parts, True, "a sum after its parts")


def _are_summed(frame: Frame, one: int, two: int, at: int) -> bool:
    """Whether two numbers are joined and the third is said to sum them up."""
    if "together" not in frame.roles(at - 3, at) | frame.roles(at + 1, at + 3) or "total" in frame.roles(0, one + 1):
        return False
    joined = frame.roles(one + 1, two) & {"and_", "besides"}
    return bool(joined) and ("equals" in frame.roles(at - 4, at) or frame.mark(at - 2) == ",")


def _part_before(frame: Frame, number: int, at: int) -> bool:
    """Whether the number belongs to the list rather than to the total: "1404 of them", "500 billion of it"."""
    return at - number <= 2 and (frame.mark(number - 1) in (",", "–", "—", "-", ":", ".") or number == 0)
