"""Two sentences as one row, and small questions that several relations ask of a row."""

from __future__ import annotations

import re
from itertools import pairwise

from claimcheck.link.dimension import comparable, dimension, is_rate, measure
from claimcheck.link.frame import Frame
from claimcheck.link.pairs import is_label
from claimcheck.model import Claim, Span
from claimcheck.model.word import Word

ENDING = re.compile(r"(?<=...)(?:ern|e[nrs]?|n|s)$")


def joined(previous: Frame | None, frame: Frame) -> tuple[Frame, int]:
    """The row of two sentences, and where the second begins in it."""
    if previous is None:
        return frame, 0
    return Frame([*previous.items, *frame.items]), len(previous.items)


def is_value(frame: Frame, at: int) -> bool:
    """Whether the number is a single value of something, no rate and no mere name."""
    value = measure(frame.claim(at))
    return value is not None and value.number is not None and not is_rate(value) and not is_label(frame, at)


def is_count(claim: Claim) -> bool:
    """Whether the claim counts things or people: no unit, a noun behind it."""
    value = measure(claim)
    return (
        claim.type == "quantity"
        and value is not None
        and value.unit in (None, "person")
        and value.noun is not None
        and not is_rate(value)
    )


def is_share(claim: Claim) -> bool:
    """Whether the claim is a share in percent, no percentage points."""
    value = measure(claim)
    return dimension(claim) == "percent" and value is not None and value.unit == "percent"


def near(frame: Frame, at: int, role: str, *, left: int = 4, right: int = 3) -> int | None:
    """The position of the nearest word with a role, before the number or behind it, with no other number between."""
    for near_by in range(at - 1, max(-1, at - 1 - left), -1):
        item = frame.items[near_by]
        if role in item.roles:
            return near_by
        if item.kind == "number" or (item.kind == "mark" and item.text in ".;!?"):
            break
    for near_by in range(at + 1, min(len(frame.items), at + 1 + right)):
        item = frame.items[near_by]
        if role in item.roles:
            return near_by
        if item.kind == "number" or (item.kind == "mark" and item.text != "-"):
            break
    return None


def alike(noun: str | None, other: str | None) -> bool:
    """Whether two nouns are forms of one word ("Wohnung", "Wohnungen"; "bus", "buses")."""
    if not noun or not other:
        return False
    one, two = noun.lower(), other.lower()
    short = min(len(one), len(two))
    same = next((at for at in range(short) if one[at] != two[at]), short)
    return (same >= 3 and max(len(one), len(two)) - same <= 3) or not _stems(one).isdisjoint(_stems(two))


def _stems(noun: str) -> set[str]:
    """A noun without what the plural changes, with and without its ending: "Häuser" and "Haus" share one."""
    plain = noun.translate(str.maketrans("äöü", "aou"))
    return {plain, ENDING.sub("", plain, count=1)}


def word_of(frame: Frame, start: int, stop: int) -> Word:
    """A stretch of items as one word with its place."""
    items = frame.items[start:stop]
    text = items[0].text
    for before, item in pairwise(items):
        text += (" " if item.start > before.end else "") + item.text
    return Word(Span(items[0].start, items[-1].end), text)


def same_kind(claim: Claim, other: Claim) -> bool:
    """Whether both measure one thing; "per flat" is no difference."""
    first, second = measure(claim), measure(other)
    if first is None or second is None or first.per is not None or is_share(claim):
        return False
    bare = other._replace(value=second._replace(per=None))
    return dimension(claim) not in ("percent", "time", "", "?") and comparable(claim, bare)


def elsewhere(row: Frame, start: int, stop: int) -> bool:
    """Whether another time or place is named between two positions: a date, or "in …" at the head of a clause."""
    for at in range(start + 1, stop):
        if row.items[at].kind == "time":
            return True
        if row.mark(at) in (",", ";", ".") and "where" in row.roles(at + 1, at + 2):
            return True
    return False
