"""A sentence as a short row of items: numbers, dates, and the words and marks between them with their roles.

Every later step asks only this row: what stands right before a number, and whether what stands between two of them is
light enough to keep them together.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar, cast

from claimcheck.model import Claim, Hedge, Measure, Span
from claimcheck.model.span import Word
from claimcheck.statements.dimension import dimension, exact, is_rate, measure

T = TypeVar("T")
NONE: frozenset[str] = frozenset()


def only(found: Sequence[T]) -> T | None:
    """The one that was found, where there are no others."""
    return found[0] if len(found) == 1 else None


class Item:
    """A claim, a word (or phrase) with its roles, or a punctuation mark. `kind`: number, time, word or mark."""

    __slots__ = ("claim", "end", "kind", "roles", "start", "text")

    def __init__(  # noqa: PLR0917 – built in the innermost loop, where keywords cost time
        self, kind: str, start: int, end: int, text: str, roles: frozenset[str] = NONE, claim: Claim | None = None
    ) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.text = text
        self.roles = roles
        self.claim = claim

    @property
    def upper(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[:1].isupper()

    def hedge(self) -> Hedge | None:
        """How a word such as "almost" softens the number beside it."""
        told = sorted(role for role in self.roles if role.startswith("hedge:"))
        return cast(Hedge, told[0].removeprefix("hedge:")) if told else None


class Frame:
    """The items of one sentence in order; `numbers` are the positions of the number items, `every` is all roles."""

    __slots__ = ("every", "items", "numbers")

    def __init__(self, items: list[Item]) -> None:
        self.items = items
        self.numbers = [at for at, item in enumerate(items) if item.kind == "number"]
        self.every: frozenset[str] = NONE.union(*{item.roles for item in items})

    def claim(self, at: int) -> Claim:
        """The claim of the number item at this position."""
        claim = self.items[at].claim
        assert claim is not None
        return claim

    def value(self, at: int) -> Measure:
        """What the number item at this position measures."""
        value = measure(self.claim(at))
        assert value is not None
        return value

    def ahead(self, at: int) -> list[int]:
        """The numbers before a position."""
        return [number for number in self.numbers if number < at]

    def following(self, at: int) -> int | None:
        """The first number behind a position."""
        return next((number for number in self.numbers if number > at), None)

    def find(self, roles: frozenset[str] | set[str], start: int = 0) -> list[int]:
        """The items from `start` on with one of the roles."""
        return [at for at in range(start, len(self.items)) if self.items[at].roles & roles]

    def next_mark(self, start: int, marks: str = "") -> int:
        """The first punctuation mark (of `marks`, where given) from `start` on; the length of the row without one."""
        stops = (at for at in range(start, len(self.items)) if self.items[at].kind == "mark")
        return next((at for at in stops if not marks or self.items[at].text in marks), len(self.items))

    def bracketed(self, at: int) -> bool:
        """Whether the item stands alone in brackets."""
        return self.mark(at - 1) == "(" and self.mark(at + 1) == ")"

    def before(self, at: int, role: str) -> bool:
        """Whether the word before this item has the role; a phrase counts as one word, fillers are passed over."""
        if 0 <= at < len(self.items) and role in self.items[at].roles and self.items[at].kind == "number":
            return True  # the claim begins with the word itself: "um die Hälfte"
        for near in range(at - 1, max(-1, at - 4), -1):
            roles = self.items[near].roles
            if role in roles:
                return True
            if "filler" not in roles:
                return False
        return False

    def mark(self, at: int) -> str:
        """The punctuation mark at a position, "" where there is none."""
        if 0 <= at < len(self.items) and self.items[at].kind == "mark":
            return self.items[at].text
        return ""

    def light(self, start: int, stop: int, extra: Sequence[str] = ()) -> bool:
        """Whether everything between two positions (stop excluded) may stand there without breaking a relation."""
        allowed = {"light", "filler", "rise", "fall", "equals", *extra}
        return all(
            item.kind == "time" or (item.kind == "mark" and item.text in ",–—-(:") or not allowed.isdisjoint(item.roles)
            for item in self.items[start:stop]
        )

    def roles(self, start: int, stop: int) -> frozenset[str]:
        """All roles of the words between two positions."""
        return frozenset().union(*(item.roles for item in self.items[max(start, 0) : stop]))


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
