"""Small questions that many relations ask of a row: what kind of number, which others are like it, what leads to it."""

from __future__ import annotations

from itertools import pairwise

from claimcheck.link.frame import Frame
from claimcheck.model import Claim, Span
from claimcheck.model.span import Word
from claimcheck.statements.dimension import dimension, exact, is_rate, measure


def joined(previous: Frame | None, frame: Frame) -> tuple[Frame, int]:
    """The row of two sentences, and where the second begins in it."""
    if previous is None:
        return frame, 0
    return Frame([*previous.items, *frame.items]), len(previous.items)


def is_label(frame: Frame, at: int) -> bool:
    """Whether the number is only a name: "from place 4 to place 2"."""
    return frame.before(at, "label") or frame.before(at - 1, "label")


def is_value(frame: Frame, at: int) -> bool:
    """Whether the number is a single value of something, no rate and no mere name."""
    value = frame.value(at)
    return value.number is not None and not is_rate(value) and not is_label(frame, at)


def is_bare(frame: Frame, at: int) -> bool:
    """Whether the number is a single count of things or people, without a word such as "about"."""
    return is_value(frame, at) and exact(frame.claim(at)) is not None and dimension(frame.claim(at)) in ("", "?")


def is_count(claim: Claim) -> bool:
    """Whether the claim counts things or people: no unit, a noun behind it."""
    value = measure(claim)
    if claim.type != "quantity" or value is None or is_rate(value):
        return False
    return value.unit in (None, "person") and value.noun is not None


def is_share(claim: Claim) -> bool:
    """Whether the claim is a share in percent, no percentage points."""
    value = measure(claim)
    return dimension(claim) == "percent" and value is not None and value.unit == "percent"


def shares_of(row: Frame) -> list[int]:
    """The single values in percent."""
    return [n for n in row.numbers if is_share(row.claim(n)) and is_value(row, n)]


def near(frame: Frame, at: int, role: str, *, left: int = 4, right: int = 3) -> int | None:
    """The position of the nearest word with a role, before the number or behind it, with no other number between."""
    ahead = _reach(frame, range(at - 1, max(-1, at - 1 - left), -1), role, ".;!?")
    return _reach(frame, range(at + 1, min(len(frame.items), at + 1 + right)), role, None) if ahead is None else ahead


def _reach(frame: Frame, way: range, role: str, stops: str | None) -> int | None:
    """The first word of the way with a role, before any number and any of the marks (all but a hyphen if None)."""
    for at in way:
        item = frame.items[at]
        if role in item.roles:
            return at
        stopped = item.kind == "mark" and (item.text in stops if stops else item.text != "-")
        if item.kind == "number" or stopped:
            return None
    return None


def word_of(frame: Frame, start: int, stop: int) -> Word:
    """A stretch of items as one word with its place."""
    items = frame.items[start:stop]
    text = items[0].text
    for before, item in pairwise(items):
        text += (" " if item.start > before.end else "") + item.text
    return Word(Span(items[0].start, items[-1].end), text)
