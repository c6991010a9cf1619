"""The stated size of a change: "by 20 percent", "an increase of 20 percent", "(plus 20 percent)", "20 percent more"."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.link.frame import Frame
from claimcheck.model import Claim
from claimcheck.model.link import Direction
from claimcheck.statements.dimension import dimension, measure

OWN = frozenset({"light", "of_which", "versus", "of", "filler"})
SIGNS = ("plus", "minus", "+", "-", "–", "−")
APPOSING = ("(", ",", "–", "-", "—")


class Size(NamedTuple):
    """A size at a position; `start` is where its expression begins, `direction` is None where no word tells it.

    `apposed`: it repeats a change told before it ("…, an increase of 20 percent").
    """

    at: int
    start: int
    direction: Direction | None
    apposed: bool


def direction(roles: frozenset[str]) -> Direction | None:
    """Up or down where the words agree, else None."""
    up, down = "rise" in roles or "more" in roles, "fall" in roles or "less" in roles
    return None if up == down else ("up" if up else "down")


def size(frame: Frame, at: int) -> Size | None:
    """What makes the number at this position the size of a change; None where nothing does."""
    follows = next((n for n in frame.numbers if n > at), None)
    if follows is not None and frame.before(at, "from_") and frame.before(follows, "to"):
        return None
    return _size_by_words(frame, at) or _size_of_share(frame, at) or _size_compared(frame, at)


def _size_by_words(frame: Frame, at: int) -> Size | None:
    """By what stands right before the number: "an increase of", "by", a sign, a verb of change."""
    before = frame.items[at - 1] if at > 0 else None
    if frame.before(at, "amount_of") and (noun := _noun_before(frame, at - 1)) is not None:
        return Size(at, noun, direction(frame.items[noun].roles), apposed=_starts_clause(frame, noun))
    if frame.before(at, "by"):
        return Size(at, at - 1, None, apposed=False)
    if before is None:
        return None
    signed = before.text.lower() in SIGNS and _signed(frame, at)
    if signed or (before.roles & {"rise", "fall"} and not before.roles & {"light", "filler"}):
        return Size(at, at - 1, direction(before.roles), apposed=frame.mark(at - 2) in APPOSING)
    return None


def _size_of_share(frame: Frame, at: int) -> Size | None:
    """Of a percentage: below zero, "a 20 percent increase", told again by a verb with "thereby"."""
    if not relative(frame.claim(at)):
        return None
    value = measure(frame.claim(at))
    if value is not None and value.number is not None and value.number < 0:
        return Size(at, at, "down", apposed=frame.mark(at - 1) == "(")
    if "article" in frame.roles(at - 1, at) and frame.roles(at + 1, at + 2) & {"rise", "fall"}:
        return Size(at, at - 1, direction(frame.items[at + 1].roles), apposed=frame.mark(at - 2) in APPOSING)
    noun = _thereby(frame, at)
    return None if noun is None else Size(at, noun, direction(frame.items[noun].roles), apposed=True)


def _size_compared(frame: Frame, at: int) -> Size | None:
    """By "more" or "less" behind the number."""
    told = _after(frame, at) & {"more", "less"}
    return Size(at, at, direction(told), apposed=False) if told else None


def relative(claim: Claim) -> bool:
    """Whether the claim is a share or a number of percentage points."""
    return dimension(claim) == "percent"


def _after(frame: Frame, at: int) -> frozenset[str]:
    """Roles of the two items after the number, up to a mark or number."""
    found: frozenset[str] = frozenset()
    for item in frame.items[at + 1 : at + 3]:
        if item.kind != "word" or ("place" in item.roles and not item.roles & OWN):
            break  # "45 percent with higher prices" is no size of 45 percent
        found |= item.roles
    return found


def _noun_before(frame: Frame, preposition: int) -> int | None:
    """The noun of change before "of": the next word to the left, or one further with only one word between."""
    for at in (preposition - 1, preposition - 2):
        if at >= 0 and frame.items[at].kind == "word" and frame.items[at].roles & {"rise", "fall", "change"}:
            return at
    return None


def _thereby(frame: Frame, at: int) -> int | None:
    """The verb of "and thereby lost seven percent": a change told again by a verb, with a word such as "thereby"."""
    for near in range(at - 1, max(-1, at - 5), -1):
        item = frame.items[near]
        if item.roles & {"to", "from_", "by"}:
            return None
        if item.roles & {"rise", "fall"}:
            told = frame.roles(near + 1, at) | frame.roles(near - 2, near)
            return near if told & {"equals", "thereby"} else None
        if not item.roles & {"light", "equals", "thereby"}:
            return None
    return None


def _starts_clause(frame: Frame, noun: int) -> bool:
    """Whether the noun begins a repetition: after a mark, an article after a mark, or "that is"."""
    for at in range(noun - 1, max(-1, noun - 6), -1):
        item = frame.items[at]
        if "equals" in item.roles or (item.kind == "mark" and item.text in ",–—-(:"):
            return True
        if item.kind not in ("word", "time") or (item.kind == "word" and "light" not in item.roles):
            return False
    return True


def _signed(frame: Frame, at: int) -> bool:
    sign = frame.items[at - 1]
    return sign.kind == "word" or sign.end == frame.items[at].start
