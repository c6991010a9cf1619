"""Lists of parts: where they end, which numbers are their members and how often each counts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claimcheck.link.frame import Frame
from claimcheck.link.joint import is_label
from claimcheck.link.pairs import pairs
from claimcheck.link.sizes import size
from claimcheck.model import Claim
from claimcheck.model.link import Part
from claimcheck.statements.dimension import comparable, dimension, is_rate, noun, number, unit

NAMES = 12


ONE_MORE = frozenset({"one", "cardinal:1"})
ENDING = frozenset({"besides", "baseline"})


def read_list(frame: Frame, first: int, whole: Claim) -> tuple[Part, ...]:
    """The members from `first` on, as long as commas and "and" join numbers of the total's kind."""
    parts: list[Part] = []
    last = first
    for at, follows in _numbers(frame, first):
        claim = frame.claim(at)
        if not comparable(claim, whole) or not is_plain(frame, at) or size(frame, at) is not None:
            if not parts or dimension(claim) == dimension(whole):
                break
            continue
        if parts and (frame.roles(last + 1, at) & ENDING or _of_others(frame, first, at)):
            break
        if _goes_on(frame, first, last, at, begun=len(parts)):
            last = at
            parts.append(Part(claim, _names(frame, at, follows) if has_each(frame, at) else 1))
    return tuple(parts)


def _numbers(frame: Frame, first: int) -> Iterator[tuple[int, int]]:
    """The numbers of a list, each with where the next one begins or the list ends."""
    stop = _end(frame, first)
    yield from pairwise([*(n for n in frame.numbers if first <= n < stop), stop])


def _goes_on(frame: Frame, first: int, last: int, at: int, *, begun: int) -> bool:
    """Whether the list that has begun goes on with a number: joined to the last one, and standing as the first."""
    if _bracketed(frame, first, at):
        return False
    return not begun or (_joined(frame, last, at, begun=begun == 1) and _alike(frame, first, at))


def _of_others(frame: Frame, first: int, at: int) -> bool:
    """Whether the list has left its whole: "34 of them double-deckers, and 50 escalators"."""
    pointed = "of_which" in frame.roles(first + 1, first + 3)
    return pointed and "and_" in frame.roles(at - 2, at) and frame.mark(at - 2) != "" and has_noun(frame, at)


def _bracketed(frame: Frame, first: int, at: int) -> bool:
    """Whether the number stands in brackets that the first does not stand in."""
    marks = [frame.mark(near) for near in range(first, at)]
    return marks.count("(") > marks.count(")")


def _alike(frame: Frame, first: int, at: int) -> bool:
    """Whether the number stands as the first one does: "one in Lindow with 320 people" has one member, not two."""
    word, begin = frame.items[at - 1], frame.items[first - 1]
    return not ({"place", "total"} & word.roles and "and_" not in word.roles) or word.text.lower() == begin.text.lower()


def _joined(frame: Frame, one: int, two: int, *, begun: bool) -> bool:
    """Whether a comma or "and" stands between two members, and no new sentence of its own begins."""
    between = frame.items[one + 1 : two]
    has_join = any((item.kind == "mark" and item.text in ",–—") or "and_" in item.roles for item in between)
    nested = {"earlier"} if begun and "of_which" in frame.roles(one + 1, one + 3) else {"of_which", "earlier"}
    return has_join and not any(item.roles & nested for item in between)


def _end(frame: Frame, first: int) -> int:
    """Where a list ends at the latest: a semicolon, a colon, a bracket that closes one opened before it."""
    depth = 0
    for at in range(first, len(frame.items)):
        mark = frame.mark(at)
        if mark == "(":
            depth += 1
        elif mark == ")":
            depth -= 1
            if depth < 0:
                return at
        elif mark in (";", ":"):
            return at
    return len(frame.items)


def is_plain(frame: Frame, at: int) -> bool:
    """Whether the number counts or measures something by itself: no rate, no length of time, no mere name."""
    return not is_rate(frame.value(at)) and dimension(frame.claim(at)) != "time" and not is_label(frame, at)


def has_each(frame: Frame, at: int) -> bool:
    """Whether "each" stands beside the number."""
    return frame.before(at, "each") or (at + 1 < len(frame.items) and "each" in frame.items[at + 1].roles)


def _names(frame: Frame, at: int, stop: int) -> int:
    """How many names follow an "each": "two each in Lindow and Marbeck" has two."""
    names, open_name = 0, False
    for item in frame.items[at + 1 : min(stop, at + 1 + NAMES)]:
        if item.text == "," or "and_" in item.roles:
            open_name = False
        elif item.kind == "mark" or ("each" in item.roles and names):
            break
        elif item.kind == "word" and item.upper and not open_name:
            names += 1
            open_name = True
    return max(names, 2)


def has_noun(frame: Frame, at: int) -> bool:
    """Whether the text says what is counted or measured."""
    return noun(frame.claim(at)) is not None or unit(frame.claim(at)) is not None


def near_total(total: Claim, parts: tuple[Part, ...]) -> bool:
    """Whether the sum is within three tenths of the total: farther off the list is no list of its parts."""
    whole = number(total)
    return whole is not None and abs(sum(number(part.claim) or 0 for part in parts) - whole) <= whole * 3 / 10


def to_end(frame: Frame, parts: tuple[Part, ...]) -> bool:
    """Whether the list runs to the end of the sentence: then it is complete."""
    last = frame.numbers[-1]
    each = sum("each" in item.roles for item in frame.items)
    return (
        frame.claim(last) is parts[-1].claim
        and "open" not in frame.roles(0, last)
        and not frame.roles(last + 1, len(frame.items)) & ONE_MORE
        and each <= sum(part.times > 1 for part in parts)
        and not pairs(frame)
    )
