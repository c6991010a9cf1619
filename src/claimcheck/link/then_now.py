"""A percentage against two values told apart from it: "climbed 12% to £412m, compared with £386m last year"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from claimcheck.link.dimension import TIMES, comparable, dimension, measure
from claimcheck.link.frame import Frame
from claimcheck.link.joint import alike
from claimcheck.link.pairs import is_label, is_step, pairs
from claimcheck.link.sizes import direction, relative, size
from claimcheck.model import Duration, Period
from claimcheck.model.link import Change, Direction, Reading

REACH = 7
LEFT = 6
SAME, FAR = Decimal("0.5"), Decimal("0.2")
OPEN = ("over", "under", "up_to", "at_least")
MARKED = frozenset({"earlier", "baseline"})
OPENING = frozenset({"light", "filler", "equals", "thereby", "rise", "fall", "article", "change", "more", "less"})
STOPS = (".", ";", "!", "?", ":")


def then_and_now(frame: Frame, previous: Frame | None, first: Frame | None) -> Iterator[Change]:
    """The only percentage of one to three sentences, with the only two values of one thing, one of them marked old."""
    told = [each for each in (first, previous, frame) if each is not None]
    if previous is None:
        told = [frame]
    if not any(each.every & (MARKED | {"instead", "later"}) for each in told):
        return
    if not any(relative(each.claim(n)) for each in told for n in each.numbers):
        return
    for count in range(1, len(told) + 1):
        row = Frame([item for each in told[-count:] for item in each.items])
        found = _change(row)
        if found is not None:
            yield found
            return


def _change(row: Frame) -> Change | None:
    shares = [n for n in row.numbers if relative(row.claim(n))]
    sized = [n for n in shares if size(row, n) is not None or _named(row, n)]
    if len(sized) != 1:
        return None
    at = sized[0]
    claim = row.claim(at)
    ends = _of_shares(row, at) if len(shares) == 3 else old_and_new(row) if len(shares) == 1 else None
    if ends is None or is_label(row, at):
        return None
    old, new = ends
    if len(shares) == 1 and not (_to(row, at, new) or _refers(row, at, (old, new))):
        return None
    return Change(
        (Reading(row.claim(old), row.claim(new)),), claim, None, _way(row, at), "a size, and both values told"
    )


def old_and_new(row: Frame) -> tuple[int, int] | None:
    """The old and the new value: the only two of one kind, and one of them marked as earlier or as later."""
    values = [n for n in row.numbers if is_told(row, n)]
    for old in values:
        like = [n for n in values if n != old and comparable(row.claim(n), row.claim(old))]
        if len(like) == 1 and of_one_size(row, old, like[0]) and _is_older(row, old, like[0]):
            return old, like[0]
    return _instead(row, values)


def _is_older(row: Frame, old: int, new: int) -> bool:
    """Whether words or years mark the first of two values as the earlier one."""
    mine, other = _marks(row, old), _marks(row, new)
    if "earlier" not in mine and not _close(row, old, new):
        return False
    if mine & MARKED and (not other & MARKED or ("before_that" in mine and "before_that" not in other)):
        return True
    if not (mine | other) & MARKED and "later" in other and "later" not in mine:
        return True
    before, after = _year(row, old), _year(row, new)
    return before is not None and after is not None and before < after


def _close(row: Frame, old: int, new: int) -> bool:
    """Whether one is at least half of the other; "compared with" alone may name the value of another thing."""
    one, two = measure(row.claim(old)), measure(row.claim(new))
    if one is None or two is None or not one.number or not two.number:
        return False
    return SAME <= one.number / two.number <= 1 / SAME


def _year(row: Frame, at: int) -> date | None:
    """The year that is named in the clause of a number; None where none or several are."""
    found: set[date] = set()
    for way in (range(at - 1, max(-1, at - LEFT), -1), range(at + 1, min(len(row.items), at + LEFT))):
        for near in way:
            item = row.items[near]
            if item.kind in ("number", "mark"):
                break
            period = None if item.claim is None else item.claim.value
            if isinstance(period, Period) and period.start is not None:
                found.add(period.start)
                break
    return found.pop() if len(found) == 1 else None


def _instead(row: Frame, values: list[int]) -> tuple[int, int] | None:
    """As in "it costs 58 euros instead of 49": the only pair of its row, and nothing else of its kind."""
    found = pairs(row)
    if len(found) != 1 or "instead" not in row.every:
        return None
    like = [n for n in values if comparable(row.claim(n), row.claim(found[0].new))]
    return (found[0].old, found[0].new) if len(like) == 2 else None


def _of_shares(row: Frame, at: int) -> tuple[int, int] | None:
    """Two shares as old and new, the third as the change between them: "at 69 percent rather than 61 percent"."""
    found = [pair for pair in pairs(row) if at not in (pair.old, pair.new)]
    if len(found) != 1 or not relative(row.claim(found[0].new)) or direction(row.roles(at, at + 3)) is None:
        return None
    clause = row.items[at + 1 : found[0].first] if at < found[0].first else row.items[found[0].last + 1 : at]
    joined = any("and_" in item.roles or (item.kind == "mark" and item.text in STOPS) for item in clause)
    return None if joined or len(clause) > 12 else (found[0].old, found[0].new)


def is_told(row: Frame, at: int) -> bool:
    """Whether the number is a value of something, neither a size nor a share nor a length of time."""
    claim = row.claim(at)
    value = measure(claim)
    if value is None or value.number is None or isinstance(claim.value, Duration) or relative(claim):
        return False
    if value.hedge in OPEN or value.number <= 0:
        return False
    return dimension(claim) not in TIMES and size(row, at) is None and not is_label(row, at)


def of_one_size(row: Frame, old: int, new: int) -> bool:
    """Whether the nouns are of one word, or, where a writer varies them, the numbers of one size."""
    one, two = measure(row.claim(old)), measure(row.claim(new))
    if one is None or two is None or not one.number or not two.number:
        return False
    ratio = min(one.number, two.number) / max(one.number, two.number)
    same = not one.noun or not two.noun or alike(one.noun, two.noun)
    return ratio >= (FAR if same else SAME)


def _marks(row: Frame, at: int) -> frozenset[str]:
    """The roles of the words that belong to a number, on both sides, up to the next number or end of a clause."""
    found: set[str] = set()
    for near in range(at - 1, max(-1, at - LEFT), -1):
        item = row.items[near]
        if item.kind == "number" or item.text in STOPS or "and_" in item.roles:
            break
        found |= item.roles
    for near in range(at + 1, min(len(row.items), at + 1 + REACH)):
        item = row.items[near]
        if item.kind in ("number", "mark") or "and_" in item.roles:
            break
        found |= item.roles - {"baseline"}
    return frozenset(found)


def _named(row: Frame, at: int) -> bool:
    """Whether a noun of change follows: "the 30% rise"."""
    after = row.items[at + 1 : at + 2]
    return (
        bool(after) and bool(after[0].roles & {"rise", "fall"}) and bool(row.roles(at - 1, at) & {"article", "light"})
    )


def _way(row: Frame, at: int) -> Direction | None:
    told = size(row, at)
    return direction(row.roles(at, at + 2)) if told is None else told.direction


def _to(row: Frame, at: int, new: int) -> bool:
    """Whether the size leads to the new value: "climbed 12% to £412m"."""
    return is_step(row, at) and row.before(new, "to") and 0 < new - at <= LEFT


def _refers(row: Frame, at: int, values: tuple[int, int]) -> bool:
    """Whether the size can only speak of these values: it is apposed to one, or nothing but small words lead to it."""
    told = size(row, at)
    start = at if told is None else told.start
    if told is not None and told.apposed and any(value < at for value in values):
        return not any(n not in (at, *values) for n in row.numbers if min(values) < n < at)
    if "definite" in row.roles(start - 1, start) and (told is None or "by" not in row.roles(start, start + 1)):
        return min(values) < start
    if row.roles(start, at) & {"equals", "thereby"}:
        return min(values) < start
    for near in range(start - 1, -1, -1):
        item = row.items[near]
        if item.text in STOPS:
            return near > 0 and min(values) < near
        if item.roles & {"equals", "thereby"}:
            return min(values) < near
        if not item.roles & OPENING:
            return False
    return False
